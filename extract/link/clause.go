package link

import "github.com/qushu/qushu/extract/segment"

// throughClause goes on from a count to the noun behind a clause that tells what the counted
// things are like: the 县 of 10个有条件的县, with the clause left in the phrase.
func (c *context) throughClause(k int, q phrase) phrase {
	start := c.ms[k].End
	if c.words.Likens.BeginsAt(c.r, start) == 0 {
		return q
	}
	for i := start + 2; i < len(c.r) && i-start <= maxClause; i++ {
		if segment.IsComma(c.r[i]) || segment.IsList(c.r[i]) || segment.IsQuote(c.r[i]) || segment.IsOpen(c.r[i]) || c.beginningAt(i) != nil {
			return q
		}
		n := c.words.Of.BeginsAt(c.r, i)
		if n == 0 || c.insideToken(i) {
			continue
		}
		noun := c.right(i + n)
		if noun.b-noun.a < 1 {
			return q
		}
		return phrase{a: start, b: noun.b, from: start, rel: [2]int{i, i + n}}
	}
	return q
}

// maxClause is the longest such clause, in runes.
const maxClause = 12

// nounText is the text of a noun behind a figure, without the 的 of its clause.
func (c *context) nounText(q phrase) string {
	if q.rel[1] > q.rel[0] {
		return c.text(q.a, q.rel[0]) + c.text(q.rel[1], q.b)
	}
	return c.text(q.a, q.b)
}
