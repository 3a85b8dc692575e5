package link

import (
	"slices"
	"strings"

	"github.com/qushu/qushu/extract/segment"
)

// knownEnds are the ends of the last head of a list that make known indicators of its
// other parts.
type knownEnds struct {
	c    *context
	last string
	// barred are the lengths of the other parts that the last head begins with: what
	// stands behind would make the last head of them once more.
	barred map[int]bool
}

// maxEnd is more than the bytes of any such end.
const maxEnd = 60

func (c *context) knownEnds(parts [][2]int) knownEnds {
	n := len(parts) - 1
	e := knownEnds{c: c, last: c.text(parts[n][0], parts[n][1]), barred: map[int]bool{}}
	for _, p := range parts[:n] {
		if text := c.text(p[0], p[1]); strings.HasPrefix(e.last, text) {
			e.barred[len(text)] = true
		}
	}
	return e
}

// of is what the last head lends to a part: the usual end where that makes a known
// indicator, else the longest that does, the 产业增加值 of 第三产业增加值 for 第一 and the
// 保险参保率 of 医疗保险参保率 for 养老, else the usual one.
func (e knownEnds) of(part, usual string) string {
	if usual != "" && e.fits(part+usual) {
		return usual
	}
	for i := range e.last {
		if i > 0 && len(e.last)-i <= maxEnd && !e.barred[i] && e.fits(part+e.last[i:]) {
			return e.last[i:]
		}
	}
	return usual
}

// fits reports whether a name is that of one known indicator; 存贷款余额 names two.
func (e knownEnds) fits(name string) bool {
	_, ok := e.c.known.Find(name)
	return ok && !slices.ContainsFunc(e.c.pairs, func(p Pair) bool { return strings.Contains(name, p.Word) })
}

// isOne reports whether a name with joining words is that of one known indicator; one with
// list marks must be written as the table has it, for 存、贷款余额 are two.
func (c *context) isOne(name string) bool {
	k, ok := c.known.Find(name)
	return ok && (!strings.ContainsFunc(name, segment.IsList) || slices.Contains(k.Names, name))
}
