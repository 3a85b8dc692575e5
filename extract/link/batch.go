package link

import (
	"strings"

	"github.com/qushu/qushu/extract/segment"
)

// isTurn reports whether a phrase is the number of a batch and nothing else: 第二批.
func (c *context) isTurn(p phrase) bool {
	return c.turnAt(c.r[p.a:p.b]) == p.b-p.a
}

// turnAt is the length of the number of a batch that ends a text: the 第一批 of 通办事项第一批.
func (c *context) turnAt(r []rune) int {
	n := c.words.Turn.EndsAt(r, 0, len(r))
	if n == 0 {
		return 0
	}
	for i := len(r) - n - 1; i >= 0 && len(r)-i <= maxNumber; i-- {
		if c.words.Ordinal.BeginsAt(r, i) > 0 {
			return len(r) - i
		}
	}
	return 0
}

// maxNumber is the longest number of a batch, in runes.
const maxNumber = 5

// nextTurn completes the number of a batch by what the batch before was one of: behind
// 通办事项第一批69项， 第二批 is 通办事项第二批.
func (c *context) nextTurn(n named, p phrase) (named, bool) {
	if len(c.heads) == 0 {
		return n, false
	}
	last := c.heads[len(c.heads)-1]
	r := []rune(strings.TrimPrefix(last.text, last.verb))
	r = r[:len(r)-c.turnAt(segment.FoldString(string(r)))]
	n.heads, n.verb = []string{last.verb + string(r) + c.text(p.a, p.b)}, last.verb
	return n, true
}
