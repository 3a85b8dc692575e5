package extract

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestTablesOfTexts reads a table in a text that is all body, as the pipe gives it.
func TestTablesOfTexts(t *testing.T) {
	e, err := builtin()
	require.NoError(t, err)
	text := "云溪县主要指标如下。\n单位：亿元\n指标\t2030年\t2031年\n税收\t21.4\t22.0\n投资\t40.2\t41\n"
	r, found := e.Text("1", text, Options{})
	f := find(t, r, "41")
	assert.Equal(t, []string{"投资", "4100000000", "2031", "table 1, row 3, column 3"}, []string{f.Indicator, string(f.Value), f.Period, f.Locator})
	assert.Equal(t, "41", text[f.Span.Start:f.Span.End])
	assert.Len(t, found, 6)
	for _, x := range e.Explain(text, Options{}) {
		if x.Locator == "table 1, row 3" {
			assert.Len(t, x.Facts, 2)
			return
		}
	}
	assert.Fail(t, "the row is not explained")
}

func TestCellsOfPagesHavePlaces(t *testing.T) {
	e, err := builtin()
	require.NoError(t, err)
	for name, text := range map[string]string{
		"a.html": "<html><body><p>云溪县主要指标如下，请予关注。</p><table><tr><th>指标<th>2031年（亿元）<tr><td>税收<td><b>22.0</b></table></body></html>",
		"a.csv":  "指标,2031年（亿元）\n税收,22.0\n",
		"a.md":   "# 指标\n\n| 指标 | 2031年（亿元） |\n|---|---|\n| 税收 | 22.0 |\n",
	} {
		r, err := e.Bytes(name, []byte(text), Options{})
		require.NoError(t, err)
		f := find(t, r, "22.0")
		assert.Equal(t, "table 1, row 2, column 2", f.Locator, name)
		assert.Equal(t, "22.0", text[f.Span.Start:f.Span.End], name)
	}
}
