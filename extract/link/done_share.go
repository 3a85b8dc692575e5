package link

import (
	"github.com/qushu/qushu/extract/fact"
	"github.com/qushu/qushu/extract/mention"
	"github.com/qushu/qushu/extract/segment"
)

// doneShare names a percentage by the verb right behind it that ends its clause: the
// 复工率 of 企业率先100%复工.
func (c *context) doneShare(k int, r *reading, p phrase) (named, bool) {
	m := &c.ms[k]
	if m.Kind != mention.Percent || r.measure != "level" || r.m.Read > 0 {
		return named{}, false
	}
	end := m.End
	for t, ok := c.s.TokenAt(m.End); ok; t, ok = c.s.TokenAt(t.End) {
		if t.Start < m.End || t.Pos != "v" && t.Pos != "vn" && t.Pos != "d" && t.Pos != "ad" || segment.IsComma(c.r[t.Start]) {
			break
		}
		end = t.End
	}
	if n := end - m.End; n < 2 || n > maxDone || end < len(c.r) && !segment.IsComma(c.r[end]) && !segment.IsList(c.r[end]) {
		return named{}, false
	}
	if c.words.DoneVerb.EndsAt(c.r, m.End, end) == 0 {
		return named{}, false
	}
	of := ""
	if pos := c.posBefore(p.a, p.b); pos != "" && pos[0] == 'n' && c.actionIn(p.a, p.b) == "" {
		of = c.text(p.a, p.b)
	}
	return named{phrase: p, how: fact.Stated, heads: []string{of + c.text(m.End, end) + string(c.words.RateSuffix)}}, true
}

// maxDone is the longest such verb, in runes.
const maxDone = 6
