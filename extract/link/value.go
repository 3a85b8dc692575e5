package link

import (
	"math/big"
	"strings"

	"github.com/qushu/qushu/extract/fact"
	"github.com/qushu/qushu/extract/match"
	"github.com/qushu/qushu/extract/mention"
	"github.com/qushu/qushu/extract/segment"
	"github.com/qushu/qushu/rules"
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
	limited bool   // by a limit alone: 50亿元以上
	noun    string // behind the figure, that is counted
}

// value makes the facts of mention k.
func (c *context) value(k int) {
	m := &c.ms[k]
	chosen, n, ok := c.choose(k)
	if !ok {
		if m.Kind != mention.Duration { // a length of time leaves the list it stands in whole
			c.prev = link{k: -1}
		}
		return
	}
	if c.prev.k == k-1 && c.prev.measure == "delta" && chosen.m.Read == 0 && chosen.measure == "level" && c.ms[c.prev.k].Unit.Code == m.Unit.Code && c.listVerb(k) {
		chosen.measure, chosen.sign = c.prev.measure, c.prev.sign // 增加A 3亩、B 2亩
	}
	c.goesOn(k, &chosen)
	if chosen.measure == "level" && c.tenths(m) && !c.rateNamed(n) {
		chosen.measure = "share" // 其中行业协会七成以上
	}
	if chosen.measure == "share" && c.words.Discount.EndsAt(c.r, m.Start, m.End) > 0 {
		chosen.measure = "level" // 七五折 is no part of anything
	}
	measure, sign := chosen.measure, chosen.sign
	before := len(c.out)
	for i, h := range n.heads {
		h = c.withoutPassing(h)
		n.heads[i] = h
		d := Draft{Sentence: c.si, Mention: k, Measure: measure, Indicator: h, Bound: m.Bound, Rule: chosen.m.Rule.Name, Flags: m.Flags}
		d.Value = signed(m.Value, sign)
		d.How.Indicator = n.how
		c.fields(&d, chosen, n)
		c.out = append(c.out, d)
	}
	c.remember(k, chosen, n)
	c.prev = link{k: k, m: chosen.m, measure: measure, sign: sign, drafts: len(c.out) - before}
	if last := len(c.out) - 1; last >= before {
		c.prev.ofGrowth = strings.HasSuffix(c.out[last].Indicator, string(c.words.Growth))
	}
}

// withoutPassing drops from an indicator how it came about: 媒体陆续报道 is 媒体报道.
func (c *context) withoutPassing(head string) string {
	f := segment.FoldString(head)
	for i := 0; i < len(f); i++ {
		if n := c.words.Passing.BeginsAt(f, i); n > 0 && len(f) > n+1 {
			r := []rune(head)
			return string(r[:i]) + string(r[i+n:])
		}
	}
	return head
}

// tenths reports whether a percentage is counted in tenths: 七成.
func (c *context) tenths(m *mention.Mention) bool {
	for i := m.Core[0]; i < m.Core[1] && m.Kind == mention.Percent; i++ {
		if c.words.Tenth.Is(c.r[i : i+1]) {
			return true
		}
	}
	return false
}

// rateNamed reports whether what a value is said of is a rate by its name: 入住率.
func (c *context) rateNamed(n named) bool {
	for _, h := range n.heads {
		r := segment.FoldString(h)
		if c.words.Rate.EndsAt(r, 0, len(r)) > 0 {
			return true
		}
	}
	return false
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
			if n, ok := c.name(k, &r); ok && c.measures(k, r, n) {
				return r, n, true
			}
		}
	}
	return reading{}, named{}, false
}

// measures reports whether a value can be what is said of its indicator: a length of time a
// level only of what lasts or is waited for, a count with its noun behind no change.
func (c *context) measures(k int, r reading, n named) bool {
	if _, based := r.m.Mentions["base"]; r.measure == "delta" && c.ms[k].Kind == mention.Count && !based && !c.right(c.ms[k].End).empty() {
		return false // 增加志愿者400名 counts them, whoever they are added to
	}
	if c.ms[k].Kind != mention.Duration || r.measure != "level" {
		return true
	}
	for _, h := range n.heads {
		f := segment.FoldString(h)
		if c.words.Lasting.EndsAt(f, 0, len(f)) > 0 {
			return true
		}
	}
	return false
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
	for _, field := range rules.CaptureFields {
		if field != "indicator" { // an optional capture that did not hold
			v = strings.ReplaceAll(v, "<"+field+">", "")
		}
	}
	return v
}

// inList reads a value that follows another of the same kind directly or behind a list
// mark.
func (c *context) inList(k int) (reading, named, bool) {
	p := c.prev
	if p.k != k-1 || p.k < 0 || !c.adjoins(p.k, k, c.spread.next > 0) || c.ms[p.k].Kind != c.ms[k].Kind && c.spread.next == 0 {
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
	if n := len(c.out); p.measure == "growth" && p.drafts == 1 && c.ms[k].Kind == mention.Percent && c.spread.next == 0 {
		return r, named{heads: []string{c.out[n-1].Indicator}, how: fact.Carried}, true // 增长5.5%、7.6%
	}
	return reading{}, named{}, false
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
	if sign < 0 && len(out) == 2 {
		out[0], out[1] = out[1], out[0]
	}
	return out
}
