package export

import (
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/qushu/qushu/corpus"
	"github.com/qushu/qushu/extract"
	"github.com/qushu/qushu/extract/fact"
	"github.com/qushu/qushu/extract/sink"
	"github.com/qushu/qushu/rules"
)

// odd are facts that exports find hard: formulas, exact values, values of every form.
var odd = []fact.Fact{
	{ID: "00000000000000a1", Doc: "=cmd.txt", Span: corpus.Span{Start: 1, End: 9}, Text: "=1+1", Kind: "money", Value: json.RawMessage("16400000000.05"), Unit: "CNY",
		Raw: &fact.Raw{Number: "-164.0000000005", Unit: "亿元"}, Bound: "exact", Measure: "level", Indicator: `=HYPERLINK("http://x","y")`, Area: "岚州市", AreaCode: "990100", Period: "2031", Status: "actual",
		How: &fact.Hows{Indicator: fact.Stated}, Sentence: &fact.Sentence{Span: corpus.Span{Start: 0, End: 20}, Text: "'@一“引,文”\"双\"", Spans: []corpus.Span{{Start: 9, End: 20}, {Start: 0, End: 5}}},
		Rule: "level.plain", Confidence: 0.85, Flags: []string{"stitched", "lost_scale"}, Repaired: json.RawMessage("269000")},
	{ID: "00000000000000a2", Doc: "=cmd.txt", Span: corpus.Span{Start: 9, End: 12}, Text: "+1", Kind: "count", Value: json.RawMessage("12345678901234567890123.000000000001"), Unit: "-", Raw: &fact.Raw{Number: "1", Unit: "@"}},
	{ID: "00000000000000a3", Doc: "=cmd.txt", Span: corpus.Span{Start: 12, End: 14}, Text: "'", Kind: "measure", Value: json.RawMessage("[1.49,14.38]"), Unit: "km", Raw: &fact.Raw{Number: "1.49~14.38", Unit: "公里"},
		Base: &fact.Base{Value: json.RawMessage("[1490,14380]"), Unit: "m"}, Measure: "level", Indicator: "\uFF1D里程", How: &fact.Hows{Area: fact.Default, Subject: fact.Carried, Period: fact.Default, Basis: fact.Default}, Confidence: 0.1},
	{ID: "00000000000000a4", Doc: "=cmd.txt", Span: corpus.Span{Start: 14, End: 16}, Text: "6:55:39", Kind: "ratio", Value: json.RawMessage("[6.01,55.04,38.95]"), Unit: "1", Raw: &fact.Raw{}},
	{ID: "00000000000000a5", Doc: "=cmd.txt", Span: corpus.Span{Start: 16, End: 18}, Text: "-", Kind: "period", Value: json.RawMessage("null"), Locator: "page 3, box 1 2 3 4"},
	{ID: "00000000000000a6", Doc: "=cmd.txt", Span: corpus.Span{Start: 18, End: 19}, Text: "今年", Kind: "period", Value: json.RawMessage(`"2020-01/2020-03"`), Sentence: &fact.Sentence{Text: "今年<b>&amp;</b>😀一"}},
	{ID: "00000000000000a7", Doc: "=cmd.txt", Span: corpus.Span{Start: 19, End: 20}, Text: "0", Kind: "number", Value: json.RawMessage("-0.000000001"), Raw: &fact.Raw{Number: "0"}, Base: &fact.Base{Value: json.RawMessage("0"), Unit: "m"}, IndicatorID: "x-1", Subject: "-甲", Basis: "2015", Scope: "@全市", Agg: "peak"},
}

