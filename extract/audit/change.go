package audit

import (
	"fmt"
	"math/big"
	"strconv"

	"github.com/qushu/qushu/normalize/number"
)

// changes holds the levels of one thing at two times against what is said of its change.
func (a *Auditor) changes(items []*item) (found []Finding) {
	levels := map[string]*item{}
	for _, i := range items {
		if i.is == "level" && a.comparable(i) && levels[at(i, i.stretch)] == nil {
			levels[at(i, i.stretch)] = i
		}
	}
	for _, i := range items {
		if !a.comparable(i) || a.varies(i) {
			continue
		}
		switch i.is {
		case "growth":
			found = append(found, a.growth(i, levels)...)
		case "delta":
			found = append(found, a.delta(i, items, levels)...)
		case "multiple":
			found = append(found, a.multiple(i, levels)...)
		}
	}
	return found
}

// at is a key of levels: a time, and what has to be the same of two.
func at(i *item, s stretch) string {
	unit := ""
	if i.is == "level" || i.is == "delta" {
		unit = i.unit()
	}
	return s.String() + "\x00" + unit + "\x00" + i.Agg
}

// comparable reports whether an item can stand in a sum over time.
func (a *Auditor) comparable(i *item) bool {
	return i.known() && i.measured() && i.closed && i.Confidence >= sure && !i.behind(a.words.part) && i.Kind != "points" && (i.is != "level" || i.Kind != "percent")
}

// varies reports whether an indicator has many values at a time.
func (a *Auditor) varies(i *item) bool { return a.laws.varied.hold(i.topic) }

// of finds the level at a time in the only unit that has one.
func of(levels map[string]*item, i *item, s stretch) *item {
	var found *item
	for _, l := range levels {
		if l.stretch.String() == s.String() && l.Agg == i.Agg {
			if found != nil {
				return nil
			}
			found = l
		}
	}
	return found
}

// growth holds a growth against the levels of its year and of the year before. A growth
// at constant prices or on a comparable basis says nothing of the levels as they are.
func (a *Auditor) growth(i *item, levels map[string]*item) []Finding {
	if i.basis() != "yoy" || a.isReal(i) || !i.stretch.within() {
		return nil
	}
	now, before := of(levels, i, i.stretch), of(levels, i, i.stretch.earlier(1))
	if now == nil || before == nil || now.unit() != before.unit() {
		return nil
	}
	ratio, ok := now.bounds.over(before.bounds)
	if !ok {
		return nil
	}
	grew := ratio.each(func(x *big.Rat) *big.Rat { return percentOver(x) })
	if grew.meets(i.bounds) {
		return nil
	}
	sum := fmt.Sprintf("%s ÷ %s − 1 = %s %% ≠ %s", now.Text, before.Text, between(grew), i.Text)
	return []Finding{finding(together(i, now, before), Growth, sum, i, now, before)}
}

func percentOver(ratio *big.Rat) *big.Rat {
	x := new(big.Rat).Sub(ratio, big.NewRat(1, 1))
	return x.Mul(x, hundred)
}

// isReal reports whether a growth is at constant prices or on a comparable basis, by
// convention or by its sentence.
func (a *Auditor) isReal(i *item) bool { return a.laws.real.hold(i.topic) || i.says(a.words.real) }

// together is a warning where one document says it all, else a note: figures of other
// years are revised.
func together(items ...*item) string {
	for _, i := range items {
		if i.Doc != items[0].Doc {
			return Note
		}
	}
	return Warning
}

// delta holds an absolute change against the growth that its sentence gives and against
// the levels.
func (a *Auditor) delta(d *item, items []*item, levels map[string]*item) (found []Finding) {
	now, before := levels[at(d, d.stretch)], levels[at(d, d.stretch.earlier(1))]
	if now == nil || d.basis() != "yoy" || !d.stretch.within() {
		return nil
	}
	if before != nil {
		if diff := now.bounds.minus(before.bounds); !diff.meets(d.bounds) {
			sum := fmt.Sprintf("%s − %s = %s ≠ %s", now.Text, before.Text, between(diff), d.Text)
			found = append(found, finding(together(d, now, before), Delta, sum, d, now, before))
		}
	}
	g := first(items, func(i *item) bool {
		return i.is == "growth" && !apart(i, d) && i.basis() == "yoy" && i.stretch == d.stretch && a.comparable(i) && !a.isReal(i)
	})
	if g == nil || apart(now, d) {
		return found
	}
	if grew, ok := d.bounds.over(now.bounds.minus(d.bounds)); ok {
		if grew = grew.times(hundred); !grew.meets(g.bounds) {
			sum := fmt.Sprintf("%s ÷ (%s − %s) = %s %% ≠ %s", d.Text, now.Text, d.Text, between(grew), g.Text)
			found = append(found, finding(Error, Delta, sum, now, d, g))
		}
	}
	return found
}

// multiple holds being so many times what it was in a year against the two levels.
func (a *Auditor) multiple(m *item, levels map[string]*item) []Finding {
	year, err := strconv.Atoi(m.Basis)
	own, err2 := strconv.Atoi(m.stretch.to[:4])
	if err != nil || err2 != nil || year >= own {
		return nil
	}
	base, _ := stretchOf(m.Basis)
	now, before := of(levels, m, m.stretch), of(levels, m, base)
	if now == nil || before == nil || now.unit() != before.unit() {
		return nil
	}
	times, ok := now.bounds.over(before.bounds)
	if !ok || times.meets(m.bounds) {
		return nil
	}
	sum := fmt.Sprintf("%s ÷ %s = %s ≠ %s", now.Text, before.Text, between(times), m.Text)
	return []Finding{finding(together(m, now, before), Multiple, sum, m, now, before)}
}

// between writes bounds as a worked figure: the ends to four significant digits, one
// where they are the same.
func between(b bounds) string {
	low, high := short(b.lo), short(b.hi)
	switch {
	case low == high:
		return low
	case b.lo == nil:
		return "≤ " + high
	case b.hi == nil:
		return "≥ " + low
	}
	return low + " … " + high
}

func short(x *big.Rat) string {
	if x == nil {
		return ""
	}
	f, _ := x.Float64()
	s := strconv.FormatFloat(f, 'g', 5, 64)
	if r, ok := new(big.Rat).SetString(s); ok {
		return number.Format(r)
	}
	return s
}
