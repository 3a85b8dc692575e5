package mention

import (
	"math/big"

	"github.com/qushu/qushu/extract/segment"
	"github.com/qushu/qushu/normalize/number"
)

// degrees reads 摄氏30度 and 华氏温度98.6度.
func (c *cursor) degrees(i int) (Mention, bool) {
	n := c.v.Thermo.BeginsAt(c.r, i)
	if n == 0 || i+n >= len(c.r) {
		return Mention{}, false
	}
	m, ok := c.behindWord(i + n)
	u, k := c.Units.Match(c.r[i:])
	if !ok || k == 0 || m.Kind != Measure || !c.v.Degree.Is([]rune(m.Unit.Code)) {
		return Mention{}, false
	}
	m.Start, m.Core[0], m.Unit = i, i, u
	return m, true
}

// freezing reads 零下5度, 零下摄氏11度半 and 零上5度.
func (c *cursor) freezing(i int) (Mention, bool) {
	n := c.v.BelowZero.BeginsAt(c.r, i)
	below := n > 0
	if !below {
		n = c.v.AboveZero.BeginsAt(c.r, i)
	}
	if n == 0 || i+n >= len(c.r) {
		return Mention{}, false
	}
	c.belowZero = below
	m, ok := c.behindWord(i + n)
	c.belowZero = false
	if !ok || m.Kind != Measure {
		return Mention{}, false
	}
	if below && len(m.Value) == 1 {
		negate(&m)
	}
	if m.Start < i+n { // a hedge was read out of the word itself: the 上 of 零上
		m.Bound = "exact"
	}
	m.Start, m.Core[0] = i, i
	return m, true
}

// behindWord reads the figure behind a word of temperature, which may have another such
// word before it: 零下摄氏11度.
func (c *cursor) behindWord(i int) (Mention, bool) {
	if c.words == 2 {
		return Mention{}, false
	}
	c.words++
	m, ok := c.figure(i)
	c.words--
	return m, ok
}

// positive reads a number with a plus that is all a clause says: +5.
func (c *cursor) positive(i int) (Mention, bool) {
	n := c.v.Plus.BeginsAt(c.r, i)
	if n == 0 || i+n >= len(c.r) || !number.Begins(c.r[i+n]) || !c.opens(i) {
		return Mention{}, false
	}
	m, ok := c.unsigned(i + n)
	if !ok || !c.closes(m.End) {
		return Mention{}, false
	}
	if m.Kind == None {
		return m, false
	}
	m.Start, m.Core[0] = i, i
	m.Alone = m.Bare
	return m, true
}

// negative reads 负0.6%, －3.2％ and 负三分之一; a dash that joins two figures is no sign.
func (c *cursor) negative(i int) (Mention, bool) {
	n := c.v.Minus.BeginsAt(c.r, i)
	if n == 0 || c.minus || c.v.NotMinus.EndsAt(c.r, 0, i+n) > n {
		return Mention{}, false
	}
	for i+n < len(c.r) && c.r[i+n] == ' ' && c.opens(i) {
		n++
	}
	if i+n >= len(c.r) || !number.Begins(c.r[i+n]) || c.joins(i) {
		return Mention{}, false
	}
	if _, ok := c.Periods.Scan(c.r[i+n:]); ok && segment.IsDash(c.r[i]) {
		return Mention{}, false
	}
	c.minus = true
	m, ok := c.unsigned(i + n)
	c.minus = false
	if !ok || m.Kind == None || c.dashWord(i, &m) || c.r[i+n-1] == ' ' && !(m.Bare && c.closes(m.End)) {
		return Mention{}, false
	}
	switch m.Kind {
	case Fraction, Percent, Ratio, Duration:
		if m.Value[0].Sign() > 0 {
			negate(&m)
		}
	}
	m.Start = i
	m.Core[0] = i
	m.Digits = "-" + m.Digits
	return m, true
}

// joins reports whether the dash at i joins what stands on its sides.
func (c *cursor) joins(i int) bool {
	if i == 0 {
		return false
	}
	if (number.IsDigit(c.r[i-1]) || segment.IsLatin(c.r[i-1])) && segment.IsDash(c.r[i]) && !c.afterReach(i) {
		return true
	}
	return segment.IsDash(c.r[i-1])
}

// dashWord reports whether the dash at i is punctuation behind a word and not the sign
// of m.
func (c *cursor) dashWord(i int, m *Mention) bool {
	return i > 0 && segment.IsHan(c.r[i-1]) && segment.IsDash(c.r[i]) && !c.afterReach(i) && m.Kind != Percent && m.Kind != Points
}

func negate(m *Mention) {
	for k, v := range m.Value {
		m.Value[k] = new(big.Rat).Neg(v)
	}
}
