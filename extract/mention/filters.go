package mention

import (
	"math/big"

	"github.com/qushu/qushu/extract/segment"
	"github.com/qushu/qushu/extract/words"
	"github.com/qushu/qushu/normalize/number"
)

// filters turns figures that only tell which things are counted into names: the
// 10亿元以上 of 产值10亿元以上企业15家, the 前五名 of 前五名客户合计, the 40平方米 of
// 一个40平方米的单位, the 9个 of 居全市9个县(市、区)第3位.
func (c *cursor) filters() {
	for i := range c.out {
		m := &c.out[i]
		if !m.IsValue() {
			continue
		}
		switch {
		case c.limits(i):
			c.filter(m, "threshold on a counted noun")
		case c.step(i):
			c.filter(m, "step")
			c.filter(&c.out[i-1], "step")
		case c.gradedSize(i):
			c.filter(m, "size of what is counted")
		case c.sized(i):
			c.filter(m, "size of one thing")
		case c.foremost(m):
			c.filter(m, "the first so many")
		case c.rankedAmong(i):
			c.filter(m, "number of the ranked")
		case c.denominator(m):
			c.filter(m, "so many to one")
		}
	}
}

func (c *cursor) filter(m *Mention, rule string) {
	*m = Mention{Start: m.Start, End: m.End, Kind: None, Why: "filter", Rule: rule}
}

// limits reports whether mention i bounds what the next one counts: 10亿元以上企业15家,
// 5亿元以上12个, 产值超10亿元的9家.
func (c *cursor) limits(i int) bool {
	m := &c.out[i]
	if m.Bound == "exact" || m.Bound == "approx" || m.Kind == Percent || i+1 == len(c.out) || c.out[i+1].Kind != Count && c.out[i+1].Kind != Number {
		return false
	}
	gap := c.r[m.End:c.out[i+1].Start]
	if len(gap) > 14 || segment.HasStop(gap) || hasList(gap) {
		return false
	}
	if m.End > m.Core[1] && (m.Bound == "at_least" || m.Bound == "at_most") {
		return len(gap) == 0 && m.Kind == Money || len(gap) > 1 && segment.IsHan(gap[0])
	}
	if m.Kind != Money && m.Kind != Measure || m.Start == m.Core[0] || len(gap) == 0 {
		return false
	}
	return c.v.Of.Is(gap) || len(gap) > 1 && segment.IsHan(gap[0]) && !c.anyIn(c.v.Action, m.End, c.out[i+1].Start)
}

// anyIn reports whether a word of the list begins in r[a:b].
func (c *cursor) anyIn(list words.Set, a, b int) bool {
	for j := a; j < b; j++ {
		if list.BeginsAt(c.r, j) > 0 {
			return true
		}
	}
	return false
}

// step reports whether mention i is the size of steps that the count before it counts:
// 连跨两个百亿台阶.
func (c *cursor) step(i int) bool {
	m := &c.out[i]
	return i > 0 && c.out[i-1].Kind == Count && c.out[i-1].End == m.Start && c.v.Step.BeginsAt(c.r, m.End) > 0
}

// gradedSize reports whether mention i is the size of the things that the count right
// before it counts: 3个万亿级产业集群.
func (c *cursor) gradedSize(i int) bool {
	m := &c.out[i]
	return i > 0 && m.Kind == Money && c.out[i-1].Kind == Count && c.out[i-1].End == m.Start &&
		c.v.Grades.EndsAt(c.r, m.Start, m.End) > 0 && m.End < len(c.r) && segment.IsHan(c.r[m.End])
}

// sized reports whether mention i describes the one thing counted right before it:
// 一个40平方米的单位.
func (c *cursor) sized(i int) bool {
	m := &c.out[i]
	if i == 0 || m.Kind != Measure || c.v.Of.BeginsAt(c.r, m.End) == 0 {
		return false
	}
	if b := &c.out[i-1]; b.IsValue() {
		return b.Kind == Count && b.End == m.Start && b.Single() != nil && b.Single().Cmp(big.NewRat(1, 1)) == 0
	}
	return c.v.One.EndsAt(c.r, c.from0(i-1), m.Start) > 0
}

// foremost reports whether a count behind 前 goes on with a noun: 前五名客户合计.
func (c *cursor) foremost(m *Mention) bool {
	return m.Kind == Count && c.v.Fronts.EndsAt(c.r, 0, m.Start) > 0 && m.End < len(c.r) && segment.IsHan(c.r[m.End]) &&
		c.v.AfterRank.BeginsAt(c.r, m.End) == 0
}

// rankedAmong reports whether a count tells how many are ranked: 居全市9个县(市、区)第3位.
func (c *cursor) rankedAmong(i int) bool {
	m := &c.out[i]
	if m.Kind != Count || i+1 == len(c.out) || c.out[i+1].Kind != Rank {
		return false
	}
	next := &c.out[i+1]
	from := m.Start
	for from > 0 && m.Start-from < nearPlace && !segment.IsComma(c.r[from-1]) {
		from--
	}
	return next.Start-m.End <= nearPlace && !segment.HasStop(c.r[m.End:next.Start]) && c.anyIn(c.v.Predicate, from, m.Start)
}

// nearPlace is how far before its place the number of the ranked, and before that the
// verb, may stand.
const nearPlace = 10

// denominator reports whether a count is what something is given for: 每10股派1.8元.
func (c *cursor) denominator(m *Mention) bool {
	if m.Kind != Count || m.Start == 0 {
		return false
	}
	e, scale := number.Each(c.r[m.Start-1:])
	return e == 1 && scale == 0 && m.Start == m.Core[0]
}

func hasList(r []rune) bool {
	for _, x := range r {
		if segment.IsList(x) || segment.IsOpen(x) {
			return true
		}
	}
	return false
}
