package corpus

import (
	"fmt"
	"strings"
)

// assemble makes text, pieces and blocks of the lines. Between two lines stands the
// white space that the file has there, or a line break where it has none.
func (p *page) assemble(d *Document) {
	a := &assembler{from: p.flat}
	a.text.Grow(len(p.text))
	last := 0
	starts := make([]int, len(p.lines))
	for i, l := range p.lines {
		p.blank(a, d, last, l, i == 0)
		at := a.text.Len()
		starts[i] = at
		why := ""
		for k, s := range l.segs {
			if k > 0 && l.place == anywhere {
				why = p.jump(l.segs[k-1].at.End, s.at.Start)
			}
			a.add(s, why)
		}
		d.Blocks = append(d.Blocks, Block{Span{at, a.text.Len()}, l.role, l.why, l.level})
		p.spread(l, Span{at, a.text.Len()})
		last = l.end()
	}
	p.tail(a, d, last)
	d.Warnings = append(d.Warnings, mended(p.lines)...)
	d.Text, d.Pieces = a.text.String(), a.pieces
	d.Posts = written(p.posts)
	p.tables(d, starts)
}

// jump says why the text of a line goes on at another place of the file than where it
// stopped, or "" where it does not.
func (p *page) jump(from, to int) string {
	switch {
	case from == to:
		return ""
	case from < to && strings.TrimFunc(p.text[from:to], isSpace) == "":
		return "a line break in the paragraph was left out"
	}
	return "the layout was mended"
}

// blank puts the white space before a line.
func (p *page) blank(a *assembler, d *Document, last int, l *line, first bool) {
	at := a.text.Len()
	between := ""
	if last <= l.start() {
		between = p.text[last:l.start()]
	}
	switch {
	case between != "" && strings.TrimFunc(between, isSpace) == "" && (first || l.place == anywhere):
		a.add(seg{Span{last, l.start()}, between, true}, "")
	case !first:
		a.add(seg{Span{last, last}, "\n", false}, "")
	}
	p.close(a, d, at)
}

// tail puts the white space at the end.
func (p *page) tail(a *assembler, d *Document, last int) {
	at := a.text.Len()
	if rest := p.text[last:]; rest != "" && strings.TrimFunc(rest, isSpace) == "" {
		a.add(seg{Span{last, len(p.text)}, rest, true}, "")
	}
	p.close(a, d, at)
}

// close makes a block of the white space put since at.
func (p *page) close(a *assembler, d *Document, at int) {
	if end := a.text.Len(); end > at {
		d.Blocks = append(d.Blocks, Block{Span: Span{at, end}, Role: Blank})
	}
}

// Clean is the text that is read for facts: the kept blocks, one a line.
func (d *Document) Clean() string {
	var b strings.Builder
	b.Grow(len(d.Text) + 1)
	for _, k := range d.Blocks {
		if k.Kept() {
			b.WriteString(d.Text[k.Span.Start:k.Span.End])
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// mended says how much of the layout was put right.
func mended(lines []*line) (warnings []string) {
	joined, turned := 0, 0
	for _, l := range lines {
		switch {
		case strings.HasPrefix(l.why, joinedWhy):
			joined++
		case l.why == turnedWhy:
			turned++
		}
	}
	if joined > 0 {
		warnings = append(warnings, fmt.Sprintf("%d broken paragraphs were joined", joined))
	}
	if turned > 0 {
		warnings = append(warnings, fmt.Sprintf("%d lines of side boxes stood in reverse order and were turned", turned))
	}
	return warnings
}
