package view

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"unicode/utf16"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/qushu/qushu/corpus"
	"github.com/qushu/qushu/extract"
	"github.com/qushu/qushu/extract/export"
	"github.com/qushu/qushu/extract/fact"
	"github.com/qushu/qushu/extract/sink"
	"github.com/qushu/qushu/rules"
)

// hostile documents try to run scripts, to end the element they stand in, to turn the
// direction of lines.
var hostile = map[string]string{
	"a.txt":                             "2031年，青屿区实现税收3.5亿元<script>window.harmed=1</script>，增长4.2%。</script><script>window.harmed=1</script><img src=x onerror=\"window.harmed=1\">共有产业园区7个。\n",
	"b<img src=x onerror=harmed=1>.txt": "青屿区\u202e元亿5.3收税\u202c实现出口总额16400000000.05元。😀😀产业园区增至9个。\u2028<!--<script>\n",
	"c.html":                            "<html><head><title>税收&lt;svg onload=harmed=1&gt;</title></head><body><p onclick=harmed=1>2031年税收<b>26.9</b>亿元&lt;/script&gt;。</p></body></html>",
}

var engine = sync.OnceValues(func() (*extract.Engine, error) {
	set, err := rules.Default()
	if err != nil {
		return nil, err
	}
	return extract.New(set)
})

// ran makes a run of documents; its texts are those of the folder in.
func ran(t testing.TB, in string) *export.Run {
	e, err := engine()
	require.NoError(t, err)
	dir := t.TempDir()
	out, err := sink.Open(dir, sink.TableOptions{})
	require.NoError(t, err)
	words, err := extract.PageWords(e.Set)
	require.NoError(t, err)
	files, problems := corpus.Find([]string{in})
	require.Empty(t, problems)
	for _, f := range files {
		data, err := os.ReadFile(f.OS)
		require.NoError(t, err)
		r, err := e.Bytes(f.Path, data, extract.Options{})
		require.NoError(t, err, f.Path)
		rows, err := sink.Encode(sink.Place{File: f.Path, Doc: f.Path}, &r)
		require.NoError(t, err)
		require.NoError(t, out.Put(rows))
	}
	require.NoError(t, out.Close(map[string]any{}))
	r, err := export.Open(dir)
	require.NoError(t, err)
	r.Texts = func(yield func(*corpus.Document) bool) {
		for _, f := range files {
			data, err := os.ReadFile(f.OS)
			require.NoError(t, err)
			if d, err := corpus.Read(f.Path, data, words); err == nil && !yield(d) {
				return
			}
		}
	}
	return r
}

func hostileFolder(t testing.TB) string {
	dir := t.TempDir()
	for name, text := range hostile {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644))
	}
	return dir
}

func reported(t testing.TB, r *export.Run) string {
	var b bytes.Buffer
	_, err := Report(&b, r, map[string]any{})
	require.NoError(t, err)
	return b.String()
}

// dataOf is the data inside a report, as the page will read it.
func dataOf(t *testing.T, page string) (d struct {
	Docs      []struct{ Blocks [][]any }
	Sentences []string
	Facts     []struct {
		fact.Fact
		Doc      int   `json:"doc"`
		S        int   `json:"s"`
		Value    any   `json:"value"`
		At       []int `json:"at"`
		Base     any   `json:"base"`
		Repaired any   `json:"repaired"`
	}
}) {
	_, rest, ok := strings.Cut(page, `id="data">`)
	require.True(t, ok)
	text, _, ok := strings.Cut(rest, "</script>")
	require.True(t, ok)
	require.NoError(t, json.Unmarshal([]byte(text), &d))
	return d
}

func TestReportPlacesEveryFact(t *testing.T) {
	r := ran(t, "../../../corpus/samples")
	d := dataOf(t, reported(t, r))
	require.Len(t, d.Docs, 12)
	for _, f := range d.Facts {
		require.Len(t, f.At, 3, "%s %s", f.ID, f.Text)
		text := utf16.Encode([]rune(d.Docs[f.Doc].Blocks[f.At[0]][2].(string)))
		got := string(utf16.Decode(text[f.At[1]:f.At[2]]))
		assert.Contains(t, strings.Join(strings.Fields(f.Text), ""), strings.Join(strings.Fields(got), ""))
		assert.Contains(t, strings.Join(strings.Fields(d.Sentences[f.S]), ""), strings.Join(strings.Fields(got), ""))
	}
	n := 0
	for f, err := range r.Facts() {
		require.NoError(t, err)
		assert.Equal(t, f.ID, d.Facts[n].ID)
		assert.Equal(t, digits(f.Value), plain(d.Facts[n].Value))
		n++
	}
	assert.Len(t, d.Facts, n)
}

// plain makes a list of strings of what JSON made of one.
func plain(v any) any {
	if list, ok := v.([]any); ok {
		out := make([]string, len(list))
		for i, x := range list {
			out[i] = x.(string)
		}
		return out
	}
	return v
}

func TestReportOfHostileDocuments(t *testing.T) {
	page := reported(t, ran(t, hostileFolder(t)))
	assert.Equal(t, 2, strings.Count(page, "</script>"), "a document ended a script")
	assert.Equal(t, 2, strings.Count(page, "<script"), "a document began a script")
	assert.NotContains(t, page, "<img")
	assert.NotContains(t, page, "<!--")
	assert.NotContains(t, page, "unsafe-")
	assert.NotRegexp(t, `<[^>]+\son\w+=`, page, "an event handler in an attribute")
	assert.NotRegexp(t, `(?i)https?://`, strings.ReplaceAll(page, "http://www.w3.org/2000/svg", ""), "an address")
	d := dataOf(t, page)
	found := false
	for _, f := range d.Facts {
		found = found || f.Value == "16400000000.05"
	}
	assert.True(t, found, "a digit was lost")
}

func TestReportIsTheSameTwice(t *testing.T) {
	r := ran(t, hostileFolder(t))
	assert.Equal(t, reported(t, r), reported(t, r))
}

// TestReportWithoutTexts shows sentences where the documents are not there.
func TestReportWithoutTexts(t *testing.T) {
	r := ran(t, hostileFolder(t))
	r.Texts = nil
	var b bytes.Buffer
	missing, err := Report(&b, r, nil)
	require.NoError(t, err)
	assert.Equal(t, len(hostile), missing)
	d := dataOf(t, b.String())
	assert.Nil(t, d.Docs[0].Blocks)
	assert.NotEmpty(t, d.Sentences)
}

func TestReportRefusesMixedRuns(t *testing.T) {
	r := ran(t, hostileFolder(t))
	require.NoError(t, os.WriteFile(filepath.Join(r.Dir, "documents.jsonl"), nil, 0o644))
	_, err := Report(&bytes.Buffer{}, r, nil)
	assert.ErrorContains(t, err, "are not of one run")
}
