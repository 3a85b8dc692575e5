package mention

import (
	"math/big"

	"github.com/qushu/qushu/extract/segment"
	"github.com/qushu/qushu/normalize/number"
)

var one = big.NewRat(1, 1)

// refuse says why a number read with its unit measures nothing, or "".
//
// A numeral written in characters must have a unit and must not be part of a longer
// word; 一 with a classifier is an article; a scale without a digit (百家) counts only
// behind a hedge or with 余 or 多; a figure glued to Latin letters is a name.
func (c *cursor) refuse(m *Mention, lo reading) (why, rule string) {
	switch {
	case c.glued(m, lo):
		return "name", "glued to letters"
	case c.threshold(m, lo):
		return "", ""
	case m.Bare && c.standsAlone(m, lo):
		m.Alone = true
		return "", ""
	case lo.num.Han && m.Bare && !c.afterReach(m.Start):
		return c.hanWithoutUnit(m)
	case lo.num.Han && m.Unit.Code == string(c.v.Point) && lo.n == 1:
		return "phrase", "a unit of figures behind a numeral in characters"
	case lo.num.Han && m.Bare && !c.endsClause(m.End) && !c.hedgeAfter(m.End):
		return "phrase", "numeral without a unit"
	case lo.unit.Kind == partOf:
		return "phrase", "a unit only beside another"
	case lo.num.Bare && !lo.num.More && !c.hedged(m.Start) && m.Kind != Duration:
		return "phrase", "scale without a digit"
	case lo.num.Bare && m.Kind == Duration && !c.hedged(m.Start):
		return "phrase", "scale without a digit"
	case lo.num.Han && c.article(m, lo):
		return "article", "one with a classifier"
	case lo.num.Han && lo.num.N < 3 && lo.n < 2 && m.Kind != Percent && m.Kind != Multiple && c.insideToken(m.Start, m.End) && !c.hedged(m.Start):
		return "phrase", "part of a word"
	}
	return "", ""
}

func (c *cursor) hanWithoutUnit(m *Mention) (why, rule string) {
	if (c.hedged(m.Start) || c.hedgeAfter(m.End)) && (c.endsClause(m.End) || c.hedgeAfter(m.End)) || m.Value[0].Cmp(big.NewRat(1000, 1)) >= 0 && c.endsClause(m.End) {
		return "", ""
	}
	return "phrase", "numeral without a unit"
}

// article reports whether the numeral is an indefinite article: 一个, 一批. A length of
// time and a share are counted (一个月内, 一成), and so is what a hedge touches and a
// measure that fills its clause.
func (c *cursor) article(m *Mention, lo reading) bool {
	if m.Value[0].Cmp(lo.unit.Factor) != 0 || lo.num.N != 1 || len(m.Value) > 1 || c.hedged(m.Start) {
		return false
	}
	switch m.Kind {
	case Count:
		return c.v.Built.BeginsAt(c.r, lo.unitA) == 0 || c.v.Action.EndsAt(c.r, c.from(), m.Start) < 2
	case Duration:
		return !c.hedgeAfter(m.End) && !c.counted(m)
	}
	return m.Kind == Measure && m.Unit.Code != "t" && !c.counted(m)
}

// counted reports whether one of a unit is meant as a number: it fills its clause, or
// ends it behind 为 or 了.
func (c *cursor) counted(m *Mention) bool {
	return c.fills(m.Start, m.End) || c.endsClause(m.End) && (c.afterReach(m.Start) || c.v.Particles.EndsAt(c.r, c.from(), m.Start) > 0)
}

func (c *cursor) hedgeAfter(i int) bool { return len(beginningAt(c.Hedges.after, c.r, i).word) > 0 }

// hedged reports whether a hedge or a verb of reaching stands right before i.
func (c *cursor) hedged(i int) bool {
	j := c.skipParticle(i)
	return len(endingAt(c.Hedges.before, c.r, c.from(), i).word) > 0 || len(endingAt(c.Hedges.verb, c.r, c.from(), j).word) > 0
}

// afterReach reports whether a verb such as 为 or 达到 stands right before i.
func (c *cursor) afterReach(i int) bool { return c.v.Reach.EndsAt(c.r, c.from(), i) > 0 }

// endsClause reports whether the sentence or a clause ends at i.
func (c *cursor) endsClause(i int) bool {
	return i >= len(c.r) || segment.IsComma(c.r[i]) || segment.IsList(c.r[i]) || segment.IsClose(c.r[i])
}

// glued reports whether a figure is part of a name of letters and digits: 5G, A4, PM2.5.
func (c *cursor) glued(m *Mention, lo reading) bool {
	if lo.num.Han {
		return false
	}
	if m.Start > 0 && segment.IsLatin(c.r[m.Start-1]) && (lo.n == 0 || m.Kind == Count) && !number.IsDigit(c.r[m.Start-1]) {
		return c.v.Signs.EndsAt(c.r, 0, m.Start) == 0
	}
	return m.End < len(c.r) && segment.IsLatin(c.r[m.End]) && (lo.n == 0 || segment.IsLatin(c.r[m.End-1]))
}

// threshold reads a bare scale before 大关 or 级 as a sum of money, which is what such
// thresholds are of: 突破千亿大关, 百亿级.
func (c *cursor) threshold(m *Mention, lo reading) bool {
	if !lo.num.Bare || lo.n > 0 || m.Value[0].Cmp(big.NewRat(1e8, 1)) < 0 {
		return false
	}
	if len(beginningAt(c.Hedges.frame, c.r, m.End).word) == 0 && !c.hedgeAfter(m.End) {
		return false
	}
	u, n := c.Units.Match(c.v.Money)
	if n > 0 {
		m.Unit, m.Kind, m.Bare = u, u.Kind, false
	}
	return n > 0
}
