package panel

import (
	"math"
	"math/big"
	"strconv"
	"strings"

	"github.com/qushu/qushu/normalize/number"
)

// extent is what a figure leaves open: all values from lo to hi can be meant.
type extent struct{ lo, hi float64 }

// How far the words of a bound reach, as parts of the figure: 近50万 is no less than 45,
// 约50万 from 47.5 to 52.5, 超过50万 no more than 100, 不足50万 no less than 25.
const (
	nearlyReach = 0.1
	aboutReach  = 0.05
	overReach   = 1.0
	underReach  = 0.5
)

// extents are those of the figures of a value: of one number or a range one, of a ratio
// those of its parts; none of what is no figure.
func (s *statement) extents() []extent {
	value, of := s.Value, 1.0
	if s.Repaired != "" {
		value = s.Repaired
		of = s.converted()
	}
	n := numbers(value)
	half := s.step() / 2
	switch {
	case len(n) == 2 && s.Kind != "ratio":
		lo, hi := min(n[0], n[1])*of, max(n[0], n[1])*of
		return []extent{{lo - half, hi + half}}
	case len(n) == 1 && s.Kind == "fraction":
		half = besideFraction(n[0])
	}
	out := make([]extent, len(n))
	for i, x := range n {
		out[i] = s.bounded(x*of, half)
	}
	return out
}

// bounded applies the bound to a figure. It speaks of the amount: 下降3%以上 is -3 or less.
func (s *statement) bounded(x, half float64) extent {
	a := math.Abs(x)
	e := extent{a - half, a + half}
	switch s.Bound {
	case "nearly":
		e = extent{a - max(half, a*nearlyReach), a}
	case "about":
		e = extent{a - max(half, a*aboutReach), a + max(half, a*aboutReach)}
	case "over", "at_least":
		e = extent{a, a * (1 + overReach)}
	case "under", "at_most":
		e = extent{a * (1 - underReach), a}
	}
	if x < 0 {
		e = extent{-e.hi, -e.lo}
	}
	return e
}

// besideFraction is how far a fraction in percent, rounded to those of no larger
// denominator, may be off: half the way from 1/3 to 1/4.
func besideFraction(percent float64) float64 {
	v := new(big.Rat).SetFloat64(percent / 100)
	if v == nil {
		return 0
	}
	_, q, ok := simple(v)
	if !ok {
		return 0
	}
	return 100 / float64(2*q*(q+1))
}

// converted is the factor between the unit of the document and that of the panel.
func (s *statement) converted() float64 {
	raw, v := numbers(s.Raw), numbers(s.Value)
	if len(raw) == 0 || len(v) == 0 || raw[0] == 0 {
		return 1
	}
	return v[0] / raw[0]
}

// step is what one in the last written digit of a figure is worth: 0 of a rank and of
// what is not written as one number.
func (s *statement) step() float64 {
	if s.Kind == "rank" || s.Kind == "ratio" {
		return 0
	}
	v := numbers(s.Value)
	written, step := s.written()
	if len(v) != 1 || written == 0 {
		return 0
	}
	return math.Abs(v[0] / written * step)
}

// written is the number as it stands in the text, without its scale and unit, and the
// worth of its last digit.
func (s *statement) written() (n, step float64) {
	plain := strings.ReplaceAll(s.Number, ",", "")
	if n, err := strconv.ParseFloat(plain, 64); err == nil {
		_, decimals, _ := strings.Cut(plain, ".")
		return n, math.Pow10(-len(decimals))
	}
	read, ok := number.Scan([]rune(s.Number))
	if !ok || read.N < len([]rune(s.Number)) {
		return 0, 0
	}
	n, _ = read.Value.Float64()
	step, _ = read.Step.Float64()
	return n, step
}

// meets reports whether two extents have more than an end in common. Where one is a
// single point, it is that.
func (e extent) meets(f extent) bool {
	lo, hi := max(e.lo, f.lo), min(e.hi, f.hi)
	slack := 1e-9 * max(1e-9, math.Abs(lo), math.Abs(hi))
	if e.hi-e.lo <= slack || f.hi-f.lo <= slack {
		return lo <= hi+slack
	}
	return lo < hi-slack
}

// agree reports whether two figures can be one.
func agree(a, b []extent) bool {
	if len(a) != len(b) || len(a) == 0 {
		return false
	}
	for i := range a {
		if !a[i].meets(b[i]) {
			return false
		}
	}
	return true
}

// openness is how much a value leaves open, over all its figures.
func openness(of []extent) (w float64) {
	for _, e := range of {
		w += e.hi - e.lo
	}
	return w
}
