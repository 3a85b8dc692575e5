package link

import "github.com/qushu/qushu/extract/fact"

// capped names the most that there is of something: 差饷宽免以每户1000元为上限 is
// 差饷宽免上限.
func (c *context) capped(k int, p phrase) (named, bool) {
	m := &c.ms[k]
	if c.words.Cap.BeginsAt(c.r, m.End) == 0 {
		return named{}, false
	}
	for i := m.Start; i > p.from+2; i-- {
		n := c.words.With.EndsAt(c.r, p.from, i)
		if n == 0 || c.insideToken(i-n) {
			continue
		}
		q := c.trimmed(i - n)
		if q.b-q.a < 2 {
			return named{}, false
		}
		return named{phrase: q, how: fact.Stated, heads: []string{c.text(q.a, q.b) + string(c.words.CapNoun)}}, true
	}
	return named{}, false
}
