package corpus

import (
	"strings"
	"unicode/utf8"
)

// tables makes the tables of a document of the rows that its readers marked; at are the
// offsets of the lines in the text.
func (p *page) tables(d *Document, at []int) {
	for i := 0; i < len(p.lines); {
		j := i + 1
		if id := p.lines[i].table; id > 0 && p.lines[i].cells != nil {
			for j < len(p.lines) && p.inTable(id, j) {
				j++
			}
			p.addTable(d, at, i, j)
		}
		i = j
	}
}

// inTable reports whether line i is one of the table: a row, or a line set across it
// with a row behind.
func (p *page) inTable(id, i int) bool {
	for ; i < len(p.lines) && p.lines[i].table == id; i++ {
		if p.lines[i].cells != nil {
			return true
		}
	}
	return false
}

// addTable makes a table of the lines from i to j, if it is one of data: it has a figure
// below its header and right of its stub.
func (p *page) addTable(d *Document, at []int, i, j int) {
	g := placeCells(p.spanned(at, i, j))
	t := &Grid{Rows: g.rows}
	if len(t.Rows) == 0 {
		return
	}
	ls := looks(d.Text, t.Rows)
	t.Heads = headsOf(t.Rows, ls, g.head)
	t.Stubs = stubsOf(ls, t.Heads)
	if !holdsFigure(ls, t.Heads, t.Stubs) {
		return
	}
	t.fillHeads()
	p.context(d, t, at, i, j)
	if n := len(d.Tables); n > 0 && t.Heads == 0 {
		t.continues(d.Tables[n-1], d)
	}
	d.Tables = append(d.Tables, t)
}

// spanned are the cells of the kept lines from i to j, with rows counted from 0.
func (p *page) spanned(at []int, i, j int) []spannedCell {
	var out []spannedCell
	row, last := -1, -1
	for k := i; k < j; k++ {
		l := p.lines[k]
		if l.furniture() {
			continue
		}
		for _, c := range l.cells {
			if c.row != last {
				row, last = row+1, c.row
			}
			s := spannedCell{cell: c, span: Span{at[k] + c.at.Start, at[k] + c.at.End}}
			s.row = row
			out = append(out, s)
		}
	}
	return out
}

func holdsFigure(ls [][]look, heads, stubs int) bool {
	for _, row := range ls[heads:] {
		for c, l := range row {
			if c >= stubs && l == figureCell {
				return true
			}
		}
	}
	return false
}

// continues makes the table go on an earlier one with a header and as many columns.
func (t *Grid) continues(before *Grid, d *Document) {
	h := before.Header()
	if h.Heads == 0 || columnsOf(t.Rows) != columnsOf(h.Rows) || t.Stubs != h.Stubs {
		return
	}
	end, start := before.end(), t.Row(0).Start
	if start >= end && utf8.RuneCountInString(d.Text[end:start]) <= farTable {
		t.Continues = h
	}
}

// farTable is how many characters may stand between two parts of a table.
const farTable = 80

// end is where the last row with a text ends.
func (t *Grid) end() int {
	for r := len(t.Rows) - 1; r >= 0; r-- {
		if s := t.Row(r); s.Len() > 0 {
			return s.End
		}
	}
	return 0
}

func columnsOf(rows [][]Cell) (n int) {
	for _, r := range rows {
		n = max(n, len(r))
	}
	return n
}

// nearby is how many lines before and behind a table are asked what they say of it.
const nearby = 4

// longTitle is the longest title of a table, in characters.
const longTitle = 60

// context reads the lines around a table: its unit, its title, its notes.
func (p *page) context(d *Document, t *Grid, at []int, i, j int) {
	for k, n := i-1, 0; k >= 0 && n < nearby && p.lines[k].cells == nil; k, n = k-1, n+1 {
		if l := p.lines[k]; !p.before(t, at[k], l) && !l.furniture() {
			break
		}
	}
	for k, n := j, 0; k < len(p.lines) && n < nearby && p.lines[k].cells == nil; k, n = k+1, n+1 {
		if l := p.lines[k]; p.words.begins(noteWord, l.squeezed()) != "" || l.table > 0 && l.table == p.lines[i].table {
			t.Notes = append(t.Notes, Span{at[k], at[k] + len(l.text)})
		}
	}
}

// before reads a line before a table and reports whether one before it may say more.
func (p *page) before(t *Grid, at int, l *line) bool {
	if s, ok := p.words.unitIn(l.text); ok && t.Unit.Len() == 0 {
		t.Unit = Span{at + s.Start, at + s.End}
		if title := strings.TrimRightFunc(l.text[:s.label], isSpaceOrOpen); title != "" {
			t.Title = Span{at, at + len(title)}
		}
		return t.Title.Len() == 0
	}
	n := shapeOf(l.text)
	if l.furniture() || n.stops > 0 || n.runes > longTitle || ended(l.text) {
		return false
	}
	if t.Title.Len() == 0 {
		t.Title = Span{at, at + len(l.text)}
	}
	return p.words.begins(continuedWord, l.squeezed()) != ""
}

func isSpaceOrOpen(r rune) bool { return isSpace(r) || r == '(' || r == '（' }

// unitSpan is the unit that a line states, and where its label begins.
type unitSpan struct {
	Span
	label int
}

// unitIn finds what stands behind 单位: in a line, up to a space, a bracket or a comma.
func (w *Words) unitIn(s string) (unitSpan, bool) {
	for i := range s {
		n := w.labelAt(s[i:])
		if n == 0 {
			continue
		}
		from := i + n
		end := len(s)
		if k := strings.IndexFunc(s[from:], func(r rune) bool { return isSpace(r) || strings.ContainsRune(")）,，;；】]", r) }); k >= 0 {
			end = from + k
		}
		if end > from {
			return unitSpan{Span{from, end}, i}, true
		}
	}
	return unitSpan{}, false
}

// labelAt is the length of the label of a unit that s begins with, spaces in and behind
// it included.
func (w *Words) labelAt(s string) int {
	for _, x := range w.labels[unitWord] {
		i := 0
		for k, r := range s {
			f := squeeze(string(r))
			if f != "" && !strings.HasPrefix(x.text[i:], f) {
				break
			}
			if i += len(f); i == len(x.text) {
				n := k + utf8.RuneLen(r)
				return n + len(s[n:]) - len(strings.TrimLeftFunc(s[n:], isSpace))
			}
		}
	}
	return 0
}
