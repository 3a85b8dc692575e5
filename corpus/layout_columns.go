package corpus

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// A table that a text sets with bars, tabs or white space is found by its rows: lines
// that follow each other and are cut into as many cells, the first of which is a text and
// the others mostly figures.

// columns marks the rows of the tables among lines that no markup calls rows.
func (p *page) columns(lines []*line) {
	for _, l := range lines {
		l.parts = partsOf(l.text)
	}
	digit := 0 // the next line with one
	for i := 0; i < len(lines); {
		for digit = max(digit, i); digit < len(lines) && lines[digit].parts&hasDigit == 0; digit++ {
		}
		if digit-i >= probe {
			i++
			continue
		}
		i += max(p.block(lines, i), 1)
	}
	p.flattened(lines)
}

// probe is how many lines tell whether a table begins; it bounds what a line costs that
// begins none.
const probe = 16

// block marks the table whose first row is line i and returns how many lines it takes.
func (p *page) block(lines []*line, i int) int {
	for _, sep := range separators {
		if !p.mayBegin(lines[i], sep) {
			continue
		}
		b := p.blockAt(lines, i, sep, probe)
		if b == nil || !b.table(&p.words) {
			continue
		}
		if len(b.lines) > probe/2 {
			if b = p.blockAt(lines, i, sep, len(lines)); !b.table(&p.words) {
				continue
			}
		}
		b.mark(p)
		return len(b.lines)
	}
	return 0
}

// mayBegin reports whether a line can be the first of a table parted in that way: what
// commas or single spaces part must have a header.
func (p *page) mayBegin(l *line, sep separator) bool {
	if l.parts&sep.bit() == 0 {
		return false
	}
	switch sep {
	case byComma:
		return p.words.isHead(l.text[:strings.IndexByte(l.text, ',')])
	case byBlank:
		return !slices.ContainsFunc(strings.Fields(l.text), IsFigure)
	}
	return true
}

// block is lines that follow each other, cut into cells in one way.
type block struct {
	sep   separator
	lines []*line
	cells [][]Span // of each line, in its text
	looks [][]look
	heads int
}

// blockAt cuts the lines from i on for as long as each has two cells or more and the
// distance between them is that of the first two, at most so many.
func (p *page) blockAt(lines []*line, i int, sep separator, most int) *block {
	b := &block{sep: sep}
	framed := sep == byBar && begunByBars(lines[i:])
	for k := i; k < len(lines) && k-i < most; k++ {
		l := lines[k]
		if l.role != "" || l.cells != nil || k > i && (l.gap > 2 || k > i+1 && l.gap != lines[k-1].gap) {
			break
		}
		if k > i && l.parts&onlyRule != 0 {
			b.add(l, nil)
			continue
		}
		if l.parts&sep.bit() == 0 {
			break
		}
		cells := sep.cut(l, framed)
		if sep == byTab && cells != nil {
			cells = append(make([]Span, p.tabsBefore(l)), cells...)
		}
		if len(cells) < 2 || len(cells) > mostCells || sep >= byComma && speaks(l.text) {
			break
		}
		if len(b.lines) > 1 && sep >= byComma && !b.fits(len(cells)) {
			break
		}
		b.add(l, cells)
		if n := len(b.looks) - 1; n > 0 && l.gap > 1 && !holdsLook(b.looks[n:], figureCell) && holdsLook(b.looks[:n], figureCell) {
			b.drop(n) // the header of another table, set apart from this one
			break
		}
	}
	for n := len(b.lines); n > 0 && b.cells[n-1] == nil; n-- {
		b.drop(n - 1)
	}
	if len(b.lines) == 0 || b.cells[0] == nil {
		return nil
	}
	return b
}

// begunByBars reports whether the first two lines begin with bars: those of a frame.
func begunByBars(lines []*line) bool {
	for _, l := range lines[:min(2, len(lines))] {
		if r, _ := utf8.DecodeRuneInString(l.text); !isBar(r) {
			return false
		}
	}
	return true
}

// tabsBefore is how many tabs stand before the text of a line: cells left empty.
func (p *page) tabsBefore(l *line) (n int) {
	for i := l.start(); i > 0 && n < mostCells; i-- {
		switch p.text[i-1] {
		case '\t':
			n++
		case ' ', '\r':
		default:
			return n
		}
	}
	return n
}

// speaks reports whether a line has the marks of a sentence.
func speaks(s string) bool {
	return strings.ContainsAny(s, "。；，！？《》“”") || ended(s)
}

// drop cuts the block to its first n lines.
func (b *block) drop(n int) {
	b.lines, b.cells, b.looks = b.lines[:n], b.cells[:n], b.looks[:n]
}

func holdsLook(ls [][]look, want look) bool {
	return slices.ContainsFunc(ls, func(l []look) bool { return slices.Contains(l, want) })
}

// fits reports whether a row of n cells goes with the rows so far: as many cells as one
// of the two last rows, but for what a header lacks above the stub.
func (b *block) fits(n int) bool {
	last := 0
	for k := len(b.cells) - 1; k >= 0 && last == 0; k-- {
		last = len(b.cells[k])
	}
	return n == last || len(b.cells) <= mostHeads && n-last <= 2 && last-n <= 2
}

func (b *block) add(l *line, cells []Span) {
	var ls []look
	for _, c := range cells {
		ls = append(ls, lookOf(l.text[c.Start:c.End]))
	}
	b.lines, b.cells, b.looks = append(b.lines, l), append(b.cells, cells), append(b.looks, ls)
}

// mark makes table rows of the lines.
func (b *block) mark(p *page) {
	p.tableCount++
	for r, l := range b.lines {
		l.is(Table, "cells")
		l.table, l.cell = p.tableCount, len(b.cells[r])
		if b.cells[r] == nil {
			l.is(Nav, "no words")
			continue
		}
		for k, c := range b.cells[r] {
			x := cell{at: c, row: r}
			if k == 0 {
				x.indent = l.indent + columns(l.text[:c.Start])
			}
			l.cells = append(l.cells, x)
		}
	}
	if b.sep == byWide {
		b.align()
	}
}
