package corpus

import (
	"bytes"
	"fmt"
	"math"

	"github.com/qushu/qushu/corpus/pdf"
)

// isPDF knows a PDF by its head, which may stand behind some bytes of a mail or server.
func isPDF(data []byte) bool {
	return bytes.Contains(data[:min(len(data), sniffed)], []byte("%PDF-"))
}

// readPDF takes the text out of a PDF. The locator of a line is its page and its box in
// points from the lower left corner: "page 3, box 72.0 540.2 523.4 552.1".
func readPDF(data []byte) (*extracted, error) {
	t, err := pdf.Read(data)
	if err != nil {
		return nil, err
	}
	x := &extracted{wrapped: true, warnings: t.Warnings, edges: map[int]setting{}}
	columns := columnsOfRows(t.Lines)
	for i, l := range t.Lines {
		place := func(int) string {
			return fmt.Sprintf("page %d, box %.1f %.1f %.1f %.1f", l.Page, l.Box[0], l.Box[1], l.Box[2], l.Box[3])
		}
		before := len(x.lines)
		if len(l.Cells) < 2 {
			x.line(t.Text[l.Start:l.End], place(0), 0)
		} else {
			if i == 0 || len(t.Lines[i-1].Cells) < 2 {
				x.tables++
			}
			x.edges[before] = setting{tenths(l.Edges), columns[i]}
			x.row(cellsOf(t, l), place)
		}
		if len(x.lines) > before {
			set := &x.lines[before]
			set.indent, set.full = setIn(t.Lines, i)
			set.gap = gapOf(t.Lines, i)
		}
	}
	return x, nil
}

func cellsOf(t *pdf.Text, l pdf.Line) []string {
	var out []string
	for _, c := range l.Cells {
		out = append(out, t.Text[c[0]:c[1]])
	}
	return out
}

// column is the left and right edge of the lines that begin about where line i does, on
// its page.
func column(lines []pdf.Line, i int) (left, right float64) {
	l := lines[i]
	left, right = l.Box[0], l.Box[2]
	within := func(k int) bool { return k >= 0 && k < len(lines) && lines[k].Page == l.Page }
	for _, step := range []int{-1, 1} {
		for k := i + step; within(k) && k-i < nearLines && i-k < nearLines; k += step {
			if n := lines[k].Box; len(lines[k].Cells) < 2 && math.Abs(n[0]-l.Box[0]) < 4*l.Size {
				left, right = min(left, n[0]), max(right, n[2])
			}
		}
	}
	return left, right
}

// nearLines is how far up and down a page the edges of a column are looked for.
const nearLines = 60

// setIn is how a line stands in its column: columns, half a character each, that it is
// set in, and whether it reaches the right edge, but for a stop that may not begin the
// next line.
func setIn(lines []pdf.Line, i int) (indent int, full bool) {
	l := lines[i]
	left, right := column(lines, i)
	size := max(l.Size, 1)
	return int(math.Round((l.Box[0] - left) / size * 2)), l.Box[2] >= right-2.2*size && right-left > 12*size
}

// gapOf is how many line breaks stand before a line: two on a new page, and where it
// stands lower than two lines of its size would.
func gapOf(lines []pdf.Line, i int) int {
	if i == 0 {
		return 1
	}
	if drop := lines[i-1].Box[1] - lines[i].Box[1]; lines[i-1].Page != lines[i].Page || drop > 2.2*lines[i].Size {
		return 2
	}
	return 1
}
