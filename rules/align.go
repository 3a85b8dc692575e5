package rules

import (
	"strings"

	"golang.org/x/text/width"
)

// FormatLines writes fact lines one below the other with their columns aligned as a
// terminal shows them, where a Han character is two columns wide.
func FormatLines(lines []Line) []string {
	var widths [5]int
	rows := make([][5]string, len(lines))
	for i, l := range lines {
		rows[i] = l.columns()
		for c, cell := range rows[i] {
			widths[c] = max(widths[c], DisplayWidth(cell))
		}
	}
	out := make([]string, len(lines))
	for i, row := range rows {
		out[i] = alignRow(row, widths)
	}
	return out
}

// alignRow pads each cell to the width of its column and leaves empty columns out.
func alignRow(row [5]string, widths [5]int) string {
	var b strings.Builder
	for c, cell := range row {
		if widths[c] == 0 {
			continue
		}
		b.WriteString(cell)
		b.WriteString(strings.Repeat(" ", widths[c]-DisplayWidth(cell)+2))
	}
	return strings.TrimRight(b.String(), " ")
}

// DisplayWidth is the number of terminal columns a text takes: a Han character takes two.
func DisplayWidth(s string) int {
	n := 0
	for _, r := range s {
		n++
		switch width.LookupRune(r).Kind() {
		case width.EastAsianWide, width.EastAsianFullwidth:
			n++
		}
	}
	return n
}
