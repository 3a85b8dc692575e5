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
		case c.steps(i):
			c.filter(m, "step")
		case c.gradedSize(i):
			c.filter(m, "size of what is counted")
		case c.sized(i):
			c.filter(m, "size of one thing")
		case c.classLimit(m):
			c.filter(m, "threshold on a noun")
		case c.classSpan(i):
			c.filter(m, "span of a class")
			c.filter(&c.out[i+1], "span of a class")
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

// classLimit reports whether a mention bounds the class of the noun behind it by a noun for
// a quantity before it, 营收2000万元以下的企业, or by itself at the beginning of a clause.
func (c *cursor) classLimit(m *Mention) bool {
	if m.Kind != Money && m.Kind != Measure || m.Bound != "at_least" && m.Bound != "at_most" || m.End == m.Core[1] {
		return false
	}
	opens := m.Start == 0 || segment.IsComma(c.r[m.Start-1])
	return c.ofThings(m.End) && (opens || c.v.SizeNoun.EndsAt(c.r, 0, m.Start) > 0)
}

// classSpan reports whether mention i and the next are the ends of a class of the noun
// behind them: 年薪由60万元至90万元的纳税人.
func (c *cursor) classSpan(i int) bool {
	if i+1 == len(c.out) {
		return false
	}
	m, next := &c.out[i], &c.out[i+1]
	if m.Kind != Money && m.Kind != Measure || next.Kind != m.Kind || !c.ofThings(next.End) || !c.v.To.Is(c.r[m.End:next.Start]) {
		return false
	}
	n := c.v.From.EndsAt(c.r, 0, m.Start)
	return n > 0 && c.v.SizeNoun.EndsAt(c.r, 0, m.Start-n) > 0
}

// ofThings reports whether 的 at rune i goes on with a noun that is neither money nor a
// word for how high something is.
func (c *cursor) ofThings(i int) bool {
	n := c.v.Of.BeginsAt(c.r, i)
	return n > 0 && i+n < len(c.r) && segment.IsHan(c.r[i+n]) && c.v.SizeNoun.BeginsAt(c.r, i+n) == 0 && c.v.LevelNoun.BeginsAt(c.r, i+n) == 0
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

// steps reports whether mention i counts the steps that a sum has passed, 连跨两个大台阶, or
// is their size behind such a count: 连跨3个千亿元台阶.
func (c *cursor) steps(i int) bool {
	m, end := &c.out[i], c.out[i].End
	switch {
	case i > 0 && c.out[i-1].Rule == "step" && c.out[i-1].End == m.Start:
	case m.Kind != Count || m.Value[0].Cmp(mostSteps) > 0:
		return false
	case i+1 < len(c.out) && c.out[i+1].Start == end:
		end = c.out[i+1].End
	}
	return c.v.Step.BeginsAt(c.r, end) > 0
}

// mostSteps is how many steps a sum passes; more are those of a stair.
var mostSteps = big.NewRat(9, 1)

// gradedSize reports whether mention i is the size of the things behind it, 万亿级产业集群,
// or of those that the count right before it counts: 3个千亿级、5个百亿级园区. Behind a noun
// for money or a verb of reaching it is a sum: 年营收百亿级的企业.
func (c *cursor) gradedSize(i int) bool {
	m := &c.out[i]
	if m.Kind != Money || m.End == len(c.r) || c.v.Grades.EndsAt(c.r, m.Start, m.End) == 0 {
		return false
	}
	counted := i > 0 && c.out[i-1].Kind == Count && c.out[i-1].End == m.Start
	if counted {
		return segment.IsHan(c.r[m.End]) || segment.IsList(c.r[m.End])
	}
	return segment.IsHan(c.r[m.End]) && !c.afterReach(m.Start) && c.v.MoneyNoun.EndsAt(c.r, 0, m.Start) == 0
}

// sized reports whether mention i describes the things counted right before it:
// 一个40平方米的单位, 14个750千伏电网工程.
func (c *cursor) sized(i int) bool {
	m := &c.out[i]
	if i == 0 || m.Kind != Measure || m.End == len(c.r) {
		return false
	}
	b := &c.out[i-1]
	if b.Kind == Count && b.End == m.Start && segment.IsHan(c.r[m.End]) && c.v.Times.EndsAt(c.r, b.Start, b.End) == 0 {
		return true
	}
	if c.v.Of.BeginsAt(c.r, m.End) == 0 {
		return false
	}
	if b.IsValue() {
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
