package link

import (
	"math/big"
	"strings"

	"github.com/qushu/qushu/extract/fact"
	"github.com/qushu/qushu/extract/match"
	"github.com/qushu/qushu/extract/mention"
	"github.com/qushu/qushu/extract/segment"
)

// named is what the figure's own words say its indicator is.
type named struct {
	heads   []string // one, or several for 均 and lists
	how     fact.How
	phrase  phrase
	verb    string
	facet   bool
	growth  bool // the facet is one of change
	subject string
}

// value makes the facts of mention k.
func (c *context) value(k int) {
	m := &c.ms[k]
	chosen, n, ok := c.choose(k)
	if !ok {
		c.prev = link{k: -1}
		return
	}
	measure, sign := chosen.measure, chosen.sign
	before := len(c.out)
	for _, h := range n.heads {
		d := Draft{Sentence: c.si, Mention: k, Measure: measure, Indicator: h, Bound: m.Bound, Rule: chosen.m.Rule.Name, Flags: m.Flags}
		d.Value = signed(m.Value, sign)
		d.How.Indicator = n.how
		c.fields(&d, chosen, n)
		c.out = append(c.out, d)
	}
	c.remember(k, chosen, n)
	c.prev = link{k: k, m: chosen.m, measure: measure, sign: sign, drafts: len(c.out) - before}
}

// reading is a rule chosen for a value with the yield it makes.
type reading struct {
	m       match.Match
	measure string
	sign    int
	fields  map[string]string
}

// choose takes the best rule that holds and whose indicator can be found. A value that
// stands in a list after another, with nothing of its own before it, is read as that one.
func (c *context) choose(k int) (reading, named, bool) {
	if r, n, ok := c.inList(k); ok {
		return r, n, true
	}
	for _, m := range c.Engine.Best(c.s, c.ms, k) {
		for i := range m.Rule.Yields {
			r := c.yield(m, i)
			if n, ok := c.name(k, &r); ok {
				return r, n, true
			}
		}
	}
	return reading{}, named{}, false
}

// yield evaluates one fact line of a rule for a match.
func (c *context) yield(m match.Match, i int) reading {
	y := m.Rule.Yields[i]
	r := reading{m: m, measure: y.Measure, sign: 1, fields: map[string]string{}}
	for _, kv := range y.Fields {
		r.fields[kv.Key] = c.expand(kv.Value, m)
	}
	if said := c.ms[m.Value].Measure; said != "" {
		r.measure = said
	}
	if r.fields["sign"] == "-" {
		r.sign = -1
	}
	return r
}

// expand puts captures into a field's value; <indicator> is left for the head.
func (c *context) expand(v string, m match.Match) string {
	for field, s := range m.Spans {
		v = strings.ReplaceAll(v, "<"+field+">", c.text(s[0], s[1]))
	}
	for field, k := range m.Mentions {
		v = strings.ReplaceAll(v, "<"+field+">", c.times[[2]int{c.si, k}])
	}
	return v
}

// inList reads a value that follows another of the same kind directly or behind a list
// mark.
func (c *context) inList(k int) (reading, named, bool) {
	p := c.prev
	if p.k != k-1 || p.k < 0 || !c.adjoins(p.k, k) || c.ms[p.k].Kind != c.ms[k].Kind && c.spread.next == 0 {
		return reading{}, named{}, false
	}
	if c.ms[p.k].Kind == mention.Count && c.spread.next == 0 {
		return reading{}, named{}, false
	}
	r := reading{m: p.m, measure: p.measure, sign: p.sign, fields: c.yield(p.m, 0).fields}
	if c.spread.next > 0 && c.spread.next < len(c.spread.heads) {
		h := c.spread.heads[c.spread.next]
		c.spread.next++
		return r, named{heads: []string{h}, how: fact.Stated}, true
	}
	return reading{}, named{}, false
}

// adjoins reports whether at most a list mark or a joining word stands between.
func (c *context) adjoins(j, k int) bool {
	a, b := c.ms[j].End, c.ms[k].Start
	return a == b || b-a == 1 && (segment.IsList(c.r[a]) || c.r[a] == ',' && c.spread.next > 0) || c.words.Join.Is(c.r[a:b])
}

// name finds the indicator for a reading: the phrase before the rule's words, the noun
// behind the figure, or the head that is carried.
func (c *context) name(k int, r *reading) (named, bool) {
	p := c.left(r.m.End)
	n := named{phrase: p, how: fact.Stated}
	if span, ok := r.m.Spans["noun"]; ok {
		return c.counted(k, p, span)
	}
	switch {
	case p.respectively || p.each:
		n.heads = c.split(p.a, p.b)
	case !p.empty():
		n.heads = []string{c.text(p.a, p.b)}
	}
	if len(n.heads) == 0 {
		return c.carried(k, n, "")
	}
	if w := &c.words; len(n.heads) == 1 && w.Facet.Is(c.r[p.a:p.b]) {
		n.facet, n.growth = true, w.GrowthFacet.Is(c.r[p.a:p.b])
		aspect := n.heads[0]
		if w.ShareFacet.Is(c.r[p.a:p.b]) {
			aspect = ""
		}
		return c.carried(k, n, aspect)
	}
	if r.m.Rule != nil && p.respectively && len(n.heads) > 1 {
		c.spread = spread{heads: n.heads, next: 1}
		n.heads = n.heads[:1]
	}
	n.subject = c.subjectOf(&p, &n)
	n.verb = c.verbOf(p)
	c.carryVerb(k, &n)
	return n, true
}

