package corpus

// align puts the cells of rows that lack some below each other by where they stand: a
// header without a cell above the stub, a group of columns with one heading. The rows
// with the most cells say where the columns are.
func (b *block) align() {
	at := make([][]Span, len(b.lines))
	for r, l := range b.lines {
		at[r] = extents(l)
	}
	edges := edgesOf(at)
	for r, l := range b.lines {
		if n := len(b.cells[r]); n > 0 && n < len(edges) {
			l.cells = spread(l.cells, at[r], edges)
		}
	}
}

// edgesOf are the edges of the columns: those of the rows with the most cells.
func edgesOf(rows [][]Span) []Span {
	width := 0
	for _, at := range rows {
		width = max(width, len(at))
	}
	edges := make([]Span, width)
	for _, at := range rows {
		for c := 0; c < width && len(at) == width; c++ {
			if edges[c].Len() == 0 {
				edges[c] = at[c]
			}
			edges[c] = Span{min(edges[c].Start, at[c].Start), max(edges[c].End, at[c].End)}
		}
	}
	return edges
}

// setting is where the cells of a row and the columns of its table stand on a page.
type setting struct{ cells, columns []Span }

// extents are where the cells of a line stand, in columns of the page.
func extents(l *line) []Span {
	var out []Span
	at, x := 0, l.indent
	for _, c := range l.cells {
		x += columns(l.text[at:c.at.Start])
		end := x + columns(l.text[c.at.Start:c.at.End])
		out = append(out, Span{x, end})
		at, x = c.at.End, end
	}
	return out
}

// spread gives each cell of a row the column it stands over most, no two the same, with
// empty cells between. A cell over several columns takes them all.
func spread(cells []cell, at, edges []Span) []cell {
	var out []cell
	for i, c := range cells {
		left := len(cells) - i - 1 // cells that still need a column
		best, shared := len(out), -1<<30
		for k := len(out); k < len(edges)-left; k++ {
			if s := overlap(at[i], edges[k]); s > shared {
				best, shared = k, s
			}
		}
		for len(out) < best {
			out = append(out, cell{row: c.row})
		}
		c.cols = 1
		for k := best + 1; k < len(edges)-left && overlap(at[i], edges[k])*2 > edges[k].Len(); k++ {
			c.cols++
		}
		out = append(out, c)
		if c.cols > 1 {
			edges = lessAt(edges, len(out), c.cols-1)
		}
	}
	return out
}

// lessAt is the edges without the n from i on, which a cell before them has taken.
func lessAt(edges []Span, i, n int) []Span {
	return append(append([]Span(nil), edges[:i]...), edges[min(i+n, len(edges)):]...)
}

// overlap is how many columns two extents share, negative by how far they lie apart.
func overlap(a, b Span) int { return min(a.End, b.End) - max(a.Start, b.Start) }
