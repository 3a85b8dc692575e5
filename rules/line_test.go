package rules

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestParseLine(t *testing.T) {
	tests := []struct {
		name, text string
		want       Line
	}{
		{"growth drops its plus", "growth   茶叶产值  +4.5 %  “4.5%”  basis=yoy",
			Line{Measure: "growth", Indicator: "茶叶产值", Bound: "exact", Value: "4.5", Unit: "%", Quote: "4.5%", Fields: []KV{{"basis", "yoy"}}}},
		{"no unit, no quote", "share  风机装机  >=1/4  scope=全省",
			Line{Measure: "share", Indicator: "风机装机", Bound: "at_least", Value: "1/4", Fields: []KV{{"scope", "全省"}}}},
		{"nearly", "level 游客 <~500000 人次", Line{Measure: "level", Indicator: "游客", Bound: "nearly", Value: "500000", Unit: "人次"}},
		{"range", "level 里程 1.49..14.38 km", Line{Measure: "level", Indicator: "里程", Bound: "exact", Value: "1.49..14.38", Unit: "km"}},
		{"ratio", "ratio 三次产业结构 6:55:39 1", Line{Measure: "ratio", Indicator: "三次产业结构", Bound: "exact", Value: "6:55:39", Unit: "1"}},
		{"time", "period  2020  “2020年”", Line{Measure: "period", Bound: "exact", Value: "2020", Quote: "2020年"}},
		{"duration", "duration 16 mo “16个月”", Line{Measure: "duration", Bound: "exact", Value: "16", Unit: "mo", Quote: "16个月"}},
		{"interval", "date 2020-09-27/2020-09-29", Line{Measure: "date", Bound: "exact", Value: "2020-09-27/2020-09-29"}},
		{"null", "period null “近年”", Line{Measure: "period", Bound: "exact", Value: "null", Quote: "近年"}},
		{"marks", "?todo level - 5 家", Line{Measure: "level", Bound: "exact", Value: "5", Unit: "家", Proposed: true, Todo: true}},
		{"backquotes", "level `a b\\`c` 5 `=` subject=`x y`",
			Line{Measure: "level", Indicator: "a b`c", Bound: "exact", Value: "5", Unit: "=", Fields: []KV{{"subject", "x y"}}}},
		{"quotes in the indicator", "level 打通“断头路” 5 条 “5条”", Line{Measure: "level", Indicator: "打通“断头路”", Bound: "exact", Value: "5", Unit: "条", Quote: "5条"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := ParseLine(tt.text, Pos{})
			require.NoError(t, err)
			assert.Equal(t, tt.want, got)
			again, err := ParseLine(got.String(), Pos{})
			require.NoError(t, err)
			assert.Equal(t, got, again)
		})
	}
}

func TestParseLineErrors(t *testing.T) {
	tests := []struct{ text, want string }{
		{"", "x:3:1: found an empty line"},
		{"grouth a 5", `x:3:1: found the measure "grouth", did you mean growth?`},
		{"level", "x:3:6: found nothing after level"},
		{"level a", "x:3:8: found the end of the line, wanted a value"},
		{"level a b", `x:3:9: found the value "b", wanted a number`},
		{"level a 1/0", `x:3:9: found the value "1/0"`},
		{"date 五月", `x:3:6: found the value "五月", wanted an ISO 8601`},
		{"level a 5 家 “5家", "x:3:13: found “ without the ” that closes it"},
		{"level a 5 家 “5”家", "x:3:16: found"},
		{"level a 5 家 个", `x:3:13: found "个", wanted key=value`},
		{"level a 5 stats=x", `x:3:11: found the key "stats", did you mean status?`},
		{"level a 5 status=x", "x:3:11: found status=x, wanted one of actual expected target"},
		{"level a 5 scope=", "x:3:11: found scope= without a value"},
		{"level a 5 scope=a scope=b", "x:3:19: found scope= twice"},
	}
	for _, tt := range tests {
		_, err := ParseLine(tt.text, Pos{"x", 3, 1})
		require.Error(t, err, tt.text)
		assert.Contains(t, err.Error(), tt.want)
	}
}

func TestFormatLines(t *testing.T) {
	var lines []Line
	for _, s := range []string{
		"level 教育经费 132600000000 CNY “1326亿元”",
		"growth 经费 +3.6 % “3.6%” basis=yoy",
		"period 2020 “2020年”",
	} {
		l, err := ParseLine(s, Pos{})
		require.NoError(t, err)
		lines = append(lines, l)
	}
	assert.Equal(t, []string{
		"level   教育经费  132600000000 CNY  “1326亿元”",
		"growth  经费      +3.6 %            “3.6%”      basis=yoy",
		"period  2020                        “2020年”",
	}, FormatLines(lines))
}

// randomLine makes a line of awkward characters.
func randomLine(r *rand.Rand) Line {
	text := func() string {
		alphabet := []rune("产值a \t\n`\\=“”<>?-#　·")
		var b strings.Builder
		for range r.IntN(5) {
			b.WriteRune(alphabet[r.IntN(len(alphabet))])
		}
		return b.String()
	}
	pick := func(list ...string) string { return list[r.IntN(len(list))] }
	l := Line{Bound: pick(Bounds...), Quote: text(), Proposed: r.IntN(2) == 0, Todo: r.IntN(2) == 0}
	l.Measure = pick(append(Kinds[:len(Kinds):len(Kinds)], Measures...)...)
	if !isMention(l.Measure) {
		l.Indicator = text()
	}
	if isTime(l.Measure) {
		l.Value = pick("2020", "2020-01/2020-06", "null", "2021-06-17T20:30:03")
	} else {
		l.Unit, l.Value = text(), pick("0", "5", "-13.9", "3..5", "6:55:39", "1/3", "null", "0.0")
	}
	for _, key := range lineKeys {
		if r.IntN(4) == 0 && closedValues[key] == nil {
			l.Fields = append(l.Fields, KV{key, text()})
		}
	}
	return l
}

func TestLineRoundTrip(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 5000 {
		want := randomLine(r)
		got, err := ParseLine(want.String(), Pos{})
		require.NoError(t, err, want.String())
		require.Equal(t, want, got)
		aligned, err := ParseLine(FormatLines([]Line{randomLine(r), want})[1], Pos{})
		require.NoError(t, err)
		require.Equal(t, want, aligned)
	}
}

func FuzzParseLine(f *testing.F) {
	for _, s := range []string{"growth a +3.6 % “3.6%” basis=yoy", "? date 2020-12-03", "todo level `a b` <~5 `=` area=`x y`", "share x 1/3", "ratio x 6:55:39"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		line, err := ParseLine(s, Pos{})
		if err != nil {
			return
		}
		again, err := ParseLine(line.String(), Pos{})
		require.NoError(t, err)
		require.Equal(t, line, again)
	})
}

func TestSameValue(t *testing.T) {
	tests := []struct {
		a, b string
		want bool
	}{
		{"1326", "1326.0", true}, {"1/3", "0.333333", true}, {"0.3333333", "0.333333", false},
		{"3..5", "3.0..5", true}, {"3..5", "3:5", false}, {"6:55:39", "6:55", false},
		{"2020", "2020", true}, {"2020-01", "2020-1", false}, {"null", "0", false}, {"-3", "3", false}, {"+3", "3", true},
	}
	for _, tt := range tests {
		assert.Equal(t, tt.want, SameValue(tt.a, tt.b), "%s %s", tt.a, tt.b)
	}
}
