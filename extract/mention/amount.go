package mention

import (
	"math/big"

	"github.com/qushu/qushu/extract/segment"
	"github.com/qushu/qushu/normalize/number"
	"github.com/qushu/qushu/normalize/unit"
)

// reading is a number with its unit and scale while it is being read.
type reading struct {
	num  number.Number
	end  int // after number and unit
	unit unit.Unit
	n    int // runes of the unit, 0 where there is none
}

// amount reads a number, a range or a list-shaped range with its unit.
func (c *cursor) amount(i int) (Mention, bool) {
	lo, ok := c.read(i)
	if !ok {
		return Mention{}, false
	}
	m := Mention{Start: i, End: lo.end, Unit: lo.unit, Kind: lo.unit.Kind, Digits: lo.num.Digits}
	m.UnitText = string(c.r[lo.end-lo.n-scaleLen(lo.num) : lo.end])
	m.Value = []*big.Rat{lo.value()}
	if lo.num.High != nil {
		m.Value = append(m.Value, new(big.Rat).Mul(lo.num.High, lo.unit.Factor))
	}
	if lo.num.More {
		m.Bound = "over"
	}
	c.closeRange(&m, lo)
	m.Core = [2]int{m.Start, m.End}
	c.addHalf(&m)
	if lo.n == 0 && m.Unit.Kind == Number {
		m.Bare = true
	}
	if why, rule := c.refuse(&m, lo); why != "" {
		return Mention{Start: m.Start, End: m.End, Kind: None, Why: why, Rule: rule}, true
	}
	c.currency(&m)
	c.perUnit(&m)
	return c.hedge(m), true
}

func scaleLen(n number.Number) int { return len([]rune(n.Scale)) }

func (r reading) value() *big.Rat { return new(big.Rat).Mul(r.num.Value, r.unit.Factor) }

// read reads one number and the unit after it; spaces between the two are allowed
// where a unit follows them.
func (c *cursor) read(i int) (reading, bool) {
	num, ok := number.Scan(c.r[i:])
	if !ok {
		return reading{}, false
	}
	num = c.giveBack(i, num)
	out := reading{num: num, end: i + num.N, unit: unit.One()}
	at := out.end
	for at < len(c.r) && c.r[at] == ' ' {
		at++
	}
	if u, n := c.Units.Match(c.r[at:]); n > 0 && c.unitFits(u, at, n, num) {
		out.unit, out.end, out.n = u, at+n, n
	}
	return out, true
}

// giveBack reads a number again without its last rune where that begins a unit: the
// 千 of 3.6万千瓦 and of 5千米.
func (c *cursor) giveBack(i int, num number.Number) number.Number {
	last := i + num.N - 1
	if num.N < 2 || !number.IsScale(c.r[last]) {
		return num
	}
	if _, n := c.Units.Match(c.r[last:]); n < 2 {
		return num
	}
	if shorter, ok := number.Scan(c.r[i:last]); ok {
		return shorter
	}
	return num
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
	if n > 1 || !segment.IsHan(next) || !segment.IsHan(c.r[at]) {
		return true
	}
	return c.v.NotUnit.BeginsAt(c.r, at) == 0 || !num.Han && !c.insideToken(at, at+n)
}

// closeRange reads the second number of 3至5家, 1—2亿元, 9亿~16亿元, 5万元至30万元.
func (c *cursor) closeRange(m *Mention, lo reading) {
	k := number.Until(c.r[lo.end:])
	if k == 0 || lo.end+k >= len(c.r) || len(m.Value) > 1 {
		return
	}
	hi, ok := c.read(lo.end + k)
	if !ok || hi.n == 0 && lo.n > 0 && hi.unit.Kind == Number && lo.unit.Kind != Number {
		return
	}
	if lo.n > 0 && hi.n > 0 && lo.unit.Code != hi.unit.Code {
		return
	}
	if lo.n > 0 && c.motion(m.Start, segment.IsDash(c.r[lo.end])) { // 由8%到5% tells a change, not a range
		return
	}
	low := lo.num.Value
	if lo.n == 0 && lo.num.Scale == "" && hi.num.Scale != "" && low.Cmp(hi.num.Value) < 0 {
		if scaled := scaleLike(low, hi.num); scaled.Cmp(hi.num.Value) <= 0 {
			low = scaled
		}
	}
	if low.Cmp(hi.num.Value) > 0 {
		return
	}
	m.Value = []*big.Rat{new(big.Rat).Mul(low, hi.unit.Factor), hi.value()}
	m.Unit, m.Kind, m.End = hi.unit, hi.unit.Kind, hi.end
	m.UnitText = string(c.r[hi.end-hi.n-scaleLen(hi.num) : hi.end])
	if hi.num.More {
		m.Bound = "over"
	}
	if hi.n == 0 && lo.n > 0 {
		m.Unit, m.Kind = lo.unit, lo.unit.Kind
	}
}

