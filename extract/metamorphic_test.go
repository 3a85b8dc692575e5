package extract

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/qushu/qushu/corpus/variant"
)

// variants are ways to write a text that change nothing of what it states.
var variants = []struct {
	name  string
	write func(text string) []byte
}{
	{"gb18030.txt", variant.GB18030},
	{"utf16.txt", variant.UTF16},
	{"crlf.txt", variant.CRLF},
	{"fullwidth.txt", variant.FullWidth},
	{"spaced.txt", variant.Spaced},
	{"wrapped.txt", func(text string) []byte { return variant.Wrapped(text, 38) }},
	{"portal.html", func(text string) []byte {
		return variant.Portal(text, []string{"首页", "政务公开", "互动交流"}, "主办单位：某办公室 网站标识码：3501000001")
	}},
	{"word.docx", func(text string) []byte { return variant.DOCX(strings.Split(text, "\n")) }},
	{"book.pdf", variant.PDF},
}

// TestVariantsGiveTheSameFacts reads articles in every variant: the facts, but for where
// they stand and how their figures are set, are the same.
func TestVariantsGiveTheSameFacts(t *testing.T) {
	e, err := builtin()
	require.NoError(t, err)
	for _, sample := range []string{"article-report.txt", "article-communique.txt"} {
		data, err := os.ReadFile(filepath.Join("testdata", sample))
		require.NoError(t, err)
		want := states(t, e, sample, data)
		require.Greater(t, len(want), 20)
		for _, v := range variants {
			t.Run(sample+"/"+v.name, func(t *testing.T) {
				assert.Equal(t, want, states(t, e, v.name, v.write(string(data))))
			})
		}
	}
}

// states are the facts of a document without what the way of writing decides.
func states(t *testing.T, e *Engine, name string, data []byte) []string {
	r, err := e.Bytes(name, data, Options{})
	require.NoError(t, err)
	var out []string
	for _, f := range r.Facts {
		if f.Measure != "" {
			out = append(out, strings.Join([]string{f.Measure, f.Indicator, string(f.Value), f.Unit, f.Bound, f.Area, f.Subject, f.Period, f.Status, f.Basis, f.Scope, f.Agg, fmt.Sprint(f.Confidence > 0.5)}, " | "))
		}
	}
	return out
}
