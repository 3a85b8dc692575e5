package golden

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/qushu/qushu/extract/fact"
)

func jsonLines(t *testing.T, facts []fact.Fact) *bytes.Buffer {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	for _, f := range facts {
		require.NoError(t, enc.Encode(f))
	}
	return &b
}

const scoredTea = `doc      in/tea.txt
given    year=2031 area=云泽省

> 2031年，全省茶叶产值12.5亿元，增长3.6%， 预计明年达13亿元。
period  2031                        “2031年”
level   茶叶产值  1250000000 CNY    “12.5亿元”
growth  茶叶产值  +3.6 %            “3.6%”      basis=yoy
todo level  茶叶产值  1300000000 CNY  “13亿元”  status=expected period=2032

> 近3万户茶农增收。
? level  茶农  <~30000 户  “近3万户”

> 茶园更美，茶农更富。
? nothing
`

// TestScoreOnGoldens has numbers worked out by hand: of 4 mentions asked for 3 are found and
// none is too many; of 3 facts 2 are right, or 1 where the growth has another name.
func TestScoreOnGoldens(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "tea.golden"), []byte(scoredTea), 0o644))
	facts := teaFacts()
	for i := range facts {
		facts[i].Span.Start, facts[i].Span.End = facts[i].Span.Start+10, facts[i].Span.End+10
	}
	s, err := Score(jsonLines(t, facts), dir, "")
	require.NoError(t, err)
	assert.Equal(t, NewPRF(3, 3, 4), s.All.Mention)
	assert.Equal(t, NewPRF(3, 3, 4), s.All.Span)
	assert.Equal(t, NewPRF(2, 2, 3), s.All.Fact)
	assert.Equal(t, Hits{1, 2}, s.Kinds["money"])
	assert.Equal(t, NewPRF(1, 1, 2), s.ByMeasure["level"])
	require.Len(t, s.Errors, 1)
	assert.Contains(t, s.Errors[0].String(), "tea.golden:8: missed: 13亿元: want 1300000000 CNY")
	assert.Empty(t, s.Intervals, "one document has no interval")

	facts[2].Indicator = "茶叶"
	s, err = Score(jsonLines(t, facts), dir, "")
	require.NoError(t, err)
	assert.Equal(t, NewPRF(1, 2, 3), s.All.Core)
}

// TestGoldensScoreRepeatedFigures tells figures of the same words in one sentence apart.
func TestGoldensScoreRepeatedFigures(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "a.golden"), []byte(`doc a.txt

> 甲、乙均增长5%，丙增长5%，结构为6:55:39，区间1—3倍。
growth  甲    +5 %     “5%”
growth  丙    +5 %     “5%”
growth  丁    +5 %     “5%”
ratio   结构  6:55:39  “6:55:39”
multiple 区间 1..3 x “1—3倍”
`), 0o644))
	s := sentence(0, "甲、乙均增长5%，丙增长5%，结构为6:55:39，区间1—3倍。")
	at := func(start int, text, kind, value, unit, measure, indicator string) fact.Fact {
		f := fact.Fact{Doc: "a.txt", Text: text, Kind: kind, Value: json.RawMessage(value), Unit: unit, Measure: measure, Indicator: indicator, Status: "actual", Sentence: s, Bound: "exact"}
		f.Span.Start, f.Span.End = start, start+len(text)
		return f
	}
	facts := []fact.Fact{
		at(18, "5%", "percent", "5", "%", "growth", "甲"),
		at(32, "5%", "percent", "5", "%", "growth", "丙"), at(32, "5%", "percent", "5", "%", "growth", "丁"),
		at(46, "6:55:39", "ratio", "[6,55,39]", "1", "ratio", "结构"), at(60, "1—3倍", "multiple", "[1,3]", "x", "multiple", "区间"),
	}
	got, err := Score(jsonLines(t, facts), dir, "")
	require.NoError(t, err)
	assert.Equal(t, NewPRF(4, 4, 4), got.All.Span)
	assert.Equal(t, NewPRF(5, 5, 5), got.All.Fact, strings.Join(shownErrors(got), "\n"))
}

func shownErrors(s Scores) (out []string) {
	for _, e := range s.Errors {
		out = append(out, e.String())
	}
	return out
}

func TestIntervals(t *testing.T) {
	doc := func(right int) tally {
		var d tally
		d.init()
		d.mentions = ratio{right, 10, 10}
		return d
	}
	docs := []tally{doc(10), doc(8), doc(6), doc(8)}
	got := intervals(docs)["mention"]
	assert.Equal(t, got, intervals(docs)["mention"], "the same each time")
	assert.InDelta(t, 0.65, got.Low, 0.06)
	assert.InDelta(t, 0.95, got.High, 0.06)
	same := intervals([]tally{doc(8), doc(8)})["mention"]
	assert.InDelta(t, 0.8, same.Low, 1e-9)
	assert.InDelta(t, 0.8, same.High, 1e-9)
	assert.Nil(t, intervals(docs[:1]))
}
