package link

import "github.com/qushu/qushu/extract/fact"

// withPlace names a place by what it was reached with or for: 以全市第一的成绩获评示范区 is
// a place in 获评示范区.
func (c *context) withPlace(k int, r *reading, p phrase) (named, bool) {
	i := c.ms[k].End
	n := c.words.Of.BeginsAt(c.r, i)
	if r.measure != "rank" || n == 0 || !c.hasWith(p.b, c.ms[k].Start) {
		return named{}, false
	}
	i += n
	q := c.right(i)
	if q.b-q.a > maxFeat || c.words.Feat.EndsAt(c.r, q.a, q.b) == 0 {
		return named{}, false
	}
	end := c.deedEnd(q.b)
	if end-q.b < 2 {
		return named{}, false
	}
	return named{phrase: p, how: fact.Stated, heads: []string{c.text(q.b, end)}}, true
}

// maxFeat is the longest word for what was reached, in runes.
const maxFeat = 6

func (c *context) hasWith(a, b int) bool {
	for i := a; i < b; i++ {
		if c.words.With.BeginsAt(c.r, i) > 0 {
			return true
		}
	}
	return false
}

// achieved reports whether a phrase is a quoted feat and no indicator: the “三连升” of
// 排位实现“三连升”、跻身全市第4位.
func (c *context) achieved(r *reading, p phrase) bool {
	a := p.a
	if a < p.b && c.r[a] == '“' {
		return r.measure == "rank" && c.r[p.b-1] == '”' && c.words.Light.EndsAt(c.r, 0, a) > 0
	}
	return false
}
