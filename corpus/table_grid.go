package corpus

// cell is a cell of a table on a line of a page.
type cell struct {
	at         Span // in the text of the line
	row        int  // of the table
	rows, cols int  // how many places it takes; 0 is 1
	head       bool // the markup calls it a heading
	up         bool // it goes on the cell above
	indent     int
}

// placer puts cells into places: each in the next free column of its row, and over as many
// columns and rows as it takes.
type placer struct {
	rows  [][]Cell
	head  []bool // rows of headings only
	spare int    // places that merged cells may still fill
	taken map[[2]int]Cell
}

// The most columns and rows a merged cell is believed to take.
const (
	mostCols = 64
	mostDown = 512
)

// place puts the cells, given in the order of the document, into their places.
func placeCells(cells []spannedCell) *placer {
	g := &placer{spare: 8*len(cells) + 1024, taken: map[[2]int]Cell{}}
	for _, c := range cells {
		g.put(c)
	}
	for r := range g.rows {
		g.fill(r)
	}
	return g
}

// spannedCell is a cell with its span in the text of the document and its row counted
// from the first of the table.
type spannedCell struct {
	cell
	span Span
}

func (g *placer) put(c spannedCell) {
	for len(g.rows) <= c.row {
		g.rows, g.head = append(g.rows, nil), append(g.head, true)
	}
	g.fill(c.row)
	at := Cell{Span: c.span, Row: c.row, Col: len(g.rows[c.row]), Indent: c.indent}
	cols, rows := clamp(c.cols, mostCols), clamp(c.rows, mostDown)
	if cols*rows-1 > g.spare {
		cols, rows = 1, 1
	}
	g.spare -= cols*rows - 1
	for range cols {
		col := len(g.rows[c.row])
		if c.up && c.row > 0 && col < len(g.rows[c.row-1]) {
			at = g.rows[c.row-1][col]
		}
		g.rows[c.row] = append(g.rows[c.row], at)
		for down := 1; down < rows; down++ {
			g.taken[[2]int{c.row + down, col}] = at
		}
	}
	if !c.head && !at.Empty() {
		g.head[c.row] = false
	}
}

// fill puts in what reaches into the next places of a row from above.
func (g *placer) fill(r int) {
	for {
		c, ok := g.taken[[2]int{r, len(g.rows[r])}]
		if !ok {
			return
		}
		g.rows[r] = append(g.rows[r], c)
	}
}

func clamp(n, most int) int { return min(max(n, 1), most) }

// fillHeads lets a heading of an upper row reach over the empty places right of it, where
// no markup says how far it does and headings stand below them.
func (t *Grid) fillHeads() {
	for r := range t.Heads - 1 {
		row := t.Rows[r]
		for c := t.Stubs + 1; c < len(row) || c < len(t.Rows[r+1]) && len(row) > t.Stubs; c++ {
			if c == len(row) {
				row = append(row, Cell{Row: r, Col: c})
			}
			if row[c].Empty() && !row[c-1].Empty() && !t.At(r+1, c).Empty() {
				row[c] = row[c-1]
			}
		}
		t.Rows[r] = row
	}
}
