package corpus

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// extracted is the text taken out of a format that is none: what offsets of such a
// document count in.
type extracted struct {
	text    strings.Builder
	lines   []passage
	tables  int             // how many tables were begun
	wrapped bool            // lines are those of a page, not paragraphs
	edges   map[int]setting // of a page: where the cells of the row of a line stand
	title   string

	warnings []string
}

// passage is a line of an extracted text, with where it stood.
type passage struct {
	span  Span
	place string   // as a locator: "paragraph 12", "sheet 收入, row 4", "page 3, box …"
	cells []placed // of a table row; nil for others
	table int      // the number of the table it stands in, from 1; 0 in none
	level int      // of a heading, else 0
	role  Role     // of furniture, else ""

	indent, gap int  // as of a line of text, for the lines of a page
	full        bool // reaches the right edge of its column
}

// placed is a stretch of the text with the place it stood at.
type placed struct {
	span   Span
	place  string
	cols   int  // of a cell: how many columns it takes
	up     bool // of a cell: it goes on the one above
	indent int  // of a cell
}

// field is a cell of a row as its format gives it, with its place in words.
type field struct {
	text, place string
	cols        int  // how many columns it takes; 0 is 1
	up          bool // it is merged with the cell above
}

// Place is where a stretch of a document stands in its file, in words that find it there:
// a paragraph, a page and box, a sheet and cell; of a text or page the cell of a table.
type Place struct {
	Raw     Span
	Locator string
}

// Locator is the place of a raw offset, "" where the offset says it all.
func (d *Document) Locator(raw int) string {
	i := sort.Search(len(d.Places), func(i int) bool { return d.Places[i].Raw.End > raw })
	if i < len(d.Places) && d.Places[i].Raw.Start <= raw {
		return d.Places[i].Locator
	}
	return ""
}

// line adds a paragraph or a heading.
func (x *extracted) line(text, place string, level int) {
	if text = oneLine(text); text == "" {
		return
	}
	x.lines = append(x.lines, passage{span: x.put(text), place: place, level: level})
	x.text.WriteByte('\n')
}

// across adds a line that is set across the table that is being read: a title, a unit.
func (x *extracted) across(text, place string) {
	n := len(x.lines)
	if x.line(text, place, 0); len(x.lines) > n {
		x.lines[n].table = x.tables
	}
}

// row adds the cells of a table row, a tab between them.
func (x *extracted) row(cells []field) {
	start := x.text.Len()
	var in []placed
	for i, c := range cells {
		if i > 0 {
			x.text.WriteByte('\t')
		}
		text := oneLine(c.text)
		in = append(in, placed{span: x.put(text), place: c.place, cols: c.cols, up: c.up && text == "", indent: leading([]seg{{text: c.text}})})
	}
	x.lines = append(x.lines, passage{span: Span{start, x.text.Len()}, cells: in, table: x.tables})
	x.text.WriteByte('\n')
}

func (x *extracted) put(text string) Span {
	at := x.text.Len()
	x.text.WriteString(text)
	return Span{at, x.text.Len()}
}

// oneLine is valid UTF-8 on one line, without white space around it.
func oneLine(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\r' || r == '\t' || r == 0 || r == 0x2028 || r == 0x2029:
			return ' '
		case r == utf8.RuneError:
			return '\uFFFD'
		}
		return r
	}, s)
	return strings.TrimFunc(s, isSpace)
}

// flat is the extracted text as the file that it is read as.
func (x *extracted) flat() *flat {
	text := x.text.String()
	f := &flat{text: text, encoding: utf8Name, warnings: x.warnings}
	if text != "" {
		all := Span{0, len(text)}
		f.pieces = []Piece{{Text: all, Raw: all, TextStep: 1, RawStep: 1}}
	}
	return f
}

// readExtracted gives every line of an extracted text its role.
func (p *page) readExtracted(x *extracted) {
	p.meta.Title = x.title
	for row, o := range x.lines {
		l := (&line{gap: 1, place: article}).part([]seg{{o.span, p.text[o.span.Start:o.span.End], true}})
		if l == nil {
			continue
		}
		l.table = o.table
		if l.cell = len(o.cells); l.cell < 2 {
			l.cell = 0
		} else {
			l.cells = o.grid(row, l)
			if s, ok := x.edges[row]; ok && len(s.cells) < len(s.columns) {
				l.cells = spread(l.cells, s.cells, s.columns)
			}
		}
		if o.level > 0 {
			l.is(Heading, "style: heading")
			l.level = o.level
		}
		if o.role != "" {
			l.is(o.role, edgeWhy)
		}
		if x.wrapped {
			l.place, l.indent, l.gap, l.full = anywhere, o.indent, o.gap, o.full
		}
		p.lines = append(p.lines, l)
	}
	p.tableCount = x.tables
	p.columns(p.lines)
	if x.wrapped {
		p.lines = joinFull(p.lines)
	}
	p.classify()
}

// grid is the cells of a row as they stand in its line.
func (o *passage) grid(row int, l *line) []cell {
	var out []cell
	for _, c := range o.cells {
		n := cell{row: row, cols: c.cols, up: c.up, indent: c.indent}
		if c.span.Len() > 0 {
			n.at = Span{c.span.Start - l.start(), c.span.End - l.start()}
		}
		out = append(out, n)
	}
	return out
}

// places lists where the lines and cells of the text stand, in order.
func (x *extracted) places() []Place {
	var out []Place
	for _, o := range x.lines {
		for _, c := range o.cells {
			if c.span.Len() > 0 {
				out = append(out, Place{c.span, c.place})
			}
		}
		if o.cells == nil {
			out = append(out, Place{o.span, o.place})
		}
	}
	return out
}
