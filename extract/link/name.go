package link

import (
	"strings"

	"github.com/qushu/qushu/extract/fact"
	"github.com/qushu/qushu/extract/mention"
	"github.com/qushu/qushu/extract/segment"
)

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
	c.withoutUnit(&p, m)
	c.wordsOf(&p, r.m.End, m.Start)
	n := named{phrase: p, how: fact.Stated}
	if n, ok := c.doneShare(k, r, p); ok {
		return n, true
	}
	if n, ok := c.repeated(k, p); ok {
		return n, true
	}
	if n, ok := c.capped(k, p); ok {
		return n, true
	}
	if n, ok := c.spentOn(k, p); ok {
		return n, true
	}
	if n, ok := c.withPlace(k, r, p); ok {
		return n, true
	}
	if noun := c.nothingOf(k); noun != "" {
		n.heads = []string{noun}
		return n, true
	}
	if f := r.fields["indicator"]; f != "" && !strings.Contains(f, "<indicator>") {
		n.heads = []string{f}
		return n, true
	}
	if span, ok := r.m.Spans["noun"]; ok {
		if r.measure == "share" && c.reached(m, p, span) {
			return named{}, false
		}
		return c.counted(k, p, span)
	}
	return c.byPhrase(k, r, p, n)
}

// byPhrase names a value by the phrase before the rule's words, or by the head that the
// phrase refers to.
func (c *context) byPhrase(k int, r *reading, p phrase, n named) (named, bool) {
	m := &c.ms[k]
	if n, ok := c.pointed(k, r, n, p); ok {
		return n, true
	}
	switch {
	case c.spreadAgain(k, r, p) && c.spreadBack(k):
		n.heads, n.how = c.spread.heads[:1], fact.Carried
		return n, true
	case k > 0 && c.startsChange(k-1):
		p.b = p.a // 由2.9:1缩小至2.5:1 goes on with its head
		n.phrase = p
		return c.carried(k, n, "")
	case r.measure == "level" && (c.words.Rise.Is(c.r[p.a:p.b]) || c.words.Fall.Is(c.r[p.a:p.b])):
		return named{}, false // 增长 names nothing that could be a level
	case c.words.Pronoun.Is(c.r[p.a:p.b]) || c.achieved(r, p) || r.measure != "rank" && c.words.StandsAt.BeginsAt(c.r, p.a) > 0:
		p.b = p.a
		n.phrase = p
		return c.carried(k, n, "")
	case p.empty():
		if q := c.clauseBefore(p); !q.empty() {
			n.phrase, n.heads = q, []string{c.text(q.a, q.b)}
			n.subject = c.subjectOf(&q, &n)
			return n, true
		}
		return c.carried(k, n, c.impliedFacet(k, r))
	case r.measure == "share" && c.repeatsHead(p):
		return c.carried(k, n, "")
	case c.words.Action.Is(c.r[p.a:p.b]) && (m.Kind == mention.Count || m.Kind == mention.Measure):
		if n, ok := c.topic(k, p); ok {
			return n, true
		}
		n.heads = []string{c.text(p.a, p.b)}
	case c.words.Facet.Is(c.r[p.a:p.b]):
		return c.asFacet(k, r, n, p)
	case c.words.Grade.Is(c.r[p.a:p.b]):
		return c.graded(n, p)
	case c.isTurn(p):
		return c.nextTurn(n, p)
	case c.pairsOff(k, r, p):
		p.respectively = true
		n.phrase = p
		n.heads = c.split(p.a, p.b, c.listed(k))
	case p.respectively || p.each || r.measure == "rank" || r.measure == "multiple" || c.listsRates(k, p):
		n.heads = c.splitFor(r, p, c.listed(k))
		c.shareVerb(k, p, n.heads)
		c.each(p, n.heads)
	case c.onlyLimit(p) && len(c.heads) > 0:
		n.limited = true
		n.heads = []string{c.text(p.a, p.b) + c.unlimited()}
	default:
		c.held(&p)
		c.within(&p, &n)
		c.having(&p, &n)
		c.caused(&p)
		n.heads = []string{c.sector(&p, &n) + c.examples(p, &n)}
		if worth := c.worthOf(m, p); worth != "" {
			n.heads[0] = worth
		} else if whole := c.completed(p); whole != "" && n.heads[0] == c.text(p.a, p.b) {
			n.heads[0] = whole
		}
	}
	c.lend(r, &n)
	c.complete(k, p, &n)
	return n, true
}

// complete spreads the heads of a 分别 list over its values and adds the subject and the
// verb that the phrase tells of.
func (c *context) complete(k int, p phrase, n *named) {
	if p.respectively && len(n.heads) == 1 {
		n.heads = c.listBefore(k, p, n.heads)
	}
	if two := c.paired(k, n.heads); two != nil {
		n.heads, p.respectively = two, true
	}
	if p.respectively && len(n.heads) > 1 {
		c.spread = spread{heads: n.heads, next: 1}
		n.heads = n.heads[:1]
	}
	if n.subject == "" {
		n.subject = c.subjectOf(&p, n)
	}
	if n.verb == "" {
		n.verb = c.verbOf(p)
	}
	c.carryVerb(k, n)
}

// justNamed reports whether the values right before value k, as many as stand in its
// list, each named a head of its own: 游客412万人次、收入35.6亿元，增长42%、48%.
func (c *context) justNamed(k int) bool {
	n := c.listed(k)
	j := k - 1
	for i := len(c.heads) - 1; i >= 0 && n > 0; i-- {
		for j >= 0 && !c.ms[j].IsValue() {
			j--
		}
		if j < 0 || c.heads[i].at != c.ms[j].Start {
			return false
		}
		j, n = j-1, n-1
	}
	return n == 0
}

