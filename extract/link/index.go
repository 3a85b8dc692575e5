package link

import (
	"github.com/qushu/qushu/extract/mention"
	"github.com/qushu/qushu/extract/segment"
)

// index answers questions about places of a sentence in constant time: linking asks
// them for every rune of every phrase.
type index struct {
	ends, begins []int32 // 1 + the mention that ends or begins at the rune, or 0
	inside       []bool  // whether the rune offset lies inside a token
	groups       []int32 // semicolons before the rune
	token        []int32 // the token the rune belongs to
}

func (c *context) buildIndex() {
	n := len(c.r) + 1
	c.at = index{make([]int32, n), make([]int32, n), make([]bool, n), make([]int32, n), make([]int32, n)}
	for k := range c.ms {
		c.at.ends[c.ms[k].End] = int32(k + 1)
		c.at.begins[c.ms[k].Start] = int32(k + 1)
	}
	for n, t := range c.s.Tokens {
		for i := t.Start; i < t.End; i++ {
			c.at.inside[i] = i > t.Start && t.Pos != "x"
			c.at.token[i] = int32(n)
		}
	}
	for i, r := range c.r {
		c.at.groups[i+1] = c.at.groups[i]
		if r == ';' {
			c.at.groups[i+1]++
		}
	}
}

// endingAt is the mention that ends at rune i, or nil.
func (c *context) endingAt(i int) *mention.Mention { return c.mention(c.at.ends, i) }

// beginningAt is the mention that begins at rune i, or nil.
func (c *context) beginningAt(i int) *mention.Mention { return c.mention(c.at.begins, i) }

func (c *context) mention(at []int32, i int) *mention.Mention {
	if i < 0 || i >= len(at) || at[i] == 0 {
		return nil
	}
	return &c.ms[at[i]-1]
}

// insideToken reports whether rune offset i cuts a word of the dictionary.
func (c *context) insideToken(i int) bool { return i >= 0 && i < len(c.at.inside) && c.at.inside[i] }

// tokensFrom are the tokens from the one that rune i belongs to.
func (c *context) tokensFrom(i int) []segment.Token {
	if i >= len(c.r) || len(c.s.Tokens) == 0 {
		return nil
	}
	return c.s.Tokens[c.at.token[max(i, 0)]:]
}

// posAt is the part of speech of the word that begins at rune i, "" where none does.
func (c *context) posAt(i int) string {
	if ts := c.tokensFrom(i); len(ts) > 0 && ts[0].Start == i {
		return ts[0].Pos
	}
	return ""
}

// posBefore is the part of speech of the word that ends at rune i and begins at from or
// behind it, "" where none does.
func (c *context) posBefore(from, i int) string {
	if ts := c.tokensFrom(i - 1); len(ts) > 0 && ts[0].End == i && ts[0].Start >= from {
		return ts[0].Pos
	}
	return ""
}

// group is the clause group of rune i: how many semicolons stand before it.
func (c *context) group(i int) int { return int(c.at.groups[i]) }
