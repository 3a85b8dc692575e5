package link

import (
	"strings"

	"github.com/qushu/qushu/extract/fact"
)

// pointed reads 前者 and 后者 at the beginning of a phrase as the first and the second of
// the two heads named last; what follows them is an aspect or belongs to the name.
func (c *context) pointed(k int, r *reading, n named, p phrase) (named, bool) {
	former, latter := c.words.Former.BeginsAt(c.r, p.a), c.words.Latter.BeginsAt(c.r, p.a)
	if former+latter == 0 {
		return n, false
	}
	two := lastTwo(c.heads)
	if len(two) < 2 {
		two = lastTwo(c.headsBefore)
	}
	if len(two) < 2 {
		return n, false
	}
	of := two[1]
	if former > 0 {
		of = two[0]
	}
	aspect := c.text(p.a+max(former, latter), p.b)
	if aspect == "" {
		aspect = c.impliedFacet(k, r)
	}
	n.heads, n.how, n.subject = []string{c.facet(of.text, aspect)}, fact.Carried, of.subject
	return n, true
}

// lastTwo are the last two heads of different names, in their order.
func lastTwo(heads []head) []head {
	for i := len(heads) - 2; i >= 0; i-- {
		last := heads[len(heads)-1]
		if !strings.Contains(last.text, heads[i].text) && !strings.Contains(heads[i].text, last.text) {
			return []head{heads[i], last}
		}
	}
	return nil
}
