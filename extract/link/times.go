package link

import (
	"github.com/qushu/qushu/extract/fact"
	"github.com/qushu/qushu/extract/mention"
)

// repeated names a number of times by what was done so often, where the verb stands behind
// it: the 亲临视察 of 省长两次亲临视察.
func (c *context) repeated(k int, p phrase) (named, bool) {
	m := &c.ms[k]
	if m.Kind != mention.Count || !c.words.Times.Is(c.r[m.Core[1]:m.End]) || !c.verbAt(m.End) || c.actionIn(p.a, p.b) != "" {
		return named{}, false
	}
	n := named{phrase: p, how: fact.Stated}
	if deed := c.predicate(m.End); deed != "" {
		n.heads = []string{deed}
	}
	return n, len(n.heads) > 0
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
