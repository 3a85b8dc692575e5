package mention

import (
	"math/big"

	"github.com/qushu/qushu/extract/segment"
	"github.com/qushu/qushu/normalize/number"
	"github.com/qushu/qushu/normalize/unit"
)

// shareUnits gives a bare number the unit of the next one in its list: 2.1、3.6、4.8公里.
func (c *cursor) shareUnits() {
	for i := len(c.out) - 2; i >= 0; i-- {
		m, next := &c.out[i], &c.out[i+1]
		if !m.Bare || !next.IsValue() || next.Bare || next.Kind == Rank || !c.joined(m.End, next.Start) {
			continue
		}
		m.Unit, m.Kind, m.Bare = next.Unit, next.Unit.Kind, false
		for k, v := range m.Value {
			m.Value[k] = new(big.Rat).Mul(v, next.Unit.Factor)
		}
		if next.Kind == Rate {
			m.Kind = Rate
		}
	}
}

// joined reports whether only a list mark or a word such as 和 stands between.
func (c *cursor) joined(a, b int) bool {
	return b-a == 1 && segment.IsList(c.r[a]) || b > a && c.joins.after(c.r, a) == b-a
}

// settleBare decides on numbers without a unit: behind a verb of reaching and at the
// end of a clause they are values (指数为100.4); at the very end of a paragraph the
// unit may be lost; else they are names.
func (c *cursor) settleBare() {
	for i := range c.out {
		m := &c.out[i]
		if !m.Bare {
			continue
		}
		switch {
		case c.bareYear(m):
		case c.afterReach(m.Start) && c.endsClause(m.End):
			m.Kind, m.Unit = Number, unit.One()
		case m.Bound != "exact" && c.endsClause(m.End):
			m.Kind, m.Unit = Count, unit.Unit{Kind: Count, Factor: one, BaseFactor: one}
		case m.End == len(c.r) && m.Start > 0 && segment.IsHan(c.r[m.Start-1]) || m.End == len(c.r) && m.Start > 0 && segment.IsQuote(c.r[m.Start-1]):
			m.Kind, m.Unit, m.Flags = Number, unit.One(), append(m.Flags, "lost_unit")
		default:
			*m = Mention{Start: m.Start, End: m.End, Kind: None, Why: "name", Rule: "number without a unit"}
		}
	}
}

// bareYear reads 2021 as a year where it ends a clause.
func (c *cursor) bareYear(m *Mention) bool {
	if m.End-m.Start != 4 || !number.IsDigit(c.r[m.Start]) || !c.endsClause(m.End) {
		return false
	}
	e, ok := c.Periods.BareYear(c.r[m.Start:])
	if !ok || !c.yearWords(m.Start) {
		return false
	}
	*m = Mention{Start: m.Start, End: m.End, Core: [2]int{m.Start, m.End}, Kind: Period, Time: e, Bound: "exact"}
	return true
}

// yearWords reports whether the word before a bare year is one of looking at a time
// and not a name.
func (c *cursor) yearWords(i int) bool { return c.beforeYear.before(c.r, c.from(), i) > 0 || i == 0 }

// filters turns a threshold on a counted noun into a name: the 10亿元以上 of
// 产值10亿元以上企业15家.
func (c *cursor) filters() {
	for i := 0; i+1 < len(c.out); i++ {
		m, next := &c.out[i], &c.out[i+1]
		if m.Bound != "at_least" && m.Bound != "at_most" || m.Kind == Percent || !m.IsValue() || next.Kind != Count {
			continue
		}
		gap := c.r[m.End:next.Start]
		if m.End == m.Core[1] || len(gap) < 2 || len(gap) > 14 || segment.HasStop(gap) || hasList(gap) || !segment.IsHan(gap[0]) {
			continue
		}
		*m = Mention{Start: m.Start, End: m.End, Kind: None, Why: "filter", Rule: "threshold on a counted noun"}
	}
}

func hasList(r []rune) bool {
	for _, x := range r {
		if segment.IsList(x) || segment.IsOpen(x) {
			return true
		}
	}
	return false
}
