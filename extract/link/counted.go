package link

import (
	"strings"

	"github.com/qushu/qushu/extract/fact"
	"github.com/qushu/qushu/extract/mention"
	"github.com/qushu/qushu/extract/segment"
)

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
		if end := c.quotationEnd(i); end > 0 {
			i = end - 1 // “容缺受理”机制
			continue
		}
		if n := c.words.Action.BeginsAt(c.r, i); n > 1 && i+n <= b && !c.insideToken(i) && !c.insideToken(i+n) && !c.ofNoun(i, n, b) {
			return c.text(i, i+n)
		}
	}
	return ""
}

// quotationEnd is where the quotation or title that opens at rune i ends; 0 without one.
func (c *context) quotationEnd(i int) int {
	if c.r[i] != '“' && c.r[i] != '《' {
		return 0
	}
	closing, _ := segment.Closing(c.r[i])
	for j := i + 1; j < len(c.r); j++ {
		if c.r[j] == closing {
			return j + 1
		}
	}
	return 0
}

// ofNoun reports whether the action of n runes at rune i belongs to the noun before it and
// governs nothing: the 建设 of 管网建设和…等6个片区.
func (c *context) ofNoun(i, n, b int) bool {
	k := c.words.Join.BeginsAt(c.r, i+n)
	return k > 0 && i+n+k < b && c.words.Action.BeginsAt(c.r, i+n+k) == 0 && strings.HasPrefix(c.posBefore(c.clauseStart(i), i), "n")
}