// pairsOff reports whether a list of changes stands for a list of as many heads without a
// 分别: 游客人次、总花费增长5.6%、7.5%.
func (c *context) pairsOff(k int, r *reading, p phrase) bool {
	if r.measure != "growth" || p.respectively || p.each || !c.hasList(p) {
		return false
	}
	n := c.listed(k)
	return n > 1 && len(c.parts(p.a, p.b, false)) == n
}

// shareVerb gives the action before a list to all that is counted in it: 新建学校、医院
// 各2所 is 新建学校 and 新建医院.
func (c *context) shareVerb(k int, p phrase, heads []string) {
	verb := c.verbOf(p)
	if verb == "" || c.ms[k].Kind != mention.Count || c.insideToken(p.a+len([]rune(verb))) {
		return
	}
	for i := 1; i < len(heads); i++ {
		if f := segment.FoldString(heads[i]); c.words.Action.BeginsAt(f, 0) == 0 {
			heads[i] = verb + heads[i]
		}
	}
}

// wordsOf notes 分别 and 均 among the words between the indicator and its figure that
// the rule itself has read.
func (c *context) wordsOf(p *phrase, a, b int) {
	for i := b; i > a; i-- {
		if c.words.Respectively.EndsAt(c.r, a, i) > 0 {
			p.respectively = true
		}
		if n := c.words.Each.EndsAt(c.r, a, i); n > 0 && !c.insideToken(i) && !c.insideToken(i-n) {
			p.each = true
		}
	}
}

// reached reports whether a percentage before a noun is what something reaches and no
// share of the noun: 入住率达到90%的历史高位, 保持在1.1%的水平.
func (c *context) reached(m *mention.Mention, p phrase, noun [2]int) bool {
	if !p.empty() && c.words.Reach.EndsAt(c.r, 0, m.Start) > 0 {
		return true
	}
	return c.words.LevelNoun.EndsAt(c.r, noun[0], noun[1]) > 0
}

// withoutUnit cuts the bracket that only names the unit of the figure off its indicator:
// 发行总额（亿元）.
func (c *context) withoutUnit(p *phrase, m *mention.Mention) {
	n := len([]rune(m.UnitText))
	if n == 0 || p.b-p.a < n+2 || !segment.IsClose(c.r[p.b-1]) || string(c.r[p.b-1-n:p.b-1]) != m.UnitText {
		return
	}
	p.b -= n + 2
	c.trimRight(p)
}

// sector reads what stands before 实现 or 完成: a branch of the economy belongs to the
// indicator (一产实现增加值 is 一产增加值), any other body is the subject.
func (c *context) sector(p *phrase, n *named) string {
	k := c.words.Light.EndsAt(c.r, p.from, p.a)
	if k == 0 || p.a-k <= p.from {
		return ""
	}
	q := phrase{a: p.from, b: p.a - k, from: p.from}
	c.beforeUnder(&q)
	c.trimRight(&q)
	c.cut(&q)
	c.trimLeft(&q)
	if q.area != nil {
		n.phrase.area = q.area
	}
	if q.areaWord != "" {
		n.phrase.areaWord = q.areaWord
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

// listBefore names the values of a 分别 list whose clause has one noun for all by the
// list that the clause before ends in: 增值税、房产税，收入分别为12亿元、3亿元.
func (c *context) listBefore(k int, p phrase, heads []string) []string {
	want := c.listed(k)
	if want < 2 || p.from < 3 || c.r[p.from-1] != ',' {
		return heads
	}
	q := phrase{a: c.regionStart(p.from - 1), b: p.from - 1}
	for i := q.b - 1; i > q.a; i-- {
		if n := c.words.Including.EndsAt(c.r, q.a, i); n > 0 {
			q.a = i
			break
		}
	}
	c.trimLeft(&q)
	if q.empty() {
		return heads
	}
	parts := c.split(q.a, q.b, want)
	if len(parts) != want {
		return heads
	}
	for i := range parts {
		parts[i] = c.facet(parts[i], heads[0])
	}
	return parts
}

// unlimited is the last head that no limit was put before: of 项目30个，其中50亿元以上5个、
// 100亿元以上2个 both are limits on 项目.
func (c *context) unlimited() string {
	i := len(c.heads) - 1
	for i > 0 && c.heads[i].limited {
		i--
	}
	return c.heads[i].text
}

// onlyLimit reports whether a phrase is nothing but a limit on what is counted: the
// 5亿元以上 of 签约项目88个，其中5亿元以上12个.
func (c *context) onlyLimit(p phrase) bool {
	m := c.endingAt(p.b)
	return m != nil && m.Kind == mention.None && m.Why == "filter" && m.Start <= p.a
}

// listsRates reports whether a phrase lists several rates that one percentage is of.
func (c *context) listsRates(k int, p phrase) bool {
	if c.ms[k].Kind != mention.Percent && c.ms[k].Kind != mention.Fraction {
		return false
	}
	tail := c.words.HeadNoun.EndsAt(c.r, p.a, p.b)
	return tail > 0 && c.words.Rate.EndsAt(c.r, p.a, p.b) > 0 && !c.summed(p)
}

// summed reports whether a phrase tells what its list comes to: A、B合计的失业率.
func (c *context) summed(p phrase) bool {
	for i := p.a; i < p.b; i++ {
		if c.words.Sum.BeginsAt(c.r, i) > 0 {
			return true
		}
	}
	return false
}
