package golden

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/qushu/qushu/corpus"
)

// teaScores scores the fixture, whose numbers were counted by hand: of seven mentions
// one is not found and one has the wrong value, one span is off; of six facts one has
// the wrong period and one the wrong subject.
func teaScores(t *testing.T) Scores {
	t.Helper()
	facts, err := os.Open("testdata/score/facts.jsonl")
	require.NoError(t, err)
	defer facts.Close()
	s, err := Score(facts, "testdata/score", "")
	require.NoError(t, err)
	return s
}

func TestScore(t *testing.T) {
	s := teaScores(t)
	assert.Equal(t, NewPRF(5, 7, 7), s.All.Mention)
	assert.Equal(t, NewPRF(4, 7, 7), s.All.Span)
	assert.Equal(t, NewPRF(3, 6, 6), s.All.Core)
	assert.Equal(t, NewPRF(2, 6, 6), s.All.Fact)
	assert.Equal(t, 0.8, s.Bound)
	assert.Equal(t, map[string]float64{"measure": 1, "indicator": 1, "period": .75, "area": 1, "subject": .75, "status": 1, "basis": 1, "scope": 1}, s.Fields)
	assert.Equal(t, map[string]Count{"level": {TP: 2, FP: 2, FN: 2}, "growth": {FP: 1, FN: 1}, "share": {TP: 1}}, s.Measures)
	assert.Equal(t, Hits{1, 2}, s.Kinds["count"])
	assert.Equal(t, s.All, s.Docs["tea"])
	assert.Equal(t, NewPRF(1, 1, 1), s.Named()["share"])
	assert.Contains(t, s.String(), "fact             P 0.333  R 0.333  F1 0.333")
}

func TestScoreCountsFlaggedDamage(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) { require.NoError(t, os.WriteFile(dir+"/"+name, []byte(text), 0o600)) }
	write("a.txt", "6m2 7m2 8m2")
	write("a.gold.jsonl", `{"q":"【6m2】","kind":"measure","value":6,"unit":"m2","suspect":true}
{"q":"【7m2】","kind":"measure","value":7,"unit":"m2","suspect":true}
{"q":"【8m2】","kind":"measure","value":8,"unit":"m2"}`)
	s, err := Score(strings.NewReader(`{"doc":"a.txt","span":{"start":0,"end":3},"kind":"measure","value":6,"unit":"m2","flags":["lost_scale"]}
{"doc":"a.txt","span":{"start":4,"end":7},"kind":"measure","value":7,"unit":"m2"}
{"doc":"a.txt","span":{"start":8,"end":11},"kind":"measure","value":8,"unit":"m2","flags":["lost_scale"]}`), dir, "")
	require.NoError(t, err)
	assert.Equal(t, Hits{1, 2}, s.Suspects)
	assert.Contains(t, s.String(), "damage flagged   1/2")
}

func TestScoreErrors(t *testing.T) {
	var out []string
	for _, e := range teaScores(t).Errors {
		out = append(out, e.String())
	}
	text := strings.Join(out, "\n")
	assert.Contains(t, text, "fields: 增长【3.6%】: period: got 2030 want 2031")
	assert.Contains(t, text, "wrong value: 【99%】: got percent 9.9 % want 99 %")
	assert.Contains(t, text, "missed: 新建【8个】: want 8 个")
	assert.Contains(t, text, "spurious: 5G: number 5")
	assert.NotContains(t, text, "两成")
}

func TestScoreRefuses(t *testing.T) {
	gold := t.TempDir()
	_, err := Score(strings.NewReader(""), gold, "")
	assert.ErrorContains(t, err, "found no gold, wanted files named *.gold.jsonl")

	write := func(name, text string) { require.NoError(t, os.WriteFile(gold+"/"+name, []byte(text), 0o600)) }
	write("a.gold.jsonl", `{"q":"【5】家","kind":"count","value":5,"unit":"家"}`)
	_, err = Score(strings.NewReader(""), gold, "")
	assert.ErrorContains(t, err, "a: found no document for its gold")

	write("a.txt", "6家")
	_, err = Score(strings.NewReader(""), gold, "")
	assert.ErrorContains(t, err, `a.gold.jsonl:1: found the quote "【5】家" nowhere in the document`)

	_, err = Score(strings.NewReader("{}\n{"), gold, "")
	assert.ErrorContains(t, err, "facts.jsonl:2: ")
}

