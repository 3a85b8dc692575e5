package link

import (
	"strings"

	"github.com/qushu/qushu/extract/fact"
)

// within reads the body and the place that stand before an indicator: in 远航汽车在临江地区
// 年采购金额 the figure is of 远航汽车, in 临江.
func (c *context) within(p *phrase, n *named) {
	for i := p.a + 2; i < p.b && i-p.a <= maxBody; i++ {
		k := c.words.In.BeginsAt(c.r, i)
		if k == 0 || c.insideToken(i) || c.insideToken(i+k) || !c.proper(p.a, i) {
			continue
		}
		at := c.named(i + k)
		if at == nil {
			return
		}
		rest := i + k + at.n
		rest += c.words.Region.BeginsAt(c.r, rest)
		if c.insideToken(rest) {
			return
		}
		if rest += c.words.Of.BeginsAt(c.r, rest); p.b-rest < 2 {
			return
		}
		n.subject = c.text(p.a, i)
		c.subject = subject{name: n.subject, how: fact.Stated, seen: true, sentence: c.si, clause: c.group(p.a)}
		p.a, p.area = rest, at
		n.phrase.area = at
		return
	}
}

// having reads what has the things a phrase counts: in 江滩夜市共有摊位320个 they are 摊位, of
// 江滩夜市.
func (c *context) having(p *phrase, n *named) {
	for i := p.a + 2; i < p.b-1; i++ {
		k := c.words.Having.BeginsAt(c.r, i)
		if k == 0 || c.insideToken(i) || c.insideToken(i+k) || i+k >= p.b || i-p.a > maxBody || !c.isName(p.a, i) {
			continue
		}
		if i-p.a > 2 {
			n.subject = c.text(p.a, i)
			c.subject = subject{name: n.subject, how: fact.Stated, seen: true, sentence: c.si, clause: c.group(p.a), local: true, from: c.clauseStart(p.a)}
		}
		p.a = i + k
		return
	}
}

// proper reports whether a stretch is the name of a body: one of the words that are names
// alone, or one that ends as names of bodies do.
func (c *context) proper(a, b int) bool {
	t, ok := c.s.TokenAt(a)
	if ok && t.Start == a && t.End == b && (t.Pos == "nt" || t.Pos == "nz" || strings.HasPrefix(t.Pos, "nr")) {
		return true
	}
	return c.words.SubjectTail.EndsAt(c.r, a, b) > 0 && !c.insideToken(a) && c.isName(a, b)
}
