package mention

import (
	"github.com/qushu/qushu/extract/segment"
	"github.com/qushu/qushu/normalize/number"
)

// standsAlone reports whether a number without a unit can only be a quantity: it fills
// its clause, has a sign or a decimal point, is compared with (大于100), or is named as
// one (的答案是五).
func (c *cursor) standsAlone(m *Mention, lo reading) bool {
	if lo.num.Bare && !lo.num.More || lo.num.Han && lo.num.N == 1 && number.IsCapital(c.r[m.Start]) && !c.whole(m.Start, m.End) {
		return false
	}
	start := c.skipHedge(m.Start)
	switch {
	case c.fills(start, c.skipHedgeAfter(m.End)):
		return true
	case len(m.Value) > 1 && c.v.Between.BeginsAt(c.r, m.End) > 0:
		return true
	case c.v.Compare.EndsAt(c.r, c.from(), m.Start) > 0, c.v.Between.EndsAt(c.r, 0, m.End) > 0:
		return c.stopsNumber(m.End)
	case c.minus, lo.num.Han && lo.num.Point, lo.num.Han && c.afterReach(m.Start):
		return c.stopsNumber(m.End)
	case lo.num.Scale != "" && c.v.From.EndsAt(c.r, c.from(), m.Start) > 0:
		return c.v.Rise.BeginsAt(c.r, m.End) > 0 || c.v.Fall.BeginsAt(c.r, m.End) > 0
	case lo.num.Han && c.opens(m.Start):
		return c.v.AfterNumber.BeginsAt(c.r, m.End) > 0
	}
	return false
}

// fills reports whether [a, b) is all that stands between two commas, stops or ends of
// the sentence.
func (c *cursor) fills(a, b int) bool { return c.opens(a) && c.closes(b) }

// whole reports whether [a, b) is the whole sentence but for its stop.
func (c *cursor) whole(a, b int) bool {
	for b < len(c.r) && (segment.IsComma(c.r[b]) || c.r[b] == ' ') {
		b++
	}
	return a == 0 && b == len(c.r)
}

func (c *cursor) opens(i int) bool {
	for i > 0 && c.r[i-1] == ' ' {
		i--
	}
	i -= c.v.Joins.EndsAt(c.r, c.from(), i)
	return i == 0 || segment.IsComma(c.r[i-1])
}

func (c *cursor) closes(i int) bool {
	for i < len(c.r) && c.r[i] == ' ' {
		i++
	}
	return i >= len(c.r) || segment.IsComma(c.r[i])
}

// stopsNumber reports whether no noun follows that the number could count.
func (c *cursor) stopsNumber(i int) bool {
	for i < len(c.r) && c.r[i] == ' ' {
		i++
	}
	return c.endsClause(i) || c.v.AfterNumber.BeginsAt(c.r, i) > 0 || c.hedgeAfter(i)
}

// skipHedge steps back over a hedge, a sign or a word of comparison before a number.
func (c *cursor) skipHedge(i int) int {
	for n := 1; n > 0 && i > 0; {
		n = len(endingAt(c.Hedges.before, c.r, c.from(), i).word)
		if n == 0 {
			n = c.v.Compare.EndsAt(c.r, c.from(), i)
		}
		if n == 0 && c.minus {
			n = c.v.Minus.EndsAt(c.r, c.from(), i)
		}
		i -= n
	}
	return i
}

func (c *cursor) skipHedgeAfter(i int) int { return i + len(beginningAt(c.Hedges.after, c.r, i).word) }
