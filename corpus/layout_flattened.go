package corpus

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// A table whose cells stand one a line, or all on one line, is found by its period: the
// looks of its cells come again after each row.

const (
	mostFlat   = 12 // columns of such a table
	leastFlat  = 6  // cells
	longFlat   = 24 // characters of a cell
	mostSkip   = 4  // cells on a line before the table: its title
	provenRows = 4  // after as many without a figure in the last column there is no table
)

// flattened marks the tables among the lines that stand all on one line or with a cell a
// line.
func (p *page) flattened(lines []*line) {
	for i := 0; i < len(lines); {
		if p.oneLine(lines[i]) {
			i++
			continue
		}
		i += max(p.cellLines(lines[i:]), 1)
	}
}

// oneLine marks a line that holds a whole table, its cells parted by white space.
func (p *page) oneLine(l *line) bool {
	if l.role != "" || l.cells != nil || len(l.text) > longRow || strings.ContainsAny(l.text, "。；，") {
		return false
	}
	spans := byBlank.cut(l, false)
	if len(spans) < leastFlat {
		return false
	}
	var cells []string
	for _, s := range spans {
		cells = append(cells, l.text[s.Start:s.End])
	}
	skip, width, rows := p.period(cells)
	if rows == 0 || skip > mostSkip {
		return false
	}
	p.tableCount++
	l.is(Table, "cells")
	l.table, l.cell = p.tableCount, width
	for i, s := range spans[skip : skip+width*rows] {
		l.cells = append(l.cells, cell{at: s, row: i / width})
	}
	return true
}

// cellLines marks the first table with one cell a line among the short lines that these
// begin with, and returns how many lines were looked at.
func (p *page) cellLines(lines []*line) int {
	var cells []string
	for i, l := range lines {
		if !flatCell(l) || i > 1 && l.gap != lines[1].gap {
			break
		}
		cells = append(cells, l.text)
	}
	skip, width, rows := p.period(cells)
	if rows == 0 {
		return max(len(cells)-1, 1) // the last may begin another run, set apart from this one
	}
	p.tableCount++
	for i, l := range lines[skip : skip+width*rows] {
		l.is(Table, "cells")
		l.table, l.cells = p.tableCount, []cell{{at: Span{0, len(l.text)}, row: i / width, indent: l.indent}}
	}
	return skip + width*rows
}

// flatCell reports whether a line can be a cell: short, and no sentence.
func flatCell(l *line) bool {
	return l.role == "" && l.cells == nil && len(l.text) <= 4*longFlat && utf8.RuneCountInString(l.text) <= longFlat && !strings.ContainsAny(l.text, "。；，！？：")
}

// period finds the shortest row that comes again in the looks of cells: how many of them
// stand before the table, how many a row has, and how many rows there are with the
// header; no rows where there is no such table. The header is of texts and years, the
// first cell of each row a text, the last a figure in one row or more, and a column is of
// texts or of figures. One row below a header is enough where that begins as headers do.
func (p *page) period(cells []string) (skip, width, rows int) {
	ls := make([]look, len(cells))
	for i, c := range cells {
		ls[i] = lookOf(c)
	}
	if len(ls) < leastFlat || !slices.Contains(ls, figureCell) {
		return 0, 0, 0
	}
	for skip := range len(ls) - leastFlat + 1 {
		for width := 2; width <= mostFlat && skip+2*width <= len(ls); width++ {
			n := repeats(ls[skip:], width)
			if n >= 3 && n*width >= 2*leastFlat-width || n == 2 && width >= 3 && p.words.isHead(cells[skip]) {
				return skip, width, n
			}
		}
	}
	return 0, 0, 0
}

// isHead reports whether a cell is a word that heads the stub of a table: 指标, 地区.
func (w *Words) isHead(s string) bool {
	s = squeeze(s)
	return slices.ContainsFunc(w.labels[headWord], func(x word) bool { return x.text == s })
}

// repeats is how many rows of that width the looks begin with, the header among them.
func repeats(ls []look, width int) int {
	for _, l := range ls[:width] {
		if l != textCell && l != yearCell {
			return 0
		}
	}
	kinds := make([]look, width) // of each column, as far as it is known
	rows := 1
	for ; (rows+1)*width <= len(ls); rows++ {
		if !alike(kinds, ls[rows*width:(rows+1)*width]) || rows > provenRows && kinds[width-1] != figureCell {
			break
		}
	}
	if kinds[width-1] != figureCell {
		return 0
	}
	return rows
}

// alike reports whether a row goes with the kinds of the columns, and notes what it tells
// of them.
func alike(kinds, row []look) bool {
	next := slices.Clone(kinds)
	for c, l := range row {
		switch {
		case c == 0 && l == yearCell:
			l = textCell
		case c > 0 && l == yearCell:
			l = figureCell
		}
		if c == 0 && l != textCell || l != blankCell && next[c] != blankCell && next[c] != l {
			return false
		}
		if l != blankCell {
			next[c] = l
		}
	}
	copy(kinds, next)
	return true
}
