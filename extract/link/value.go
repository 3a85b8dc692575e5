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
		if m.Kind != mention.Duration { // a length of time leaves the list it stands in whole
			c.prev = link{k: -1}
		}
		return
	}
	if c.prev.k == k-1 && c.prev.measure == "delta" && chosen.m.Read == 0 && chosen.measure == "level" && c.ms[c.prev.k].Unit.Code == m.Unit.Code && c.listVerb(k) {
		chosen.measure, chosen.sign = c.prev.measure, c.prev.sign // 增加A 3亩、B 2亩
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
	if v == "<scope>" || v == "<base>" { // an optional capture that did not hold
		return ""
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
	m := &c.ms[k]
	if m.Kind == mention.Duration && (c.isSpell(m) || !r.m.Phrase) {
		return named{}, false
	}
	p := c.left(r.m.End)
	if span, ok := r.m.Spans["indicator"]; ok {
		p = phrase{a: span[0], b: span[1], from: span[0]}
		c.trimLeft(&p)
		c.trimRight(&p)
	}
	c.wordsOf(&p, r.m.End, m.Start)
	n := named{phrase: p, how: fact.Stated}
	if f := r.fields["indicator"]; f != "" && !strings.Contains(f, "<indicator>") {
		n.heads = []string{f}
		return n, true
	}
	if span, ok := r.m.Spans["noun"]; ok {
		return c.counted(k, p, span)
	}
	switch {
	case p.empty() && p.respectively && c.spreadBack(k):
		n.heads, n.how = c.spread.heads[:1], fact.Carried
		return n, true
	case p.empty():
		if q := c.clauseBefore(p); !q.empty() {
			n.phrase, n.heads = q, []string{c.text(q.a, q.b)}
			n.subject = c.subjectOf(&q, &n)
			return n, true
		}
		return c.carried(k, n, c.impliedFacet(k, r))
	case r.measure == "share" && c.repeatsHead(p):
		return c.carried(k, n, "")
	case c.words.Action.Is(c.r[p.a:p.b]) && m.Kind != mention.Percent:
		if n, ok := c.topic(k, p); ok {
			return n, true
		}
		n.heads = []string{c.text(p.a, p.b)}
	case c.words.Facet.Is(c.r[p.a:p.b]):
		return c.asFacet(k, n, p)
	case c.words.Grade.Is(c.r[p.a:p.b]):
		return c.graded(n, p)
	case p.respectively || p.each || r.measure == "rank" || r.measure == "multiple" || c.listsRates(k, p):
		n.heads = c.split(p.a, p.b)
	default:
		n.heads = []string{c.sector(&p, &n) + c.examples(p, &n)}
	}
	if m.Kind == mention.Duration && r.measure == "level" && c.words.Lasting.EndsAt(c.r, p.a, p.b) == 0 {
		return named{}, false
	}
	if p.respectively && len(n.heads) > 1 {
		c.spread = spread{heads: n.heads, next: 1}
		n.heads = n.heads[:1]
	}
	if n.subject == "" {
		n.subject = c.subjectOf(&p, &n)
	}
	if n.verb == "" {
		n.verb = c.verbOf(p)
	}
	c.carryVerb(k, &n)
	return n, true
}

// spreadBack lets the heads named before wait for the values of a 分别 list that names
// none itself: 增值税12亿元、房产税3亿元，分别增长8%、5%.
func (c *context) spreadBack(k int) bool {
	n := 1
	for j := k; j+1 < len(c.ms) && c.ms[j+1].IsValue() && c.listJoin(j, j+1); j++ {
		n++
	}
	if n < 2 || len(c.heads) < n {
		return false
	}
	c.spread = spread{next: 1}
	for _, h := range c.heads[len(c.heads)-n:] {
		c.spread.heads = append(c.spread.heads, h.text)
	}
	return true
}

func (c *context) listJoin(j, k int) bool {
	a, b := c.ms[j].End, c.ms[k].Start
	return a == b || b-a == 1 && (segment.IsList(c.r[a]) || c.r[a] == ',') || c.words.Join.Is(c.r[a:b])
}

// repeatsHead reports whether a phrase only names the end of the head before again, as
// the 收入 of 汽车收入4亿元，收入占比6%.
func (c *context) repeatsHead(p phrase) bool {
	if len(c.heads) == 0 {
		return false
	}
	text := c.text(p.a, p.b)
	last := c.heads[len(c.heads)-1].text
	return last != text && strings.HasSuffix(last, text)
}

// clauseBefore finds the indicator in the clause before, where that holds no figure: in
// 客流量创了新高，达到40万人次 it ends in the last head noun there.
func (c *context) clauseBefore(p phrase) phrase {
	none := phrase{}
	if p.from < 3 || c.r[p.from-1] != ',' {
		return none
	}
	end := p.from - 1
	start := c.regionStart(end)
	if m := c.endingAt(start); m != nil && m.IsValue() || start >= end {
		return none
	}
	for i := end; i > start+2; i-- {
		if n := c.words.HeadNoun.EndsAt(c.r, start, i); n > 0 && !c.insideToken(i) {
			q := phrase{a: start, b: i, from: start}
			c.cut(&q)
			c.trimLeft(&q)
			if q.b-q.a <= 14 && q.b-q.a > n {
				return q
			}
			return none
		}
	}
	return none
}

// wordsOf notes 分别 and 均 among the words between the indicator and its figure that
// the rule itself has read.
func (c *context) wordsOf(p *phrase, a, b int) {
	for i := b; i > a; i-- {
		if c.words.Respectively.EndsAt(c.r, a, i) > 0 {
			p.respectively = true
		}
		if c.words.Each.EndsAt(c.r, a, i) > 0 && !c.insideToken(i) {
			p.each = true
		}
	}
}

// sector reads what stands before 实现 or 完成: a branch of the economy belongs to the
// indicator (一产实现增加值 is 一产增加值), any other body is the subject.
func (c *context) sector(p *phrase, n *named) string {
	k := c.words.Light.EndsAt(c.r, p.from, p.a)
	if k == 0 || p.a-k <= p.from {
		return ""
	}
	q := phrase{a: p.from, b: p.a - k, from: p.from}
	c.trimRight(&q)
	c.cut(&q)
	c.trimLeft(&q)
	if q.area != nil {
		p.area = q.area
	}
	if q.areaWord != "" {
		p.areaWord = q.areaWord
	}
	switch {
	case q.empty():
	case c.words.Sector.EndsAt(c.r, q.a, q.b) > 0:
		return c.text(q.a, q.b)
	case c.isName(q.a, q.b) && q.b-q.a > 2 && c.words.SubjectTail.EndsAt(c.r, q.a, q.b) > 0:
		n.subject = c.text(q.a, q.b)
		c.subject = subject{name: n.subject, how: fact.Stated, seen: true, sentence: c.si, clause: c.group(q.a)}
	}
	return ""
}

// impliedFacet is the aspect a figure without words of its own speaks of: a place
// behind a growth is the place of the growth.
func (c *context) impliedFacet(k int, r *reading) string {
	places := r.measure == "rank" || r.measure == "difference" && c.ms[k].Kind == mention.Points
	if places && c.prevValue(k) && c.prev.measure == "growth" {
		return string(c.words.Growth)
	}
	return ""
}

// prevValue reports whether the value before stands in the same sentence, with nothing
// but lengths of time between.
func (c *context) prevValue(k int) bool {
	if c.prev.k < 0 {
		return false
	}
	for j := c.prev.k + 1; j < k; j++ {
		if c.ms[j].Kind != mention.Duration {
			return false
		}
	}
	return true
}

// asFacet joins an aspect such as 总量 to the head before it.
func (c *context) asFacet(k int, n named, p phrase) (named, bool) {
	n.facet, n.growth = true, c.words.GrowthFacet.Is(c.r[p.a:p.b])
	aspect := c.text(p.a, p.b)
	if c.words.ShareFacet.Is(c.r[p.a:p.b]) {
		aspect = ""
	}
	return c.carried(k, n, aspect)
}

// graded completes a grade that stands for a whole noun: 国家级工作站1家、市级3家.
func (c *context) graded(n named, p phrase) (named, bool) {
	if len(c.heads) == 0 {
		return n, false
	}
	last := c.heads[len(c.heads)-1]
	noun := []rune(strings.TrimPrefix(last.text, last.verb))
	if k := c.words.Grade.BeginsAt(noun, 0); k > 0 {
		noun = noun[k:]
	}
	n.heads = []string{last.verb + c.text(p.a, p.b) + string(noun)}
	n.verb = last.verb
	return n, true
}

// listsRates reports whether a phrase lists several rates that one percentage is of.
func (c *context) listsRates(k int, p phrase) bool {
	if c.ms[k].Kind != mention.Percent && c.ms[k].Kind != mention.Fraction {
		return false
	}
	tail := c.words.HeadNoun.EndsAt(c.r, p.a, p.b)
	return tail > 0 && c.words.Rate.EndsAt(c.r, p.a, p.b) > 0
}

// examples drops the names before 等 inside a phrase and keeps the action before them:
// 入驻甲中心、乙总部等企业 is 入驻企业.
func (c *context) examples(p phrase, n *named) string {
	for i := p.b - 2; i > p.a+1; i-- {
		k := c.words.Others.EndsAt(c.r, p.a, i)
		if k == 0 || c.insideToken(i) || c.insideToken(i-k) || closesLater(c.r[i:p.b]) {
			continue
		}
		if c.actionIn(i, p.b) == "" {
			n.verb = c.actionIn(p.a, i-k)
		}
		return n.verb + c.text(i, p.b)
	}
	return c.text(p.a, p.b)
}

func closesLater(r []rune) bool {
	for _, x := range r {
		if segment.IsClose(x) {
			return true
		}
		if segment.IsOpen(x) {
			return false
		}
	}
	return false
}

// actionIn is the first counted action between a and b that begins a word.
func (c *context) actionIn(a, b int) string {
	for i := a; i < b; i++ {
		if n := c.words.Action.BeginsAt(c.r, i); n > 1 && i+n <= b && !c.insideToken(i) && !c.insideToken(i+n) {
			return c.text(i, i+n)
		}
	}
	return ""
}

// counted names what is counted by the noun behind the figure, with the action before
// it or what is said of it behind.
func (c *context) counted(k int, p phrase, span [2]int) (named, bool) {
	if kind := c.ms[k].Kind; (kind == mention.Money || kind == mention.Measure) && c.words.Of.BeginsAt(c.r, span[0]) > 0 {
		return named{}, false // 超过200亿元的行政区: the noun is what has it
	}
	q := c.right(span[0])
	if q.empty() || segment.IsList(c.r[q.a]) {
		return c.topic(k, p)
	}
	n := named{phrase: p, how: fact.Stated}
	switch {
	case p.empty():
	case p.others:
		n.verb = c.actionIn(p.a, p.b)
	case c.endsInVerb(p):
		n.verb = c.closingVerb(p)
		n.subject = c.subjectOf(&phrase{a: p.a, b: p.b}, &named{})
	case c.words.Quantity.EndsAt(c.r, p.a, p.b) > 0:
		return named{}, false
	case c.hasList(p) && c.ms[k].Kind == mention.Count:
		n.verb = c.actionIn(p.a, p.b)
	case c.ms[k].Kind == mention.Count && c.verbOf(p) != "" && c.words.HeadNoun.EndsAt(c.r, p.a, p.b) == 0:
		n.verb = c.text(p.a, p.b)
	default:
		return c.located(k, p, q, n)
	}
	if n.verb == "" && p.empty() && c.listVerb(k) {
		n.verb = c.lastVerb()
	}
	return c.finishCounted(n, q), true
}

// topic reads an action without an object as one on the topic before the colon or on
// the head before: ● 高新技术企业：新增32家.
func (c *context) topic(k int, p phrase) (named, bool) {
	if p.empty() || !c.words.Action.Is(c.r[p.a:p.b]) {
		return named{}, false
	}
	verb := c.text(p.a, p.b)
	n := named{phrase: p, how: fact.Carried, verb: verb}
	if p.from > 0 && c.r[p.from-1] == ':' {
		q := c.trimmed(p.from - 1)
		if !q.empty() && q.b-q.a <= 16 {
			n.heads, n.how = []string{verb + c.text(q.a, q.b)}, fact.Stated
			return n, true
		}
	}
	if len(c.heads) == 0 {
		return named{}, false
	}
	last := c.heads[len(c.heads)-1]
	if last.unit != c.ms[k].Unit.Code {
		return named{}, false
	}
	n.heads = []string{verb + strings.TrimPrefix(last.text, last.verb)}
	return n, true
}

func (c *context) hasList(p phrase) bool {
	for _, r := range c.r[p.a:p.b] {
		if segment.IsList(r) {
			return true
		}
	}
	return false
}

// located reads a body before a counted noun as its subject: 江北嘴片区12条断头路.
func (c *context) located(k int, p phrase, q phrase, n named) (named, bool) {
	if c.words.SubjectTail.EndsAt(c.r, p.a, p.b) == 0 {
		return named{}, false
	}
	n.subject = c.text(p.a, p.b)
	c.subject = subject{name: n.subject, how: fact.Stated, seen: true, sentence: c.si, clause: c.group(p.a)}
	return c.finishCounted(n, q), true
}

// finishCounted puts action or predicate before the noun: 全面完工 of 13条城市道路全面完工.
func (c *context) finishCounted(n named, q phrase) named {
	before := n.verb
	if before == "" {
		before = c.predicate(q.b)
	}
	n.heads = []string{before + c.text(q.a, q.b)}
	c.taken = q.b
	return n
}

// predicate is what is said of a counted noun behind it, up to the end of the clause;
// "" where it is no plain statement or holds a figure.
func (c *context) predicate(from int) string {
	i := from
	for n := 1; n > 0; i += n {
		n = c.words.PredicateLead.BeginsAt(c.r, i)
	}
	end := i
	for end < len(c.r) && !segment.IsComma(c.r[end]) && !segment.IsList(c.r[end]) && !segment.IsClose(c.r[end]) {
		end++
	}
	if end-i < 2 || end-i > 24 || !c.verbAt(i) {
		return ""
	}
	for k := range c.ms {
		if m := &c.ms[k]; m.Kind != mention.None && m.Start < end && i < m.End {
			return ""
		}
	}
	return c.text(i, end)
}

func (c *context) verbAt(i int) bool {
	for _, t := range c.s.Tokens {
		if t.Start == i {
			return t.Pos == "v" || t.Pos == "vn" || t.Pos == "ad" || t.Pos == "d" || c.words.Action.BeginsAt(c.r, i) > 0
		}
	}
	return c.words.Action.BeginsAt(c.r, i) > 0
}

// closingVerb is the action a phrase ends in.
func (c *context) closingVerb(p phrase) string {
	if n := c.words.Particle.EndsAt(c.r, p.a, p.b); n > 0 {
		p.b -= n
	}
	if n := c.words.Action.EndsAt(c.r, p.a, p.b); n > 0 {
		return c.text(p.b-n, p.b)
	}
	start := p.b
	for i := len(c.s.Tokens) - 1; i >= 0; i-- {
		if t := c.s.Tokens[i]; t.End == start && t.Start >= p.a {
			start = t.Start
			if p.b-start > 1 {
				break
			}
		}
	}
	return c.text(start, p.b)
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
			if h.group == g && !contains(n.heads, c.facet(h.text, aspect)) {
				n.heads = append(n.heads, c.facet(h.text, aspect))
			}
		}
	}
	if len(n.heads) == 0 {
		n.heads = []string{c.facet(c.whole(k, last, n, aspect), aspect)}
	}
	n.subject = last.subject
	return n, true
}

