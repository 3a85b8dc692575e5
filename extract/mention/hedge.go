package mention

import (
	"fmt"

	"github.com/qushu/qushu/extract/segment"
)

// Hedges are the words that say how a number bounds its value.
type Hedges struct {
	before, after, verb, frame []hedge
}

type hedge struct {
	word  []rune
	bound string
}

// NewHedges reads rows of word, place and bound.
func NewHedges(rows [][]string) (*Hedges, error) {
	h := &Hedges{}
	places := map[string]*[]hedge{"before": &h.before, "after": &h.after, "verb": &h.verb, "frame": &h.frame}
	for _, row := range rows {
		list := places[row[1]]
		if list == nil {
			return nil, fmt.Errorf("a hedge stands before, after, verb or frame, not %q", row[1])
		}
		*list = append(*list, hedge{segment.FoldString(row[0]), row[2]})
	}
	return h, nil
}

// endingAt finds the longest hedge that ends at rune i, not reaching before from.
func endingAt(list []hedge, r []rune, from, i int) (best hedge) {
	for _, h := range list {
		if n := len(h.word); n > len(best.word) && n <= i-from && h.word[n-1] == r[i-1] && same(r[i-n:i], h.word) {
			best = h
		}
	}
	return best
}

func beginningAt(list []hedge, r []rune, i int) (best hedge) {
	for _, h := range list {
		if n := len(h.word); n > len(best.word) && i+n <= len(r) && h.word[0] == r[i] && same(r[i:i+n], h.word) {
			best = h
		}
	}
	return best
}

// hedge widens a mention over the hedges that touch it and sets its bound; a bound the
// number itself carries (余, 多) gives way only to one outside it.
func (c *cursor) hedge(m Mention) Mention {
	if m.Bound == "" {
		m.Bound = "exact"
	}
	if h := c.hedgeBefore(m.Start); len(h.word) > 0 {
		m.Start -= len(h.word)
		m.Bound = h.bound
	}
	if h := beginningAt(c.Hedges.after, c.r, m.End); len(h.word) > 0 && c.hedgesAfter(m, h) {
		m.End += len(h.word)
		if m.Bound == "exact" {
			m.Bound = h.bound
		}
	}
	if m.Bound != "exact" {
		return m
	}
	if h := c.verbBefore(m.Start); len(h.word) > 0 {
		m.Bound = h.bound
	} else if h := beginningAt(c.Hedges.frame, c.r, m.End); len(h.word) > 0 {
		m.Bound = h.bound
	}
	return m
}

// verbBefore is the verb of bounding that ends at i, or before a 了 there.
func (c *cursor) verbBefore(i int) hedge {
	if h := endingAt(c.Hedges.verb, c.r, c.from(), i); len(h.word) > 0 {
		return h
	}
	return endingAt(c.Hedges.verb, c.r, c.from(), c.skipParticle(i))
}

// skipParticle steps back over 了 between a verb and its number.
func (c *cursor) skipParticle(i int) int {
	if n := c.v.Particles.EndsAt(c.r, c.from(), i); n > 0 {
		return i - n
	}
	return i
}

// hedgeBefore is the longest hedge that ends at i and belongs to no longer word: not the
// 过 of 超过, the 破 of 首破 nor the 约 of 签约近400亿元.
func (c *cursor) hedgeBefore(i int) (best hedge) {
	verb := len(endingAt(c.Hedges.verb, c.r, c.from(), i).word)
	for _, h := range c.Hedges.before {
		n := len(h.word)
		if n > len(best.word) && n >= verb && n <= i-c.from() && same(c.r[i-n:i], h.word) && !c.partOfWord(i-n, i) {
			best = h
		}
	}
	return best
}

// partOfWord reports whether a word that is no hedge reaches over a into [a, b).
func (c *cursor) partOfWord(a, b int) bool {
	for j := a + 1; j <= b; j++ {
		if c.v.NotHedge.EndsAt(c.r, 0, j) > j-a {
			return true
		}
	}
	return false
}

// hedgesAfter keeps one-rune hedges to where they can be no other word: 起 and 级 behind
// money, 内 behind a length of time.
func (c *cursor) hedgesAfter(m Mention, h hedge) bool {
	if len(h.word) > 1 || h.bound == "over" || h.bound == "under" {
		return true
	}
	switch m.Kind {
	case Duration:
		return h.bound == "at_most"
	case Money:
		return h.bound != "at_most"
	}
	return false
}
