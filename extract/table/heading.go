package table

import (
	"slices"
	"sort"
	"strings"

	"github.com/qushu/qushu/extract/segment"
	"github.com/qushu/qushu/normalize/number"
)

// heading is what the labels over a column, or those before a row, say together.
type heading struct {
	name    string
	unit    string
	times   []timeRef
	area    string
	subject string
	measure string
	scope   string
	basis   string
	status  string
	sum     bool
	speed   string // of a place: the 增速 that it is a place of
	role    role
}

// add joins what a label says to the heading, the outer label first. What heads the
// cells of a stub says what they are and names nothing.
func (g *grid) add(h *heading, l *label, stub bool) {
	role := l.role
	if !stub && (role == areas || role == bodies) {
		role = named
	}
	if role != named {
		h.role = role
	}
	switch {
	case role != named:
	case l.speed:
		h.speed = l.name
	case l.area:
		h.area = l.name
	case l.name != "":
		h.name = g.compose(h.name, l.name)
	}
	h.area = first(l.place, h.area)
	h.times = append(h.times, l.times...)
	h.sum = h.sum || l.sum
	for _, f := range []struct{ to, from *string }{{&h.unit, &l.unit}, {&h.measure, &l.measure}, {&h.scope, &l.scope}, {&h.basis, &l.basis}, {&h.status, &l.status}} {
		if *f.from != "" {
			*f.to = *f.from
		}
	}
}

// isHead reports whether a name ends in a noun for what is measured: 收入, 产量.
func (g *grid) isHead(name string) bool {
	r := segment.FoldString(name)
	return g.words.Head.EndsAt(r, 0, len(r)) > 0
}

// longName is the longest name that is made longer, in bytes.
const longName = 240

// sameHead reports whether the inner name says no more than what the outer one ends in:
// the 产量 of 发电量.
func (g *grid) sameHead(outer, inner string) bool {
	a, b := segment.FoldString(outer), segment.FoldString(inner)
	return g.words.Head.Is(b) && g.words.Head.EndsAt(a, 0, len(a)) > 0 && a[len(a)-1] == b[len(b)-1]
}

// compose makes one name of two, an outer and an inner one: 粮食 and 产量 are 粮食产量, 居民
// 人均可支配收入 and 城镇 are 城镇居民人均可支配收入.
func (g *grid) compose(outer, inner string) string {
	switch {
	case len(outer) > longName:
		return outer
	case outer == "" || strings.HasPrefix(inner, outer) || strings.HasSuffix(inner, outer):
		return inner
	case inner == "" || strings.HasSuffix(outer, inner) || strings.HasPrefix(outer, inner):
		return outer
	case g.words.Behind.BeginsAt(segment.FoldString(inner), 0) > 0:
		return outer + inner
	case g.words.Part.Is(segment.FoldString(inner)), g.isHead(outer) && !g.isHead(inner):
		return inner + outer
	case g.sameHead(outer, inner):
		return outer
	}
	return outer + inner
}

// readTitle reads the line that names the table, and its unit.
func (g *grid) readTitle() {
	text := g.read.Doc.Text
	if s := g.Unit; s.Len() > 0 {
		for _, u := range strings.FieldsFunc(text[s.Start:s.End], func(r rune) bool { return segment.IsList(r) || r == '/' }) {
			if u = g.unitOf(segment.FoldString(u)); u != "" {
				g.units = append(g.units, u)
			}
		}
		if u := g.unitOf(segment.FoldString(text[s.Start:s.End])); u != "" {
			g.units = []string{u}
		}
	}
	all := g.read.Sentences
	si := sort.Search(len(all), func(i int) bool { return all[i].Span.End >= g.Title.End })
	if g.Title.Len() > 0 && si < len(all) && all[si].Span.Contains(g.Title) {
		g.caption = g.captionOf(si)
	}
}

// captionOf reads the title as a label. Its mentions are those of the sentence that it is
// or begins.
func (g *grid) captionOf(si int) *label {
	s := g.part(si, g.Title)
	l := &label{sentence: si}
	from, _ := slices.BinarySearch(g.read.Sentences[si].Off, g.Title.Start)
	for k, m := range g.read.Mentions[si] {
		if m.Start >= from && m.End <= from+len(s.Runes) {
			if l.mentions == nil {
				l.at = k
			}
			shift(&m, -from)
			l.mentions = append(l.mentions, m)
		}
	}
	g.readLabel(l, s.Runes)
	if r := g.captionName(l.text); g.isArea(r) {
		l.name = ""
	} else {
		l.name = string(r)
	}
	return l
}

// captionName is what a title names besides the number of the table, areas, and words as
// 主要指标 and 情况.
func (g *grid) captionName(r []rune) []rune {
	for n := 1; n > 0 && len(r) > 0; r = r[n:] {
		if n = g.words.Caption.BeginsAt(r, 0); n > 0 {
			for n < len(r) && (number.IsDigit(r[n]) || r[n] == '-' || r[n] == '.' || r[n] == ':') {
				n++
			}
		} else if e, ok := g.scanner.Periods.Scan(r); ok {
			n = e.N
		} else if m := g.gazetteer.At(r, 0); m.N > 0 && !m.Weak {
			n = m.N
		} else {
			n = max(g.gazetteer.Pattern(r, 0), g.words.OwnArea.BeginsAt(r, 0))
		}
	}
	for n := 1; n > 0 && len(r) > 0; r = r[:len(r)-n] {
		n = max(g.words.Caption.EndsAt(r, 0, len(r)), g.words.Of.EndsAt(r, 0, len(r)))
	}
	return r
}
