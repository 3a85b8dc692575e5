package mention_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/qushu/qushu/extract/mention"
	"github.com/qushu/qushu/extract/segment"
	"github.com/qushu/qushu/extract/words"
	"github.com/qushu/qushu/normalize/period"
	"github.com/qushu/qushu/normalize/unit"
	"github.com/qushu/qushu/rules"
)

// scanner is the one that the lexicon of the program makes.
func scanner(t testing.TB) *mention.Scanner {
	t.Helper()
	set, err := rules.Default()
	require.NoError(t, err)
	rows := func(name string) [][]string {
		out := make([][]string, len(set.Tables[name].Rows))
		for i, r := range set.Tables[name].Rows {
			out[i] = r.Cells
		}
		return out
	}
	var l mention.Lexicon
	l.Units, err = unit.New(rows("units"), segment.FoldString)
	require.NoError(t, err)
	l.Periods, err = period.New(rows("periods"))
	require.NoError(t, err)
	l.Names, err = mention.NewNames(rows("names"))
	require.NoError(t, err)
	l.Values, err = mention.NewValues(rows("values"))
	require.NoError(t, err)
	l.Hedges = mention.NewHedges(rows("hedges"))
	lists := map[string][]string{}
	for name, list := range set.Lists {
		lists[name] = list.Words
	}
	sc, err := mention.NewScanner(l, words.Sets(lists))
	require.NoError(t, err)
	return sc
}

// sentence folds a text that is one sentence; its runes are its only tokens.
func sentence(text string) *segment.Sentence {
	trad := segment.Traditional(text)
	s := &segment.Sentence{}
	for i, r := range []rune(text) {
		s.Runes = append(s.Runes, segment.Fold(r, trad))
		s.Off = append(s.Off, i)
		s.Tokens = append(s.Tokens, segment.Token{Start: i, End: i + 1, Pos: "x"})
	}
	s.Off = append(s.Off, len(s.Runes))
	return s
}
