package mention_test

import (
	"errors"
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
	sc, err := build()
	require.NoError(t, err)
	return sc
}

func build() (*mention.Scanner, error) {
	set, err := rules.Default()
	if err != nil {
		return nil, err
	}
	rows := func(name string) [][]string {
		out := make([][]string, len(set.Tables[name].Rows))
		for i, r := range set.Tables[name].Rows {
			out[i] = r.Cells
		}
		return out
	}
	l := mention.Lexicon{}
	var faults [5]error
	l.Units, faults[0] = unit.New(rows("units"), segment.FoldString)
	l.Periods, faults[1] = period.New(rows("periods"))
	l.Names, faults[2] = mention.NewNames(rows("names"))
	l.Values, faults[3] = mention.NewValues(rows("values"))
	l.Hedges, faults[4] = mention.NewHedges(rows("hedges"))
	if err := errors.Join(faults[:]...); err != nil {
		return nil, err
	}
	lists := map[string][]string{}
	for name, list := range set.Lists {
		lists[name] = list.Words
	}
	return mention.NewScanner(l, words.Sets(lists))
}

// sentence folds a text that is one sentence; its runes are its only tokens.
func sentence(text string) *segment.Sentence {
	trad := segment.Traditional(text)
	s := &segment.Sentence{}
	var tokens []segment.Token
	for i, r := range []rune(text) {
		s.Runes = append(s.Runes, segment.Fold(r, trad))
		s.Off = append(s.Off, i)
		tokens = append(tokens, segment.Token{Start: i, End: i + 1, Pos: "x"})
	}
	s.Tagged(func() []segment.Token { return tokens })
	s.Off = append(s.Off, len(s.Runes))
	return s
}
