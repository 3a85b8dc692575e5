package link

import (
	"github.com/qushu/qushu/extract/fact"
	"github.com/qushu/qushu/extract/mention"
)

// befallen names people counted before a verb by what befell them or what they did: in
// 事故造成3人死亡 it is 死亡, in 居民5人受伤 受伤居民.
func (c *context) befallen(k int, p phrase) (named, bool) {
	m := &c.ms[k]
	if m.Kind != mention.Count || c.words.Person.EndsAt(c.r, m.Start, m.End) == 0 {
		return named{}, false
	}
	n := named{phrase: p, how: fact.Stated, verb: c.predicate(m.End)}
	sure := c.words.Befall.BeginsAt(c.r, m.End)
	caused := p.empty() || c.words.Cause.EndsAt(c.r, p.a, p.b) > 0
	switch {
	case sure > 0:
		n.verb = c.text(m.End, m.End+sure)
	case !caused || n.verb == "" || len([]rune(n.verb)) > maxDeed:
		return named{}, false
	}
	n.heads = []string{n.verb}
	if !caused && p.b-p.a <= maxPeople && c.posBefore(p.a, p.b) == "n" && c.actionIn(p.a, p.b) == "" {
		n.heads[0] += c.text(p.a, p.b)
	}
	return n, true
}

// maxDeed is the longest account of what people did that names them, in runes.
const maxDeed = 12

// maxPeople is the longest noun for people that is joined to what befell them, in runes.
const maxPeople = 6