// counted names what is counted by the noun behind the figure, with the action before it.
func (c *context) counted(k int, p phrase, span [2]int) (named, bool) {
	q := c.right(span[0])
	if q.empty() {
		return named{}, false
	}
	n := named{phrase: p, how: fact.Stated}
	verb := ""
	switch {
	case p.empty():
	case p.others:
		verb = c.leadingVerb(p)
	case c.endsInVerb(p):
		verb = c.text(p.a, p.b)
	default:
		return named{}, false
	}
	if verb == "" && p.empty() && c.listVerb(k) {
		verb = c.lastVerb()
	}
	n.verb = verb
	n.heads = []string{verb + c.text(q.a, q.b)}
	return n, true
}

// carried takes the head of the figure before: all heads of the clause group for 均,
// with an aspect joined on for a facet.
func (c *context) carried(k int, n named, aspect string) (named, bool) {
	n.how = fact.Carried
	last := c.lastHead
	if len(c.heads) > 0 {
		last = c.heads[len(c.heads)-1]
	}
	if last.text == "" {
		if aspect == "" {
			return n, false
		}
		n.heads, n.how = []string{aspect}, fact.Stated
		return n, true
	}
	n.heads = nil
	if n.phrase.each {
		g := c.group(c.ms[k].Start)
		for _, h := range c.heads {
			if h.group == g && !contains(n.heads, facet(h.text, aspect)) {
				n.heads = append(n.heads, facet(h.text, aspect))
			}
		}
	}
	if len(n.heads) == 0 {
		n.heads = []string{facet(last.text, aspect)}
	}
	n.subject = last.subject
	return n, true
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

// remember keeps the heads for the figures after.
func (c *context) remember(k int, r reading, n named) {
	if n.how != fact.Stated || n.facet {
		return
	}
	g := c.group(c.ms[k].Start)
	for _, h := range n.heads {
		c.heads = append(c.heads, head{text: h, measure: r.measure, verb: n.verb, group: g, subject: n.subject})
	}
}

// carryVerb puts the action of the list before a bare noun: 新增A 1个、B 6个 is 新增B.
func (c *context) carryVerb(k int, n *named) {
	if n.verb != "" || len(n.heads) != 1 || len(c.heads) == 0 || !c.listVerb(k) || c.ms[k].Kind == mention.Percent {
		return
	}
	if v := c.lastVerb(); v != "" {
		n.heads[0], n.verb = v+n.heads[0], v
	}
}

// listVerb reports whether the value stands in a list with the one before: only a list
// mark or joining word and its own phrase between them.
func (c *context) listVerb(k int) bool {
	p := c.prev
	if p.k != k-1 || p.k < 0 {
		return false
	}
	a := c.ms[p.k].End
	for a < len(c.r) && a < c.ms[k].Start && !segment.IsList(c.r[a]) && c.words.Join.BeginsAt(c.r, a) == 0 {
		if segment.IsComma(c.r[a]) {
			return false
		}
		a++
	}
	return a < c.ms[k].Start
}

func (c *context) lastVerb() string {
	if len(c.heads) == 0 {
		return ""
	}
	return c.heads[len(c.heads)-1].verb
}

// verbOf is the counted action a phrase begins with.
func (c *context) verbOf(p phrase) string {
	if n := c.words.Action.BeginsAt(c.r, p.a); n > 0 && p.a+n < p.b {
		return c.text(p.a, p.a+n)
	}
	return ""
}

// leadingVerb is the action a list of examples begins with: the 引进 of 引进A、B等5家机构.
func (c *context) leadingVerb(p phrase) string { return c.verbOf(p) }

// endsInVerb reports whether a phrase is an action whose object stands behind the figure.
func (c *context) endsInVerb(p phrase) bool {
	if c.words.Action.EndsAt(c.r, p.a, p.b) > 0 {
		return true
	}
	for _, t := range c.s.Tokens {
		if t.End == p.b && t.Start >= p.a {
			return t.Pos == "v" || t.Pos == "vn"
		}
	}
	return false
}

// signed applies the sign of a falling verb. A pair keeps its order by size.
func signed(v []*big.Rat, sign int) []*big.Rat {
	out := make([]*big.Rat, len(v))
	for i, x := range v {
		out[i] = new(big.Rat).Set(x)
		if sign < 0 {
			out[i].Neg(out[i])
		}
	}
	return out
}
