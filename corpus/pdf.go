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

// readPDF takes the text out of a PDF. The locator of a line is its page and its box in
// points from the lower left corner: "page 3, box 72.0 540.2 523.4 552.1".
func readPDF(data []byte) (*extracted, error) {
	t, err := pdf.Read(data)
	if err != nil {
		return nil, err
	}
	x := &extracted{wrapped: true, warnings: t.Warnings, edges: map[int]setting{}}
	columns := columnsOfRows(t.Lines)
	heads := edgesOfPages(t)
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
			if heads[i] {
				set.role = Nav
			}
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
