package match

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/qushu/qushu/corpus"
	"github.com/qushu/qushu/extract/mention"
	"github.com/qushu/qushu/extract/segment"
	"github.com/qushu/qushu/extract/words"
	"github.com/qushu/qushu/rules"
)

const source = `rule test.share
    A share of a whole.
    match  <indicator> 占 <scope> [的|比重]? @reach? <value:percent>
    fact   share scope=<scope>

    case   x
           nothing

rule test.growth
    A growth against a year.
    match  <indicator> [比|较] <base:period> 增长 <value:percent>
    fact   growth basis=<base>

    case   x
           nothing

rule test.noun
    A noun behind the figure.
    match  <value:percent> <noun>
    fact   share

    case   x
           nothing
`

func engine(t *testing.T) *Engine {
	t.Helper()
	parsed, err := rules.Parse("test.rule", []byte(source))
	require.NoError(t, err)
	lists := map[string]words.Set{"reach": words.New([]string{"达", "达到"}), "not-verb": words.New([]string{"占地"})}
	return New(&rules.Set{Rules: parsed}, lists)
}

// sentence folds a text with its one percentage at value and, if base is not empty, a
// period there.
func sentence(text, value, base string) (*segment.Sentence, []mention.Mention, int) {
	d := &corpus.Document{Text: text, Blocks: []corpus.Block{{Span: corpus.Span{End: len(text)}, Role: corpus.Body}}}
	s := segment.Sentences(d)[0]
	at := func(part string) (int, int) {
		p := segment.FoldString(part)
		for i := range s.Runes {
			if i+len(p) <= len(s.Runes) && string(s.Runes[i:i+len(p)]) == string(p) {
				return i, i + len(p)
			}
		}
		return 0, 0
	}
	var ms []mention.Mention
	if base != "" {
		a, b := at(base)
		ms = append(ms, mention.Mention{Start: a, End: b, Kind: mention.Period})
	}
	a, b := at(value)
	ms = append(ms, mention.Mention{Start: a, End: b, Kind: mention.Percent})
	return &s, ms, len(ms) - 1
}

func TestBestIsAnchoredAtTheValue(t *testing.T) {
	e := engine(t)
	s, ms, k := sentence("出口占全国比重达到30%，其余不计", "30%", "")
	got := e.Best(s, ms, k)
	require.NotEmpty(t, got)
	require.Equal(t, "test.share", got[0].Rule.Name)
	require.Equal(t, "全国", s.Fold(got[0].Spans["scope"][0], got[0].Spans["scope"][1]))
	require.Equal(t, "出口", s.Fold(0, got[0].End))
	require.True(t, got[0].Phrase)
}

func TestCapturedMentions(t *testing.T) {
	e := engine(t)
	s, ms, k := sentence("旅游收入比2019年增长21%", "21%", "2019年")
	got := e.Best(s, ms, k)
	require.Equal(t, "test.growth", got[0].Rule.Name)
	require.Equal(t, 0, got[0].Mentions["base"])
}

func TestANounThatBeginsLikeAVerbIsNone(t *testing.T) {
	e := engine(t)
	s, ms, k := sentence("项目占地达30%", "30%", "")
	require.Empty(t, e.Best(s, ms, k))
}

func TestTheRuleThatReadMoreIsFirst(t *testing.T) {
	e := engine(t)
	s, ms, k := sentence("出口占全国30%份额", "30%", "")
	got := e.Best(s, ms, k)
	require.Len(t, got, 2)
	require.Equal(t, "test.share", got[0].Rule.Name)
	require.Equal(t, "test.noun", got[1].Rule.Name)
}
