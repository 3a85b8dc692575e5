// Package extract is the pipeline: clean text in, facts and ledger out.
//
// # An engine
//
// [New] makes an [Engine] of a rule set, which [github.com/qushu/qushu/rules.Default]
// loads from the program itself. That takes half a second, for the dictionary of the
// segmenter; an engine then reads any number of documents, also side by side.
//
// # Documents
//
// [Engine.Bytes] reads a file, [Engine.Document] one that package corpus read,
// [Engine.Text] a text at hand. A [Result] holds the facts in the order of the text,
// the ledger of all numbers that became no fact, each with its reason, and a summary:
// what the files facts.jsonl, ledger.jsonl and documents.jsonl say of a document.
// [Options] are what the reader knows and the text may not say: its day, year, area.
// A fact says of these fields whether they are stated, carried or a default.
//
// # Why
//
// [Engine.Explain] tells how each sentence was read: its words, its numerals, the
// rules that held for each and those that lacked one element, and how each fact came
// by its value, period and area. [Engine.Without] is the engine without one rule, to
// see what the rule is worth.
//
// # The stages
//
// Package mention finds numerals and times, match holds the rules against a sentence,
// link finds the indicator, area and period of what matched, table reads tables. Many
// documents are read by package run into what package sink writes; package export
// turns the result of a run into other formats.
//
// The same bytes and rules give the same facts, on any machine and in any order of
// documents. Nothing panics on any input.
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
