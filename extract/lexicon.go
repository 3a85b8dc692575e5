// Package extract is the pipeline: clean text in, facts and ledger out.
package extract

import (
	"fmt"

	"github.com/qushu/qushu/extract/mention"
	"github.com/qushu/qushu/extract/segment"
	"github.com/qushu/qushu/extract/words"
	"github.com/qushu/qushu/normalize/period"
	"github.com/qushu/qushu/normalize/unit"
	"github.com/qushu/qushu/rules"
)

// cells are the rows of a table as plain cells; a table that is missing is an error,
// because without its words the program would quietly find less.
func cells(set *rules.Set, name string) ([][]string, error) {
	t, ok := set.Tables[name]
	if !ok {
		return nil, fmt.Errorf("the lexicon has no table %s.tsv", name)
	}
	out := make([][]string, len(t.Rows))
	for i, r := range t.Rows {
		out[i] = r.Cells
	}
	return out, nil
}

// lists are the word lists by name.
func lists(set *rules.Set) map[string][]string {
	out := map[string][]string{}
	for name, l := range set.Lists {
		out[name] = l.Words
	}
	return out
}

// scanner builds the mention scanner of a rule set.
func scanner(set *rules.Set, sets map[string]words.Set) (*mention.Scanner, error) {
	var l mention.Lexicon
	for _, part := range []struct {
		table string
		build func([][]string) error
	}{
		{"units", func(rows [][]string) (err error) { l.Units, err = unit.New(rows, segment.FoldString); return }},
		{"periods", func(rows [][]string) (err error) { l.Periods, err = period.New(rows); return }},
		{"names", func(rows [][]string) (err error) { l.Names, err = mention.NewNames(rows); return }},
		{"values", func(rows [][]string) (err error) { l.Values, err = mention.NewValues(rows); return }},
		{"hedges", func(rows [][]string) error { l.Hedges = mention.NewHedges(rows); return nil }},
	} {
		rows, err := cells(set, part.table)
		if err != nil {
			return nil, err
		}
		if err := part.build(rows); err != nil {
			return nil, fmt.Errorf("%s.tsv: %w", part.table, err)
		}
	}
	return mention.NewScanner(l, sets)
}
