package link

import (
	"unicode"

	"strings"

	"github.com/qushu/qushu/extract/fact"
	"github.com/qushu/qushu/extract/mention"
	"github.com/qushu/qushu/extract/segment"
)

// spreadBack lets the heads named before wait for the values of a 分别 list that names
// none itself: 增值税12亿元、房产税3亿元，分别增长8%、5%.
func (c *context) spreadBack(k int) bool {
	n := c.listed(k)
	if n < 2 || len(c.heads) < n {
		return false
	}
	c.spread = spread{next: 1}
	for _, h := range c.heads[len(c.heads)-n:] {
		c.spread.heads = append(c.spread.heads, h.text)
	}
	return true
}

// unspaced is the stretch from a to b without the white space at its ends.
func (c *context) unspaced(a, b int) (int, int) {
	for a < b && unicode.IsSpace(c.r[a]) {
		a++
	}
	for a < b && unicode.IsSpace(c.r[b-1]) {
		b--
	}
	return a, b
}

// adjoins reports whether at most a list mark, a joining word or white space stands
// between two mentions; a half-width comma counts where comma says so.
func (c *context) adjoins(j, k int, comma bool) bool {
	a, b := c.unspaced(c.ms[j].End, c.ms[k].Start)
	return a == b || b-a == 1 && (segment.IsList(c.r[a]) || comma && c.r[a] == ',') || c.words.Join.Is(c.r[a:b])
}

// sufferer is what a clause says to be under an influence, which the next clause then
// measures: the 印花税收入 of 印花税收入受楼市拖累，大减三成.
func (c *context) sufferer(start, end int) phrase {
	if c.words.Influence.EndsAt(c.r, start, end) == 0 {
		return phrase{}
	}
	for i := start + 2; i < end; i++ {
		if c.words.Suffers.BeginsAt(c.r, i) > 0 && !c.insideToken(i) {
			q := phrase{a: start, b: i, from: start}
			c.cut(&q)
			c.trimLeft(&q)
			c.trimRight(&q)
			if q.b-q.a >= 2 && q.b-q.a <= 14 {
				return q
			}
			return phrase{}
		}
	}
	return phrase{}
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
	end := p.from
	if m := c.endingAt(end); m != nil && m.IsTime() {
		end = m.Start // …的利得税，今年微跌
	}
	if end < 3 || c.r[end-1] != ',' {
		return none
	}
	end--
	start := c.regionStart(end)
	if m := c.endingAt(start); m != nil && m.IsValue() || start >= end {
		return none
	}
	if start+c.words.Lead.BeginsAt(c.r, start) >= end {
		return none // 按可比价格计算，
	}
	for i := max(start, end-maxKnown); i < end-2; i++ {
		if !c.insideToken(i) && c.words.Of.BeginsAt(c.r, i) == 0 && c.isOne(c.text(i, end)) {
			return phrase{a: i, b: end, from: start} // 占税收最大部分的利得税，今年微跌
		}
	}
	if q := c.sufferer(start, end); !q.empty() {
		return q
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

// maxKnown is the longest standard name that is looked for there, in runes.
const maxKnown = 24

// impliedFacet is the aspect a figure without words of its own speaks of: a place
// behind a growth is the place of the growth.
func (c *context) impliedFacet(k int, r *reading) string {
	places := r.measure == "rank" || (r.measure == "difference" || r.measure == "delta") && c.ms[k].Kind == mention.Points
	if r.fields["indicator"] == "" && places && c.prevValue(k) && (c.prev.measure == "growth" || c.prev.ofGrowth) {
		return string(c.words.Growth)
	}
	return ""
}

// prevValue reports whether the value before stands in the same sentence, with nothing
// but times between.
func (c *context) prevValue(k int) bool {
	if c.prev.k < 0 {
		return false
	}
	for j := c.prev.k + 1; j < k; j++ {
		if c.ms[j].Kind != mention.Duration && !c.ms[j].IsTime() && c.ms[j].Kind != mention.None {
			return false
		}
	}
	return true
}

// asFacet joins an aspect such as 总量 to the head before it.
func (c *context) asFacet(k int, r *reading, n named, p phrase) (named, bool) {
	n.facet, n.growth = true, c.words.GrowthFacet.Is(c.r[p.a:p.b])
	aspect := c.text(p.a, p.b)
	if c.words.ShareFacet.Is(c.r[p.a:p.b]) {
		aspect = ""
		if kind := c.ms[k].Kind; r.measure == "level" && (kind == mention.Percent || kind == mention.Fraction) {
			r.measure = "share" // 占比由31%提升至54%
		}
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
	if aspect == "" && c.totals(n.phrase.from, c.ms[k].Start) {
		total = true
	}
	if total || h.verb != "" && c.netBefore(n.phrase.from, c.ms[k].Start) {
		return strings.TrimPrefix(h.text, h.verb)
	}
	return h.text
}

// netBefore reports whether a net change ends at rune b: the 净增 of 新认定企业86家，净增41家
// is of the stock.
func (c *context) netBefore(a, b int) bool { return c.words.Net.EndsAt(c.r, a, b) > 0 }

// totals reports whether words between a and b, right before a figure, make it a total:
// 累计, 累计达到.
func (c *context) totals(a, b int) bool {
	for n := 1; n > 0 && b > a; b -= n {
		if c.words.Total.EndsAt(c.r, a, b) > 0 {
			return true
		}
		n = c.words.Trail.EndsAt(c.r, a, b)
	}
	return false
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

// measuredAgainst reports whether a phrase names what another figure is only held against:
// 较原先预算的563亿元多835亿元.
func (c *context) measuredAgainst(p phrase) bool {
	return !p.empty() && len(c.heads) > 0 && c.words.Against.EndsAt(c.r, p.from, p.a) > 0
}

// remember keeps the heads for the figures after.
func (c *context) remember(k int, r reading, n named) {
	if n.how != fact.Stated || n.facet && len(c.heads) > 0 || c.measuredAgainst(n.phrase) {
		return
	}
	g := c.group(c.ms[k].Start)
	for _, h := range n.heads {
		c.heads = append(c.heads, head{text: h, measure: r.measure, verb: n.verb, group: g, subject: n.subject, unit: c.ms[k].Unit.Code, limited: n.limited, at: c.ms[k].Start})
	}
}
