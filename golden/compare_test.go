package golden

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/qushu/qushu/corpus"
	"github.com/qushu/qushu/extract/fact"
	"github.com/qushu/qushu/rules"
)

const teaSentence = "2031年，全省茶叶产值12.5亿元，增长3.6%，\n预计明年达13亿元。"

func sentence(start int, text string) *fact.Sentence {
	return &fact.Sentence{Span: corpus.Span{Start: start, End: start + len(text)}, Text: text}
}

// teaFacts are the facts that the tea golden asks for, the known miss left out.
func teaFacts() []fact.Fact {
	s := sentence(10, teaSentence)
	f := fact.Fact{Doc: "tea.txt", Area: "云泽省", Period: "2031", Status: "actual", Sentence: s, Indicator: "茶叶产值", Measure: "level"}
	year, level, growth, farmers := f, f, f, f
	year = fact.Fact{Doc: "tea.txt", Text: "2031年", Kind: "period", Value: json.RawMessage(`"2031"`), Sentence: s}
	level.Text, level.Kind, level.Value, level.Unit, level.Bound = "12.5亿元", "money", json.RawMessage("1250000000"), "CNY", "exact"
	growth.Text, growth.Kind, growth.Value, growth.Unit, growth.Measure, growth.Basis = "3.6%", "percent", json.RawMessage("3.6"), "%", "growth", "yoy"
	farmers.Text, farmers.Kind, farmers.Value, farmers.Unit, farmers.Bound = "近3万户", "count", json.RawMessage("30000"), "户", "nearly"
	farmers.Indicator, farmers.Sentence = "茶农", sentence(200, "近3万户茶农增收。")
	for i, x := range []*fact.Fact{&year, &level, &growth, &farmers} {
		x.Span = corpus.Span{Start: 10 + 10*i, End: 15 + 10*i}
	}
	return []fact.Fact{year, level, growth, farmers}
}

func TestCompareHoldsFlags(t *testing.T) {
	facts := teaFacts()
	facts[1].Flags, facts[1].Repaired = []string{"lost_scale", "stitched"}, json.RawMessage("12500000000000")
	r := Compare(teaGolden(t), facts)
	require.Len(t, r.Differences, 1)
	assert.Equal(t, []string{"repaired", "flags"}, r.Differences[0].Fields)
	assert.Contains(t, r.String(), "repaired=12500000000000 flags=lost_scale,stitched")
}

func TestCompareHolds(t *testing.T) {
	r := Compare(teaGolden(t), teaFacts())
	assert.True(t, r.OK(), r.String())
	assert.Equal(t, map[string]Count{"period": {TP: 1}, "level": {TP: 1, FN: 1}, "growth": {TP: 1}}, r.ByMeasure)
	assert.Equal(t, Count{TP: 3, FN: 1}, r.Total())
}

func TestCompareDifferences(t *testing.T) {
	missing := func(f []fact.Fact) []fact.Fact { return f[:2] }
	tests := []struct {
		name   string
		change func([]fact.Fact) []fact.Fact
		want   string
		count  Count
	}{
		{"missing", missing,
			"tea.golden:11: missing: 2031年，全省茶叶产值12.5亿元，增长3.6%，预计明年达13亿元。\n   want  growth  茶叶产值  +3.6 %  “3.6%”  basis=yoy\n   got   nothing\n",
			Count{TP: 2, FN: 2}},
		{"differs", func(f []fact.Fact) []fact.Fact {
			f[2].Value, f[2].Period = json.RawMessage("36"), ""
			return f
		}, "tea.golden:11: differs in value, period: 2031年，全省茶叶产值12.5亿元，增长3.6%，预计明年达13亿元。\n   want  growth  茶叶产值  +3.6 %  “3.6%”  basis=yoy\n   got   growth  茶叶产值  +36 %   “3.6%”  basis=yoy period=null\n",
			Count{TP: 2, FP: 1, FN: 2}},
		{"unexpected in a sentence without facts", func(f []fact.Fact) []fact.Fact {
			extra := f[3]
			extra.Text, extra.Sentence = "5G", sentence(300, "“5G茶园”建成。")
			return append(f, extra)
		}, "tea.golden:17: unexpected: “5G茶园”建成。\n   want  nothing\n   got   level  茶农  <~30000 户  “5G”\n",
			Count{TP: 3, FP: 1, FN: 1}},
		{"unexpected sentence", func(f []fact.Fact) []fact.Fact {
			extra := f[3]
			extra.Sentence = sentence(300, "另有近3万户。")
			return append(f, extra)
		}, "tea.golden: unexpected: 另有近3万户。\n   want  nothing\n   got   level  茶农  <~30000 户  “近3万户”\n",
			Count{TP: 3, FP: 1, FN: 1}},
		{"todo passed", func(f []fact.Fact) []fact.Fact {
			next := f[1]
			next.Text, next.Value, next.Status, next.Period = "13亿元", json.RawMessage("1300000000"), "expected", "2032"
			return append(f, next)
		}, "tea.golden:12: todo passed: 2031年，全省茶叶产值12.5亿元，增长3.6%，预计明年达13亿元。\n   want  todo level  茶叶产值  1300000000 CNY  “13亿元”  status=expected period=2032\n   got   level       茶叶产值  1300000000 CNY  “13亿元”  status=expected period=2032\n",
			Count{TP: 4}},
		{"a known miss is no news", func(f []fact.Fact) []fact.Fact {
			next := f[1]
			next.Text, next.Value = "13亿元", json.RawMessage("1300000000")
			return append(f, next)
		}, "", Count{TP: 3, FP: 1, FN: 1}},
		{"a proposed line is not held against it", func(f []fact.Fact) []fact.Fact {
			f[3].Value = json.RawMessage("3")
			return f
		}, "", Count{TP: 3, FN: 1}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := Compare(teaGolden(t), tt.change(teaFacts()))
			assert.Equal(t, tt.want, r.String())
			assert.Equal(t, tt.count, r.Total())
		})
	}
}

