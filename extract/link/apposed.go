package link

import (
	"github.com/qushu/qushu/extract/mention"
	"github.com/qushu/qushu/extract/segment"
	"github.com/qushu/qushu/extract/words"
)

// apposed reports whether the names before a count are the things it counts, one by one:
// 甲港、乙湾两大园区.
func (c *context) apposed(k int, p phrase) bool {
	m := &c.ms[k]
	if m.Kind != mention.Count || len(m.Value) != 1 || !m.Value[0].IsInt() {
		return false
	}
	n := int64(len(c.parts(p.from, p.b, false)))
	if n > 1 && m.Value[0].Num().Int64() > n {
		n = int64(len(c.parts(p.from, p.b, true)))
	}
	return n > 1 && m.Value[0].Num().IsInt64() && m.Value[0].Num().Int64() == n
}

// attributive reports whether a phrase only tells which of the counted things are meant:
// the 涉及甲县 of 涉及甲县的14件实事.
func (c *context) attributive(k int, p phrase) bool {
	return c.ms[k].Kind == mention.Count && !p.empty() && c.words.Of.EndsAt(c.r, 0, c.ms[k].Start) > 0 && c.words.Relation.BeginsAt(c.r, p.a) > 0
}

// countable cuts the quantity off a counted noun that the figure behind measures: what
// 两家企业市值均超千亿元 counts are 企业, what 三大机场旅客吞吐量1.5亿人次 does are 机场.
func (c *context) countable(k int, q phrase) phrase {
	b := q.b - c.words.Trail.EndsAt(c.r, q.a, q.b) // 出口额同比
	if c.ms[k].Kind != mention.Count || !c.measuredBehind(b, c.ms[k].Unit.Code) {
		return q
	}
	n := c.quantityIn(q.a, b)
	if n < 2 || b-n-q.a < 2 {
		return q
	}
	q.of = [2]int{b - n, b}
	q.b = b - n
	return q
}

// quantityIn is the length of the quantity that r[a:b] ends in behind a noun of its own: a
// standard indicator, a deed (接待游客) or a noun such as 市值; 0 where it ends in none.
func (c *context) quantityIn(a, b int) int {
	for i := a + 2; i < b-1; i++ {
		if c.insideToken(i) || c.words.Quality.Is(c.r[a:i]) {
			continue
		}
		if c.words.Action.BeginsAt(c.r, i) > 1 || c.isOne(c.text(i, b)) {
			return b - i
		}
	}
	if n := c.words.HeadNoun.EndsAt(c.r, a, b); !c.insideToken(b - n) {
		return n
	}
	return 0
}

// measuredBehind reports whether what ends at rune i is measured by the figure behind it,
// with nothing but words such as 均, 达到 and 同比增长 between; a count of the same unit
// measures nothing.
func (c *context) measuredBehind(i int, unit string) bool {
	for n := 1; n > 0; i += n {
		if m := c.beginningAt(i); m != nil {
			return m.IsValue() && (m.Kind != mention.Count || unit != "" && m.Unit.Code != unit)
		}
		if n = c.words.Of.BeginsAt(c.r, i); n > 0 {
			unit = "" // 48个国家的60家企业
		}
		for _, set := range []words.Set{c.words.Each, c.words.Trail, c.words.Rise, c.words.Fall} {
			n = max(n, set.BeginsAt(c.r, i))
		}
	}
	return false
}

// sortsDeed takes what is done in so many respects off the word for them, to stand before
// it: 甲、乙两个方面达成合作意向 is 达成合作意向方面.
func (c *context) sortsDeed(q phrase) (string, phrase) {
	for t, ok := c.s.TokenAt(q.a); ok && t.Start < q.b; t, ok = c.s.TokenAt(t.End) {
		if t.Pos == "v" && t.Start > q.a {
			deed := c.text(t.Start, q.b)
			q.b = t.Start
			return deed, q
		}
	}
	return c.predicate(q.b), q
}

// sortsOf goes on from a word for sorts to what is sorted, and from what the counted is
// like to its noun: the 抓手 of 7个方面的抓手, the 措施 of 11条具体的措施.
func (c *context) sortsOf(q phrase) phrase {
	n := c.words.Of.BeginsAt(c.r, q.b)
	if n == 0 || q.empty() || !c.words.Sort.Is(c.r[q.a:q.b]) && c.posBefore(q.a, q.b) != "a" {
		return q
	}
	if of := c.right(q.b + n); !of.empty() {
		return of
	}
	t, ok := c.s.TokenAt(q.b + n) // a word that ends the clause is a noun there, whatever it is elsewhere
	if ok && t.Start == q.b+n && t.End-t.Start > 1 && (t.End == len(c.r) || segment.IsComma(c.r[t.End])) {
		return phrase{a: t.Start, b: t.End, from: t.Start}
	}
	return q
}
