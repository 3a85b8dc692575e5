package golden

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/qushu/qushu/extract"
	"github.com/qushu/qushu/extract/fact"
	"github.com/qushu/qushu/rules"
)

func TestEveryCaseOfTheRulesHolds(t *testing.T) {
	set, err := rules.Default()
	require.NoError(t, err)
	e, err := extract.New(set)
	require.NoError(t, err)
	for _, f := range RunCases(e, nil) {
		t.Error(f)
	}
}

func line(t *testing.T, text string) rules.Line {
	l, err := rules.ParseLine(text, rules.Pos{})
	require.NoError(t, err)
	return l
}

func TestMeets(t *testing.T) {
	got := line(t, "growth  茶叶产值  >=+3.6 %  “3.6%以上”  basis=yoy period=2031")
	for _, tt := range []struct {
		want string
		ok   bool
	}{
		{"growth 茶叶产值 >=3.60 %", true},
		{"growth 茶叶产值 >=3.6", true},
		{"growth 茶叶产值 >=3.6 % “3.6%以上” basis=yoy", true},
		{"growth 茶叶产值 >=3.6 status=actual", true},
		{"growth 茶叶产值 3.6 %", false},
		{"growth 茶叶产值 >=3.6 pp", false},
		{"growth 茶叶产值 >=3.6 % “3.6%”", false},
		{"growth 茶叶产值 >=3.6 % basis=mom", false},
		{"growth 茶叶产值 >=3.6 % area=云泽省", false},
		{"level 茶叶产值 >=3.6 %", false},
		{"growth 茶园面积 >=3.6 %", false},
	} {
		assert.Equal(t, tt.ok, meets(got, line(t, tt.want)), tt.want)
	}
}

func TestCaseFault(t *testing.T) {
	r := &rules.Rule{Name: "level.plain"}
	level := fact.Fact{Measure: "level", Indicator: "茶农", Kind: "count", Value: []byte("3"), Unit: "户", Text: "3户", Rule: "level.plain"}
	time := fact.Fact{Kind: "period", Value: []byte(`"2031"`), Text: "2031年"}
	other := level
	other.Rule = "level.other"
	want := rules.Case{Want: []rules.Line{line(t, "level 茶农 3 户 “3户”")}}
	for _, tt := range []struct {
		name  string
		c     rules.Case
		facts []fact.Fact
		first bool
		why   string
	}{
		{"met", want, []fact.Fact{time, level}, true, ""},
		{"missing", want, []fact.Fact{time}, true, "no fact for"},
		{"too many", want, []fact.Fact{level, level}, true, "not asked for"},
		{"nothing", rules.Case{Nothing: true}, []fact.Fact{time}, true, ""},
		{"not nothing", rules.Case{Nothing: true}, []fact.Fact{level}, false, "not asked for"},
		{"another rule's, first", want, []fact.Fact{other}, true, "by level.other"},
		{"another rule's, second", want, []fact.Fact{other}, false, ""},
	} {
		why := caseFault(r, tt.c, tt.facts, tt.first)
		if tt.why == "" {
			assert.Empty(t, why, tt.name)
		} else {
			assert.Contains(t, why, tt.why, tt.name)
		}
	}
}

func TestCaseFailureNamesItsPlace(t *testing.T) {
	f := CaseFailure{Rule: "level.plain", Why: "no fact is asked for", Case: rules.Case{Text: "茶农3户。", Pos: rules.Pos{File: "level.rule", Line: 21, Col: 5}, Want: []rules.Line{line(t, "level 茶农 3 户 “3户”")}}}
	assert.Equal(t, "level.rule:21: level.plain: 茶农3户。\n   no fact is asked for\n   want  level  茶农  3 户  “3户”\n   got   nothing", f.String())
}
