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
	lines, err := pdf.Lines(data)
	if err != nil {
		return nil, err
	}
	x := &extracted{wrapped: true}
	for i, l := range lines {
		place := func(k int) string { return pdfPlace(l.Page, l.Cells[k].Box) }
		before := len(x.lines)
		if len(l.Cells) == 1 {
			x.line(l.Cells[0].Text, place(0), 0)
		} else {
			cells := make([]string, len(l.Cells))
			for k, c := range l.Cells {
				cells[k] = c.Text
			}
			x.row(cells, place)
		}
		if len(x.lines) > before {
			set := &x.lines[before]
			set.indent, set.gap = indentOf(lines, i), gapOf(lines, i)
		}
	}
	return x, nil
}

func pdfPlace(page int, b pdf.Box) string {
	return fmt.Sprintf("page %d, box %.1f %.1f %.1f %.1f", page, b.Left, b.Bottom, b.Right, b.Top)
}

// indentOf is how many columns, half a character each, a line is set in against its
// neighbours of the same column of the page.
func indentOf(lines []pdf.Line, i int) int {
	l := lines[i]
	left := l.Box.Left
	for k := max(0, i-1); k < min(len(lines), i+2); k++ {
		if n := lines[k]; n.Page == l.Page && math.Abs(n.Box.Left-l.Box.Left) < 4*l.Size {
			left = min(left, n.Box.Left)
		}
	}
	return int(math.Round((l.Box.Left - left) / max(l.Size, 1) * 2))
}

// gapOf is how many line breaks stand before a line: two where it stands lower than
// two lines of its size would.
func gapOf(lines []pdf.Line, i int) int {
	if i == 0 || lines[i-1].Page != lines[i].Page {
		return 1
	}
	if drop := lines[i-1].Box.Bottom - lines[i].Box.Bottom; drop > 2.2*lines[i].Size {
		return 2
	}
	return 1
}
