package link

import (
	"strings"

	"github.com/qushu/qushu/extract/fact"
	"github.com/qushu/qushu/extract/segment"
	"github.com/qushu/qushu/normalize/area"
)

// place is an area named in the text: one of the table, or a name the document itself
// gives to a place that is in no table.
type place struct {
	name  string
	area  *area.Area
	n     int
	loose bool // a guess by its end alone, and by one that names more than areas: 棚户区
}

// placeAt reads the area named at rune i of the sentence.
func (c *context) placeAt(r []rune, i int) *place {
	for _, p := range c.defaults.Places {
		if n := len([]rune(p.Word)); i+n <= len(r) && string(r[i:i+n]) == p.Word {
			return &place{name: p.Full, n: n}
		}
	}
	m := c.Gazetteer.At(r, i)
	if m.N == 0 {
		return nil
	}
	a := c.Gazetteer.Choose(m, c.defaults.area, c.defaults.Year)
	if a == nil || c.defaults.Year > 0 && !a.In(c.defaults.Year) {
		return nil
	}
	return &place{name: a.Full(), area: a, n: m.N}
}

// areaAt takes an area off the beginning of a phrase.
func (c *context) areaAt(p *phrase) bool {
	at := c.named(p.a)
	if n := c.Gazetteer.Pattern(c.r, p.a); at == nil && n > 0 && n == p.b-p.a {
		at = c.patterned(p)
	}
	if at == nil || p.a+at.n > p.b || p.a+at.n == p.b && p.area != nil {
		return false
	}
	if n := c.bodyOfArea(p.a, at.n); n > 0 && p.a+n <= p.b && at.area != nil {
		c.subject = subject{name: c.text(p.a, p.a+n), how: fact.Stated, seen: true, sentence: c.si, clause: c.group(p.a)}
		p.a += n
		return true
	}
	p.a += at.n
	p.area = at
	return true
}

// bodyOfArea is the length of the name at rune i that the area of n runes there begins, a
// second area behind it or not, and that ends in a word for bodies: 甲州乙山港. It is 0 for
// none.
func (c *context) bodyOfArea(i, n int) int {
	if tail := c.words.AreaTail.BeginsAt(c.r, i+n); tail > 0 {
		return n + tail
	}
	if next := c.placeAt(c.r, i+n); next != nil {
		if tail := c.words.AreaTail.BeginsAt(c.r, i+n+next.n); tail > 0 {
			return n + next.n + tail
		}
	}
	return 0
}

// patterned is the place that a phrase names by its form: the document's own area where
// its name ends so.
func (c *context) patterned(p *phrase) *place {
	name := c.text(p.a, p.b)
	if strings.HasSuffix(c.defaults.Area, name) {
		return &place{name: c.defaults.Area, n: p.b - p.a}
	}
	return &place{name: name, n: p.b - p.a, loose: c.words.LooseArea.EndsAt(c.r, p.a, p.b) > 0}
}

// setArea gives a fact its area: named before the indicator, else the document's own.
func (c *context) setArea(d *Draft, n named) {
	p := n.phrase
	switch {
	case p.others, p.empty() && p.area != nil && p.area.loose:
	case p.area != nil:
		d.Area, d.How.Area, d.From.AreaWords = p.area.name, fact.Stated, p.area.name
		c.where.place = p.area
	case p.areaWord != "":
		d.Area, d.How.Area, d.From.AreaWords = c.relative(p.areaWord), fact.Stated, p.areaWord
	}
	c.setWhereabouts(d)
	if d.Area == "" {
		d.Area, d.How.Area = c.defaults.Area, fact.Default
	}
	if d.Area == "" {
		d.How.Area = ""
		return
	}
	d.AreaCode = c.Gazetteer.Code(d.Area, lastYear(d.Period))
}

// relative resolves 全市, 我区 against the document's area, or the place spoken of.
func (c *context) relative(word string) string {
	if c.wanders() {
		return c.relativeHere(word)
	}
	return c.defaults.Relative(word)
}

