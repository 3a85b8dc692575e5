package link

import (
	"github.com/qushu/qushu/extract/segment"
)

// holder is who holds the shares that the clause group of rune at tells of: a notice
// counts them one holder after another.
//
// Example: 控股股东之一林某某共持有公司股份6872万股 is said of 林某某.
func (c *context) holder(at int) string {
	start := c.groupStart(at)
	i := c.holdAt(start, at)
	if i < 0 {
		return ""
	}
	from := i
	for from > start && segment.IsHan(c.r[from-1]) {
		from--
	}
	p := phrase{a: from, b: i, from: from}
	c.trimRight(&p)
	p.b -= c.words.HoldLead.EndsAt(c.r, p.a, p.b) // inside what was cut as a name: 林某共
	for j := p.b; j > p.a; j-- {
		if c.words.HolderTitle.EndsAt(c.r, p.a, j) > 0 {
			p.a = j
			break
		}
	}
	if n := p.b - p.a; n < 2 || n > maxCompany || c.words.Since.EndsAt(c.r, p.a, p.b) > 0 || c.words.General.Is(c.r[p.a:p.b]) || c.words.NoSubject.Is(c.r[p.a:p.b]) {
		return ""
	}
	return c.text(p.a, p.b)
}

// holdAt is where the first verb of holding stands in r[a:b], -1 without one.
func (c *context) holdAt(a, b int) int {
	for i := a; i < b; i++ {
		if c.words.Hold.BeginsAt(c.r, i) > 0 {
			return i
		}
	}
	return -1
}

// held cuts the holder off a phrase that tells what is held.
func (c *context) held(p *phrase) {
	if !c.defaults.Notice {
		return
	}
	if i := c.holdAt(p.a, p.b); i > p.a {
		p.a = i
	}
}
