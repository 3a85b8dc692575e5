package view

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/qushu/qushu/corpus"
	"github.com/qushu/qushu/extract/export"
	"github.com/qushu/qushu/extract/fact"
	"github.com/qushu/qushu/extract/sink"
)

// ask answers a request and checks what every answer must carry.
func ask(t *testing.T, method, address string, body io.Reader, headers ...string) (int, string, http.Header) {
	r, err := http.NewRequest(method, address, body)
	require.NoError(t, err)
	for i := 0; i+1 < len(headers); i += 2 {
		if headers[i] == "Host" {
			r.Host = headers[i+1]
		}
		r.Header.Set(headers[i], headers[i+1])
	}
	a, err := http.DefaultClient.Do(r)
	require.NoError(t, err)
	defer a.Body.Close()
	data, err := io.ReadAll(a.Body)
	require.NoError(t, err)
	assert.Contains(t, a.Header.Get("Content-Security-Policy"), "default-src 'none'")
	assert.NotContains(t, a.Header.Get("Content-Security-Policy"), "unsafe")
	assert.Equal(t, "nosniff", a.Header.Get("X-Content-Type-Options"))
	return a.StatusCode, string(data), a.Header
}

func get(t *testing.T, address string, into any) {
	status, body, _ := ask(t, "GET", address, nil)
	require.Equal(t, http.StatusOK, status, body)
	require.NoError(t, json.Unmarshal([]byte(body), into))
}

type page struct {
	Total, Documents int
	Rows             []struct {
		ID, Text, Indicator, Period, Measure, Status string
		N                                            int
		Flags                                        []string
		Confidence                                   float64
	}
}

func TestServedFacts(t *testing.T) {
	r := ran(t, samples)
	_, address := served(t, r, samples)
	var all []*fact.Fact
	for f, err := range r.Facts() {
		require.NoError(t, err)
		all = append(all, f)
	}
	for name, x := range map[string]struct {
		query string
		holds func(*fact.Fact) bool
	}{
		"all":        {"", func(*fact.Fact) bool { return true }},
		"words":      {"q=" + url.QueryEscape("粮食"), func(f *fact.Fact) bool { return strings.Contains(f.Sentence.Text+f.Indicator, "粮食") }},
		"indicator":  {"indicator=" + url.QueryEscape("税收"), func(f *fact.Fact) bool { return strings.Contains(f.Indicator, "税收") }},
		"area":       {"area=" + url.QueryEscape("青屿"), func(f *fact.Fact) bool { return strings.Contains(f.Area, "青屿") }},
		"period":     {"period=2022", func(f *fact.Fact) bool { return strings.HasPrefix(f.Period, "2022") }},
		"measure":    {"measure=growth", func(f *fact.Fact) bool { return f.Measure == "growth" }},
		"time":       {"measure=time", func(f *fact.Fact) bool { return f.Measure == "" }},
		"status":     {"status=target", func(f *fact.Fact) bool { return f.Status == "target" }},
		"flag":       {"flag=repeated", func(f *fact.Fact) bool { return strings.Contains(strings.Join(f.Flags, " "), "repeated") }},
		"any flag":   {"flag=*", func(f *fact.Fact) bool { return len(f.Flags) > 0 }},
		"no flag":    {"flag=-", func(f *fact.Fact) bool { return len(f.Flags) == 0 }},
		"confidence": {"confidence=0.8&measure=level", func(f *fact.Fact) bool { return f.Confidence >= 0.8 && f.Measure == "level" }},
		"unknown":    {"status=done", func(f *fact.Fact) bool { return false }},
	} {
		var want []string
		var rows []int
		for i, f := range all {
			if x.holds(f) {
				want, rows = append(want, f.ID), append(rows, i)
			}
		}
		var got page
		get(t, address+"/api/facts?limit=10000&"+x.query, &got)
		var ids []string
		for _, f := range got.Rows {
			ids = append(ids, f.ID)
		}
		assert.Equal(t, want, ids, name)
		assert.Equal(t, len(want), got.Total, name)
		requireDocuments(t, address, x.query, all, x.holds, got.Documents)
		if len(want) > 2 {
			get(t, address+"/api/facts?offset=1&limit=1&"+x.query, &got)
			assert.Equal(t, want[1], got.Rows[0].ID, name)
			var row struct{ Row int }
			get(t, fmt.Sprintf("%s/api/row?n=%d&%s", address, rows[2], x.query), &row)
			assert.Equal(t, 2, row.Row, name)
		}
	}
	var one page
	get(t, address+"/api/facts?limit=1&id="+all[7].ID, &one)
	assert.Equal(t, all[7].Text, one.Rows[0].Text)
	var start struct{ Documents, Facts int }
	get(t, address+"/api/start", &start)
	assert.Equal(t, 12, start.Documents)
	stated := 0 // mentions of times are no facts
	for _, f := range all {
		if f.Measure != "" {
			stated++
		}
	}
	assert.Equal(t, stated, start.Facts)
}

