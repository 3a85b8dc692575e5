package link

import (
	"github.com/qushu/qushu/extract/fact"
	"github.com/qushu/qushu/extract/mention"
	"github.com/qushu/qushu/extract/segment"
)

// repeated names a number of times by what was done so often, where the verb stands behind
// it: the 亲临视察 of 省长两次亲临视察.
func (c *context) repeated(k int, p phrase) (named, bool) {
	m := &c.ms[k]
	if m.Kind != mention.Count || c.words.Times.EndsAt(c.r, m.Start, m.End) == 0 || !c.verbAt(m.End) || c.actionIn(p.a, p.b) != "" {
		return named{}, false
	}
	n := named{phrase: p, how: fact.Stated}
	end := c.deedEnd(m.End)
	if end-m.End < 2 || end-m.End > maxDeed {
		return named{}, false
	}
	n.heads = []string{c.text(m.End, end)}
	return n, true
}

// deedEnd is where the account of a deed that begins at rune i ends: before a mark, a
// figure or a joining word with another deed behind it.
func (c *context) deedEnd(i int) int {
	for t, ok := c.s.TokenAt(i); ok; t, ok = c.s.TokenAt(t.End) {
		first := c.r[t.Start]
		m := c.beginningAt(t.Start)
		if segment.IsComma(first) || segment.IsList(first) || segment.IsClose(first) || t.Pos == "c" || m != nil && m.Kind != mention.None {
			return t.Start
		}
		i = t.End
	}
	return i
}

// nothingOf names a count of zero by the noun that the word for it is made with: 伤亡 of
// 零伤亡.
func (c *context) nothingOf(k int) string {
	m := &c.ms[k]
	if m.Kind != mention.Count || len(m.Value) != 1 || m.Value[0].Sign() != 0 || m.UnitText != "" {
		return ""
	}
	for i := m.Start; i < m.End; i++ {
		if n := c.words.Zero.BeginsAt(c.r, i); n > 0 && m.End-i-n >= 2 {
			return c.text(i+n, m.End)
		}
	}
	return ""
}
