package mention

import (
	"math/big"

	"github.com/qushu/qushu/extract/segment"
	"github.com/qushu/qushu/normalize/unit"
)

// labelled gives a bare number the unit that a label names: 单位：亿元 earlier in the
// sentence, or a bracket right before it, 发行总额（亿元）10.00.
func (c *cursor) labelled(m *Mention) bool {
	i := m.Start
	for i > 0 && (c.r[i-1] == ':' || c.r[i-1] == ' ') {
		i--
	}
	scale, u, n := c.bracketed(i)
	if n > 0 {
		m.UnitText = string(c.r[i-1-n : i-1])
	} else {
		scale, u, n = c.label(m.Start)
	}
	if n == 0 || m.Bound != "exact" {
		return false
	}
	factor := new(big.Rat).Mul(scale, u.Factor)
	for k, v := range m.Value {
		m.Value[k] = new(big.Rat).Mul(v, factor)
	}
	m.Unit, m.Kind, m.Bare = u, u.Kind, false
	return true
}

// bracketed reads the unit in a bracket that closes at i.
func (c *cursor) bracketed(i int) (*big.Rat, unit.Unit, int) {
	if i == 0 || !segment.IsClose(c.r[i-1]) {
		return nil, unit.Unit{}, 0
	}
	for j := i - 2; j >= max(0, i-10); j-- {
		if segment.IsOpen(c.r[j]) {
			if scale, u, n := c.unitWord(j + 1); j+1+n == i-1 {
				return scale, u, n
			}
			break
		}
	}
	return nil, unit.Unit{}, 0
}

// label reads the unit behind the first 单位: of the sentence, where it stands before i.
func (c *cursor) label(i int) (*big.Rat, unit.Unit, int) {
	if c.labels == 0 {
		c.labels = c.firstLabel()
	}
	if c.labels < 0 || c.labels > i {
		return nil, unit.Unit{}, 0
	}
	return c.unitWord(c.labels)
}

// firstLabel is the end of the first label, -1 where the sentence has none.
func (c *cursor) firstLabel() int {
	for j := 1; j <= len(c.r); j++ {
		if c.v.UnitLabel.EndsAt(c.r, 0, j) > 0 {
			return j
		}
	}
	return -1
}

// unitWord reads a unit with the scale before it, as headers write it: 亿元, 万人.
func (c *cursor) unitWord(i int) (scale *big.Rat, u unit.Unit, n int) {
	if r, ok := c.read(i); ok && r.num.Bare && r.n > 0 {
		return r.num.Value, r.unit, r.end - i
	}
	u, n = c.Units.Match(c.r[i:])
	return one, u, n
}
