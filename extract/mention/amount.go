package mention

import (
	"math/big"
	"unicode/utf8"

	"github.com/qushu/qushu/extract/segment"
	"github.com/qushu/qushu/normalize/number"
	"github.com/qushu/qushu/normalize/unit"
)

// reading is a number with its unit and scale while it is being read.
type reading struct {
	num   number.Number
	end   int // after number, unit and what belongs to it behind
	unit  unit.Unit
	n     int      // runes of the unit, 0 where there is none
	unitA int      // where the unit and the scale before it begin
	unitB int      // after the unit
	extra *big.Rat // what stands behind the unit: the 5角 of 3元5角, the 半 of 两年半
}

// amount reads a number, a range or a list-shaped range with its unit.
func (c *cursor) amount(i int) (Mention, bool) {
	lo, ok := c.read(i)
	if !ok {
		return Mention{}, false
	}
	m := Mention{Start: i, End: lo.end, Unit: lo.unit, Kind: lo.unit.Kind, Digits: lo.num.Digits}
	m.UnitText = string(c.r[lo.unitA:lo.unitB])
	if lo.extra != nil {
		m.Digits, m.UnitText = string(c.r[i:lo.end]), ""
	}
	m.Value = []*big.Rat{lo.value(lo.num.Value)}
	if lo.num.High != nil {
		m.Value = append(m.Value, lo.value(lo.num.High))
	}
	if c.minus {
		negate(&m)
	}
	if lo.num.More {
		m.Bound = "over"
	}
	c.closeRange(&m, lo)
	m.Core = [2]int{m.Start, m.End}
	if m.Unit.Kind == Number {
		m.Bare = true
	}
	if why, rule := c.refuse(&m, lo); why != "" {
		return Mention{Start: m.Start, End: m.End, Kind: None, Why: why, Rule: rule}, true
	}
	c.currency(&m)
	c.perUnit(&m)
	return c.hedge(m), true
}

func (r reading) value(v *big.Rat) *big.Rat {
	v = new(big.Rat).Mul(v, r.unit.Factor)
	if r.extra != nil {
		v.Add(v, r.extra)
	}
	return v
}

// read reads one number and the unit after it; spaces between the two are allowed
// where a unit follows them.
func (c *cursor) read(i int) (reading, bool) {
	num, ok := c.number(i)
	if !ok {
		return reading{}, false
	}
	num = c.listedPair(i, c.giveBack(i, num))
	out := reading{num: num, end: i + num.N, unit: unit.One()}
	at := out.end
	for at < len(c.r) && c.r[at] == ' ' {
		at++
	}
	if u, n := c.Units.Match(c.r[at:]); n > 0 && c.unitFits(u, at, n, num) {
		out.unit, out.end, out.n = u, at+n, n
	}
	out.unitA, out.unitB = out.end-out.n-scaleLen(num), out.end
	c.behind(&out)
	return out, true
}

func scaleLen(n number.Number) int { return utf8.RuneCountInString(n.Scale) }

// giveBack reads a number again without its last rune where that begins a unit: the
// 千 of 3.6万千瓦 and of 5千米.
func (c *cursor) giveBack(i int, num number.Number) number.Number {
	last := i + num.N - 1
	if num.N < 2 || !number.IsScale(c.r[last]) {
		return num
	}
	_, n := c.Units.Match(c.r[last:])
	if _, k := c.Units.Match(c.r[max(i+1, last-1):]); k > n+1 && number.IsScale(c.r[last-1]) { // 3千兆字节
		n, last = k, last-1
	}
	if _, k := c.Units.Match(c.r[last+1:]); n < 2 || k >= n { // 一千欧元 has no 千欧
		return num
	}
	if shorter, ok := number.Scan(c.r[i:last]); ok {
		return shorter
	}
	return num
}

// listedPair reads 三、五名 as the approximation 三五名, as newspapers write it.
func (c *cursor) listedPair(i int, num number.Number) number.Number {
	if num.N != 1 || !num.Han || i+2 >= len(c.r) || !segment.IsList(c.r[i+1]) || !number.IsHan(c.r[i+2]) {
		return num
	}
	pair, ok := number.Scan([]rune{c.r[i], c.r[i+2]})
	if !ok || pair.N != 2 || pair.High == nil || new(big.Rat).Sub(pair.High, pair.Value).Cmp(one) == 0 {
		return num
	}
	if _, n := c.Units.Match(c.r[i+3:]); n == 0 {
		return num
	}
	pair.N = 3
	return pair
}

// unitFits refuses a unit that is the beginning of another word: a Latin one that goes
// on in letters, 成 in 成立, a one-rune unit inside a longer word of the dictionary.
func (c *cursor) unitFits(u unit.Unit, at, n int, num number.Number) bool {
	next := rune(0)
	if at+n < len(c.r) {
		next = c.r[at+n]
	}
	if segment.IsLatin(c.r[at+n-1]) && segment.IsLatin(next) {
		return false
	}
	if u.Kind == denominator {
		return false
	}
	weak := c.v.WeakUnit.BeginsAt(c.r, at) == n || num.Han && c.v.WeakHan.BeginsAt(c.r, at) == n
	if weak && segment.IsHan(next) && !number.Half(next) && !c.stopsNumber(at+n) {
		return false
	}
	if n > 1 || !segment.IsHan(next) || !segment.IsHan(c.r[at]) {
		return true
	}
	return c.v.NotUnit.BeginsAt(c.r, at) == 0 || !num.Han && !c.insideToken(at, at+n)
}
