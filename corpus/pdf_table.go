package corpus

import (
	"math"

	"github.com/qushu/qushu/corpus/pdf"
)

// columnsOfRows are the columns of the table that each line is a row of: those of the
// rows that follow each other on a page.
func columnsOfRows(lines []pdf.Line) [][]Span {
	out := make([][]Span, len(lines))
	for i := 0; i < len(lines); {
		var rows [][]Span
		j := i
		for j < len(lines) && len(lines[j].Cells) > 1 && lines[j].Page == lines[i].Page {
			rows = append(rows, tenths(lines[j].Edges))
			j++
		}
		if edges := edgesOf(rows); len(rows) > 1 {
			for k := i; k < j; k++ {
				out[k] = edges
			}
		}
		i = max(j, i+1)
	}
	return out
}

// tenths are places on a page in tenths of a point.
func tenths(at [][2]float64) []Span {
	var out []Span
	for _, e := range at {
		out = append(out, Span{int(math.Round(e[0] * 10)), int(math.Round(e[1] * 10))})
	}
	return out
}
