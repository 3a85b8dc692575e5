package corpus

import "strings"

// flat is a whole file as UTF-8, before anything is left out or moved.
type flat struct {
	text     string
	pieces   []Piece
	encoding string
	warnings []string
}

// seg is a stretch of the flat text that goes into the document: as it stands, or
// with another text in its place (an entity, collapsed white space, a separator).
type seg struct {
	at   Span
	text string
	same bool // text is the flat text at at
}

// assembler puts a document's text together from segments of the flat text.
type assembler struct {
	from   *flat
	text   strings.Builder
	pieces []Piece
}

// add appends a segment. The reason why it does not follow its neighbour in the file
// is kept with its first piece.
func (a *assembler) add(s seg, why string) {
	if s.text == "" {
		return
	}
	at := a.text.Len()
	a.text.WriteString(s.text)
	if !s.same {
		q := Piece{Span{at, at + len(s.text)}, a.raw(s.at), len(s.text), 0, why}
		q.RawStep = q.Raw.Len()
		a.pieces = push(a.pieces, q)
		return
	}
	for _, p := range within(a.from.pieces, s.at) {
		p = p.cut(s.at)
		p.Text = Span{at, at + p.Text.Len()}
		p.Why, why = why, ""
		a.pieces = push(a.pieces, p)
		at = p.Text.End
	}
}

// raw is the stretch of the file from the first to the last byte of a flat span.
func (a *assembler) raw(s Span) Span {
	if s.Len() == 0 {
		o := 0
		if ps := within(a.from.pieces, Span{max(s.Start-1, 0), s.Start + 1}); len(ps) > 0 {
			o = ps[0].rawStart(min(max(s.Start, ps[0].Text.Start), ps[0].Text.End))
		}
		return Span{o, o}
	}
	ps := within(a.from.pieces, s)
	return Span{ps[0].cut(s).Raw.Start, ps[len(ps)-1].cut(s).Raw.End}
}