func TestScoreTakesNoPredictions(t *testing.T) {
	s, err := Score(strings.NewReader(""), "testdata/score", "testdata/score")
	require.NoError(t, err)
	assert.Equal(t, PRF{}, s.All.Mention)
	assert.Equal(t, 7, s.All.Mentions)
}

func TestLocate(t *testing.T) {
	text := "甲5家、乙5家"
	tests := []struct {
		g     goldMention
		start int
	}{
		{goldMention{Quote: "【5家】"}, 3},
		{goldMention{Quote: "【5家】", Nth: 2}, 13},
		{goldMention{Quote: "乙【5家】", Nth: 1}, 13},
		{goldMention{At: []int{5, 7}}, 13},
	}
	for _, tt := range tests {
		require.NoError(t, tt.g.locate(text))
		assert.Equal(t, tt.start, tt.g.span.Start)
		assert.Equal(t, "5家", text[tt.g.span.Start:tt.g.span.End])
	}
	for _, g := range []goldMention{{Quote: "【5家】", Nth: 3}, {Quote: "5家"}, {At: []int{5, 99}}} {
		assert.Error(t, g.locate(text))
	}
}

func TestSameAny(t *testing.T) {
	tests := []struct {
		got, want any
		same      bool
	}{
		{0.3333, 0.333333, true}, {0.33, 0.333333, false}, {1000000.5, 1000000.0, true}, {3.6, 3.61, false},
		{[]any{3.0, 5.0}, []any{3.0, 5.0}, true}, {[]any{3.0}, []any{3.0, 5.0}, false}, {3.0, []any{3.0}, false},
		{nil, nil, true}, {"a", "a", true}, {"5", 5.0, false}, {0.0, 0.0, true},
	}
	for _, tt := range tests {
		assert.Equal(t, tt.same, sameAny(tt.got, tt.want), "%v %v", tt.got, tt.want)
	}
}

func TestIndicatorRight(t *testing.T) {
	f := goldFact{Indicator: "茶叶产值", Accept: []string{"茶叶及茶饮总产值", "产值"}}
	for got, want := range map[string]bool{
		"“茶叶”的产值": true, "总产值": true, "茶饮总产值": true, "茶饮": false, "全省茶叶产值": false, "": false, "的": false,
	} {
		assert.Equal(t, want, indicatorRight(&got, f), got)
	}
	assert.False(t, indicatorRight(nil, f))
}

func FuzzReadPredicted(f *testing.F) {
	facts, err := os.ReadFile("testdata/score/facts.jsonl")
	require.NoError(f, err)
	f.Add(string(facts))
	f.Fuzz(func(t *testing.T, facts string) {
		docs, err := readPredicted(strings.NewReader(facts))
		if err != nil {
			return
		}
		for name, d := range docs {
			s := scorer{doc: name, pred: d, used: map[corpus.Span]bool{}}
			s.init()
			s.run([]goldMention{{Kind: "count", Value: 5.0, Unit: "x", span: corpus.Span{Start: 3, End: 9}, Facts: []goldFact{{Indicator: "a", Measure: "level"}}}})
			got := s.scores()
			for _, score := range []PRF{got.Mention, got.Span, got.Core, got.Fact} {
				require.True(t, score.P >= 0 && score.P <= 1 && score.R >= 0 && score.R <= 1)
			}
		}
	})
}

func FuzzGoldLine(f *testing.F) {
	f.Add(`{"q":"乙【5家】","nth":1,"kind":"count","value":5,"unit":["家",null],"facts":[{"indicator":"a","measure":["level",null]}]}`, "甲5家、乙5家")
	f.Add(`{"q":"【5】","value":5,"unit":[],"bound":[],"facts":[{"measure":[]}]}`, "5")
	f.Add(`{"at":[1,3],"kind":"ratio","value":[1,2],"also":[3]}`, "甲5家")
	f.Fuzz(func(t *testing.T, line, text string) {
		var g goldMention
		if json.Unmarshal([]byte(line), &g) != nil || g.locate(text) != nil {
			return
		}
		require.True(t, g.span.Start >= 0 && g.span.Start <= g.span.End && g.span.End <= len(text))
		mentionRight(predicted{Value: g.Value}, g)
		for _, fact := range g.Facts {
			fieldsRight(predicted{}, fact)
		}
	})
}
