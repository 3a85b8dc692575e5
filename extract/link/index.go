package link

import "github.com/qushu/qushu/extract/mention"

// index answers questions about places of a sentence in constant time: linking asks
// them for every rune of every phrase.
type index struct {
	ends, begins []int32 // 1 + the mention that ends or begins at the rune, or 0
	groups       []int32 // semicolons before the rune
	intents      []int32 // the last rune, up to this one, before which a word of intent ends, or 0
	intended     bool    // intents are those of the sentence
}

// buildIndex makes the index of the sentence in the place of that of the one before.
func (c *context) buildIndex() {
	n := len(c.r) + 1
	c.at.intended = false
	c.at.ends, c.at.begins, c.at.groups = zeros(c.at.ends, n), zeros(c.at.begins, n), zeros(c.at.groups, n)
	for k := range c.ms {
		c.at.ends[c.ms[k].End] = int32(k + 1)
		c.at.begins[c.ms[k].Start] = int32(k + 1)
	}
	for i, r := range c.r {
		c.at.groups[i+1] = c.at.groups[i]
		if r == ';' {
			c.at.groups[i+1]++
		}
	}
}

// zeros is a slice of n zeros in the room of another where that is large enough.
func zeros[T any](room []T, n int) []T {
	if cap(room) < n {
		return make([]T, n, n+n/2)
	}
	room = room[:n]
	clear(room)
	return room
}

// intentBefore is the last rune offset up to i at which a word ends that can make a value
// something else than done: one of a target, an expectation or a plan; 0 without one. The
// sentence is looked through once, where each of its values asks.
func (c *context) intentBefore(i int) int {
	if !c.at.intended {
		c.at.intents, c.at.intended = zeros(c.at.intents, len(c.r)+1), true
		w := &c.words
		for k := 1; k <= len(c.r); k++ {
			c.at.intents[k] = c.at.intents[k-1]
			if w.Target.EndsAt(c.r, 0, k) > 0 || w.Expected.EndsAt(c.r, 0, k) > 0 || w.Plan.EndsAt(c.r, 0, k) > 0 {
				c.at.intents[k] = int32(k)
			}
		}
	}
	return int(c.at.intents[i])
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
func (c *context) insideToken(i int) bool { return c.s.InsideWord(i) }

// posAt is the part of speech of the word that begins at rune i, "" where none does.
func (c *context) posAt(i int) string {
	if t, ok := c.s.TokenAt(i); ok && t.Start == i {
		return t.Pos
	}
	return ""
}

// posBefore is the part of speech of the word that ends at rune i and begins at from or
// behind it, "" where none does.
func (c *context) posBefore(from, i int) string {
	if t, ok := c.s.TokenAt(max(i-1, 0)); ok && t.End == i && t.Start >= from {
		return t.Pos
	}
	return ""
}

// group is the clause group of rune i: how many semicolons stand before it.
func (c *context) group(i int) int { return int(c.at.groups[i]) }
