package rules

import (
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestCoveredLines(t *testing.T) {
	words := "list\tword\nreach\t达 达到 为\nup\t增长 提高\n"
	for _, c := range []struct {
		a, b    string
		covered bool // the second line can never be the better one
	}{
		{"<indicator> 占 <value:percent>", "<indicator> 占 <value:percent>", true},
		{"<indicator> [占|约占] <value>", "<indicator> 占 <value>", true},
		{"<indicator> @reach <value>", "<indicator> [达|为] <value>", true},
		{"<indicator> @reach <value>", "<indicator> [达|是] <value>", false},
		{"<indicator> @reach? 占 <value>", "<indicator> 占 <value>", true},
		{"<indicator> @reach+? 占 <value>", "<indicator> @reach 占 <value>", false}, // it asks for more
		{"<indicator> 占 <value:percent|fraction>", "<indicator> 占 <value:percent>", true},
		{"<indicator> 占 <value>", "<indicator> 占 <value:percent>", false}, // of a certain kind: it asks for more
		{"<indicator> 占 <value:percent>", "<indicator> 占 <value:count>", false},
		{"<indicator> 占 <scope> <value>", "<indicator> 占 <noun> <value>", false},
		{"<indicator> … 占 <value>", "<indicator> ， 占 <value>", false},
	} {
		rule := "rule a.b\n  doc\n  match " + c.a + "\n  match " + c.b + "\n  fact level\n  case 5\n    nothing\n"
		set, err := Load(fstest.MapFS{"a.rule": {Data: []byte(rule)}, "lexicon/words.tsv": {Data: []byte(words)}})
		require.NoError(t, err)
		err = set.Lint([]string{"reach", "up"}, nil)
		if !c.covered {
			assert.NoError(t, err, "%s | %s", c.a, c.b)
			continue
		}
		assert.EqualError(t, err, "a.rule:4:9: found a match line that never reads more than the one in line 3, wanted it told apart or left out", "%s | %s", c.a, c.b)
	}
}

func TestLintFindsTiesAndUnusedLists(t *testing.T) {
	rule := func(name string) string {
		return "rule " + name + "\n  doc\n  match <indicator> 占 <value>\n  fact level\n  case 5\n    nothing\n"
	}
	set, err := Load(fstest.MapFS{"a.rule": {Data: []byte(rule("a.b") + rule("a.c"))}, "lexicon/words.tsv": {Data: []byte("list\tword\nreach\t达\n")}})
	require.NoError(t, err)
	assert.EqualError(t, set.Lint(nil, nil), `a.rule:9:9: found a match line of a.c that ties with a.b (a.rule:3:9) wherever it holds, wanted it told apart
lexicon/words.tsv:2: found the list reach, which no rule names and the program does not read, wanted it used or left out`)
}

func TestRuleString(t *testing.T) {
	set, err := Default()
	require.NoError(t, err)
	for i := range set.Rules {
		r := &set.Rules[i]
		again, err := Parse(r.Pos.File, []byte(r.String()))
		require.NoError(t, err, r.String())
		require.Len(t, again, 1)
		assert.Equal(t, r.String(), again[0].String())
		formatted, err := Format([]byte(r.String()), r.Pos.File)
		require.NoError(t, err)
		assert.Equal(t, string(formatted), r.String())
	}
}
