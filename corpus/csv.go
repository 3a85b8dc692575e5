package corpus

import (
	"strings"
)

// csvSample is how many lines tell whether a text is a table of separated values.
const csvSample = 50

// csvComma is the separator of a text of separated values (RFC 4180), or 0 where it is
// none: of tab, comma and semicolon the one that cuts each of the first lines into the
// same number of fields, two or more. A text with the stops of sentences is none unless
// it is named so.
func csvComma(name, text string) byte {
	head := text
	for i, n := 0, 0; i < len(text); i++ {
		if text[i] == '\n' {
			if n++; n == csvSample {
				head = text[:i]
				break
			}
		}
	}
	lower := strings.ToLower(name)
	named := strings.HasSuffix(lower, ".csv") || strings.HasSuffix(lower, ".tsv")
	if !named && (strings.Contains(head, "。") || strings.Contains(head, "，")) {
		return 0
	}
	for _, comma := range []byte("\t,;") {
		if even(head, comma, named) {
			return comma
		}
	}
	return 0
}

// even reports whether a separator cuts every line into the same number of fields; of
// a file that is not named as a table three lines of three fields are asked.
func even(text string, comma byte, named bool) bool {
	fields, lines := 0, 0
	for i := 0; i < len(text); {
		row, next := csvRow(text, i, comma)
		i = next
		if len(row) == 1 && row[0].Len() == 0 {
			continue
		}
		if named && len(row) == 1 { // its title
			continue
		}
		if fields == 0 {
			fields = len(row)
		}
		if len(row) != fields {
			return false
		}
		lines++
	}
	if named {
		return fields >= 2
	}
	return fields >= 3 && lines >= 3
}

// csvRow are the fields of the row that begins at i, quotes and all, and where the next
// row begins.
func csvRow(text string, i int, comma byte) ([]Span, int) {
	var row []Span
	start, quoted := i, false
	for ; i < len(text); i++ {
		switch c := text[i]; {
		case c == '"' && (quoted || i == start || text[i-1] == '"'):
			quoted = !quoted
		case quoted:
		case c == comma:
			row = append(row, Span{start, i})
			start = i + 1
		case c == '\n' || c == '\r':
			row = append(row, Span{start, i})
			if c == '\r' && i+1 < len(text) && text[i+1] == '\n' {
				i++
			}
			return row, i + 1
		}
	}
	return append(row, Span{start, i}), i
}

// readCSV makes a table row of each row, a tab between its cells.
func (p *page) readCSV(comma byte) {
	for i := 0; i < len(p.text); {
		row, next := csvRow(p.text, i, comma)
		i = next
		segs := p.rowSegs(row)
		l := (&line{gap: 1, place: article}).part(segs)
		if l == nil {
			continue
		}
		l.table = 1
		if l.cell = len(row); strings.Contains(l.text, "\t") {
			l.cells = tabbed(l, segs, make([]cell, len(row)))
			for k := range l.cells {
				l.cells[k].row = len(p.lines)
			}
		}
		p.lines = append(p.lines, l)
	}
	p.classify()
}

// rowSegs are the segments of a row: fields without their quotes, a doubled quote
// standing for one.
func (p *page) rowSegs(row []Span) []seg {
	var out []seg
	for k, f := range row {
		if k > 0 {
			out = append(out, seg{Span{f.Start, f.Start}, "\t", false})
		}
		if f.Len() >= 2 && p.text[f.Start] == '"' && p.text[f.End-1] == '"' {
			out = append(out, p.unquote(Span{f.Start + 1, f.End - 1})...)
		} else if f.Len() > 0 {
			out = append(out, seg{f, p.text[f.Start:f.End], true})
		}
	}
	return trimCells(out)
}

// unquote cuts the inside of a quoted field at doubled quotes and line breaks.
func (p *page) unquote(s Span) []seg {
	var out []seg
	start := s.Start
	keep := func(end int) {
		if end > start {
			out = append(out, seg{Span{start, end}, p.text[start:end], true})
		}
	}
	for i := s.Start; i < s.End; i++ {
		n, as := 1, ""
		switch c := p.text[i]; {
		case c == '"' && i+1 < s.End && p.text[i+1] == '"':
			n, as = 2, `"`
		case c == '\n' || c == '\r' || c == '\t':
			as = " "
		default:
			continue
		}
		keep(i)
		out = append(out, seg{Span{i, i + n}, as, false})
		i += n - 1
		start = i + 1
	}
	keep(s.End)
	return out
}
