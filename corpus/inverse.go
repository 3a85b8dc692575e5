package corpus

import (
	"cmp"
	"slices"
	"sort"
)

// Inverse finds the text that bytes of the raw file became: the way back from the spans
// of facts.
type Inverse struct{ byRaw []Piece }

// Inverse prepares the way back.
func (d *Document) Inverse() Inverse {
	v := Inverse{make([]Piece, 0, len(d.Pieces))}
	for _, p := range d.Pieces {
		if p.Raw.Len() > 0 {
			v.byRaw = append(v.byRaw, p)
		}
	}
	slices.SortStableFunc(v.byRaw, func(a, b Piece) int { return cmp.Compare(a.Raw.Start, b.Raw.Start) })
	return v
}

// Text is the span of the text that a span of raw bytes became, and whether there is
// one. Where its bytes stand in another order in the text it is the longest stretch of
// them that follow one another.
func (v Inverse) Text(raw Span) (Span, bool) {
	i := sort.Search(len(v.byRaw), func(i int) bool { return v.byRaw[i].Raw.End > raw.Start })
	var best, now Span
	for ; i < len(v.byRaw) && v.byRaw[i].Raw.Start < raw.End; i++ {
		s := v.byRaw[i].textOf(raw)
		if now.Len() == 0 || s.Start < now.End || s.Start > now.End+1 {
			now = s
		} else {
			now.End = s.End
		}
		if now.Len() > best.Len() {
			best = now
		}
	}
	return best, best.Len() > 0
}

// textOf is the part of the piece's text that the raw bytes made, in whole steps.
func (p Piece) textOf(raw Span) Span {
	a, b := max(raw.Start, p.Raw.Start)-p.Raw.Start, min(raw.End, p.Raw.End)-p.Raw.Start
	return Span{p.Text.Start + a/p.RawStep*p.TextStep, p.Text.Start + (b+p.RawStep-1)/p.RawStep*p.TextStep}
}
