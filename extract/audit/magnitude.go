package audit

import (
	"fmt"
	"math"
	"slices"

	"github.com/qushu/qushu/extract/fact"
	"github.com/qushu/qushu/normalize/number"
)

// What it takes for a value to be out of line with those of the same indicator in other
// areas: so many of them, a distance that no two areas of a tier have, and a lost scale
// that brings it back among them.
const (
	fewestPeers = 5
	outOfLine   = 1000
	inLine      = 30
)

// outliers are the cards of values that are out of line with the middle one, by what they
// would be with 万 or 亿, and behind them that of the middle one.
func outliers(g []card) []card {
	if len(g) < fewestPeers {
		return nil
	}
	values := make([]card, len(g))
	copy(values, g)
	slices.SortFunc(values, func(x, y card) int {
		switch {
		case x.value < y.value:
			return -1
		case x.value > y.value:
			return 1
		}
		return int(x.says) - int(y.says)
	})
	middle := values[len(values)/2]
	var out []card
	for _, c := range values {
		if middle.value/c.value >= outOfLine && lostScale(c.value, middle.value) > 0 {
			out = append(out, c)
		}
	}
	if len(out) == 0 || len(out)*fewestPeers > len(g) {
		return nil
	}
	return append(out, middle)
}

// lostScale is the scale, 万 or 亿, with which a value is in line; 0 where none brings it
// there.
func lostScale(value, middle float64) float64 {
	for _, s := range []float64{1e4, 1e8} {
		if r := middle / (value * s); r < inLine && r > 1.0/inLine {
			return s
		}
	}
	return 0
}

// magnitudes tells of values out of line with the middle one, which is the largest.
func magnitudes(items []*item) (found []Finding) {
	size := func(i *item) float64 { x, _ := i.bounds.lo.Float64(); return x }
	middle := slices.MaxFunc(items, func(x, y *item) int { return int(math.Copysign(1, size(x)-size(y))) })
	for _, i := range items {
		if s := lostScale(size(i), size(middle)); i != middle && s > 0 {
			found = append(found, finding(Warning, Magnitude, fmt.Sprintf("%s × %g ~ %s (%s)", i.figure(), s, middle.figure(), middle.Area), i, middle))
		}
	}
	return found
}

// damage tells of what is flagged at a fact: a lost scale with what it must have been, a
// unit that its indicator is not given in, and what may be another figure.
func damage(i *item) []Finding {
	switch {
	case slices.Contains(i.Flags, fact.LostScale):
		sum := i.figure()
		if v, _, ok := ends(i.Repaired); ok {
			sum = fmt.Sprintf("%s → %s %s", i.figure(), number.Format(v), i.Unit)
		}
		return []Finding{finding(Warning, Magnitude, sum, i)}
	case slices.Contains(i.Flags, fact.OddUnit):
		return []Finding{finding(Note, Unit, i.Indicator+" ≠ "+i.figure(), i)}
	}
	for _, name := range i.Flags {
		if doubtful(name) {
			return []Finding{finding(Note, Damage, i.figure()+": "+name, i)}
		}
	}
	return nil
}
