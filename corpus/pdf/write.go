package pdf

import (
	"math"
	"strings"
)

// writer puts the rows of page after page into a text.
type writer struct {
	b        strings.Builder
	lines    []Line
	warnings []string
}

// page writes the rows of a page, counted from 1.
func (w *writer) page(n int, rows []row) {
	if n > 1 {
		w.b.WriteByte('\f')
	}
	for i, r := range rows {
		if i > 0 {
			w.b.WriteByte('\n')
		}
		w.row(n, r)
	}
}

// row writes a row as a line.
func (w *writer) row(page int, r row) {
	l := Line{Start: w.b.Len(), Page: page, Size: round(size(r))}
	for i, c := range r {
		if i > 0 {
			w.b.WriteByte('\t')
		}
		from := w.b.Len()
		w.b.WriteString(c.text)
		if len(r) > 1 {
			l.Cells = append(l.Cells, [2]int{from, w.b.Len()})
			l.Edges = append(l.Edges, [2]float64{round(c.left), round(c.right)})
		}
	}
	l.End = w.b.Len()
	b := around(r)
	l.Box = [4]float64{round(b.left), round(b.bottom), round(b.right), round(b.top)}
	w.lines = append(w.lines, l)
}

// size is the font size of the longest run.
func size(r row) float64 {
	best := r[0]
	for _, c := range r[1:] {
		if len(c.text) > len(best.text) {
			best = c
		}
	}
	return best.size
}

// round rounds to a tenth, without a negative zero.
func round(v float64) float64 { return math.Round(v*10)/10 + 0 }

// text is what has been written.
func (w *writer) text() *Text { return &Text{Text: w.b.String(), Lines: w.lines, Warnings: w.warnings} }