// scaleLike multiplies low by the scale of hi: the 1 of 1—2亿元 is 100 million.
func scaleLike(low *big.Rat, hi number.Number) *big.Rat {
	digits, ok := new(big.Rat).SetString(hi.Digits)
	if !ok || digits.Sign() == 0 {
		return low
	}
	return new(big.Rat).Mul(low, new(big.Rat).Quo(hi.Value, digits))
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

// addHalf reads the 半 of 两年半 and 一个半百分点.
func (c *cursor) addHalf(m *Mention) {
	if m.End >= len(c.r) || !number.Half(c.r[m.End]) || len(m.Value) != 1 {
		return
	}
	half := big.NewRat(1, 2)
	if u, n := c.Units.Match(c.r[m.End+1:]); m.Kind == Count && n > 0 {
		m.Unit, m.Kind = u, u.Kind
		m.Value[0] = new(big.Rat).Mul(new(big.Rat).Add(m.Value[0], half), u.Factor)
		m.End += 1 + n
	} else if m.Kind == Duration {
		m.Value[0] = new(big.Rat).Add(m.Value[0], half)
		m.End++
	}
	m.Core[1] = m.End
}

// currency reads a sign before the number (￥, $) and the name before it (人民币).
func (c *cursor) currency(m *Mention) {
	n := c.v.Signs.EndsAt(c.r, c.from(), m.Start)
	if n == 0 {
		return
	}
	u, k := c.Units.Match(c.r[m.Start-n:])
	switch {
	case m.Bare && k == n && u.Kind == Money:
		m.Unit, m.Kind, m.Bare, m.Sign = u, Money, false, true
		m.Start -= n
	case m.Kind == Money && u.Code == m.Unit.Code:
		m.Start -= n
		m.Named = true
	}
}

// perUnit reads the second half of a compound unit: 元/平方米, 吨标准煤/万元.
func (c *cursor) perUnit(m *Mention) {
	if m.Kind != Money && m.Kind != Measure && m.Kind != Count || m.End >= len(c.r) || c.r[m.End] != '/' {
		return
	}
	at := m.End + 1
	scale := ""
	if num, ok := number.Scan(c.r[at:]); ok && num.Bare {
		scale = string(c.r[at : at+num.N])
		at += num.N
	}
	u, n := c.Units.Match(c.r[at:])
	if n == 0 {
		return
	}
	if scale != "" {
		u.Code = u.Word
	}
	m.Unit = unit.Per(m.Unit, scale, u)
	m.Kind = Rate
	m.UnitText += string(c.r[m.End : at+n])
	m.End = at + n
	m.Core[1] = m.End
}

// each reads a rate opened by 每: 每亩32.6万元, 每十万人6.2.
func (c *cursor) each(i int) (Mention, bool) {
	e, scale := number.Each(c.r[i:])
	if e == 0 {
		return Mention{}, false
	}
	at := i + e + scale
	per, n := c.Units.Match(c.r[at:])
	if n == 0 || at+n >= len(c.r) || !number.IsDigit(c.r[at+n]) {
		return Mention{}, false
	}
	m, ok := c.amount(at + n)
	if !ok || m.Kind == None {
		return Mention{}, false
	}
	if scale > 0 {
		per.Code = per.Word
	}
	m.Unit = unit.Per(m.Unit, string(c.r[i+e:i+e+scale]), per)
	m.Kind, m.Start, m.Core[0], m.Bare = Rate, i, i, false
	return m, true
}