// subjectOf takes a body named at the beginning of a phrase off it: 望河桥商圈 before
// 客流量. What is left must still name something, and the name must be one: no action
// before it, no list, no mark left open.
func (c *context) subjectOf(p *phrase, n *named) string {
	for i := p.b - 2; i > p.a+2; i-- {
		k := c.words.SubjectTail.EndsAt(c.r, p.a, i)
		if k == 0 || c.insideToken(i) || !c.isName(p.a, i) {
			continue
		}
		name := c.text(p.a, c.actsWith(i, p.b))
		if len(n.heads) == 1 {
			n.heads[0] = c.withoutOf(strings.TrimPrefix(n.heads[0], name))
		}
		c.subject = subject{name: name, how: fact.Stated, seen: true, sentence: c.si, clause: c.group(p.a), local: c.valueBetween(c.groupStart(p.a), c.clauseStart(p.a)), from: c.clauseStart(p.a)}
		return name
	}
	return ""
}

// groupSubject reads the body that opens the clause group of a value as its subject, and
// else the body whose action the clause of the value tells, for that clause.
func (c *context) groupSubject(at int) {
	if c.subject.sentence != c.si || c.subject.clause != c.group(at) || !c.subject.seen {
		if c.goesOnWith(at) {
			c.subject.clause = c.group(at)
			return
		}
		c.subject = subject{sentence: c.si, clause: c.group(at), seen: true}
		c.bodyAt(c.groupStart(at), at, false)
	}
	if start := c.clauseStart(at); c.subject.name == "" || c.subject.local && start != c.subject.from {
		c.bodyAt(start, at, true)
	}
}

// goesOnWith reports whether the clause group of rune at tells more of the subject of the
// group before: it opens in what is done, as 以活动为载体，培训教师10名 does.
func (c *context) goesOnWith(at int) bool {
	s := c.subject
	if s.name == "" || s.local || s.sentence != c.si || s.clause+1 != c.group(at) {
		return false
	}
	switch c.posAt(c.groupStart(at)) {
	case "v", "p", "vd", "ad":
		return true
	}
	return false
}

// bodyAt makes the body named at start, behind opening words and times, the subject: a
// name that ends in a word for bodies, with a verb, an adverb or a comma behind it. The
// local subject of a clause counts nothing and does something.
func (c *context) bodyAt(start, at int, local bool) {
	from := start
	if !c.bodyAhead(start, at) {
		return
	}
	start = c.behindOpening(start, at, true)
	for i := start + 4; i < at && i-start <= maxBody && !segment.IsComma(c.r[i-1]); i++ {
		if c.words.SubjectTail.EndsAt(c.r, start, i) == 0 || c.insideToken(i) || !c.isName(start, i) || !c.predicateAt(i) {
			continue
		}
		if local && (c.valueBetween(start, i) || !c.actsAt(i)) {
			continue
		}
		i = c.actsWith(i, at)
		c.subject = subject{name: c.text(start, i), how: fact.Stated, seen: true, sentence: c.si, clause: c.group(at), local: local, from: from}
		return
	}
}

// behindOpening is the end of the words and times that open a clause at start. Whole words
// are told from parts of others (共青团) by cutting the clause.
func (c *context) behindOpening(start, at int, whole bool) int {
	for n := 1; n > 0 && start < at; start += n {
		if n = c.words.Lead.BeginsAt(c.r, start); whole && n > 0 && c.insideToken(start+n) {
			n = 0
		}
		if m := c.beginningAt(start); m != nil && m.IsTime() {
			n = m.End - m.Start
		} else if start < len(c.r) && (c.r[start] == ' ' || c.r[start] == ',') {
			n = 1
		}
	}
	return start
}

// bodyAhead reports whether a word for bodies ends where bodyAt would look for one, so
// that clauses without one need not be cut.
func (c *context) bodyAhead(start, at int) bool {
	for i, end := start+4, c.behindOpening(start, at, false); i < at && i-end <= maxBody; i++ {
		if c.words.SubjectTail.EndsAt(c.r, start, i) > 0 {
			return true
		}
	}
	return false
}

// actsAt reports whether a body before rune i does something: 引进, 实现, but not 达到 with
// a figure right behind it, which counts such bodies.
func (c *context) actsAt(i int) bool {
	if c.words.Action.BeginsAt(c.r, i) > 0 {
		return true
	}
	n := c.words.Light.BeginsAt(c.r, i)
	m := c.beginningAt(i + n)
	return n > 0 && (m == nil || !m.IsValue())
}

// valueBetween reports whether a figure begins between runes a and b.
func (c *context) valueBetween(a, b int) bool {
	for i := a; i < b; i++ {
		if m := c.beginningAt(i); m != nil && m.IsValue() {
			return true
		}
	}
	return false
}

