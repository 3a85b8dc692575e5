package mention

import (
	"math/big"

	"github.com/qushu/qushu/extract/segment"
	"github.com/qushu/qushu/normalize/number"
	"github.com/qushu/qushu/normalize/unit"
)

// partOf is the kind of a unit that is one only with what stands around it: 分 behind 角
// and before 半.
const partOf = "part"

// behind reads what stands behind a unit and belongs to it: 3元5角, 十二块五, 两年半,
// 六成五, 一个半百分点.
func (c *cursor) behind(r *reading) {
	if r.n == 0 {
		return
	}
	c.colloquial(r)
	c.power(r)
	switch {
	case r.unit.Kind == Money:
		c.coins(r)
	case r.unit.Kind == Percent && r.unit.Factor.Cmp(one) > 0:
		c.tenths(r)
	case r.unit.Kind == Measure && c.v.Tall.BeginsAt(c.r, r.end-r.n) == r.n:
		c.decimetres(r)
	}
	if r.extra == nil {
		c.addHalf(r)
	}
}

// colloquial makes money of the classifier 块 where it counts nothing else: before a
// coin, behind a word for paying, alone.
func (c *cursor) colloquial(r *reading) {
	start := r.end - r.n
	if r.unit.Kind != Count || c.v.Yuan.BeginsAt(c.r, start) != r.n {
		return
	}
	money, n := c.Units.Match(c.v.Money)
	begin := start - r.num.N
	coin, k := reading{unit: money, end: r.end, n: 1}, r.end
	c.coins(&coin)
	if n > 0 && (coin.end > k || r.num.Point || c.v.Pays.EndsAt(c.r, c.from(), begin) > 0 || c.fills(c.skipHedge(begin), c.skipHedgeAfter(r.end)) || c.fills(begin, r.end+1) && number.Half(c.r[r.end]) || c.signBefore(begin) > 0) {
		r.unit = money
	}
}

// power reads 度 behind a number too great for heat as what power is counted in: 1.6亿度.
func (c *cursor) power(r *reading) {
	if r.unit.Kind != Measure || c.v.Degree.BeginsAt(c.r, r.end-r.n) != r.n || r.num.Value == nil || r.num.Value.Cmp(hottest) < 0 {
		return
	}
	if u, n := c.Units.Match(c.v.PowerUnit); n > 0 {
		r.unit = u
	}
}

// hottest is more degrees than any report tells of.
var hottest = big.NewRat(10000, 1)

// coins adds the smaller units behind a sum: 5角, 三毛, 又三美分, and the digit alone of
// 十二块五.
func (c *cursor) coins(r *reading) {
	for last := r.unit.Factor; ; {
		at := r.end
		if at < len(c.r) && number.And(c.r[at]) && at+1 < len(c.r) && number.Begins(c.r[at+1]) {
			at++
		}
		if at >= len(c.r) || !number.Begins(c.r[at]) || c.r[at] == '.' {
			return
		}
		num, ok := number.Scan(c.r[at:])
		if !ok || num.More || num.High != nil || num.Bare {
			return
		}
		u, n := c.Units.Match(c.r[at+num.N:])
		switch {
		case n > 0 && (u.Kind == Money && u.Code == r.unit.Code || u.Kind == partOf) && u.Factor.Cmp(last) < 0:
			r.add(new(big.Rat).Mul(num.Value, u.Factor))
			r.end, last = at+num.N+n, u.Factor
		case (n == 0 || u.Kind == Money && u.Factor.Cmp(last) > 0) && num.N == 1 && at == r.end && (last.Cmp(one) < 0 || r.extra == nil && c.v.Yuan.EndsAt(c.r, 0, at) > 0):
			r.add(new(big.Rat).Mul(num.Value, new(big.Rat).Quo(last, big.NewRat(10, 1))))
			r.end++
			return
		default:
			return
		}
	}
}

func (r *reading) add(v *big.Rat) {
	if r.extra == nil {
		r.extra = new(big.Rat)
	}
	r.extra.Add(r.extra, v)
}

// tenths adds the digit behind 成: 六成五 is 65 %.
func (c *cursor) tenths(r *reading) {
	if r.end >= len(c.r) || segment.IsLatin(c.r[r.end]) {
		return
	}
	num, ok := number.Scan(c.r[r.end:])
	if !ok || !num.Han || num.N != 1 || num.Bare || num.Value.Cmp(one) < 0 || num.Value.Cmp(big.NewRat(10, 1)) >= 0 {
		return
	}
	if _, n := c.Units.Match(c.r[r.end+1:]); n > 0 || r.end+1 < len(c.r) && segment.IsHan(c.r[r.end+1]) && !c.hedgeAfter(r.end+1) && c.v.AfterNumber.BeginsAt(c.r, r.end+1) == 0 {
		return
	}
	r.add(num.Value)
	r.end++
}

// decimetres adds the digits alone behind 米: 一米七五 is 1.75 m.
func (c *cursor) decimetres(r *reading) {
	n := 0
	for r.end+n < len(c.r) && n < 3 && number.Begins(c.r[r.end+n]) && !number.IsScale(c.r[r.end+n]) && !number.Half(c.r[r.end+n]) && c.r[r.end+n] != '.' {
		n++
	}
	v, ok := number.Literal(c.r[r.end : r.end+n])
	if !ok || n > 2 || r.num.Point || r.end+n < len(c.r) && number.Begins(c.r[r.end+n]) {
		return
	}
	if _, k := c.Units.Match(c.r[r.end+n:]); k > 0 {
		return
	}
	step := int64(10)
	if n == 2 {
		step = 100
	}
	r.add(big.NewRat(v, step))
	r.end += n
}

// addHalf reads the 半 of 两年半, 两米半 and 一个半百分点.
func (c *cursor) addHalf(r *reading) {
	if r.end >= len(c.r) || !number.Half(c.r[r.end]) || c.v.HalfWord.BeginsAt(c.r, r.end) > 0 {
		return
	}
	if r.unit.Kind == Count {
		c.halfBefore(r)
		return
	}
	switch r.unit.Kind {
	case Duration, Measure, Percent, Money, Multiple, partOf:
		r.add(new(big.Rat).Quo(r.unit.Factor, big.NewRat(2, 1)))
		if r.unit.Kind == partOf {
			r.unit.Kind, r.unit.Factor, r.extra = Duration, one, big.NewRat(1, 2)
		}
		r.end++
	}
}

// halfBefore reads a half between classifier and unit: 一个半百分点, 两个半月.
func (c *cursor) halfBefore(r *reading) {
	rest := c.r[r.end+1:]
	u, n := c.Units.Match(rest)
	if classifier := c.r[r.end-r.n : r.end]; n == 0 || u.Kind == Count || u.Kind == denominator {
		joined := append(append(make([]rune, 0, unit.Longest), classifier...), rest[:min(len(rest), unit.Longest-len(classifier))]...)
		if u, n = c.Units.Match(joined); n <= len(classifier) || u.Kind == Count {
			return
		}
		n -= len(classifier)
	}
	r.unit, r.n = u, n
	r.add(new(big.Rat).Quo(u.Factor, big.NewRat(2, 1)))
	r.end += 1 + n
	r.unitA, r.unitB = r.end-n, r.end
}
