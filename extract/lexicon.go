// Package extract is the pipeline: clean text in, facts and ledger out.
package extract

import (
	"fmt"
	"slices"
	"sort"
	"strings"

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

// build hands the rows of a table to what reads them. A row that is refused is named by
// its place: the one behind which the rows before it can be read and with it cannot.
func build(set *rules.Set, name string, use func([][]string) error) error {
	rows, err := cells(set, name)
	if err != nil {
		return err
	}
	if err = use(rows); err == nil {
		return nil
	}
	n := sort.Search(len(rows), func(n int) bool { return use(rows[:n]) != nil })
	if n == 0 {
		return fmt.Errorf("%s.tsv: %w", name, err)
	}
	return &rules.Error{Pos: set.Tables[name].Rows[n-1].Pos, Msg: use(rows[:n]).Error()}
}

// unitKinds are the kinds of units: those of mentions, a part of the unit before it (the 分 of
// 3小时20分), and what figures are only counted per.
var unitKinds = append(slices.Clone(rules.Kinds), "part", "per")

// units reads the table of units, whose kinds must be known ones.
func units(rows [][]string) (*unit.Table, error) {
	for _, r := range rows {
		if !slices.Contains(unitKinds, r[1]) {
			return nil, fmt.Errorf("the kind of a unit is one of %s, not %q", strings.Join(unitKinds, " "), r[1])
		}
	}
	return unit.New(rows, segment.FoldString)
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
		{"units", func(rows [][]string) (err error) { l.Units, err = units(rows); return }},
		{"periods", func(rows [][]string) (err error) { l.Periods, err = period.New(rows); return }},
		{"names", func(rows [][]string) (err error) { l.Names, err = mention.NewNames(rows); return }},
		{"values", func(rows [][]string) (err error) { l.Values, err = mention.NewValues(rows); return }},
		{"hedges", func(rows [][]string) (err error) { l.Hedges, err = mention.NewHedges(rows); return }},
	} {
		if err := build(set, part.table, part.build); err != nil {
			return nil, err
		}
	}
	return mention.NewScanner(l, sets)
}
