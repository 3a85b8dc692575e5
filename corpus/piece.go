package corpus

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// Piece is a run of text cut from one run of raw bytes. Within a piece the text and
// the raw bytes advance in equal steps: TextStep bytes of UTF-8 for each RawStep
// bytes of the file (3 and 2 for Han characters in GB18030; 1 and 1 wherever the
// bytes are the same). A piece with a step as long as itself is one indivisible
// unit, such as an HTML entity. A RawStep of 0 is a separator put in by the reader, for
// which no byte of the file stands.
type Piece struct {
	Text, Raw         Span
	TextStep, RawStep int
	Why               string // why the bytes before this piece were left out or moved, or ""
}

// rawStart maps the text offset o, at a step boundary or inside a step, to the raw
// offset where that step begins.
func (p Piece) rawStart(o int) int {
	return p.Raw.Start + (o-p.Text.Start)/p.TextStep*p.RawStep
}

// rawEnd maps the text offset o to the raw offset where the step that ends at or
// after o ends.
func (p Piece) rawEnd(o int) int {
	return p.Raw.Start + (o-p.Text.Start+p.TextStep-1)/p.TextStep*p.RawStep
}

// cut is the part of the piece that makes the text span s, which overlaps it.
func (p Piece) cut(s Span) Piece {
	a, b := max(s.Start, p.Text.Start), min(s.End, p.Text.End)
	p.Text, p.Raw = Span{a, b}, Span{p.rawStart(a), p.rawEnd(b)}
	return p
}

// follows reports whether q goes on where p ends, so that both are one piece.
func (p Piece) follows(q Piece) bool {
	return p.Text.End == q.Text.Start && p.Raw.End == q.Raw.Start && q.Why == "" &&
		p.TextStep == q.TextStep && p.RawStep == q.RawStep
}

// push adds q to the pieces, as a part of the last one where it goes on from it.
func push(pieces []Piece, q Piece) []Piece {
	if n := len(pieces); n > 0 && pieces[n-1].follows(q) {
		pieces[n-1].Text.End, pieces[n-1].Raw.End = q.Text.End, q.Raw.End
		return pieces
	}
	return append(pieces, q)
}

// within returns the pieces that overlap s, from the first to behind the last.
func within(pieces []Piece, s Span) []Piece {
	i := sort.Search(len(pieces), func(i int) bool { return pieces[i].Text.End > s.Start })
	j := i
	for j < len(pieces) && pieces[j].Text.Start < s.End {
		j++
	}
	return pieces[i:j]
}

// Raw returns the raw bytes a span of the text was cut from: one span where they
// stand together, but for a space that was taken off a figure; several, in the order of
// the text, where the layout was mended. Separators that no byte of the file stands for,
// such as the tab between two cells of an HTML table, have no part in it.
func (d *Document) Raw(s Span) []Span {
	var out []Span
	for _, p := range within(d.Pieces, s) {
		r := p.cut(s).Raw
		if r.Len() == 0 {
			continue
		}
		if n := len(out); n > 0 && (out[n-1].End == r.Start || d.onlySpace(Span{out[n-1].End, r.Start})) {
			out[n-1].End = r.End
		} else {
			out = append(out, r)
		}
	}
	return out
}

// onlySpace reports whether raw bytes are one space.
func (d *Document) onlySpace(raw Span) bool {
	if raw.Len() <= 0 || raw.Len() > len("&nbsp;") || raw.End > len(d.Source.Data) {
		return false
	}
	r, n := utf8.DecodeRuneInString(d.Decode(raw))
	return n > 0 && n == len(d.Decode(raw)) && narrow(r)
}

// Decode is what raw bytes say in the encoding of the document.
func (d *Document) Decode(raw Span) string {
	read := next[d.Source.Encoding]
	data := d.Source.Data[raw.Start:raw.End]
	if read == nil {
		return string(data)
	}
	var b strings.Builder
	for len(data) > 0 {
		s, n := read(data)
		b.WriteString(s)
		data = data[n:]
	}
	return b.String()
}