// whole is the head without the action it was counted with, where the figure is the
// total of all there are: 新增企业3家、累计15家.
func (c *context) whole(k int, h head, n named, aspect string) string {
	total := aspect != "" && c.words.Total.Is([]rune(aspect))
	if aspect == "" && c.words.Total.EndsAt(c.r, n.phrase.from, c.ms[k].Start) > 0 {
		total = true
	}
	if total {
		return strings.TrimPrefix(h.text, h.verb)
	}
	return h.text
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
	if n.how != fact.Stated || n.facet && len(c.heads) > 0 {
		return
	}
	g := c.group(c.ms[k].Start)
	for _, h := range n.heads {
		c.heads = append(c.heads, head{text: h, measure: r.measure, verb: n.verb, group: g, subject: n.subject, unit: c.ms[k].Unit.Code})
	}
}

// carryVerb puts the action of the list before a bare noun: 新增A 1个、B 6个 is 新增B.
func (c *context) carryVerb(k int, n *named) {
	if n.verb != "" || len(n.heads) != 1 || len(c.heads) == 0 || c.endsInVerb(n.phrase) || !c.listVerb(k) || c.ms[k].Kind == mention.Percent {
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
	a, b := c.ms[p.k].End, c.ms[k].Start
	if segment.HasStop(c.r[a:b]) {
		return false
	}
	a = max(a, c.taken)
	return a < b && (segment.IsList(c.r[a]) || c.words.Join.BeginsAt(c.r, a) > 0)
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

// endsInVerb reports whether a phrase is an action whose object stands behind the figure.
func (c *context) endsInVerb(p phrase) bool {
	if c.words.Action.EndsAt(c.r, p.a, p.b) > 0 {
		return true
	}
	for _, t := range c.s.Tokens {
		if t.End == p.b && t.Start >= p.a {
			return t.Pos == "v"
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
	if sign < 0 && len(out) == 2 {
		out[0], out[1] = out[1], out[0]
	}
	return out
}
