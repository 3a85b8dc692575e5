package mention

import (
	"github.com/qushu/qushu/extract/segment"
	"github.com/qushu/qushu/normalize/number"
	"github.com/qushu/qushu/normalize/unit"
)

// currency reads a sign before the number (￥, $) and the name before it (人民币).
func (c *cursor) currency(m *Mention) {
	if m.Kind == Money {
		c.currencyAfter(m)
	}
	n := c.signBefore(m.Start)
	if n == 0 {
		return
	}
	u, k := c.Units.Match(c.r[m.Start-n:])
	switch {
	case m.Bare && k > 0 && k <= n && u.Kind == Money:
		m.Unit, m.Kind, m.Bare, m.Sign = u, Money, false, true
		m.Start -= n
	case m.Kind == Money && u.Code == m.Unit.Code, m.Kind == Money && k > 1 && u.Kind == Money && u.Factor.Cmp(one) == 0 && c.v.Money[0] == c.r[m.End-1]:
		m.Unit.Code = u.Code
		m.Start -= n
		m.Named = true
	}
}

// signBefore is the length of the currency sign or name that ends at i, with the space
// between: ￥, 人民币, CNY.
func (c *cursor) signBefore(i int) int {
	j := i
	for j > c.from() && c.r[j-1] == ' ' {
		j--
	}
	n := c.v.Signs.EndsAt(c.r, c.from(), j)
	if n == 0 || segment.IsLatin(c.r[j-n]) && j-n > 0 && segment.IsLatin(c.r[j-n-1]) {
		return 0
	}
	return n + i - j
}

// signAt reports whether a currency sign and a number begin at i: RMB3000.
func (c *cursor) signAt(i int) bool {
	n := c.v.Signs.BeginsAt(c.r, i)
	return n > 0 && i+n < len(c.r) && number.IsDigit(c.r[i+n])
}

// currencyAfter reads the name of the currency behind the unit: 两块九毛九RMB, 9000元日币.
func (c *cursor) currencyAfter(m *Mention) {
	u, n := c.Units.Match(c.r[m.End:])
	if n == 0 || u.Kind != Money || u.Factor.Cmp(one) != 0 || n < 2 {
		return
	}
	if u.Code == m.Unit.Code || c.v.Money[0] == c.r[m.End-1] {
		m.Unit.Code, m.End, m.Named = u.Code, m.End+n, true
		m.Core[1] = m.End
	}
}

// perUnit reads the second half of a compound unit: 元/平方米, 吨标准煤/万元.
func (c *cursor) perUnit(m *Mention) {
	if m.Kind != Money && m.Kind != Measure && m.Kind != Count || m.End >= len(c.r) {
		return
	}
	word, _ := number.Each(c.r[m.End:])
	if c.r[m.End] != '/' && word == 0 {
		return
	}
	at := m.End + 1
	scale := ""
	if num, ok := number.Scan(c.r[at:]); ok && num.Bare {
		scale = string(c.r[at : at+num.N])
		at += num.N
	}
	u, n := c.Units.Match(c.r[at:])
	if n == 0 || word > 0 && (u.Kind != Duration || m.Kind == Count) && !c.endsClause(at+n) {
		return // 70万人每年少缴税: each year belongs to what they do
	}
	if scale != "" {
		u.Code = u.Word
	}
	if u.Kind == denominator && word > 0 {
		return
	}
	m.Unit = unit.Per(m.Unit, scale, u)
	m.Kind = Rate
	m.UnitText += string(c.r[m.End : at+n])
	m.End = at + n
	m.Core[1] = m.End
}

// denominator is the kind of a word that is a unit only behind a stroke: 元/月.
const denominator = "per"

// each reads a rate opened by 每: 每亩32.6万元, 每十万人6.2.
func (c *cursor) each(i int) (Mention, bool) {
	e, scale := number.Each(c.r[i:])
	if e == 0 {
		return Mention{}, false
	}
	at := i + e + scale
	per, n := c.Units.Match(c.r[at:])
	if n == 0 || per.Kind == denominator || at+n >= len(c.r) || !number.Begins(c.r[at+n]) {
		return Mention{}, false
	}
	m, ok := c.amount(at + n)
	if !ok || m.Kind == None || !number.IsDigit(c.r[at+n]) && m.Kind != Measure && m.Kind != Money {
		return Mention{}, false
	}
	if scale > 0 {
		per.Code = per.Word
	}
	m.Unit = unit.Per(m.Unit, string(c.r[i+e:i+e+scale]), per)
	m.Kind, m.Start, m.Core[0], m.Bare = Rate, i, i, false
	return m, true
}
