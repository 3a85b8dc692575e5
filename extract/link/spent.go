package link

import (
	"github.com/qushu/qushu/extract/fact"
	"github.com/qushu/qushu/extract/mention"
)

// spentOn names a sum by what it is spent on, told behind it: 拟17.6万元回购股份 is 回购股份,
// 支付了17亿美元用于回购股份 too, and 以11.9元的价格进行回购 tells a 价格.
func (c *context) spentOn(k int, p phrase) (named, bool) {
	m := &c.ms[k]
	if m.Kind != mention.Money || !c.spends(p, m.Start) {
		return named{}, false
	}
	n := named{phrase: p, how: fact.Stated}
	i := m.End + c.words.UsedFor.BeginsAt(c.r, m.End)
	if of := c.words.Of.BeginsAt(c.r, i); of > 0 {
		q := c.right(i + of)
		if c.words.HeadNoun.EndsAt(c.r, q.a, q.b) == 0 || q.b-q.a > maxFeat {
			return named{}, false
		}
		n.heads = []string{c.text(q.a, q.b)}
		return n, true
	}
	if i == m.End && c.words.Action.BeginsAt(c.r, i) < 2 {
		return named{}, false
	}
	end := c.deedEnd(i)
	if end-i < 2 || end-i > maxDeed {
		return named{}, false
	}
	n.heads = []string{c.text(i, end)}
	return n, true
}

// spends reports whether nothing names a sum before it but that it is spent: 支付了, 拟以.
func (c *context) spends(p phrase, at int) bool {
	end := at
	for n := 1; n > 0 && end > p.from; end -= n {
		if c.words.Spend.EndsAt(c.r, p.from, end) > 0 {
			return true
		}
		n = c.words.Particle.EndsAt(c.r, p.from, end)
	}
	return false
}
