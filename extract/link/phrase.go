package link

import (
	"github.com/qushu/qushu/corpus"
	"github.com/qushu/qushu/extract/mention"
	"github.com/qushu/qushu/extract/segment"
	"github.com/qushu/qushu/extract/words"
)

// phrase is the stretch of a sentence that names what is measured, as rune offsets.
type phrase struct {
	a, b         int
	each         bool   // 均: said of every head
	respectively bool   // 分别: one value for each head
	subset       bool   // 其中
	slogan       bool   // what it names is summed up in a quotation: “三个翻番”
	others       bool   // it ended in 等: the names before are examples
	area         *place // an area named at its beginning
	areaWord     string // 全市 and the like
	from         int    // where the region began, before trimming
	rel          [2]int // the 的 behind a clause that it begins with
	of           [2]int // what is said of each head behind a 分别 inside the phrase
}

func (p phrase) empty() bool { return p.a >= p.b }

// left finds the phrase that ends at end: back to the last comma, figure or time,
// without opening and closing words. A figure that opens a bracket is named by what
// stands before the bracket; one behind a time, by what stands before the time:
// 地区生产总值由2016年的778亿元.
func (c *context) left(end int) phrase {
	if end > 0 && c.r[end-1] == '(' {
		end--
	}
	end = c.beforeNote(end)
	end = c.beforeSpell(end)
	p := c.trimmed(end)
	if m := c.endingAt(p.from); p.empty() && p.from > 0 && m != nil && m.IsTime() {
		end := m.Start
		if n := c.words.Against.EndsAt(c.r, 0, end); n > 0 && !c.insideToken(end-n) {
			end -= n // 增加值比上年分别加快
		}
		if q := c.trimmed(end); !q.empty() {
			return q
		}
	}
	if p.empty() && p.from > 0 && c.r[p.from-1] == ':' { // 发行总额：12亿元
		if q := c.trimmed(p.from - 1); !q.empty() && q.b-q.a <= maxLabel {
			return q
		}
	}
	return p
}

func (c *context) trimmed(end int) phrase {
	p := phrase{a: c.regionStart(end), b: end}
	p.from = p.a
	c.trimRight(&p)
	if b := c.beforeSpell(p.b); b > p.a && b < p.b { // 产量连续八年稳定在
		p.b = b
		c.trimRight(&p)
	}
	c.cut(&p)
	c.trimLeft(&p)
	c.trimRight(&p)
	if p.slogan {
		p.a += c.words.Action.BeginsAt(c.r, p.a)
		c.trimLeft(&p)
	}
	c.apart(&p)
	return p
}

// beforeNote steps over the mark of a footnote: 城镇化率[3]66.4%.
func (c *context) beforeNote(end int) int {
	i := end - 1
	if i < 1 || c.r[i] != ']' {
		return end
	}
	for i--; i > 0 && c.r[i] >= '0' && c.r[i] <= '9'; i-- {
	}
	if c.r[i] == '[' && i > 0 {
		return i
	}
	return end
}

// beforeSpell steps over a length of time that only says how long: 连续四年.
func (c *context) beforeSpell(end int) int {
	if m := c.endingAt(end); m != nil && c.isSpell(m) {
		return m.Start - c.words.Spell.EndsAt(c.r, 0, m.Start)
	}
	return end
}

// isSpell reports whether a length of time measures nothing by itself: behind 连续, or
// right before a verb of change (吞吐量5年增长1.6倍).
func (c *context) isSpell(m *mention.Mention) bool {
	if m.Kind != mention.Duration {
		return false
	}
	w := &c.words
	changes := w.From.EndsAt(c.r, 0, m.Start) == 0 && (w.Rise.BeginsAt(c.r, m.End) > 0 || w.Fall.BeginsAt(c.r, m.End) > 0)
	return w.Spell.EndsAt(c.r, 0, m.Start) > 0 || changes ||
		w.Cumulative.BeginsAt(c.r, m.End) > 0 || w.AnnualAvg.BeginsAt(c.r, m.End) > 0
}