// counted names what is counted by the noun behind the figure, with the action before
// it or what is said of it behind.
func (c *context) counted(k int, p phrase, span [2]int) (named, bool) {
	if kind := c.ms[k].Kind; (kind == mention.Money || kind == mention.Measure) && c.words.Of.BeginsAt(c.r, span[0]) > 0 {
		return named{}, false // 超过200亿元的行政区: the noun is what has it
	}
	q := c.right(span[0])
	if c.words.Step.Is(c.r[q.a:q.b]) && (!p.empty() || len(c.heads) > 0 || c.lastHead.text != "") {
		return named{}, false // 迈上1300亿元新台阶 counts no steps
	}
	q = c.throughClause(k, c.countable(k, c.sortsOf(q)))
	if q.empty() || segment.IsList(c.r[q.a]) {
		if n, ok := c.befallen(k, p); ok {
			return n, true
		}
		return c.topic(k, p)
	}
	if c.attributive(k, p) {
		p.a = p.b
	}
	n := named{phrase: p, how: fact.Stated}
	switch {
	case p.empty():
	case c.apposed(k, p):
		if n.verb = c.verbOf(p); c.words.Sort.BeginsAt(c.r, q.a) > 0 {
			n.verb, q = c.sortsDeed(q)
		}
	case p.others:
		n.verb = c.actionIn(p.a, p.b)
	case c.endsInVerb(p):
		n.verb = c.closingVerb(p)
		if v := len([]rune(n.verb)); c.words.Embrace.Is(segment.FoldString(n.verb)) && p.b-p.a > v+1 && c.isName(p.a, p.b-v) && c.nounBefore(phrase{a: p.a, b: p.b - v}) {
			n.verb = c.text(p.a, p.b) // 智慧政务覆盖34个部门
		}
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
	if n.verb == "" && p.empty() && c.listVerb(k) && !c.ownDeed(q.b) {
		n.verb = c.lastVerb()
	}
	return c.finishCounted(n, q), true
}

// topic reads an action without an object as one on the topic before the colon or on
// the head before: ● 高新技术企业：新增32家.
func (c *context) topic(k int, p phrase) (named, bool) {
	if p.empty() || !c.words.Action.Is(c.r[p.a:p.b]) || c.words.WholeAct.Is(c.r[p.a:p.b]) {
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
	n.heads = []string{verb + c.withoutDeed(strings.TrimPrefix(last.text, last.verb))}
	return n, true
}

// withoutDeed is a noun without the action it ended in: what 项目竣工437个 behind
// 项目开工390个 counts are 项目.
func (c *context) withoutDeed(noun string) string {
	r := segment.FoldString(noun)
	if n := c.words.Action.EndsAt(r, 0, len(r)); n > 1 && len(r)-n > 1 {
		return string([]rune(noun)[:len(r)-n])
	}
	return noun
}

func (c *context) hasList(p phrase) bool {
	for _, r := range c.r[p.a:p.b] {
		if segment.IsList(r) {
			return true
		}
	}
	return false
}

// located reads a body before a counted noun as its subject: 望河片区12条断头路.
func (c *context) located(k int, p phrase, q phrase, n named) (named, bool) {
	if c.words.SubjectTail.EndsAt(c.r, p.a, p.b) == 0 {
		does := c.posBefore(p.a, p.b) == "vn"
		if c.ms[k].Kind == mention.Count && !c.nounBefore(p) && (!does || p.b == c.ms[k].Start) {
			if does {
				n.verb = c.closingVerb(p)
			}
			return c.finishCounted(n, q), true
		}
		if c.ms[k].Kind == mention.Measure && c.words.HeadNoun.EndsAt(c.r, p.a, p.b) == 0 && (c.predicateAt(q.b) || c.words.Action.EndsAt(c.r, q.a, q.b) > 0) && c.isName(p.a, p.b) {
			return c.finishCounted(n, q), true // 河湾岸线18公里步道贯通
		}
		if c.countsBehind(k, p, q) {
			return c.finishCounted(n, q), true
		}
		return named{}, false
	}
	n.subject = c.text(p.a, p.b)
	c.subject = subject{name: n.subject, how: fact.Stated, seen: true, sentence: c.si, clause: c.group(p.a), local: true, from: c.clauseStart(p.a)}
	return c.finishCounted(n, q), true
}

// countsBehind reports whether a count behind a noun counts what stands right behind it
// all the same: 干流1361座码头 counts 码头. A head noun before it is what it measures
// (职工人数210人), and a noun whose own figure follows belongs to that.
func (c *context) countsBehind(k int, p, q phrase) bool {
	m := &c.ms[k]
	if m.Kind != mention.Count || q.a != m.End || q.b-q.a < 2 || !segment.IsHan(c.r[q.a]) && !segment.IsQuote(c.r[q.a]) || c.words.HeadNoun.EndsAt(c.r, p.a, p.b) > 0 || c.words.Human.EndsAt(c.r, m.Start, m.End) > 0 {
		return false
	}
	return c.posAt(q.a) != "v" && c.beginningAt(q.b) == nil && !c.measuredBehind(q.b, "")
}

// nounBefore reports whether a phrase ends in a noun, which a figure behind it can count.
func (c *context) nounBefore(p phrase) bool {
	pos := c.posBefore(p.a, p.b)
	return pos == "" || pos[0] == 'n' || pos == "x" || pos == "l" || pos == "j" || pos == "eng"
}

// finishCounted puts the action before the noun and what is said of it behind: 新建学校,
// and 城市道路全面完工 of 13条城市道路全面完工.
func (c *context) finishCounted(n named, q phrase) named {
	c.taken = q.b
	if q.of[1] > q.b {
		c.taken = q.a // 4个断面水质达标率100%: the rate is one of them
	}
	if c.words.Light.BeginsAt(c.r, q.b) > 0 {
		c.taken = q.a // 32家商贸企业实现销售额: the sum is theirs
	}
	noun := c.nounText(q)
	n.noun = noun
	if n.verb == "" || c.words.Causes.Is(segment.FoldString(n.verb)) {
		a, b := c.predicateSpan(q.b)
		noun += c.text(a, b)
		c.taken = max(c.taken, b)
	}
	n.heads = []string{n.verb + noun + c.gradeTail(q)}
	return n
}

// gradeTail is the noun that a grade behind a figure leaves to the next figure of its
// list: the 重点实验室 of 5个国家级、12个省级重点实验室. A grade of one character may be a
// noun itself: 16个区、60个区属单位.
func (c *context) gradeTail(q phrase) string {
	if q.b-q.a < 2 || !c.words.Grade.Is(c.r[q.a:q.b]) || q.b >= len(c.r) || !segment.IsList(c.r[q.b]) {
		return ""
	}
	next := c.beginningAt(q.b + 1)
	if next == nil || next.Kind != mention.Count {
		return ""
	}
	noun := c.right(next.End)
	g := c.words.Grade.BeginsAt(c.r, noun.a)
	if g < 2 || noun.a+g >= noun.b {
		return ""
	}
	return c.text(noun.a+g, noun.b)
}

// predicate is what is said of a counted noun behind it, up to the end of the clause;
// "" where it is no plain statement or holds a figure.
func (c *context) predicate(from int) string { return c.text(c.predicateSpan(from)) }

func (c *context) predicateSpan(from int) (a, b int) {
	i := from
	for n := 1; n > 0; i += n {
		n = c.words.PredicateLead.BeginsAt(c.r, i)
	}
	end := i
	for end < len(c.r) && end-i <= maxPredicate && !segment.IsComma(c.r[end]) && !segment.IsList(c.r[end]) && !segment.IsClose(c.r[end]) {
		end++
	}
	if end-i < 2 || end-i > maxPredicate || !c.verbAt(i) || c.words.Relation.BeginsAt(c.r, i) > 0 {
		return 0, 0
	}
	for j := i; j < end; j++ {
		if m := c.beginningAt(j); m != nil && m.Kind != mention.None {
			return 0, 0
		}
	}
	return i, end
}

// maxPredicate is the longest account of a counted noun, in runes.
const maxPredicate = 24

// ownDeed reports whether what is said of a counted noun of a list, behind it, is an
// action of its own: 2名学生获奖、1名校长入选名单.
func (c *context) ownDeed(i int) bool {
	acts := c.words.Action.BeginsAt(c.r, i) > 1 || c.words.Befall.BeginsAt(c.r, i) > 0
	return acts && c.predicate(i) != ""
}

func (c *context) verbAt(i int) bool {
	switch c.posAt(i) {
	case "v", "vn", "ad", "d":
		return true
	}
	return c.words.Action.BeginsAt(c.r, i) > 0
}

// closingVerb is the action a phrase ends in.
func (c *context) closingVerb(p phrase) string {
	if n := c.words.Particle.EndsAt(c.r, p.a, p.b); n > 0 {
		p.b -= n
	}
	if n := c.words.Action.EndsAt(c.r, p.a, p.b); n > 0 {
		return c.text(c.nounBeforeDeed(p, p.b-n), p.b)
	}
	start := p.b
	for start > p.a && p.b-start < 2 && c.posBefore(p.a, start) != "" {
		t, _ := c.s.TokenAt(start - 1)
		start = t.Start
	}
	return c.text(c.nounBeforeDeed(p, start), p.b)
}

// nounBeforeDeed is where the noun begins that the deed at rune i ends, where another
// action governs both: the 民营经济发展 of 支持民营经济发展20条政策.
func (c *context) nounBeforeDeed(p phrase, i int) int {
	if c.posAt(i) != "vn" {
		return i
	}
	start := i
	for start > p.a {
		t, ok := c.s.TokenAt(start - 1)
		switch {
		case !ok || t.Pos == "":
			return i
		case t.Pos[0] == 'n' || t.Pos == "b" || t.Pos == "j":
			start = t.Start
		case start < i && (t.Pos == "v" || t.Pos == "vn"):
			return max(start, p.a)
		default:
			return i
		}
	}
	return i
}

// carryVerb puts the action of the list before a bare noun: 新增A 1个、B 6个 is 新增B.
func (c *context) carryVerb(k int, n *named) {
	if c.prev.k >= 0 && c.ms[k].Kind == mention.Money && c.ms[c.prev.k].Kind != mention.Money {
		return // 招引项目17个、总投资50亿元
	}
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
	if p.k < 0 || p.k >= k {
		return false
	}
	for j := p.k + 1; j < k; j++ {
		if c.ms[j].Kind != mention.None {
			return false // the 5A of 新增度假区2个、5A级景区1个 parts no list
		}
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
	return c.posBefore(p.a, p.b) == "v"
}
