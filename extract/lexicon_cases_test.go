package extract

import (
	"encoding/json"
	"math/big"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	iso "golang.org/x/text/currency"

	"github.com/qushu/qushu/extract/fact"
	"github.com/qushu/qushu/normalize/number"
	"github.com/qushu/qushu/rules"
)

// caseTable reads a table of testdata.
func caseTable(t *testing.T, name string) rules.Table {
	src, err := os.ReadFile("testdata/" + name)
	require.NoError(t, err)
	table, err := rules.ParseTable(strings.TrimSuffix(name, ".tsv"), name, src)
	require.NoError(t, err)
	return table
}

// readQuoted reads a sentence with its figure in 【】 and wants exactly that figure found. It
// gives the mention, and the fact made of it where there is one.
func readQuoted(t *testing.T, e *Engine, quoted string) (Found, *fact.Fact) {
	before, rest, ok := strings.Cut(quoted, "【")
	figure, after, ok2 := strings.Cut(rest, "】")
	require.True(t, ok && ok2, "%s has no figure in 【】", quoted)
	r, found := e.Text("", before+figure+after, Options{Year: 2031})
	i := slices.IndexFunc(found, func(f Found) bool { return f.Start == len(before) && f.End == len(before)+len(figure) })
	if i < 0 {
		assert.Fail(t, "the figure is not found", "%s: found %v", quoted, found)
		return Found{}, nil
	}
	for j := range r.Facts {
		if r.Facts[j].Span == found[i].Span && r.Facts[j].Measure != "" {
			return found[i], &r.Facts[j]
		}
	}
	return found[i], nil
}

func sameNumber(t *testing.T, want string, got json.RawMessage, msg string) {
	w, ok := new(big.Rat).SetString(want)
	require.True(t, ok, "%s: %s is no number", msg, want)
	g, ok := new(big.Rat).SetString(string(got))
	if assert.True(t, ok, "%s: got %s", msg, got) {
		diff := new(big.Rat).Sub(w, g)
		assert.True(t, diff.Abs(diff).Cmp(big.NewRat(1, 1_000_000)) <= 0, "%s: want %s got %s", msg, want, got)
	}
}

// TestEveryUnitHasACase reads a figure with each unit of the lexicon.
func TestEveryUnitHasACase(t *testing.T) {
	e, err := builtin()
	require.NoError(t, err)
	table := caseTable(t, "units.tsv")
	var words []string
	for _, r := range table.Rows {
		cell := func(col string) string { return table.Cell(r, col) }
		words = append(words, cell("word"))
		assert.Contains(t, cell("sentence"), cell("word"))
		m, f := readQuoted(t, e, cell("sentence"))
		assert.Equal(t, cell("kind"), m.Kind, cell("sentence"))
		assert.Equal(t, cell("unit"), m.Unit, cell("sentence"))
		sameNumber(t, cell("value"), m.Value, cell("sentence"))
		if base := strings.Fields(cell("base")); len(base) == 2 && assert.NotNil(t, f, cell("sentence")) && assert.NotNil(t, f.Base, cell("sentence")) {
			sameNumber(t, base[0], f.Base.Value, cell("sentence"))
			assert.Equal(t, base[1], f.Base.Unit, cell("sentence"))
		}
		if cell("kind") == "money" && cell("unit") != "XBT" { // ISO 4217 has no code for it
			_, err := iso.ParseISO(cell("unit"))
			assert.NoError(t, err, "%s is no code of a currency", cell("unit"))
		}
	}
	assert.ElementsMatch(t, e.Set.Lists["units"].Words, words, "each unit of the lexicon once, and no other")
}

// TestEveryScaleHasACase reads a figure with each scale, and wants one for every
// character that is one.
func TestEveryScaleHasACase(t *testing.T) {
	e, err := builtin()
	require.NoError(t, err)
	table := caseTable(t, "scales.tsv")
	var seen strings.Builder
	for _, r := range table.Rows {
		seen.WriteString(table.Cell(r, "scale"))
		m, _ := readQuoted(t, e, table.Cell(r, "sentence"))
		sameNumber(t, table.Cell(r, "value"), m.Value, table.Cell(r, "sentence"))
	}
	for r := rune(0x4E00); r <= 0x9FFF; r++ {
		if number.IsScale(r) {
			assert.Contains(t, seen.String(), string(r), "a scale without a case")
		}
	}
}

// hedgeCases say what the hedges mean, independently of the lexicon: place, bound, and
// the words. The sentence of a word is made by its place unless oddHedges has one.
var hedgeCases = []struct{ place, bound, words string }{
	{"before", "nearly", "近 将近 接近 约近 近乎"},
	{"before", "about", "约 大约 约为 大概"},
	{"before", "over", "超 逾 超逾 约超 过 破 近超"},
	{"before", "at_least", "上 不低于 不少于 至少 最少 起码 不下"},
	{"before", "under", "不足 不到 未满 不满 低于"},
	{"before", "at_most", "不超过 不超 不高于 不多于 至多 最多 顶多"},
	{"after", "at_least", "以上 及以上 或以上 或者以上 之上 （含）以上 起"},
	{"after", "at_most", "以下 及以下 或以下 或者以下 之下 以内 之内 内"},
	{"after", "about", "左右 上下 级"},
	{"after", "over", "出头 有余 开外 余 多 强"},
	{"after", "under", "弱"},
	{"after", "exact", "不等"},
	{"verb", "about", "约占"},
	{"verb", "over", "突破 超过 超出 迈上 迈过 跨过 跨越 跨上 跃上 站上 登上 冲破 逾越 首破 首超 大于 高于 多于"},
	{"verb", "at_least", "达到或超过 不小于 大于等于 大于或等于"},
	{"verb", "nearly", "接近 逼近"},
	{"verb", "under", "小于 少于 低于"},
	{"verb", "at_most", "不大于 小于等于 小于或等于"},
	{"verb", "exact", "控制在"},
	{"frame", "over", "大关 台阶 新台阶"},
}

// hedgeSentences are the sentences by place, %s the word.
var hedgeSentences = map[string]string{
	"before": "全区税收达【%s5亿元】。",
	"after":  "全区税收达【5亿元%s】。",
	"verb":   "全区税收%s【5亿元】。",
	"frame":  "全区税收来到【5亿元】%s。",
}

// oddHedges are the sentences of hedges that stand only with some figures.
var oddHedges = map[string]string{
	"内 after": "办理时限为【3天内】。",
	"接近 verb": "全区税收接近了【5亿元】。",
	"低于 verb": "全区税收低于了【5亿元】。",
}

func TestEveryHedgeHasACase(t *testing.T) {
	e, err := builtin()
	require.NoError(t, err)
	var rows []string
	for _, c := range hedgeCases {
		for _, word := range strings.Fields(c.words) {
			rows = append(rows, word+" "+c.place)
			sentence, odd := oddHedges[word+" "+c.place]
			if !odd {
				sentence = strings.Replace(hedgeSentences[c.place], "%s", word, 1)
			}
			m, _ := readQuoted(t, e, sentence)
			assert.Equal(t, c.bound, m.Bound, sentence)
		}
	}
	var want []string
	for _, r := range e.Set.Tables["hedges"].Rows {
		want = append(want, r.Cells[0]+" "+r.Cells[1])
	}
	assert.ElementsMatch(t, want, rows, "each hedge of the lexicon once, and no other")
}
