package audit

import (
	"fmt"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"github.com/qushu/qushu/normalize/indicator"
	"github.com/qushu/qushu/rules"
)

// laws are what the table arithmetic.tsv says of indicators.
type laws struct {
	sums      []sum
	quotients []quotient
	real      prefixes // whose growth is a real one
	varied    prefixes // of which an area has many values at a time
	ceiling   prefixes // whose targets are not to be passed
	change    prefixes // of which a percentage is the change
	scopes    map[string]int
	wholes    map[string]bool // ids of what is a whole or a quotient
	parts     map[string]bool // ids of the parts of wholes
}

// sum says that a whole is what its parts add up to.
type sum struct {
	whole string
	parts []string
}

// quotient says that an indicator is one divided by another, within a leeway: population
// is that of the year's middle here and of its end there.
type quotient struct {
	id, over, under string
	leeway          *big.Rat
}

// prefixes are ids that stand for themselves and all below them: gdp for gdp.primary.
type prefixes []string

func (p prefixes) hold(id string) bool {
	return slices.ContainsFunc(p, func(x string) bool { return id == x || strings.HasPrefix(id, x+".") })
}

const lawsTable = "arithmetic"

// newLaws reads the table: law, of what, from what, leeway in percent.
func newLaws(t rules.Table, l *indicator.Lexicon) (laws, error) {
	out := laws{scopes: map[string]int{}, wholes: map[string]bool{}, parts: map[string]bool{}}
	for _, r := range t.Rows {
		if err := out.add(t.Cell(r, "law"), t.Cell(r, "of"), strings.Fields(t.Cell(r, "from")), t.Cell(r, "leeway"), l); err != nil {
			return out, &rules.Error{Pos: r.Pos, Msg: err.Error()}
		}
	}
	return out, nil
}

func (w *laws) add(law, of string, from []string, leeway string, l *indicator.Lexicon) error {
	switch law {
	case "sum":
		w.sums = append(w.sums, sum{of, from})
		for _, id := range from {
			w.parts[id] = true
		}
		return w.known(l, 2, of, from)
	case "quotient":
		percent, ok := new(big.Rat).SetString(leeway)
		if !ok || len(from) != 2 {
			return fmt.Errorf("found the quotient %s of %q within %q percent, wanted two ids and a number", of, from, leeway)
		}
		w.quotients = append(w.quotients, quotient{of, from[0], from[1], percent.Quo(percent, big.NewRat(100, 1))})
		return w.known(l, 2, of, from)
	case "scope":
		n, err := strconv.Atoi(leeway)
		if err != nil || n < 0 || n > 6 || n%2 != 0 {
			return fmt.Errorf("found the scope %s with %q digits, wanted 0, 2, 4 or 6 of the code of an area", of, leeway)
		}
		w.scopes[of] = n
		return nil
	case "real", "varied", "ceiling", "change":
		p := map[string]*prefixes{"real": &w.real, "varied": &w.varied, "ceiling": &w.ceiling, "change": &w.change}[law]
		*p = append(*p, of)
		if !slices.ContainsFunc(l.All, func(i *indicator.Indicator) bool { return prefixes{of}.hold(i.ID) }) {
			return fmt.Errorf("found %s, which no indicator's id is or begins with", of)
		}
		return nil
	}
	return fmt.Errorf("found the law %s, wanted sum, quotient, real, varied, ceiling, change or scope", law)
}

// known notes the ids of a sum or a quotient, which must be those of indicators.
func (w *laws) known(l *indicator.Lexicon, least int, of string, from []string) error {
	if len(from) < least {
		return fmt.Errorf("found %s from %q, wanted at least %d ids", of, from, least)
	}
	for _, id := range append([]string{of}, from...) {
		if l.ByID(id) == nil {
			return fmt.Errorf("found %s, wanted the id of an indicator", id)
		}
	}
	w.wholes[of] = true
	return nil
}

// vocabulary are the words that the audit looks for in sentences.
type vocabulary struct {
	part  []string // 其中
	real  []string // 可比价
	tied  []string // 并列
	years []string // 年均
	from  []string // 由
}

// Words are the names of the word lists that the audit reads.
func Words() []string {
	return []string{"part-of-it", "real-growth", "tied", "several-years", "changed-from"}
}

// Tables are the names of the tables that the audit reads besides those of extraction.
func Tables() []string { return []string{lawsTable, labelsTable} }

func newVocabulary(set *rules.Set) vocabulary {
	names := Words()
	return vocabulary{part: set.Lists[names[0]].Words, real: set.Lists[names[1]].Words, tied: set.Lists[names[2]].Words, years: set.Lists[names[3]].Words, from: set.Lists[names[4]].Words}
}

func holdsAny(text string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(text, w) })
}
