package corpus

// Grid is a table as a document sets it: by markup, in a sheet, with bars or
// tabs, or only by white space.
//
// Rows hold every place of the grid: a cell that is merged over several columns or rows
// stands in each of them, and an empty cell has an empty span. A row ends where its last
// cell does.
type Grid struct {
	Rows  [][]Cell
	Heads int    // how many rows at the top head the columns
	Stubs int    // how many columns at the left head the rows
	Title Span   // the line before it that names it, or empty
	Unit  Span   // what stands behind 单位：before it, or empty
	Notes []Span // the lines behind it that explain it

	// Continues is the table before that this one goes on and whose header it shares, nil
	// where it has its own or none.
	Continues *Grid
}

// Cell is a place of a table. Merged cells have the row and column of their first place.
type Cell struct {
	Span     Span // in the document's text, without the white space around it
	Row, Col int  // where it begins
	Indent   int  // columns of white space before it, which rank the rows of a stub
}

// Empty reports whether nothing is written in the cell.
func (c Cell) Empty() bool { return c.Span.Len() == 0 }

// At is the cell in a place of the grid, an empty one where the row is shorter.
func (t *Grid) At(row, col int) Cell {
	if row < 0 || row >= len(t.Rows) || col < 0 || col >= len(t.Rows[row]) {
		return Cell{Row: row, Col: col}
	}
	return t.Rows[row][col]
}

// Header is the table whose header heads the columns: the table itself, or the one that
// it continues.
func (t *Grid) Header() *Grid {
	if t.Heads == 0 && t.Continues != nil {
		return t.Continues
	}
	return t
}

// Path are the cells that head a column, from the top down, each once.
func (t *Grid) Path(col int) []Cell {
	h := t.Header()
	var out []Cell
	for r := range h.Heads {
		c := h.At(r, col)
		if n := len(out); !c.Empty() && (n == 0 || out[n-1].Span != c.Span) {
			out = append(out, c)
		}
	}
	return out
}

// Row is the stretch of the text from the first to the last cell that begins in a row,
// empty where none does.
func (t *Grid) Row(r int) Span {
	var s Span
	for _, c := range t.Rows[r] {
		switch {
		case c.Empty() || c.Row != r:
		case s.Len() == 0:
			s = c.Span
		default:
			s = Span{min(s.Start, c.Span.Start), max(s.End, c.Span.End)}
		}
	}
	return s
}