// clauseStart is where the clause of rune i begins: behind the last comma before it.
func (c *context) clauseStart(i int) int {
	for i > 0 && !segment.IsComma(c.r[i-1]) {
		i--
	}
	return i
}

// actsWith goes on from the end of a body to that of one it acts with: 甲局与乙局.
func (c *context) actsWith(end, at int) int {
	n := c.words.Join.BeginsAt(c.r, end)
	if n == 0 {
		return end
	}
	start := end + n
	for i := start + 2; i < at && i-start <= maxBody && !segment.IsComma(c.r[i-1]); i++ {
		if c.words.SubjectTail.EndsAt(c.r, start, i) > 0 && !c.insideToken(i) && c.isName(start, i) && (c.predicateAt(i) || c.words.Lead.BeginsAt(c.r, i) > 0) {
			return i
		}
	}
	return end
}

// maxBody is the longest name of a body that opens a clause, in runes.
const maxBody = 24

// groupStart is where the clause group of rune i begins: behind a semicolon, a 【lead-in】
// or at the beginning of the sentence.
func (c *context) groupStart(i int) int {
	for ; i > 0; i-- {
		if c.r[i-1] == ';' || c.r[i-1] == '】' {
			return i
		}
	}
	return 0
}

// predicateAt reports whether something is said of what stands before rune i.
func (c *context) predicateAt(i int) bool {
	if i >= len(c.r) || c.words.Speaks.BeginsAt(c.r, i) > 0 {
		return false // 统计局相关负责人表示
	}
	if c.r[i] == ',' {
		return true
	}
	switch c.posAt(i) {
	case "v", "d", "p", "t":
		return true
	case "":
		return false
	}
	return c.words.Action.BeginsAt(c.r, i) > 0
}

// withoutOf drops the 的 that joined a name to what is left of its phrase.
func (c *context) withoutOf(text string) string {
	r := []rune(text)
	return string(r[c.words.Of.BeginsAt(r, 0):])
}

func (c *context) isName(a, b int) bool {
	if c.words.Action.BeginsAt(c.r, a) > 0 || opener(c.r[b-1]) != 0 || c.words.NoSubject.Is(c.r[a:b]) {
		return false
	}
	for i := a; i < b; i++ {
		if segment.IsList(c.r[i]) || segment.IsQuote(c.r[i]) || segment.IsOpen(c.r[i]) || segment.IsClose(c.r[i]) {
			return false
		}
	}
	for t, ok := c.s.TokenAt(a); ok && t.Start < b; t, ok = c.s.TokenAt(t.End) {
		if t.Start >= a && (t.Pos == "v" || t.Pos == "p" || t.Pos == "uj") {
			return false
		}
	}
	return true
}

// setSubject gives the subject in force within its clause group.
func (c *context) setSubject(d *Draft, n named) {
	if n.phrase.area != nil || n.phrase.areaWord != "" && !n.phrase.empty() {
		c.subject = subject{sentence: c.si, clause: c.group(c.ms[d.Mention].Start), seen: true}
	}
	if name := c.owner(d.Mention); name != "" {
		d.Subject, d.How.Subject = name, fact.Stated
		return
	}
	if n.subject != "" {
		d.Subject, d.How.Subject = c.bodyMeant(n.subject, c.ms[d.Mention].Start), n.how
		return
	}
	if c.defaults.Notice && d.Area == "" {
		if name := c.holder(c.ms[d.Mention].Start); name != "" {
			d.Subject, d.How.Subject = name, fact.Carried
			return
		}
		if name := c.topicCompany(c.ms[d.Mention].Start); name != "" {
			c.company = name
		}
		if c.company != "" {
			d.Subject, d.How.Subject = c.company, fact.Carried
			return
		}
	}
	if c.subject.local && c.subject.from != c.clauseStart(c.ms[d.Mention].Start) && n.how != fact.Carried {
		return // another clause of the sentence, with a head of its own
	}
	if c.subject.name != "" && c.subject.clause == c.group(c.ms[d.Mention].Start) && n.phrase.area == nil && n.phrase.areaWord == "" && c.subject.sentence == c.si {
		d.Subject, d.How.Subject = c.bodyMeant(c.subject.name, c.ms[d.Mention].Start), fact.Carried
	}
	if d.Subject == "" {
		d.How.Subject = ""
	}
	if d.Subject == "" && c.event != "" && n.phrase.areaWord == "" {
		d.Subject, d.How.Subject = c.event, fact.Carried
	}
}
