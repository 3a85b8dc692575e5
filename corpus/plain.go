package corpus

// Plain makes a document of a text that is all body: nothing is taken for furniture and
// no layout is mended, so that every offset is one of the text. Its tables are found; d is
// nil where it has none.
func Plain(path, text string, w Words) (d *Document) {
	if text == "" {
		return nil
	}
	all := Span{0, len(text)}
	p := &page{flat: &flat{text: text, pieces: []Piece{{Text: all, Raw: all, TextStep: 1, RawStep: 1}}, encoding: utf8Name}, words: w}
	p.lines = p.flat.cut(all)
	p.columns(p.lines)
	for _, l := range p.lines {
		if l.role == "" {
			l.is(Body, "")
		}
	}
	d = &Document{Source: Source{Path: path, Data: []byte(text), Size: len(text), Format: "text", Encoding: utf8Name}}
	p.assemble(d)
	if len(d.Tables) == 0 {
		return nil
	}
	d.Places = d.cellPlaces()
	return d
}
