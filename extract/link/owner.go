package link

import "github.com/qushu/qushu/extract/mention"

// owner is the body that a quantity is of where its name stands behind 的: the 远航基金 of
// 总规模200亿元的远航基金.
func (c *context) owner(k int) string {
	m := &c.ms[k]
	if m.Kind != mention.Money && m.Kind != mention.Measure {
		return ""
	}
	n := c.words.Of.BeginsAt(c.r, m.End)
	if n == 0 {
		return ""
	}
	q := c.right(m.End + n)
	if q.b-q.a < 4 || q.b-q.a > maxBody || c.words.OwnerTail.EndsAt(c.r, q.a, q.b) == 0 && c.words.SubjectTail.EndsAt(c.r, q.a, q.b) == 0 {
		return ""
	}
	if !c.isName(q.a, q.b) || c.words.General.Is(c.r[q.a:q.b]) {
		return ""
	}
	return c.text(q.a, q.b)
}