func TestComparePairsSameQuotes(t *testing.T) {
	f, err := Parse("x", []byte("doc a\n> 甲5家，乙5家。\nlevel 甲 5 家 “5家”\nlevel 乙 5 家 “5家”\n"))
	require.NoError(t, err)
	mk := func(indicator string) fact.Fact {
		return fact.Fact{Text: "5家", Kind: "count", Value: json.RawMessage("5"), Unit: "家", Measure: "level", Indicator: indicator, Sentence: sentence(0, "甲5家，乙5家。")}
	}
	assert.True(t, Compare(f, []fact.Fact{mk("乙"), mk("甲")}).OK())
	r := Compare(f, []fact.Fact{mk("乙"), mk("丙")})
	require.Len(t, r.Differences, 1)
	assert.Equal(t, []string{"indicator"}, r.Differences[0].Fields)
}

func TestRecordCompares(t *testing.T) {
	given := []rules.KV{{Key: "year", Value: "2031"}, {Key: "area", Value: "云泽省"}}
	bare := *sentence(150, "“5G茶园”建成。")
	f := Record("tea.txt", "ab", given, teaFacts(), bare)
	assert.Equal(t, `doc      tea.txt
sha256   ab
given    year=2031 area=云泽省

> 2031年，全省茶叶产值12.5亿元，增长3.6%， 预计明年达13亿元。
? period  2031                      “2031年”
? level   茶叶产值  1250000000 CNY  “12.5亿元”
? growth  茶叶产值  +3.6 %          “3.6%”      basis=yoy

> “5G茶园”建成。
? nothing

> 近3万户茶农增收。
? level  茶农  <~30000 户  “近3万户”
`, string(f.Format()))
	requireRoundTrip(t, f)
	f = Record("tea.txt", "ab", given, teaFacts(), bare)
	r := Compare(f, teaFacts())
	assert.True(t, r.OK())
	assert.Empty(t, r.ByMeasure)
	for i := range f.Sections {
		f.Sections[i].Proposed = false
		for j := range f.Sections[i].Lines {
			f.Sections[i].Lines[j].Proposed = false
		}
	}
	r = Compare(f, teaFacts())
	assert.True(t, r.OK(), r.String())
	assert.Equal(t, Count{TP: 4}, r.Total())
}

func TestLineOf(t *testing.T) {
	given := []rules.KV{{Key: "year", Value: "2031"}}
	tests := []struct {
		f    fact.Fact
		want string
	}{
		{fact.Fact{Kind: "count", Measure: "level", Indicator: "园区", Value: json.RawMessage("[3,5]"), Unit: "家"}, "level  园区  3..5 家  period=null"},
		{fact.Fact{Kind: "ratio", Measure: "ratio", Indicator: "结构", Value: json.RawMessage("[6,55.0,39]"), Unit: "1", Period: "2031"}, "ratio  结构  6:55.0:39"},
		{fact.Fact{Kind: "rank", Measure: "rank", Value: json.RawMessage("1"), Unit: "rank", Period: "2030", Scope: "全省"}, "rank  -  1  scope=全省 period=2030"},
		{fact.Fact{Kind: "duration", Value: json.RawMessage("16"), Unit: "mo", Text: "16个月"}, "duration  16 mo  “16个月”"},
		{fact.Fact{Kind: "period", Text: "近年"}, "period  null  “近年”"},
		{fact.Fact{Kind: "number", Measure: "level", Indicator: "x", Value: json.RawMessage("1.5e3"), Period: "2031", Status: "target"}, "level  x  1500  status=target"},
	}
	for _, tt := range tests {
		assert.Equal(t, tt.want, LineOf(tt.f, given).String())
	}
}
