package mention

import (
	"math/big"

	"github.com/qushu/qushu/extract/segment"
	"github.com/qushu/qushu/normalize/number"
	"github.com/qushu/qushu/normalize/unit"
)

// ordinal reads 第N. It is a rank where a place is predicated: behind a word such as
// 居, 排名 or 全市, or before 位 or 名 at the end of a clause. Else it is a phrase.
func (c *cursor) ordinal(i int) (Mention, bool) {
	v, n := number.Ordinal(c.r[i:])
	if n == 0 {
		return Mention{}, false
	}
	end := i + n
	place := c.v.Places.BeginsAt(c.r, end)
	m := Mention{Start: i, End: end + place, Core: [2]int{i, end + place}, Kind: Rank, Value: []*big.Rat{big.NewRat(v, 1)}, Unit: unit.One(),
		Digits: string(c.r[i:end]), UnitText: string(c.r[end : end+place]), Bound: "exact"}
	m.Unit.Kind, m.Unit.Code = Rank, "rank"
	if place == 0 && c.opensPoint(i, end) {
		m.Kind, m.Why, m.Rule = None, "outline", "number of a point"
		return m, true
	}
	if c.predicated(i) || place > 0 || c.endsClause(m.End) || c.stopsHere(m.End) {
		return m, true
	}
	m.Kind, m.Why, m.Rule = None, "phrase", "ordinal of no place"
	return m, true
}

// opensPoint reports whether an ordinal with a comma behind it opens a sentence or a part
// of one, as the number of a point: 第一，健全体系；第二，….
func (c *cursor) opensPoint(i, end int) bool {
	for i > 0 && c.r[i-1] == ' ' {
		i--
	}
	return (i == 0 || c.r[i-1] == ';' || c.r[i-1] == ':') && end < len(c.r) && c.r[end] == ','
}

func (c *cursor) predicated(i int) bool { return c.v.Predicate.EndsAt(c.r, c.from(), i) > 0 }

// stopsHere reports whether what follows cannot be the noun an ordinal names.
func (c *cursor) stopsHere(i int) bool {
	if i >= len(c.r) || !segment.IsHan(c.r[i]) {
		return true
	}
	return c.v.AfterRank.BeginsAt(c.r, i) > 0
}

// front reads 前N in a comparison as a rank: 进入全市前五.
func (c *cursor) front(i int) (Mention, bool) {
	n := c.v.Fronts.BeginsAt(c.r, i)
	if n == 0 || !c.predicated(i) {
		return Mention{}, false
	}
	num, ok := number.Scan(c.r[i+n:])
	if !ok || num.High != nil {
		return Mention{}, false
	}
	end := i + n + num.N
	end += c.v.Places.BeginsAt(c.r, end)
	if !c.endsClause(end) && !c.stopsHere(end) {
		return Mention{}, false
	}
	m := Mention{Start: i, End: end, Core: [2]int{i, end}, Kind: Rank, Value: []*big.Rat{num.Value}, Unit: unit.One(), Digits: num.Digits, Bound: "at_most"}
	m.Unit.Kind, m.Unit.Code = Rank, "rank"
	return m, true
}