// requireDocuments wants the list of the documents that have such facts, and of all where
// nothing is asked.
func requireDocuments(t *testing.T, address, query string, all []*fact.Fact, holds func(*fact.Fact) bool, number int) {
	want := map[string]int{}
	for _, f := range all {
		if holds(f) {
			want[f.Doc]++
		}
	}
	var got struct {
		Total int
		Rows  []struct {
			Doc  string
			N    int
			Hits *int
		}
	}
	get(t, address+"/api/documents?limit=100&"+query, &got)
	assert.Equal(t, got.Total, number, query)
	if query == "" {
		require.Len(t, got.Rows, 12)
		assert.Nil(t, got.Rows[3].Hits)
		assert.Equal(t, 3, got.Rows[3].N)
		get(t, address+"/api/documents?limit=2&offset=11", &got)
		require.Len(t, got.Rows, 1)
		assert.Equal(t, "yearbook.txt", got.Rows[0].Doc)
		return
	}
	listed := map[string]int{}
	for _, d := range got.Rows {
		listed[d.Doc] = *d.Hits
	}
	assert.Equal(t, want, listed, query)
	assert.Len(t, got.Rows, got.Total)
}

func TestServerGivesOutWhatItReadAndNoMore(t *testing.T) {
	in := hostileFolder(t)
	require.NoError(t, os.WriteFile(filepath.Join(filepath.Dir(in), "secret.txt"), []byte("secret"), 0o644))
	r := ran(t, in)
	s, address := served(t, r, in)
	for doc, want := range hostile {
		status, body, header := ask(t, "GET", address+"/raw?doc="+url.QueryEscape(doc), nil)
		assert.Equal(t, http.StatusOK, status)
		assert.Equal(t, want, body)
		assert.Equal(t, "application/octet-stream", header.Get("Content-Type"))
		assert.True(t, strings.HasPrefix(header.Get("Content-Disposition"), "attachment; filename="))
		assert.Contains(t, header.Get("Content-Security-Policy"), "sandbox")
	}
	for _, doc := range []string{"../secret.txt", "/etc/passwd", "..%2fsecret.txt", "a.txt/../../secret.txt", ""} {
		status, body, _ := ask(t, "GET", address+"/raw?doc="+url.QueryEscape(doc), nil)
		assert.Equal(t, http.StatusNotFound, status, doc)
		assert.NotContains(t, body, "secret\n")
	}
	for _, path := range []string{"/facts.jsonl", "/../run.json", "/page/app.css", "/.git", "/fact/a/b"} {
		status, _, _ := ask(t, "GET", address+path, nil)
		assert.Equal(t, http.StatusNotFound, status, path)
	}
	for _, method := range []string{"POST", "PUT", "DELETE"} {
		status, _, _ := ask(t, method, address+"/api/facts", nil)
		assert.Equal(t, http.StatusMethodNotAllowed, status, method)
	}
	s.Hosts = []string{"127.0.0.1"}
	status, _, _ := ask(t, "GET", address+"/", nil, "Host", "evil.example:80")
	assert.Equal(t, http.StatusForbidden, status, "a site's own name for the server")
	for host, want := range map[string]int{"127.0.0.1": 200, "10.0.0.7:80": 200, "[::1]:80": 200, "::1": 200, "LocalHost:1": 200, "127.0.0.1.evil.example": 403, "localhost.evil.example": 403, "": 200} {
		s.Hosts = []string{"localhost"}
		status, _, _ := ask(t, "GET", address+"/", nil, "Host", host)
		assert.Equal(t, want, status, host)
	}
	status, body, _ := ask(t, "GET", address+"/fact/%22%3E%3Cscript%3E", nil)
	assert.Equal(t, http.StatusOK, status)
	assert.Equal(t, 1, strings.Count(body, "<script"))
}

func TestServedDocument(t *testing.T) {
	r := ran(t, samples)
	_, address := served(t, r, samples)
	_, bare := served(t, r, "")
	var d struct {
		Facts []struct {
			At  []int
			Hex string
		}
		Blocks [][]any
		Count  int `json:"facts_count"`
	}
	get(t, address+"/api/doc?doc=analysis.txt", &d)
	assert.NotEmpty(t, d.Blocks)
	for s, err := range r.Documents() {
		require.NoError(t, err)
		if s.Doc == "analysis.txt" {
			assert.Equal(t, s.Facts, d.Count)
		}
	}
	assert.Greater(t, d.Count, 100)
	for _, f := range d.Facts {
		assert.Len(t, f.At, 3)
		assert.NotEmpty(t, f.Hex)
	}
	d.Blocks = nil
	get(t, bare+"/api/doc?doc=analysis.txt", &d)
	assert.Nil(t, d.Blocks)
}

