package mention

import (
	"math/big"

	"github.com/qushu/qushu/extract/segment"
	"github.com/qushu/qushu/normalize/number"
	"github.com/qushu/qushu/normalize/unit"
)

// closeRange reads the second number of 3至5家, 1—2亿元, 9亿~16亿元, 5万元至30万元,
// 100与200之间.
func (c *cursor) closeRange(m *Mention, lo reading) {
	at, between := c.rangeAt(lo.end)
	if at == 0 || len(m.Value) > 1 && lo.n > 0 {
		return
	}
	sign := c.v.Minus.BeginsAt(c.r, at)
	if c.belowZero {
		sign = 0
	}
	hi, ok := c.read(at + sign)
	if !ok {
		return
	}
	end := 0
	if between {
		if end = c.v.Between.BeginsAt(c.r, at+sign+hi.num.N); end > 0 && lo.n == 0 {
			hi.end, hi.n, hi.unit, hi.extra = at+sign+hi.num.N, 0, unit.One(), nil
			hi.unitA, hi.unitB = hi.end, hi.end
		} else if end = c.v.Between.BeginsAt(c.r, hi.end); end == 0 {
			return
		}
	}
	if lo.n > 0 && hi.n > 0 && lo.unit.Code != hi.unit.Code {
		return
	}
	if hi.n == 0 && lo.n > 0 && lo.unit.Kind != Number {
		return
	}
	if !between && lo.n > 0 && hi.unit.Kind != Percent && c.motion(m.Start, segment.IsDash(c.r[lo.end])) { // 由8%到5% tells a change, not a range
		return
	}
	c.setRange(m, lo, hi, sign > 0, end)
}

// rangeAt is where the second number of a range begins whose first ends at i, 0 where
// none does; between tells that only 之间 behind it makes a range.
func (c *cursor) rangeAt(i int) (at int, between bool) {
	if k := number.Until(c.r[i:]); k > 0 {
		at = i + k
	} else if k := c.v.Joins.BeginsAt(c.r, i); k > 0 {
		at, between = i+k, true
	}
	if at >= len(c.r) {
		return 0, false
	}
	return at, between
}

func (c *cursor) setRange(m *Mention, lo, hi reading, negative bool, end int) {
	low := lo.num.Value
	if lo.n == 0 && (lo.num.Scale == "" || lo.num.Han) {
		low = scaleLike(low, hi.num)
	}
	a, b := lo.value(low), hi.value(hi.num.Value)
	if hi.num.High != nil {
		b = hi.value(hi.num.High)
	}
	if lo.n == 0 {
		a = hi.value(low)
		if hi.extra != nil {
			a.Sub(a, hi.extra)
		}
	}
	switch {
	case c.belowZero:
		a, b = a.Neg(a), b.Neg(b)
		if a.Cmp(b) > 0 {
			a, b = b, a
		}
	default:
		if c.minus {
			a.Neg(a)
		}
		if negative {
			b.Neg(b)
		}
	}
	if a.Cmp(b) > 0 {
		return
	}
	m.Value = []*big.Rat{a, b}
	m.Unit, m.Kind, m.End = hi.unit, hi.unit.Kind, hi.end+end
	m.UnitText = string(c.r[hi.unitA:hi.unitB])
	if hi.num.More {
		m.Bound = "over"
	}
}

// scaleLike multiplies low by the scale that high ends in: the 1 of 1—2亿元 is 100
// million, the 十八 of 十八至三十万 180 thousand.
func scaleLike(low *big.Rat, hi number.Number) *big.Rat {
	if hi.Step == nil || low.Cmp(hi.Value) >= 0 || low.Cmp(hi.Step) >= 0 && hi.Scale == "" {
		return low
	}
	if hi.Scale == "" && low.Cmp(one) <= 0 { // 一到五百 begins at one
		return low
	}
	if scaled := new(big.Rat).Mul(low, hi.Step); scaled.Cmp(hi.Value) <= 0 {
		return scaled
	}
	return low
}

// motion reports whether "A 到 B" tells a change and not a range: behind 由 or 从, or
// right behind a verb of rising or falling (微跌1.5亿元至1391亿元).
func (c *cursor) motion(start int, dash bool) bool {
	if !dash && (c.v.Rise.EndsAt(c.r, c.from(), start) > 0 || c.v.Fall.EndsAt(c.r, c.from(), start) > 0) {
		return true
	}
	for i := start; i > max(c.from(), start-6); i-- {
		if c.v.From.EndsAt(c.r, c.from(), i) > 0 {
			return true
		}
	}
	return false
}
