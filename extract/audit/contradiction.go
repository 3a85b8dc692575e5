package audit

import (
	"math/big"
	"slices"

	"github.com/qushu/qushu/extract/fact"
)

// ofSeries checks what is said of one thing of one area over time.
func (a *Auditor) ofSeries(items []*item, o Options) (found []Finding) {
	for _, cell := range apartBy(items, (*item).cell) {
		found = append(found, a.contradictions(cell)...)
		found = append(found, a.outcomes(cell)...)
		if o.Agreements {
			found = append(found, agreements(cell)...)
		}
	}
	return append(found, a.changes(items)...)
}

// contradictions finds values of one cell that cannot both be. The value of a thing that
// goes on can change as long as its time has not ended, a part that is named by the whole
// is another thing, and of some indicators an area has many values.
func (a *Auditor) contradictions(cell []*item) []Finding {
	held := slices.DeleteFunc(slices.Clone(cell), func(i *item) bool { return !a.definite(i) })
	if len(held) < 2 {
		return nil
	}
	lowest, highest := held[0], held[0]
	for _, i := range held {
		if i.bounds.hi != nil && (lowest.bounds.hi == nil || i.bounds.hi.Cmp(lowest.bounds.hi) < 0) {
			lowest = i
		}
		if i.bounds.lo != nil && (highest.bounds.lo == nil || i.bounds.lo.Cmp(highest.bounds.lo) > 0) {
			highest = i
		}
	}
	if !lowest.bounds.below(highest.bounds) || !apart(lowest, highest) || alternate(held) {
		return nil
	}
	values := distinct(held)
	return []Finding{finding(severity(values), Contradiction, joined(values, " ≠ "), values...)}
}

// definite reports whether an item gives the value of its cell and no other thing.
func (a *Auditor) definite(i *item) bool {
	switch {
	case !i.known() && (!i.named() || i.Subject != ""), a.laws.varied.hold(i.topic):
		return false
	case !slices.Contains([]string{"level", "growth", "share", "rank"}, i.is), i.is == "growth" && i.basis() != "yoy":
		return false
	case !i.measured(), !i.closed, !i.stretch.within(), i.Confidence < sure, a.unsureOfYear(i):
		return false
	}
	return !i.behind(a.words.part) && !i.starts(a.words.from)
}

// unsureOfYear reports whether a sentence that names no time speaks of several years.
func (a *Auditor) unsureOfYear(i *item) bool {
	return (i.How == nil || i.How.Period != fact.Stated) && i.says(a.words.years)
}

// alternate reports whether a sentence has two of the values: it is then one of a list,
// of a change or of parts, and what they are of is not clear.
func alternate(items []*item) bool {
	for n, i := range items {
		if n > 0 && !apart(items[n-1], i) && !items[n-1].bounds.meets(i.bounds) {
			return true
		}
	}
	return false
}

// mostValues is how many values that differ a finding shows.
const mostValues = 6

// distinct are the first items that no earlier one agrees with.
func distinct(items []*item) (out []*item) {
	for _, i := range items {
		if len(out) < mostValues && !slices.ContainsFunc(out, func(o *item) bool { return o.bounds.meets(i.bounds) }) {
			out = append(out, i)
		}
	}
	return out
}

// severity tells what cannot be from what is hardly so: two plain values of one thing
// in one document about its area are a mistake of someone's. What one document says is
// revised by one of a later year, and values far apart in two are rather of two things.
func severity(items []*item) string {
	worst := Note
	for n, i := range items {
		for _, j := range items[n+1:] {
			switch {
			case i.Doc == j.Doc && plain(i) && plain(j):
				return Error
			case i.Doc == j.Doc || !revised(i, j) && !farApart(i, j):
				worst = Warning
			}
		}
	}
	return worst
}

// revised reports whether the documents of two are known to be of two years.
func revised(i, j *item) bool {
	return i.written != "" && j.written != "" && i.written != j.written
}

// farApart reports whether one level is more than twice the other.
func farApart(i, j *item) bool {
	two := big.NewRat(2, 1)
	return i.is == "level" && (i.bounds.times(two).below(j.bounds) || j.bounds.times(two).below(i.bounds))
}

// certain is the confidence from which on two facts that cannot both be are an error.
const certain = 0.9

func plain(i *item) bool {
	return i.known() && i.own && i.Bound == "exact" && !slices.Contains(i.Flags, fact.Stitched) && i.Confidence >= certain
}

// agreements are what two documents or more say alike in different words or the same.
func agreements(cell []*item) []Finding {
	var each []*item
	for _, i := range cell {
		if len(each) == 0 || each[len(each)-1].Doc != i.Doc {
			each = append(each, i)
		}
	}
	if len(each) < 2 || len(distinct(cell)) > 1 {
		return nil
	}
	return []Finding{finding(Note, Agreement, joined(each, " = "), each...)}
}
