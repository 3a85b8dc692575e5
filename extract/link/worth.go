package link

import (
	"regexp"

	"github.com/qushu/qushu/extract/mention"
)

// worthOf names a sum that says what the noun behind it is worth, by verb, noun and
// measure: 持有总值99亿元的青屿股份股票 is of 持有青屿股份股票总值.
func (c *context) worthOf(m *mention.Mention, p phrase) string {
	worth := p.b - c.words.Worth.EndsAt(c.r, p.a, p.b)
	verb := worth - c.words.Action.EndsAt(c.r, p.a, worth)
	if worth == p.b || verb == worth || c.words.Of.BeginsAt(c.r, m.End) == 0 {
		return ""
	}
	q := c.right(m.End)
	if q.empty() {
		return ""
	}
	return c.text(verb, worth) + withoutCode(c.text(q.a, q.b)) + c.text(worth, p.b)
}

// withoutCode drops the codes of securities that stand in brackets behind their names:
// 青屿股份(300999.SZ)股票.
func withoutCode(s string) string { return codeBehind.ReplaceAllString(s, "") }

var codeBehind = regexp.MustCompile(`[(（][0-9A-Z]+\.[A-Z]{1,3}[)）]`)

// beforeUnder cuts an adverbial of circumstance off the end of a phrase: the 在整车带动下
// of 装备制造业在整车带动下.
func (c *context) beforeUnder(p *phrase) {
	if c.words.Under.EndsAt(c.r, p.a, p.b) == 0 {
		return
	}
	for i := p.b - 1; i > p.a; i-- {
		if c.words.In.BeginsAt(c.r, i) > 0 && !c.insideToken(i) {
			p.b = i
			return
		}
	}
}