func TestReviewWantsItsToken(t *testing.T) {
	r := ran(t, samples)
	s, address := served(t, r, samples)
	post := func(body string, headers ...string) (int, string) {
		status, answer, _ := ask(t, "POST", address+"/api/review", strings.NewReader(body), headers...)
		return status, answer
	}
	good := `{"verdict":"right","n":2,"doc":"analysis.txt"}`
	status, _ := post(good)
	assert.Equal(t, http.StatusForbidden, status, "without --golden nothing is taken")
	var got []Verdict
	s.Review = func(v Verdict) (string, error) { got = append(got, v); return "analysis.golden", nil }
	s.Token = "token"
	for _, token := range []string{"", "other", "toke"} {
		status, _ = post(good, "X-Qushu-Token", token)
		assert.Equal(t, http.StatusForbidden, status)
	}
	status, answer := post(good, "X-Qushu-Token", "token")
	assert.Equal(t, http.StatusOK, status)
	assert.JSONEq(t, `{"file":"analysis.golden"}`, answer)
	require.Len(t, got, 1)
	assert.Equal(t, "58.73亿元", got[0].Fact.Text)
	assert.Equal(t, "analysis.txt", got[0].Document.Doc)
	assert.Greater(t, len(got[0].Facts), 100)
	for _, bad := range []string{"{", `{"doc":"/etc/passwd"}`, `{"doc":"` + strings.Repeat("x", 70000) + `"}`} {
		status, _ = post(bad, "X-Qushu-Token", "token")
		assert.GreaterOrEqual(t, status, 400)
	}
	_, body, _ := ask(t, "GET", address+"/", nil)
	assert.Contains(t, body, `data-token="token"`)
}

func TestDisposition(t *testing.T) {
	assert.Equal(t, `attachment; filename="a_______b.txt"; filename*=UTF-8''a%22%E6%8A%A5%0D%0A%3Bb.txt`, disposition("x/a\"报\r\n;b.txt"))
}

func TestAround(t *testing.T) {
	assert.Equal(t, "短句3.5亿元", around("短句3.5亿元", "3.5亿元"))
	long := strings.Repeat("茶园", 2000) + "3.5亿元" + strings.Repeat("茶园", 2000)
	got := around(long, "3.5亿元")
	assert.Contains(t, got, "3.5亿元")
	assert.Less(t, len(got), longest+10)
}

// manyFacts writes a run of n facts.
func manyFacts(b testing.TB, n int) *export.Run {
	dir := b.TempDir()
	var docs, facts bytes.Buffer
	per := 1000
	for d := range n / per {
		name := fmt.Sprintf("%05d.txt", d)
		require.NoError(b, sink.Lines(&docs, []fact.Summary{{Doc: name, Facts: per}}))
		for k := range per {
			sentence := &fact.Sentence{Text: fmt.Sprintf("%d年，第%d号园区实现税收%d.%d亿元，同比增长%d%%，占全市的比重继续提高，茶园更美。", 2000+k%30, k/2+d, k, d%10, k%9)}
			sentence.Start, sentence.End = k/2*100, k/2*100+90
			f := fact.Fact{ID: fmt.Sprintf("%016x", d*per+k), Doc: name, Span: corpus.Span{Start: k * 50, End: k*50 + 9}, Text: fmt.Sprintf("%d.%d亿元", k, d%10), Kind: "money", Value: json.RawMessage("350000000"),
				Unit: "CNY", Measure: "level", Indicator: fmt.Sprintf("第%d号园区税收", k%500), Area: fmt.Sprintf("第%d市", d%300), Period: fmt.Sprint(2000 + k%30), Status: "actual", Sentence: sentence, Confidence: 0.8}
			require.NoError(b, sink.Lines(&facts, []fact.Fact{f}))
		}
	}
	for name, data := range map[string][]byte{"facts": facts.Bytes(), "documents": docs.Bytes(), "ledger": nil} {
		require.NoError(b, os.WriteFile(filepath.Join(dir, name+".jsonl"), data, 0o644))
	}
	r, err := export.Open(dir)
	require.NoError(b, err)
	return r
}

// BenchmarkSearch searches the words of a million facts, none of which was asked before.
func BenchmarkSearch(b *testing.B) {
	began := time.Now()
	r := manyFacts(b, 1_000_000)
	b.Logf("made in %v", time.Since(began))
	began = time.Now()
	s, err := NewServer(r)
	require.NoError(b, err)
	defer s.Close()
	b.Logf("opened in %v", time.Since(began))
	i := 0
	for b.Loop() {
		i++
		rows := s.answer(query{q: fmt.Sprintf("第%d号园区", i)}).rows
		require.NotEmpty(b, rows)
		for _, n := range rows[:min(len(rows), 200)] {
			_, err := s.index.fact(int(n))
			require.NoError(b, err)
		}
	}
}