// regionStart goes back from end to where the phrase can begin at the earliest. A
// bracket that closes before end belongs to the phrase with all it holds.
func (c *context) regionStart(end int) int {
	depth := 0
	for i := end - 1; i >= c.taken; i-- {
		if m := c.endingAt(i + 1); depth == 0 && m != nil && (m.Kind != mention.None || m.Why == "outline") && !c.isSpell(m) {
			return i + 1
		}
		switch r := c.r[i]; {
		case r == ')' && c.aside(i):
			return i + 1
		case r == ')':
			depth++
		case r == '(' && depth > 0:
			depth--
		case depth > 0:
		case r == ' ' && c.headline() && i > 0 && segment.IsHan(c.r[i-1]):
			return i + 1 // 股市暢旺 印花税飙54%
		case segment.IsComma(r) || segment.IsOpen(r) || segment.IsClose(r):
			return i + 1
		}
	}
	return c.taken
}

// headline reports whether the sentence is a title, whose clauses white space parts.
func (c *context) headline() bool { return c.read.Doc.Blocks[c.s.Block].Role == corpus.Title }

// aside reports whether the bracket that closes at i holds a remark of its own: a
// clause boundary or a figure. 上市(过会)企业 is one noun.
func (c *context) aside(i int) bool {
	for j := i - 1; j >= 0 && c.r[j] != '('; j-- {
		if segment.IsComma(c.r[j]) {
			return true
		}
		if m := c.endingAt(j + 1); m != nil && m.IsValue() {
			return true
		}
	}
	return false
}

// trimRight takes off what stands between the indicator and its figure.
func (c *context) trimRight(p *phrase) {
	for p.b > p.a {
		w := &c.words
		switch n := 0; {
		case c.quotedCount(p):
		case take(&n, w.Join.EndsAt(c.r, p.a, p.b)) && !c.insideToken(p.b-n):
			p.b -= n
		case take(&n, w.From.EndsAt(c.r, p.a, p.b)) && !c.insideToken(p.b-n):
			p.b -= n
		case isMark(c.r[p.b-1]) && !closesInside(c.r[p.a:p.b]):
			p.b--
		case take(&n, w.Respectively.EndsAt(c.r, p.a, p.b)):
			p.b, p.respectively = p.b-n, true
		case take(&n, w.Each.EndsAt(c.r, p.a, p.b)) && w.Trail.EndsAt(c.r, p.a, p.b) <= n:
			p.b, p.each = p.b-n, true
		case take(&n, w.Others.EndsAt(c.r, p.a, p.b)):
			p.b, p.others = p.b-n, true
		case take(&n, w.OwnArea.EndsAt(c.r, p.a, p.b)) && n < p.b-p.a && !c.insideToken(p.b-n):
			p.b -= n
		case take(&n, w.TrailFirm.EndsAt(c.r, p.a, p.b)) && w.Trail.EndsAt(c.r, p.a, p.b) <= n:
			p.b -= n
		case take(&n, w.Trail.EndsAt(c.r, p.a, p.b)) && (n > 2 || !c.insideToken(p.b-n)) && (n > 1 || w.Action.EndsAt(c.r, p.a, p.b) <= n):
			p.b -= n
		case take(&n, c.sinceBefore(p)):
			p.b -= n
		default:
			return
		}
	}
}

// sinceBefore is the length of what ends a phrase and only tells how a figure was reached:
// a comparison with a time that no calendar names, the 较改造前 of 能耗较改造前, or what was
// left out of account, the 剔除退税因素后 of 财政收入剔除退税因素后.
func (c *context) sinceBefore(p *phrase) int {
	if n := c.between(p, c.words.Against, c.words.Earlier); n > 0 {
		return n
	}
	return c.between(p, c.words.LeftOut, c.words.Factors)
}

// between is the length of the end of a phrase that a word of one list begins and one of
// another ends, short enough to be one adverbial.
func (c *context) between(p *phrase, opens, ends words.Set) int {
	if ends.EndsAt(c.r, p.a, p.b) == 0 {
		return 0
	}
	for i := p.b - 1; i >= p.a && p.b-i <= maxSince; i-- {
		if opens.BeginsAt(c.r, i) > 0 && !c.insideToken(i) {
			return p.b - i
		}
	}
	return 0
}

// maxSince is the longest such adverbial, in runes.
const maxSince = 12

