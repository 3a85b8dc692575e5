package extract

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/qushu/qushu/extract/fact"
	"github.com/qushu/qushu/extract/link"
	"github.com/qushu/qushu/extract/words"
	"github.com/qushu/qushu/rules"
)

func TestConfidence(t *testing.T) {
	e, err := builtin()
	require.NoError(t, err)
	level := func(change func(*fact.Fact)) *fact.Fact {
		f := &fact.Fact{Measure: "level", Kind: "money", Indicator: "棠川茶叶收入", Area: "岚州市", Period: "2031", How: &fact.Hows{Indicator: fact.Stated, Period: fact.Carried}}
		if change != nil {
			change(f)
		}
		return f
	}
	plain := e.belief.in(level(nil), &link.Draft{})
	assert.Equal(t, 0.89, plain, "8 to 1")
	for _, c := range []struct {
		name   string
		change func(*fact.Fact)
		draft  link.Draft
		want   float64
	}{
		{"known", func(f *fact.Fact) { f.IndicatorID = "gdp" }, link.Draft{}, 0.96},
		{"a name without a head", func(f *fact.Fact) { f.Indicator = "棠川茶叶" }, link.Draft{}, 0.67},
		{"a counted action", func(f *fact.Fact) { f.Indicator = "新增茶叶" }, link.Draft{}, 0.89},
		{"a short name", func(f *fact.Fact) { f.Indicator = "收入" }, link.Draft{}, 0.74},
		{"a carried name", func(f *fact.Fact) { f.How.Indicator = fact.Carried }, link.Draft{}, 0.85},
		{"a carried name that is known", func(f *fact.Fact) { f.How.Indicator, f.IndicatorID = fact.Carried, "gdp" }, link.Draft{}, 0.96},
		{"a noun behind", nil, link.Draft{Behind: true}, 0.8},
		{"an end of a change", nil, link.Draft{Turn: true}, 0.74},
		{"a growth", func(f *fact.Fact) { f.Measure = "growth" }, link.Draft{}, 0.94},
		{"a multiple", func(f *fact.Fact) { f.Measure = "multiple" }, link.Draft{}, 0.74},
		{"an area", func(f *fact.Fact) { f.Kind = "measure" }, link.Draft{}, 0.94},
		{"a bare number", func(f *fact.Fact) { f.Kind = "number" }, link.Draft{}, 0.85},
		{"a quarter", func(f *fact.Fact) { f.Period = "2031-01/2031-03" }, link.Draft{}, 0.85},
		{"several years", func(f *fact.Fact) { f.Period = "2027/2031" }, link.Draft{}, 0.89},
		{"no area", func(f *fact.Fact) { f.Area = "" }, link.Draft{}, 0.8},
		{"a body", func(f *fact.Fact) { f.How.Subject = fact.Stated }, link.Draft{}, 0.8},
		{"stitched", func(f *fact.Fact) { f.Flags = []string{fact.Stitched} }, link.Draft{}, 0.74},
		{"repeated", func(f *fact.Fact) { f.Flags = []string{fact.Repeated} }, link.Draft{}, 0.94},
		{"stitched and repeated", func(f *fact.Fact) { f.Flags = []string{fact.Stitched, fact.Repeated} }, link.Draft{}, 0.94},
		{"doubtful", func(f *fact.Fact) { f.IndicatorID, f.Flags = "gdp", []string{fact.Fused} }, link.Draft{}, 0.5},
	} {
		assert.Equal(t, c.want, e.belief.in(level(c.change), &c.draft), c.name)
	}
}

func TestAFigureInAnOddUnitIsDoubted(t *testing.T) {
	f := find(t, read(t, "2023年，地区生产总值25亩，粮食产量3.2万吨。", Options{}), "25亩")
	assert.Empty(t, f.IndicatorID)
	assert.Contains(t, f.Flags, fact.OddUnit)
	assert.LessOrEqual(t, f.Confidence, 0.5)

	f = find(t, read(t, "2023年，数字经济核心产业增加值占地区生产总值比重为9.8%，比上年提高0.6个百分点。", Options{}), "0.6个百分点")
	assert.Empty(t, f.IndicatorID, "points of a sum of money may be of its share")
	assert.NotContains(t, f.Flags, fact.OddUnit)

	for text, quote := range map[string]string{"财政支出保持在70%以上。": "70%以上", "发放育儿补贴18.2万人。": "18.2万人", "技能人才总量超696万。": "超696万"} {
		assert.NotContains(t, find(t, read(t, "2023年，"+text, Options{}), quote).Flags, fact.OddUnit, text)
	}
}

func TestConfidenceTableIsWhole(t *testing.T) {
	set, err := rules.Default()
	require.NoError(t, err)
	sets := words.Sets(lists(set))
	rows := "base\t3\n"
	for _, s := range signs {
		rows += s.name + "\t1\n"
	}
	for _, c := range []struct{ rows, want string }{
		{rows, ""},
		{"base\t3\n", "confidence.tsv: found no line for the sign known"},
		{rows + "taste\t1\n", "confidence.tsv:18: found the sign taste, which nothing shows"},
		{rows + "known\t2\n", "confidence.tsv:18: found the sign known a second time"},
		{"base\tmuch\n", "confidence.tsv:2: found \"much\" doublings, wanted a number from -10 to 10"},
		{"base\tNaN\n", "confidence.tsv:2: found \"NaN\" doublings, wanted a number from -10 to 10"},
	} {
		table, err := rules.ParseTable("confidence", "confidence.tsv", []byte("sign\tdoublings\n"+c.rows))
		require.NoError(t, err)
		_, err = newBelief(&rules.Set{Tables: map[string]rules.Table{"confidence": table}}, sets)
		if c.want == "" {
			assert.NoError(t, err)
		} else {
			assert.EqualError(t, err, c.want)
		}
	}
	_, err = newBelief(&rules.Set{}, sets)
	assert.EqualError(t, err, "the lexicon has no table confidence.tsv")
}
