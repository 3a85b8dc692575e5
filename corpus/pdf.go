package corpus

import (
	"bytes"
	"fmt"

	"github.com/qushu/qushu/corpus/pdf"
)

// isPDF knows a PDF by its head, which may stand behind some bytes of a mail or server.
func isPDF(data []byte) bool {
	return bytes.Contains(data[:min(len(data), sniffed)], []byte("%PDF-"))
}

// readPDF takes the text out of a PDF. The locator of a line, or of the cell of a table, is
// its page and its box in points from the lower left corner: "page 3, box 72.0 540.2 523.4
// 552.1".
func readPDF(data []byte) (*extracted, error) {
	t, err := pdf.Read(data)
	if err != nil {
		return nil, err
	}
	x := &extracted{wrapped: true, warnings: t.Warnings, edges: map[int]setting{}}
	columns := columnsOfRows(t.Lines)
	heads := edgesOfPages(t)
	for i, l := range t.Lines {
		before := len(x.lines)
		if len(l.Cells) < 2 {
			x.line(t.Text[l.Start:l.End], boxPlace(l, [2]float64{l.Box[0], l.Box[2]}), 0)
		} else {
			if i == 0 || len(t.Lines[i-1].Cells) < 2 {
				x.tables++
			}
			x.edges[before] = setting{tenths(l.Edges), columns[i]}
			x.row(cellsOf(t, l))
		}
		if len(x.lines) > before {
			set := &x.lines[before]
			set.indent, set.full = setIn(t.Lines, i)
			set.gap = gapOf(t.Lines, i)
			if heads[i] {
				set.role = Nav
			}
		}
	}
	return x, nil
}

// boxPlace is where a line, or the part of it from left to right, stands on its page.
func boxPlace(l pdf.Line, across [2]float64) string {
	return fmt.Sprintf("page %d, box %.1f %.1f %.1f %.1f", l.Page, across[0], l.Box[1], across[1], l.Box[3])
}

func cellsOf(t *pdf.Text, l pdf.Line) []field {
	var out []field
	for i, c := range l.Cells {
		out = append(out, field{text: t.Text[c[0]:c[1]], place: boxPlace(l, l.Edges[i])})
	}
	return out
}
