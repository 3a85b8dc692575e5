package link

import "github.com/qushu/qushu/extract/segment"

// apart is the phrase before a 分别 that stands inside it, with what stands behind as
// what is said of each: the 新建 of 道路、管网分别新建15公里、8座.
func (c *context) apart(p *phrase) {
	for i := p.b - 1; i > p.a; i-- {
		if segment.IsList(c.r[i]) || p.b-i > maxApart {
			return
		}
		n := c.words.Respectively.EndsAt(c.r, p.a, i)
		if n == 0 || i-n <= p.a {
			continue
		}
		p.of = [2]int{i, p.b}
		p.b, p.respectively = i-n, true
		return
	}
}

// maxApart is the longest such account, in runes.
const maxApart = 6

// each says of every head what stands behind 分别: an action goes before it, 新建道路, a
// noun behind it, as of 对甲、乙分别出口 it is 对甲出口 and 对乙出口.
func (c *context) each(p phrase, heads []string) {
	if p.of[0] >= p.of[1] || len(heads) < 2 {
		return
	}
	said := c.text(p.of[0], p.of[1])
	lead := c.words.Toward.BeginsAt(c.r, p.a)
	for i := range heads {
		if i > 0 && lead > 0 {
			heads[i] = c.text(p.a, p.a+lead) + heads[i]
		}
		if c.words.Action.Is(c.r[p.of[0]:p.of[1]]) {
			heads[i] = said + heads[i]
		} else {
			heads[i] += said
		}
	}
}
