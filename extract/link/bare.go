package link

import "github.com/qushu/qushu/extract/segment"

// completed adds to a bare noun of quantity the noun named before it in the sentence with
// which it makes a standard name: behind 其中印花税升幅最大， the 收入 of 收入达952亿元 is
// 印花税收入. It is "" where none does or the clause says whose it is.
func (c *context) completed(p phrase) string {
	if !c.words.Bare.Is(c.r[p.a:p.b]) || p.others || p.area != nil || c.hasDoer(p) {
		return ""
	}
	bare := c.text(p.a, p.b)
	for end := p.from - 1; end > 2 && p.from-end <= maxBefore && c.r[end-1] != ';'; end-- {
		if c.insideToken(end) {
			continue
		}
		for start := max(0, end-maxNoun); start <= end-2; start++ {
			if c.nounAt(start, end) && c.isOne(c.text(start, end)+bare) {
				return c.text(start, end) + bare
			}
		}
	}
	return ""
}

// hasDoer reports whether somebody stands before the verb that a phrase is the object of:
// 民航完成投资.
func (c *context) hasDoer(p phrase) bool {
	n := c.words.Light.EndsAt(c.r, p.from, p.a)
	q := phrase{a: p.from, b: p.a - n, from: p.from}
	c.trimLeft(&q)
	c.trimRight(&q)
	return n > 0 && !q.empty()
}

// nounAt reports whether whole words from start to end can be a noun: no verb opens it, no
// area, and no mark stands in it.
func (c *context) nounAt(start, end int) bool {
	switch pos := c.posAt(start); {
	case pos == "" || pos[0] == 'v' || pos[0] == 'm' || pos[0] == 'r' || pos[0] == 'd' || pos == "p" || pos == "x" || pos == "uj":
		return false
	}
	if c.words.Action.BeginsAt(c.r, start) > 0 || c.words.OwnArea.BeginsAt(c.r, start) > 0 || c.words.Nation.BeginsAt(c.r, start) > 0 {
		return false
	}
	for i, r := range c.r[start:end] {
		if !segment.IsHan(r) || c.words.Of.BeginsAt(c.r, start+i) > 0 {
			return false
		}
	}
	return true
}

const (
	maxBefore = 40 // how far back the noun may end, in runes
	maxNoun   = 10 // the longest such noun, in runes
)