// trimLeft takes off opening words, areas and joining marks.
func (c *context) trimLeft(p *phrase) {
	defer func() { p.a = min(p.a, p.b) }() // a word may reach beyond the phrase
	for p.a < p.b {
		w := &c.words
		switch n := 0; {
		case isMark(c.r[p.a]) && !opensInside(c.r[p.a:p.b]):
			p.a++
		case take(&n, w.Subset.BeginsAt(c.r, p.a)):
			p.a, p.subset = p.a+n, true
		case take(&n, w.Respectively.BeginsAt(c.r, p.a)):
			p.a, p.respectively = p.a+n, true
		case take(&n, w.OwnArea.BeginsAt(c.r, p.a)) && p.a+n <= p.b:
			p.areaWord = string(c.r[p.a : p.a+n])
			p.a += n
		case c.defaults.Notice && take(&n, w.Issuer.BeginsAt(c.r, p.a)) && p.a+n < p.b && !c.insideToken(p.a+n):
			p.a += n
		case take(&n, w.Lead.BeginsAt(c.r, p.a)) && p.a+n <= p.b && !c.insideToken(p.a+n) && w.Pronoun.BeginsAt(c.r, p.a) == 0:
			p.a += n
		case take(&n, c.words.From.BeginsAt(c.r, p.a)) && !c.insideToken(p.a+n):
			p.a += n
		case take(&n, c.words.In.BeginsAt(c.r, p.a)) && c.named(p.a+n) != nil:
			p.a += n
		case take(&n, c.remarkBefore(p)):
			p.a += n
		case c.areaAt(p):
		default:
			return
		}
	}
}

// remarkBefore is the length of the bracket that opens a phrase and belongs to what stands
// before it: the code of 云帆科技(300999.SZ)解除质押.
func (c *context) remarkBefore(p *phrase) int {
	if c.r[p.a] != '(' {
		return 0
	}
	for i := p.a + 1; i < p.b-1; i++ {
		if c.r[i] == ')' {
			return i + 1 - p.a
		}
	}
	return 0
}

// quotedCount takes off a count that only sums up the list before it: the “三个 of
// 面积、人流量、销售额“三个翻番”.
func (c *context) quotedCount(p *phrase) bool {
	m := c.endingAt(p.b)
	if m == nil || m.Kind != mention.None || m.Rule != "quotation" || m.Start <= p.a || !segment.IsQuote(c.r[m.Start-1]) {
		return false
	}
	p.b, p.slogan = m.Start-1, true
	return true
}

func take(n *int, got int) bool { *n = got; return got > 0 }

// isMark reports a sign that is no part of a phrase at its edge.
func isMark(r rune) bool {
	return segment.IsList(r) || r == ' ' || r == '(' || r == ')' || segment.IsQuote(r) || r == '-' || r == '●' || r == '·' || r == '.'
}

// closesInside reports whether the last mark closes one that opens in the text: the
// quotation or bracket then belongs to the phrase.
func closesInside(r []rune) bool {
	open := opener(r[len(r)-1])
	for _, x := range r[:len(r)-1] {
		if open != 0 && x == open {
			return true
		}
	}
	return false
}

func opensInside(r []rune) bool {
	for _, x := range r[1:] {
		if o := opener(x); o != 0 && o == r[0] {
			return true
		}
	}
	return false
}

func opener(r rune) rune {
	switch r {
	case '”':
		return '“'
	case '’':
		return '‘'
	case '》':
		return '《'
	case ')':
		return '('
	}
	return 0
}

// cut drops everything before the last word that ends an adverbial: 通过…, 使….
func (c *context) cut(p *phrase) {
	for i := p.b - 1; i > p.a; i-- {
		if n := c.words.Cut.EndsAt(c.r, p.a, i); n > 0 && !c.insideToken(i) && !c.insideToken(i-n) {
			p.a = i
			return
		}
	}
}

// right finds the noun phrase that begins at from, behind a figure: up to a verb, a
// mark or a word that ends it.
func (c *context) right(from int) phrase {
	p := phrase{a: from, b: from}
	p.a = c.afterOtherUnit(p.a)
	for p.a < len(c.r) && (c.r[p.a] == ' ' || c.words.Of.Is(c.r[p.a:p.a+1])) {
		p.a++
	}
	p.b = p.a
	quoted := rune(0)
	for t, ok := c.s.TokenAt(p.a); ok; t, ok = c.s.TokenAt(t.End) {
		first := c.r[max(t.Start, p.a)]
		switch {
		case quoted != 0:
			if first == quoted {
				quoted = 0
			}
		case segment.IsList(first):
			return c.trimmedRight(p)
		case first == '(' && c.figuresInside(t.Start):
			return c.trimmedRight(p)
		case first == '“' || first == '《' || first == '(' && t.Start > p.a:
			quoted, _ = segment.Closing(first)
			if first == '(' {
				quoted = ')'
			}
		case !c.nominal(t, p.a):
			return c.trimmedRight(p)
		}
		p.b = t.End
		if p.b-p.a > 24 {
			return c.trimmedRight(p)
		}
	}
	return c.trimmedRight(p)
}

