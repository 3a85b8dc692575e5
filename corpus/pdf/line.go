package pdf

import "strings"

// Box is a rectangle on a page, in points (1/72 inch) from its lower left corner.
type Box struct{ Left, Bottom, Right, Top float64 }

// Line is a line of a page. Its cells are the stretches between wide gaps: one for a
// line of prose, several for a row of a table.
type Line struct {
	Page  int // counted from 1
	Box   Box
	Cells []Cell
	Size  float64 // type size in points
}

// Cell is a stretch of a line.
type Cell struct {
	Text string
	Box  Box
}

// glyph is a character, or several that one sign stands for.
type glyph struct {
	text string
	box  Box
	size float64
}

// blank reports whether nothing is drawn: white space, control characters, no width.
func (g glyph) blank() bool { return strings.TrimSpace(strings.Trim(g.text, "\x00\x02")) == "" }

// The gaps that end a cell and a word, in heights of the line.
const (
	cellGap = 1.6
	wordGap = 0.45
)

// linesOf gathers the characters of a page into lines: a character goes on with the
// line where it stands at its height and not to the left of what was drawn before.
func linesOf(glyphs []glyph, page int) []Line {
	var out []Line
	var now *Line
	space := false
	for _, g := range glyphs {
		if g.blank() {
			space = true
			continue
		}
		if now == nil || !now.holds(g.box) {
			out = append(out, Line{Page: page, Box: g.box, Size: g.size})
			now = &out[len(out)-1]
			space = false
		}
		now.put(g, space)
		space = false
	}
	return out
}

// holds reports whether a character stands on the line, to the right of its end.
func (l *Line) holds(b Box) bool {
	middle := (b.Bottom + b.Top) / 2
	return middle > l.Box.Bottom-l.Size/2 && middle < l.Box.Bottom+l.Size && b.Left >= l.Box.Right-l.Size
}

// put adds a character, behind a space where the file has one between two Latin words
// and to a new cell behind a wide gap.
func (l *Line) put(g glyph, space bool) {
	n := len(l.Cells)
	gap := 0.0
	if n > 0 {
		gap = g.box.Left - l.Cells[n-1].Box.Right
	}
	if n == 0 || gap > l.Size*cellGap {
		l.Cells = append(l.Cells, Cell{Box: g.box})
		n++
		space = false
	}
	c := &l.Cells[n-1]
	if space && gap > -l.Size && (gap > l.Size*wordGap || latin(c.Text) && latin(g.text)) {
		c.Text += " "
	}
	c.Text += g.text
	c.Box, l.Box = c.Box.with(g.box), l.Box.with(g.box)
}

func latin(s string) bool { return s != "" && s[len(s)-1] < 0x80 }

func (b Box) with(c Box) Box {
	return Box{min(b.Left, c.Left), min(b.Bottom, c.Bottom), max(b.Right, c.Right), max(b.Top, c.Top)}
}
