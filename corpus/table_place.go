package corpus

import (
	"fmt"
	"slices"
)

// cellPlaces are where the cells of the tables stand in a file whose offsets are its own
// bytes: "table 1, row 3, column 2", counted from the first row and column of the table.
func (d *Document) cellPlaces() []Place {
	var out []Place
	for i, t := range d.Tables {
		for r, row := range t.Rows {
			for c, x := range row {
				if x.Row != r || x.Col != c || x.Empty() {
					continue
				}
				for _, raw := range d.Raw(x.Span) {
					out = append(out, Place{raw, fmt.Sprintf("table %d, row %d, column %d", i+1, r+1, c+1)})
				}
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Place) int { return a.Raw.Start - b.Raw.Start })
	return out
}