// afterOtherUnit steps over a bracket right behind a figure: the unit that others of the
// counted have, 28万套（间）, or a remark on the figure, which names nothing it counts.
func (c *context) afterOtherUnit(i int) int {
	if i >= len(c.r) || c.r[i] != '(' || c.figuresInside(i) {
		return i
	}
	for j := i + 1; j < len(c.r) && j-i <= maxRemark; j++ {
		if c.r[j] == ')' {
			return j + 1
		}
	}
	return i
}

// maxRemark is the longest such bracket, in runes.
const maxRemark = 24

// figuresInside reports whether the bracket that opens at i holds a figure.
func (c *context) figuresInside(i int) bool {
	for k := range c.ms {
		if m := &c.ms[k]; m.Start > i && m.Kind != mention.None {
			for _, r := range c.r[i:m.Start] {
				if segment.IsClose(r) {
					return false
				}
			}
			return true
		}
	}
	return false
}

func (c *context) trimmedRight(p phrase) phrase {
	for p.b > p.a && (c.r[p.b-1] == ' ' || c.words.Join.Is(c.r[p.b-1:p.b]) || segment.IsList(c.r[p.b-1])) {
		p.b--
	}
	if n := c.words.Course.EndsAt(c.r, p.a, p.b); n > 0 && p.b-p.a > n+2 && c.posBefore(p.a, p.b-n) == "vn" {
		p.b -= n
	}
	return p
}

// nominal reports whether a token can be part of a noun phrase that begins at from.
func (c *context) nominal(t segment.Token, from int) bool {
	r := c.r[t.Start:t.End]
	if segment.IsComma(r[0]) || segment.IsClose(r[0]) || c.words.StopNoun.Is(r) && !c.suffixed(t.End) {
		return false
	}
	for i := t.Start; i < t.End; i++ {
		if m := c.beginningAt(i); m != nil && m.Kind != mention.None {
			return false
		}
	}
	switch t.Pos {
	case "v", "p", "d", "r", "u", "ul", "uz", "y":
		return t.Pos == "v" && t.End-t.Start >= 2 && (c.nounFollows(t.End) || t.Start <= from && c.kindFollows(t.End) || t.Start > from && c.deedFollows(t.End))
	}
	return true
}

// suffixed reports whether the word at i makes a noun of the verb before it: 集聚区.
func (c *context) suffixed(i int) bool {
	t, ok := c.s.TokenAt(i)
	return ok && t.Start == i && t.End == i+1 && c.words.NounSuffix.Is(c.r[i:i+1])
}

// nounFollows reports whether the token after i is a noun.
func (c *context) nounFollows(i int) bool {
	pos := c.posAt(i)
	return pos != "" && (pos[0] == 'n' || pos == "vn" || pos == "uj")
}

// deedFollows reports whether the token after i is a verb with a noun behind it that ends
// its clause or list, as in 贸易促进创新示范区.
func (c *context) deedFollows(i int) bool {
	t, ok := c.s.TokenAt(i)
	if !ok || t.Pos != "v" || t.End-t.Start < 2 || c.words.StopNoun.Is(c.r[t.Start:t.End]) || !c.nounFollows(t.End) {
		return false
	}
	n, ok := c.s.TokenAt(t.End)
	return ok && n.Pos != "uj" && (n.End >= len(c.r) || segment.IsComma(c.r[n.End]) || segment.IsList(c.r[n.End]))
}

// kindFollows reports whether the token after i is an adjective with a noun behind it, as
// behind the verb that opens 建档立卡贫困劳动力.
func (c *context) kindFollows(i int) bool {
	t, ok := c.s.TokenAt(i)
	return ok && t.Pos == "a" && c.nounFollows(t.End)
}
