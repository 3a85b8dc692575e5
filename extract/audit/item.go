package audit

import (
	"cmp"
	"math/big"
	"slices"
	"strings"

	"github.com/qushu/qushu/extract/fact"
)

// item is a fact as the checks see it.
type item struct {
	fact.Fact
	topic   string // the id of its indicator, else its name
	is      string // its measure, a rate of growth being growth
	bounds  bounds
	stretch stretch
	closed  bool   // its time was over when it was written
	own     bool   // its document is about its area
	written string // the year in which its document was published, "" where it is not known
}

// growthFacet is behind the ids of rates of growth.
const growthFacet = ".growth"

// sure is the confidence from which on a fact is held against others.
const sure = 0.8

// itemOf reads a fact that can be held against others; ok is false for times, for what
// is damaged or doubtful and for what nothing is known of.
func (a *Auditor) itemOf(f *fact.Fact, docs map[string]document) (i item, ok bool) {
	if f.Measure == "" || f.Indicator == "" || f.Value == nil || slices.ContainsFunc(f.Flags, doubtful) {
		return i, false
	}
	i = item{Fact: *f, topic: cmp.Or(f.IndicatorID, f.Indicator), is: f.Measure}
	if base, growth := strings.CutSuffix(f.IndicatorID, growthFacet); (growth || a.laws.change.hold(base)) && f.Measure == "level" && f.Kind == "percent" {
		i.topic, i.is = base, "growth"
	}
	if i.bounds, ok = boundsOf(f); !ok {
		return i, false
	}
	if i.stretch, ok = stretchOf(f.Period); !ok {
		return i, false
	}
	i.convert()
	d := docs[f.Doc]
	i.closed, i.own, i.written = d.ended(i.stretch), d.area != "" && d.area == f.Area, d.written()
	return i, true
}

// convert brings the bounds into the unit in which values compare.
func (i *item) convert() {
	switch {
	case i.is == "share" && i.Kind == "fraction":
		i.bounds = i.bounds.times(hundred)
	case i.Base != nil:
		value, _, ok := ends(i.Value)
		base, _, ok2 := ends(i.Base.Value)
		if ok && ok2 && value.Sign() > 0 && base.Sign() > 0 {
			i.bounds = i.bounds.times(new(big.Rat).Quo(base, value))
		}
	}
}

var hundred = big.NewRat(100, 1)

func doubtful(flag string) bool {
	return slices.ContainsFunc(fact.Flags, func(f fact.Flag) bool { return f.Name == flag && f.Doubtful })
}

// known reports whether its indicator is a standard one.
func (i *item) known() bool { return i.IndicatorID != "" }

// measured reports whether it is a value that was reached, of a stretch of time.
func (i *item) measured() bool { return i.Status == "actual" && !i.stretch.day() }

// basis is against what it has changed; of rates of growth that of the year before.
func (i *item) basis() string {
	if i.is == "growth" && i.Basis == "" {
		return "yoy"
	}
	return i.Basis
}

// cell is all that a fact says but its value: two in one cell are of one thing.
func (i *item) cell() string {
	return strings.Join([]string{i.is, i.unit(), i.stretch.String(), i.basis(), i.Scope, i.Agg}, "\x00")
}

// unit is the unit in which values compare: fractions of a share are percentages.
func (i *item) unit() string {
	switch {
	case i.is == "share", i.Kind == "points":
		return "%"
	case i.Base != nil:
		return i.Base.Unit
	}
	return i.Unit
}

// apart reports whether two facts stand in different sentences: two in one are rather
// those of a list.
func apart(x, y *item) bool {
	return x.Doc != y.Doc || x.Sentence == nil || y.Sentence == nil || x.Sentence.Start != y.Sentence.Start
}

// behind reports whether the value stands behind one of some words in its sentence.
func (i *item) behind(words []string) bool {
	if i.Sentence == nil {
		return false
	}
	before, _, found := strings.Cut(i.Sentence.Text, i.Text)
	return found && holdsAny(before, words)
}

// starts reports whether the value may be what a thing has changed from: in its clause it
// stands behind one of some words.
func (i *item) starts(words []string) bool {
	if i.Sentence == nil {
		return false
	}
	before, _, found := strings.Cut(i.Sentence.Text, i.Text)
	return found && holdsAny(before[strings.LastIndexAny(before, ",，;；。:：")+1:], words)
}

// says reports whether the sentence holds one of some words.
func (i *item) says(words []string) bool {
	return i.Sentence != nil && holdsAny(i.Sentence.Text, words)
}

// order puts items in the order of the documents and of the text, whatever the file has.
func order(x, y *item) int {
	return cmp.Or(cmp.Compare(x.Doc, y.Doc), cmp.Compare(x.Span.Start, y.Span.Start), cmp.Compare(x.Span.End, y.Span.End),
		cmp.Compare(x.ID, y.ID), cmp.Compare(x.Area, y.Area), cmp.Compare(x.Period, y.Period))
}
