package corpus

import "sort"

// Piece is a run of text cut from one run of raw bytes. Within a piece the text and
// the raw bytes advance in equal steps: TextStep bytes of UTF-8 for each RawStep
// bytes of the file (3 and 2 for Han characters in GB18030; 1 and 1 wherever the
// bytes are the same). A piece with a step as long as itself is one indivisible
// unit, such as an HTML entity.
type Piece struct {
	Text, Raw         Span
	TextStep, RawStep int
	Why               string // why the bytes before this piece were left out or moved, or ""
}

// rawStart maps the text offset o, at a step boundary or inside a step, to the raw
// offset where that step begins.
func (p Piece) rawStart(o int) int {
	if p.TextStep == p.RawStep {
		return p.Raw.Start + o - p.Text.Start
	}
	return p.Raw.Start + (o-p.Text.Start)/p.TextStep*p.RawStep
}

// rawEnd maps the text offset o to the raw offset where the step that ends at or
// after o ends.
func (p Piece) rawEnd(o int) int {
	if p.TextStep == p.RawStep {
		return p.Raw.Start + o - p.Text.Start
	}
	return p.Raw.Start + (o-p.Text.Start+p.TextStep-1)/p.TextStep*p.RawStep
}

// Raw returns the raw bytes a span of the text was cut from: one span where they
// stand together, several, in the order of the text, where the layout was mended.
func (d *Document) Raw(s Span) []Span {
	i := sort.Search(len(d.Pieces), func(i int) bool { return d.Pieces[i].Text.End > s.Start })
	var out []Span
	for ; i < len(d.Pieces) && d.Pieces[i].Text.Start < s.End; i++ {
		p := d.Pieces[i]
		r := Span{p.rawStart(max(s.Start, p.Text.Start)), p.rawEnd(min(s.End, p.Text.End))}
		if n := len(out); n > 0 && out[n-1].End == r.Start {
			out[n-1].End = r.End
		} else {
			out = append(out, r)
		}
	}
	return out
}
