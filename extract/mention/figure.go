package mention

import (
	"math/big"

	"github.com/qushu/qushu/extract/segment"
	"github.com/qushu/qushu/normalize/number"
	"github.com/qushu/qushu/normalize/unit"
)

// figure reads a number with its unit at rune i.
func (c *cursor) figure(i int) (Mention, bool) {
	if !number.IsDigit(c.r[i]) && !number.IsHan(c.r[i]) && number.Vulgar(c.r[i]) == nil {
		return c.opened(i)
	}
	for _, read := range []func(int) (Mention, bool){c.part, c.slash, c.ratio, c.half, c.amount} {
		if m, ok := read(i); ok {
			return m, true
		}
	}
	return Mention{}, false
}

// opened reads what begins with no digit: an ordinal, a rate opened by 每, a sum opened
// by a currency sign, a number opened by a minus.
func (c *cursor) opened(i int) (Mention, bool) {
	if m, ok := c.ordinal(i); ok {
		return m, true
	}
	if m, ok := c.each(i); ok {
		return m, true
	}
	return c.negative(i)
}

// negative reads 负0.6% and －3.2％; a dash that joins two figures is no sign.
func (c *cursor) negative(i int) (Mention, bool) {
	n := c.v.Minus.BeginsAt(c.r, i)
	if n == 0 || i+n >= len(c.r) || !number.IsDigit(c.r[i+n]) && !number.IsHan(c.r[i+n]) {
		return Mention{}, false
	}
	if i > 0 && (number.IsDigit(c.r[i-1]) || segment.IsLatin(c.r[i-1])) && !c.afterReach(i) {
		return Mention{}, false
	}
	if i > 0 && segment.IsDash(c.r[i-1]) {
		return Mention{}, false
	}
	if _, ok := c.Periods.Scan(c.r[i+n:]); ok {
		return Mention{}, false
	}
	m, ok := c.amount(i + n)
	if !ok || m.Kind == None || i > 0 && segment.IsHan(c.r[i-1]) && segment.IsDash(c.r[i]) && !c.afterReach(i) && m.Kind != Percent && m.Kind != Points {
		return Mention{}, false
	}
	m.Start = i
	m.Core[0] = i
	for k, v := range m.Value {
		m.Value[k] = new(big.Rat).Neg(v)
	}
	m.Digits = "-" + m.Digits
	return m, true
}

// part reads 三分之二 as a fraction, 百分之五 as a percentage, 千分之三 as 0.3 %.
func (c *cursor) part(i int) (Mention, bool) {
	v, of, n := number.Part(c.r[i:])
	if n == 0 {
		return Mention{}, false
	}
	m := Mention{Start: i, End: i + n, Kind: Fraction, Value: []*big.Rat{v}, Unit: unit.One(), Digits: string(c.r[i : i+n])}
	if of == 100 || of == 1000 || of == 10000 {
		m.Kind, m.Unit.Code = Percent, "%"
		m.Value[0] = new(big.Rat).Mul(v, big.NewRat(100, 1))
		if k := number.Until(c.r[m.End:]); k > 0 {
			if hi, _, n := number.Part(c.r[m.End+k:]); n > 0 {
				m.Value = append(m.Value, new(big.Rat).Mul(hi, big.NewRat(100, 1)))
				m.End += k + n
			}
		}
	}
	m.Unit.Kind = m.Kind
	m.Core = [2]int{i, m.End}
	return c.hedge(m), true
}

// slash reads 1/3 and ½.
func (c *cursor) slash(i int) (Mention, bool) {
	v, n := number.Slash(c.r[i:])
	if n == 0 {
		if v = number.Vulgar(c.r[i]); v == nil {
			return Mention{}, false
		}
		n = 1
	}
	m := Mention{Start: i, End: i + n, Core: [2]int{i, i + n}, Kind: Fraction, Value: []*big.Rat{v}, Unit: unit.One(), Digits: string(c.r[i : i+n])}
	m.Unit.Kind = Fraction
	return c.hedge(m), true
}

// ratio reads 6.01:55.04:38.95. Two whole numbers with two digits after the colon are
// a time of day.
func (c *cursor) ratio(i int) (Mention, bool) {
	parts, n := number.Ratio(c.r[i:])
	if n == 0 {
		return Mention{}, false
	}
	m := Mention{Start: i, End: i + n, Core: [2]int{i, i + n}, Kind: Ratio, Value: parts, Unit: unit.One(), Digits: string(c.r[i : i+n])}
	m.Unit.Kind = Ratio
	if looksLikeClock(parts, c.r[i:i+n]) {
		m.Kind, m.Why, m.Rule = None, "name", "clock"
		return m, true
	}
	return c.hedge(m), true
}

func looksLikeClock(parts []*big.Rat, text []rune) bool {
	for _, r := range text {
		if r == '.' {
			return false
		}
	}
	sum := new(big.Rat)
	for _, p := range parts {
		sum.Add(sum, p)
	}
	if len(parts) == 3 && sum.Cmp(big.NewRat(100, 1)) == 0 { // a structure, as 6:40:54
		return false
	}
	last := text[max(0, len(text)-3):]
	return last[0] == ':' && parts[0].Cmp(big.NewRat(24, 1)) < 0 && parts[len(parts)-1].Cmp(big.NewRat(60, 1)) < 0
}

// half reads 半 before a unit of time or a decision of the table: 半年, 半小时.
func (c *cursor) half(i int) (Mention, bool) {
	if !number.Half(c.r[i]) {
		return Mention{}, false
	}
	u, n := c.Units.Match(c.r[i+1:])
	if n == 0 || u.Kind != Duration || i > 0 && segment.IsHan(c.r[i-1]) && c.insideToken(i, i+1+n) {
		return Mention{}, false
	}
	m := Mention{Start: i, End: i + 1 + n, Core: [2]int{i, i + 1 + n}, Kind: Duration, Value: []*big.Rat{big.NewRat(1, 2)}, Unit: u,
		Digits: string(c.r[i : i+1]), UnitText: string(c.r[i+1 : i+1+n])}
	return c.hedge(m), true
}

// insideToken reports whether a word of the dictionary reaches over [a, b) on a side.
func (c *cursor) insideToken(a, b int) bool {
	for _, t := range c.s.Tokens {
		if t.Start < b && a < t.End && (t.Start < a || t.End > b) {
			return true
		}
	}
	return false
}
