package panel

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/qushu/qushu/extract/fact"
)

// claim is a statement that is weighed against others of its cell.
type claim struct {
	*statement
	doc     *document
	extents []extent
	hedged  bool
	width   float64
	doubts  []string
}

func (c *reconciler) claim(s *statement) claim {
	x := claim{statement: s, doc: &c.docs[s.Doc], extents: s.extents(), doubts: s.doubtful()}
	x.width, x.hedged = openness(x.extents), s.Bound != "exact" && s.Bound != ""
	return x
}

// precise compares what figures leave open: a rounded one less than any hedge.
func precise(a, b *claim) int {
	switch {
	case a.hedged != b.hedged && b.hedged:
		return -1
	case a.hedged != b.hedged:
		return 1
	}
	const grain = 1e9 // of a width: what differs less was written alike
	if d := b.width - a.width; math.Abs(d)*grain > math.Abs(a.width)+math.Abs(b.width) {
		return -cmp.Compare(d, 0)
	}
	return 0
}

// criterion is a reason to put one claim before another.
type criterion struct {
	compare func(a, b *claim) int // below 0 where a goes first
	why     func(a, b *claim) string
}

// policy is the order in which claims rank: sound before damaged, then by the kind of
// document, later before earlier, precise before rounded, certain before uncertain.
// That an actual value goes before an expected one is settled by their rows.
var policy = []criterion{
	{func(a, b *claim) int { return cmp.Compare(len(a.doubts), len(b.doubts)) },
		func(_, b *claim) string { return b.damage() }},
	{func(a, b *claim) int { return cmp.Compare(weight[b.doc.source], weight[a.doc.source]) },
		func(a, b *claim) string {
			return fmt.Sprintf("%s goes before %s", kindName(a.doc.source), kindName(b.doc.source))
		}},
	{later, func(a, b *claim) string {
		return fmt.Sprintf("%s is later than %s", a.doc.published, b.doc.published)
	}},
	{precise, func(a, b *claim) string { return "the more precise figure goes first" }},
	{func(a, b *claim) int { return cmp.Compare(b.Confidence, a.Confidence) },
		func(a, b *claim) string { return "the more certain reading goes first" }},
}

func kindName(source string) string {
	if source == "" {
		return "other document"
	}
	return source
}

// later compares the days of publication where both are known.
func later(a, b *claim) int {
	if a.doc.published == "" || b.doc.published == "" {
		return 0
	}
	return strings.Compare(b.doc.published, a.doc.published)
}

// rank orders claims by the policy, then by where they stand.
func rank(a, b *claim) int {
	for _, c := range policy {
		if d := c.compare(a, b); d != 0 {
			return d
		}
	}
	return cmp.Or(aside(a)-aside(b), strings.Compare(a.doc.name, b.doc.name), cmp.Compare(a.Start, b.Start), strings.Compare(a.ID, b.ID))
}

// aside is 1 of what the document says elsewhere too: in a box, an abstract.
func aside(c *claim) int {
	if slices.Contains(strings.Split(c.Flags, ";"), fact.Repeated) {
		return 1
	}
	return 0
}

// because says why a ranks before b.
func because(a, b *claim) string {
	for _, c := range policy {
		if d := c.compare(a, b); d < 0 {
			return c.why(a, b)
		}
	}
	return "nothing tells which is right; listed as they stand"
}