// made is the run that the tests export: of the samples, and the odd facts behind it.
var made = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "qushu-export")
	if err != nil {
		return "", err
	}
	e, err := engine()
	if err != nil {
		return dir, err
	}
	f, err := sink.Open(dir, sink.TableOptions{})
	if err != nil {
		return dir, err
	}
	put := func(r *fact.Result) error {
		rows, err := sink.Encode(sink.Place{File: r.Summary.Doc, Doc: r.Summary.Doc}, r)
		if err != nil {
			return err
		}
		return f.Put(rows)
	}
	files, _ := corpus.Find([]string{"../../corpus/samples"})
	for _, file := range files {
		data, err := os.ReadFile(file.OS)
		if err != nil {
			return dir, err
		}
		r, err := e.Bytes(file.Path, data, extract.Options{})
		if err != nil {
			return dir, err
		}
		if err := put(&r); err != nil {
			return dir, err
		}
	}
	bad := fact.Result{Facts: odd, Ledger: []fact.Entry{{Doc: "=cmd.txt", Text: "-1", Reason: "unresolved", Rule: "=x", Locator: "line 7"}},
		Summary: fact.Summary{Doc: "=cmd.txt", Bytes: 20, Error: "+is empty", Warnings: []string{"a", "b"}}}
	if err := put(&bad); err != nil {
		return dir, err
	}
	return dir, f.Close(struct{}{})
})

var engine = sync.OnceValues(func() (*extract.Engine, error) {
	set, err := rules.Default()
	if err != nil {
		return nil, err
	}
	return extract.New(set)
})

func TestMain(m *testing.M) {
	status := m.Run()
	if dir, err := made(); err == nil {
		os.RemoveAll(dir)
	}
	os.Exit(status)
}

func sampleRun(t *testing.T) *Run {
	dir, err := made()
	require.NoError(t, err)
	r, err := Open(dir)
	require.NoError(t, err)
	set, err := rules.Default()
	require.NoError(t, err)
	words, err := extract.PageWords(set)
	require.NoError(t, err)
	r.Texts = func(yield func(*corpus.Document) bool) {
		files, _ := corpus.Find([]string{"../../corpus/samples"})
		slices.Reverse(files) // any order will do
		for _, f := range files {
			data, err := os.ReadFile(f.OS)
			require.NoError(t, err)
			d, err := corpus.Read(f.Path, data, words)
			require.NoError(t, err)
			if !yield(d) {
				return
			}
		}
	}
	return r
}

// exported writes a format and returns where.
func exported(t *testing.T, format, name string) string {
	f, err := Find(format)
	require.NoError(t, err)
	path := filepath.Join(t.TempDir(), name)
	_, err = f.Write(sampleRun(t), path)
	require.NoError(t, err)
	left, err := filepath.Glob(filepath.Join(filepath.Dir(path), "*.part"))
	require.NoError(t, err)
	require.Empty(t, left)
	return path
}

// jsonl are the lines of a file of the run.
func jsonl(t *testing.T, name string) []string {
	dir, err := made()
	require.NoError(t, err)
	data, err := os.ReadFile(filepath.Join(dir, name+".jsonl"))
	require.NoError(t, err)
	return strings.Split(strings.TrimSuffix(string(data), "\n"), "\n")
}

// requireRun wants rows that say letter for letter what a file of the run does.
func requireRun(t *testing.T, name string, rows []map[string]string) {
	var got []string
	for _, row := range rows {
		var b strings.Builder
		switch name {
		case "facts":
			require.NoError(t, sink.Lines(&b, []fact.Fact{factOf(t, row)}))
		case "documents":
			require.NoError(t, sink.Lines(&b, []fact.Summary{summaryOf(t, row)}))
		default:
			require.NoError(t, sink.Lines(&b, []fact.Entry{{Doc: row["doc"], Span: spanOf(t, row, "span"), Locator: row["locator"], Text: row["text"], Reason: row["reason"], Rule: row["rule"], Context: row["context"]}}))
		}
		got = append(got, strings.TrimSuffix(b.String(), "\n"))
	}
	want := jsonl(t, name)
	require.Len(t, got, len(want))
	for i := range want {
		require.Equal(t, want[i], got[i])
	}
}

