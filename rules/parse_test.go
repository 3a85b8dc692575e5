package rules

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestParseRule(t *testing.T) {
	src, err := os.ReadFile("testdata/set/share.rule")
	require.NoError(t, err)
	rules, err := Parse("share.rule", src)
	require.NoError(t, err)
	require.Len(t, rules, 2)

	r := rules[0]
	assert.Equal(t, "share.of-scope", r.Name)
	assert.Equal(t, Pos{"share.rule", 3, 6}, r.Pos)
	assert.Equal(t, "份额：“风机装机占全国12.5%”、“占全省1/4以上”。", r.Doc)
	require.Len(t, r.Match, 2)
	assert.Equal(t, []Elem{
		{Kind: Capture, Field: "indicator", Pos: Pos{"share.rule", 5, 12}},
		{Kind: Literal, Alts: []string{"占"}, Pos: Pos{"share.rule", 5, 24}},
		{Kind: Capture, Field: "scope", Kinds: []string{"area"}, Pos: Pos{"share.rule", 5, 26}},
		{Kind: Choice, Alts: []string{"比重", "的"}, Optional: true, Pos: Pos{"share.rule", 5, 39}},
		{Kind: WordOf, List: "reach", Optional: true, Pos: Pos{"share.rule", 5, 47}},
		{Kind: Capture, Field: "value", Kinds: []string{"percent", "fraction"}, Pos: Pos{"share.rule", 5, 55}},
	}, r.Match[0])
	assert.Equal(t, []Yield{{Measure: "share", Fields: []KV{{"scope", "<scope>"}}, Pos: Pos{"share.rule", 7, 12}}}, r.Yields)
	require.Len(t, r.Cases, 2)
	assert.Equal(t, "风机装机占全省1/4以上", r.Cases[0].Text)
	assert.Equal(t, "风机装机", r.Cases[0].Want[0].Indicator)
	assert.Equal(t, Pos{"share.rule", 10, 12}, r.Cases[0].Want[0].Pos)
	assert.True(t, r.Cases[1].Nothing)
	assert.Equal(t, []KV{{"year", "2031"}, {"area", "云泽省"}}, rules[1].Given)
	assert.Equal(t, Comma, rules[1].Match[0][2].Kind)
	assert.True(t, rules[1].Match[0][3].Repeat)
}

func TestPatternRoundTrip(t *testing.T) {
	for text, want := range map[string]string{
		"<indicator>占<value:percent>": "<indicator> 占 <value:percent>",
		"甲?…，? [ 乙 | 丙\\| ]? <value>": "甲? … ，? [乙|丙\\|]? <value>",
		"[甲]<noun>+? @up+ <value>":    "甲 <noun>+? @up+ <value>",
		"<noun>?+ <value>":            "<noun>+? <value>",
	} {
		elems, err := parsePattern(text, Pos{})
		require.NoError(t, err, text)
		assert.Equal(t, want, PatternString(elems))
	}
}

func TestPatternErrors(t *testing.T) {
	tests := []struct{ text, want string }{
		{"", "l.rule:2:12: found an empty match line"},
		{"占 <indicator>", "l.rule:2:12: found no <value> in the pattern"},
		{"<value> <value>", "l.rule:2:20: found a second <value>"},
		{"<value>?", "l.rule:2:12: found <value>?, wanted a value that is always there"},
		{"<valu> 占", `l.rule:2:12: found the field "valu", did you mean value?`},
		{"<value:percnt>", `l.rule:2:12: found the kind "percnt" at <value>, did you mean percent?`},
		{"<value:percent|percent>", "found the kind percent twice"},
		{"<indicator:money> <value>", "found a kind at <indicator>, which is a phrase and takes none"},
		{"<scope:money> <value>", `found the kind "money" at <scope>`},
		{"<value", "found < without its >"},
		{"@ <value>", "found @ without a name"},
		{"[a| <value>", "found an empty or broken alternative"},
		{"[a <value>", "found [ without its ]"},
		{"[a|] <value>", "found an empty or broken alternative"},
		{"…? <value>", "l.rule:2:13: found \"?\" where it says nothing"},
		{"占+ <value>", "found \"+\" where it says nothing"},
		{"? <value>", "found \"?\" where an element begins"},
		{"a\\", "found a \\ with nothing after it"},
	}
	for _, tt := range tests {
		_, err := parsePattern(tt.text, Pos{"l.rule", 2, 12})
		require.Error(t, err, tt.text)
		assert.Contains(t, err.Error(), tt.want, tt.text)
	}
}

