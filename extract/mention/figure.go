package mention

import (
	"math/big"

	"github.com/qushu/qushu/extract/segment"
	"github.com/qushu/qushu/normalize/number"
	"github.com/qushu/qushu/normalize/unit"
)

// figure reads a number with its unit at rune i.
func (c *cursor) figure(i int) (Mention, bool) {
	if m, ok := c.freezing(i); ok {
		return m, true
	}
	if !number.Begins(c.r[i]) && !number.IsVulgar(c.r[i]) {
		return c.opened(i)
	}
	if c.r[i] == '.' && i > 0 && (number.IsDigit(c.r[i-1]) || segment.IsLatin(c.r[i-1]) || c.r[i-1] == '.') {
		return Mention{}, false
	}
	return c.unsigned(i)
}

// unsigned reads a number without a sign: a fraction, a ratio, a half or an amount.
func (c *cursor) unsigned(i int) (Mention, bool) {
	if m, ok := c.half(i); ok {
		return m, true
	}
	n := c.numeral(i)
	if n == 0 {
		return c.slash(i)
	}
	if m, ok := c.discount(i, n); ok {
		return m, true
	}
	if i+n < len(c.r) && number.Joint(c.r[i+n]) {
		for _, read := range []func(int) (Mention, bool){c.mixed, c.part, c.slash, c.ratio} {
			if m, ok := read(i); ok {
				return m, true
			}
		}
	}
	return c.amount(i)
}

// discount reads the two digits of 七五折, which are tenths and hundredths.
func (c *cursor) discount(i, n int) (Mention, bool) {
	if n > 2 || i+2 >= len(c.r) || number.IsDigit(c.r[i]) {
		return Mention{}, false
	}
	v, ok := number.Literal(c.r[i : i+2])
	if !ok {
		return Mention{}, false
	}
	u, k := c.Units.Match(c.r[i+2:])
	if k == 0 || u.Kind != Fraction {
		return Mention{}, false
	}
	m := Mention{Start: i, End: i + 2 + k, Core: [2]int{i, i + 2 + k}, Kind: Fraction, Unit: u, Digits: string(c.r[i : i+2]), UnitText: string(c.r[i+2 : i+2+k]),
		Value: []*big.Rat{new(big.Rat).Mul(big.NewRat(v, 10), u.Factor)}}
	return c.hedge(m), true
}

// number is the number at i.
func (c *cursor) number(i int) (number.Number, bool) {
	if c.numAt != i+1 {
		n, ok := number.Scan(c.r[i:])
		if !ok {
			return n, false
		}
		c.num, c.numAt = n, i+1
	}
	return c.num, true
}

// numeral is the length of the number at i.
func (c *cursor) numeral(i int) int {
	n, ok := c.number(i)
	if !ok {
		return 0
	}
	return n.N
}

// opened reads what begins with no digit: an ordinal, a rate opened by 每, a temperature
// opened by its scale, a number opened by a minus.
func (c *cursor) opened(i int) (Mention, bool) {
	if m, ok := c.ordinal(i); ok {
		return m, true
	}
	if m, ok := c.each(i); ok {
		return m, true
	}
	if m, ok := c.degrees(i); ok {
		return m, true
	}
	if m, ok := c.positive(i); ok {
		return m, true
	}
	return c.negative(i)
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
		c.partTo(&m, of)
	}
	m.Unit.Kind = m.Kind
	m.Core = [2]int{i, m.End}
	return c.hedge(m), true
}

// partTo reads the upper end of 百分之三十到四十一 and of 百分之三至百分之五.
func (c *cursor) partTo(m *Mention, of int64) {
	k := number.Until(c.r[m.End:])
	if k == 0 || c.minus {
		return
	}
	if hi, _, n := number.Part(c.r[m.End+k:]); n > 0 {
		m.Value = append(m.Value, new(big.Rat).Mul(hi, big.NewRat(100, 1)))
		m.End += k + n
		return
	}
	hi, ok := number.Scan(c.r[m.End+k:])
	if _, n := c.Units.Match(c.r[min(len(c.r), m.End+k+hi.N):]); !ok || n > 0 {
		return
	}
	if v := new(big.Rat).Mul(hi.Value, big.NewRat(100, of)); v.Cmp(m.Value[0]) > 0 {
		m.Value = append(m.Value, v)
		m.End += k + hi.N
	}
}

// asFraction makes the n runes at i a fraction of value v.
func (c *cursor) asFraction(i, n int, v *big.Rat) Mention {
	m := Mention{Start: i, End: i + n, Core: [2]int{i, i + n}, Kind: Fraction, Value: []*big.Rat{v}, Unit: unit.One(), Digits: string(c.r[i : i+n])}
	m.Unit.Kind = Fraction
	return c.hedge(m)
}

// mixed reads 一又二分之一.
func (c *cursor) mixed(i int) (Mention, bool) {
	v, n := number.Mixed(c.r[i:])
	if n == 0 {
		return Mention{}, false
	}
	return c.asFraction(i, n, v), true
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
	return c.asFraction(i, n, v), true
}

// ratio reads 6.01:55.04:38.95. Two whole numbers with two digits after the colon are
// a time of day.
func (c *cursor) ratio(i int) (Mention, bool) {
	parts, n := number.Ratio(c.r[i:])
	if n == 0 {
		if parts, n = c.versus(i); n == 0 {
			return Mention{}, false
		}
	}
	m := Mention{Start: i, End: i + n, Core: [2]int{i, i + n}, Kind: Ratio, Value: parts, Unit: unit.One(), Digits: string(c.r[i : i+n])}
	m.Unit.Kind = Ratio
	if looksLikeClock(parts, c.r[i:i+n]) {
		m.Kind, m.Why, m.Rule = None, "name", "clock"
		return m, true
	}
	return c.hedge(m), true
}

// versus reads 七十八比九十六, where both numbers have no unit and end a clause.
func (c *cursor) versus(i int) ([]*big.Rat, int) {
	parts, n := number.Versus(c.r[i:])
	if n == 0 || !c.endsClause(i+n) && c.v.AfterNumber.BeginsAt(c.r, i+n) == 0 {
		return nil, 0
	}
	return parts, n
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
	if n == 0 || i > 0 && segment.IsHan(c.r[i-1]) && c.insideToken(i, i+1+n) || c.v.HalfWord.BeginsAt(c.r, i) > 0 {
		return Mention{}, false
	}
	switch u.Kind {
	case Duration:
	case Measure, Percent:
		if i+1+n < len(c.r) && segment.IsHan(c.r[i+1+n]) && c.insideToken(i+1, i+1+n) {
			return Mention{}, false
		}
	default:
		return Mention{}, false
	}
	m := Mention{Start: i, End: i + 1 + n, Core: [2]int{i, i + 1 + n}, Kind: u.Kind, Value: []*big.Rat{new(big.Rat).Quo(u.Factor, big.NewRat(2, 1))}, Unit: u,
		Digits: string(c.r[i : i+1]), UnitText: string(c.r[i+1 : i+1+n])}
	return c.hedge(m), true
}

// insideToken reports whether a word of the dictionary reaches over [a, b) on a side.
func (c *cursor) insideToken(a, b int) bool {
	from, to, before, behind := a, b, a-1, b
	if c.places != nil {
		from, to, behind = c.places[a], c.places[b-1]+1, c.places[b]
		if before >= 0 {
			before = c.places[before]
		}
	}
	for start, end, ok := c.given.WordAt(from); ok && start < to; start, end, ok = c.given.WordAt(end) {
		if start <= before || end > behind {
			return true
		}
	}
	return false
}