func summaryOf(t *testing.T, row map[string]string) fact.Summary {
	s := fact.Summary{Doc: row["doc"], SHA256: row["sha256"], Format: row["format"], Encoding: row["encoding"], Title: row["title"], Published: row["published"], Area: row["area"], Genre: row["genre"], Error: row["error"]}
	for name, to := range map[string]*int{"bytes": &s.Bytes, "year": &s.Year, "posts": &s.Posts, "facts": &s.Facts, "mentions": &s.Mentions, "numerals": &s.Numerals, "unresolved": &s.Unresolved} {
		*to = whole10(t, row[name])
	}
	if row["warnings"] != "" {
		s.Warnings = strings.Split(row["warnings"], "\n")
	}
	return s
}

func whole10(t *testing.T, cell string) int {
	if cell == "" {
		return 0
	}
	n, err := strconv.Atoi(cell)
	require.NoError(t, err)
	return n
}

func spanOf(t *testing.T, row map[string]string, of string) corpus.Span {
	return corpus.Span{Start: whole10(t, row[of+"_start"]), End: whole10(t, row[of+"_end"])}
}

// factOf is the fact that a row holds.
func factOf(t *testing.T, row map[string]string) fact.Fact {
	f := fact.Fact{ID: row["id"], Doc: row["doc"], Span: spanOf(t, row, "span"), Locator: row["locator"], Text: row["text"], Kind: row["kind"], Unit: row["unit"], Bound: row["bound"],
		Measure: row["measure"], Indicator: row["indicator"], IndicatorID: row["indicator_id"], Area: row["area"], AreaCode: row["area_code"], Subject: row["subject"], Period: row["period"],
		Status: row["status"], Basis: row["basis"], Scope: row["scope"], Agg: row["agg"], Rule: row["rule"]}
	f.Value = valueOf(row["value_text"], f.Kind == "date" || f.Kind == "period")
	if f.Kind != "date" && f.Kind != "period" {
		f.Raw = &fact.Raw{Number: row["raw_number"], Unit: row["raw_unit"]}
	}
	if row["base_unit"] != "" {
		f.Base = &fact.Base{Value: valueOf(row["base_text"], false), Unit: row["base_unit"]}
	}
	if f.Measure != "" {
		f.How = &fact.Hows{Indicator: fact.How(row["how_indicator"]), Area: fact.How(row["how_area"]), Subject: fact.How(row["how_subject"]), Period: fact.How(row["how_period"]), Basis: fact.How(row["how_basis"])}
	}
	if row["sentence_end"] != "" {
		f.Sentence = &fact.Sentence{Span: spanOf(t, row, "sentence"), Text: row["sentence"]}
		for _, part := range strings.FieldsFunc(row["sentence_spans"], func(r rune) bool { return r == ';' }) {
			from, to, _ := strings.Cut(part, "-")
			f.Sentence.Spans = append(f.Sentence.Spans, corpus.Span{Start: whole10(t, from), End: whole10(t, to)})
		}
	}
	if row["confidence"] != "" {
		var err error
		f.Confidence, err = strconv.ParseFloat(row["confidence"], 64)
		require.NoError(t, err)
	}
	if row["flags"] != "" {
		f.Flags = strings.Split(row["flags"], ";")
	}
	if row["repaired"] != "" {
		f.Repaired = json.RawMessage(row["repaired"])
	}
	return f
}

func valueOf(text string, isTime bool) json.RawMessage {
	switch {
	case text == "":
		return json.RawMessage("null")
	case isTime:
		return json.RawMessage(`"` + text + `"`)
	}
	return json.RawMessage(text)
}

// requireValues wants the column value, read as the format's numbers, to be the nearest
// number of the exact value, but for a part of it that the format's reader leaves out.
func requireValues(t *testing.T, rows []map[string]string, part float64) {
	numbers := 0
	for _, row := range rows {
		if row["value"] == "" {
			continue
		}
		numbers++
		want, err := strconv.ParseFloat(row["value_text"], 64)
		require.NoError(t, err)
		got, err := strconv.ParseFloat(row["value"], 64)
		require.NoError(t, err)
		require.InDelta(t, want, got, part*math.Abs(want))
	}
	require.Greater(t, numbers, 800)
}
