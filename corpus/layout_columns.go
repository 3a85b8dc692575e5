package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A table that a text sets with bars, tabs or white space is found by its rows: lines
// that follow each other and are cut into as many cells, the first of which is a text and
// the others mostly figures.

// separator is a way in which a text parts the cells of a row.
type separator int

const (
	byTab separator = iota
	byBar
	byComma
	byWide  // two columns of white space or more
	byBlank // any white space
)

var separators = []separator{byTab, byBar, byComma, byWide, byBlank}

// isBar holds for the bars that part cells, half-width, full-width and drawn.
func isBar(r rune) bool { return strings.ContainsRune("|｜│┃∣丨", r) }

// longRow is the longest line that is cut into cells, in bytes, and mostCells the most
// cells of a row.
const (
	longRow   = 4096
	mostCells = 64
)

// columns marks the rows of the tables among lines that no markup calls rows.
func (p *page) columns(lines []*line) {
	for i := 0; i < len(lines); {
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
		if k > i && ruled(l.text) {
			b.add(l, nil)
			continue
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
	}
	for n := len(b.lines); n > 0 && b.cells[n-1] == nil; n-- {
		b.lines, b.cells, b.looks = b.lines[:n-1], b.cells[:n-1], b.looks[:n-1]
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

// ruled reports whether a line only draws a rule, as |---|:--:| and +----+ do.
func ruled(s string) bool {
	return strings.Trim(s, "|｜│┃-—─━=+:┌┐└┘├┤┬┴┼ \t") == "" && strings.ContainsAny(s, "-—─━=")
}

// cut cuts a line into cells; nil where nothing parts it. The bars at the ends of a framed
// line part nothing.
func (sep separator) cut(l *line, framed bool) []Span {
	s := l.text
	if len(s) > longRow || sep >= byComma && len(s) > longRow/4 {
		return nil
	}
	var out []Span
	start, any := 0, false
	put := func(end int) { out = append(out, trimmed(s, Span{start, end})) }
	for i := 0; i < len(s); {
		n := sep.at(s[i:])
		if n == 0 {
			_, k := utf8.DecodeRuneInString(s[i:])
			i += k
			continue
		}
		if i > 0 || !framed {
			put(i)
		}
		i, any = i+n, true
		start = i
	}
	if start < len(s) || !framed {
		put(len(s))
	}
	if !any {
		return nil
	}
	return out
}

// at is the length of the separator that s begins with, 0 for none.
func (sep separator) at(s string) int {
	r, n := utf8.DecodeRuneInString(s)
	switch sep {
	case byTab:
		if r == '\t' {
			return n
		}
		return 0
	case byBar:
		if isBar(r) {
			return n
		}
		return 0
	case byComma:
		if r == ',' {
			return n
		}
		return 0
	}
	wide, end := 0, 0
	for _, r := range s {
		if !unicode.IsSpace(r) {
			break
		}
		wide, end = wide+columns(string(r)), end+utf8.RuneLen(r)
	}
	if sep == byWide && wide < 2 {
		return 0
	}
	return end
}

// table reports whether the lines are rows of a table, cutting them to those that are. A
// table that only white space parts must have a header, a column of texts besides its
// stub, or three columns.
func (b *block) table(words *Words) bool {
	b.heads = b.header()
	width := b.usual()
	if b.sep == byBlank {
		b.joinStubs(width)
	}
	body := b.body(width)
	headed := b.heads > 0 && words.isHead(b.lines[0].text[b.cells[0][0].Start:b.cells[0][0].End])
	rows := body - b.rules(body) - b.heads
	b.lines, b.cells, b.looks = b.lines[:body], b.cells[:body], b.looks[:body]
	switch {
	case rows == 0 || width < 2:
		return false
	case b.sep <= byBar:
		return b.heads > 0 || rows > 1 || b.plain(0)
	case b.heads == 0 && (b.sep == byBlank || width < 3), rows+b.heads < 2, b.sep == byComma && !headed:
		return false
	case b.sep == byBlank:
		return (width > 2 || headed) && b.even(width)
	}
	return true
}

// even reports whether each row of the header has as many cells as the others.
func (b *block) even(width int) bool {
	for _, c := range b.cells[:b.heads] {
		if len(c) != width {
			return false
		}
	}
	return true
}

func (b *block) rules(n int) (rules int) {
	for _, c := range b.cells[:n] {
		if c == nil {
			rules++
		}
	}
	return rules
}

// header is how many lines at the top hold no figure, one where the others could be rows
// of texts.
func (b *block) header() int {
	for r, l := range b.looks {
		for _, x := range l {
			if x == figureCell {
				return min(r-b.rules(r), mostHeads)
			}
		}
	}
	return len(b.looks)
}

// usual is the number of cells most rows with figures have.
func (b *block) usual() int {
	count := map[int]int{}
	best := 0
	for _, l := range b.looks {
		figures := 0
		for _, x := range l {
			if x == figureCell {
				figures++
			}
		}
		if figures > 0 {
			if count[len(l)]++; count[len(l)] > count[best] {
				best = len(l)
			}
		}
	}
	return best
}

// joinStubs makes one cell of the texts that begin a row with too many: 城镇 居民 收入.
func (b *block) joinStubs(width int) {
	for r, c := range b.cells {
		extra := len(c) - width
		if extra <= 0 || width < 2 || r < b.heads {
			continue
		}
		texts := 0
		for texts <= extra && b.looks[r][texts] == textCell {
			texts++
		}
		if texts > extra {
			b.cells[r] = append([]Span{{c[0].Start, c[extra].End}}, c[extra+1:]...)
			b.looks[r] = b.looks[r][extra:]
		}
	}
}

// body is how many lines from the top are header and rows of the table.
func (b *block) body(width int) int {
	for r := range b.looks {
		if b.cells[r] == nil || r < b.heads+b.rules(r) {
			continue
		}
		if b.sep >= byComma && (len(b.looks[r]) != width || !b.plain(r)) || b.sep <= byBar && !b.holds(r) {
			return r
		}
	}
	return len(b.looks)
}

// plain reports whether a row is a text or a year and then figures, with at most one text
// among them, such as the unit of the row, or two below a header.
func (b *block) plain(r int) bool {
	texts, figures := 0, 0
	for c, x := range b.looks[r] {
		switch {
		case c == 0 && x != textCell && x != yearCell:
			return false
		case c > 0 && x == textCell:
			texts++
		case x == figureCell:
			figures++
		}
	}
	return figures > 0 && texts <= 1+min(b.heads, 1)
}

// holds reports whether a row parted by bars or tabs can be one of a table of data: most
// of its cells are short.
func (b *block) holds(r int) bool {
	long := 0
	for _, c := range b.cells[r] {
		if utf8.RuneCountInString(b.lines[r].text[c.Start:c.End]) > longCell {
			long++
		}
	}
	return 2*long < len(b.cells[r])
}

// longCell is the length in characters of a cell that is rather a text.
const longCell = 40

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