func TestParseErrors(t *testing.T) {
	const head = "rule a.b\n    doc\n"
	const match = "    match  <value>\n"
	const body = match + "    fact   level\n"
	const end = "    case   x 5\n           nothing\n"
	tests := []struct{ name, src, want string }{
		{"no doc", "rule a.b\n" + body + end, "a.rule:1:6: found the rule a.b without an explanation"},
		{"no case", head + body, "a.rule:1:6: found the rule a.b without a case"},
		{"no match", head + "    fact  level\n" + end, "a.rule:1:6: found the rule a.b without a match line"},
		{"no fact", head + match + end, "without a fact line"},
		{"other file", "rule c.b\n    doc\n" + body + end, "a.rule:1:6: found the rule c.b in this file, wanted the part before the dot to be a"},
		{"bad name", "rule A\n    doc\n" + body + end, `found the rule name "A", wanted one such as a.of-scope`},
		{"keyword", head + "    match  <value>\n    fakt   level\n" + end, `a.rule:4:5: found the keyword "fakt", did you mean fact?`},
		{"measure", head + "    match  <value>\n    fact   levle\n" + end, `a.rule:4:12: found the measure "levle", did you mean level?`},
		{"key", head + "    match  <value>\n    fact   level  scop=x\n" + end, `a.rule:4:19: found the key "scop", did you mean scope?`},
		{"uncaptured", head + "    match  <value>\n    fact   level  scope=<scope>\n" + end, "a.rule:4:12: found <scope>, which the match line 3 does not capture"},
		{"lone angle", head + "    match  <value>\n    fact   level  scope=<scope\n" + end, "with a lone < or >"},
		{"unsaid case", head + body + "    case   x 5\n" + end, "a.rule:5:12: found a case that says nothing of its sentence"},
		{"both", head + body + end + "           level  a  5\n", "a.rule:7:12: found both nothing and facts in one case"},
		{"case line", head + body + end + "           levl  a  5\n", `a.rule:7:12: found the measure "levl", did you mean level?`},
		{"proposed", head + body + "    case   x 5\n           ? level  a  5\n", "found a proposed line in a case"},
		{"beside", head + body + "    case   x 5\n    nothing\n", "a.rule:6:5: found nothing beside a keyword, wanted it indented below its case"},
		{"top level", "rul a.b\n", `a.rule:1:1: found "rul" at the start of a line`},
		{"early", "    match  <value>\n", "a.rule:1:5: found an indented line before the first rule"},
		{"given", head + "    given  yer=2020\n" + body + end, `a.rule:3:12: found the key "yer", did you mean year?`},
		{"encoding", "rule a.b\n    \xff\n", "a.rule: found bytes that are not UTF-8"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Parse("a.rule", []byte(tt.src))
			require.Error(t, err)
			assert.Contains(t, err.Error(), tt.want)
		})
	}
}

func TestParseCollectsAllErrors(t *testing.T) {
	_, err := Parse("a.rule", []byte("rule a.b\n    match  <valu>\n    fact   levle\n\nrule a.c\n    doc\n    match  <value>\n"))
	require.Error(t, err)
	assert.Equal(t, []string{
		"a.rule:1:6: found the rule a.b without an explanation, wanted it indented below the name",
		"a.rule:1:6: found the rule a.b without a case, wanted at least one that shows it",
		`a.rule:2:12: found the field "valu", did you mean value?`,
		`a.rule:3:12: found the measure "levle", did you mean level?`,
		"a.rule:5:6: found the rule a.c without a fact line",
		"a.rule:5:6: found the rule a.c without a case, wanted at least one that shows it",
	}, strings.Split(err.Error(), "\n"))
}
