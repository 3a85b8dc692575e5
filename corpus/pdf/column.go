package pdf

import (
	"cmp"
	"math"
	"slices"
)

// row is a line of the text: one run, or the cells of a row of a table.
type row []run

// deepest is how many gutters are looked for one within the other.
const deepest = 4

// arrange puts the characters of a page into rows in reading order. Once it is late, no
// more columns are looked for: nobody waits for the page.
func arrange(glyphs []glyph, late func() bool) []row {
	if late() {
		return nil
	}
	var upright, side []glyph
	for _, g := range glyphs {
		if g.side {
			side = append(side, g)
		} else {
			upright = append(upright, g)
		}
	}
	return append(order(runs(side), deepest, late), order(runs(upright), deepest, late)...)
}

// order puts runs into rows. Where a gutter parts two columns of prose, the left one is
// read before the right one; what spans the gutter parts what is above from what is below.
func order(rs []run, depth int, late func() bool) []row {
	if depth > 0 {
		for _, x := range gutters(rs) {
			if late() {
				break
			}
			if bands := cut(rs, x); slices.ContainsFunc(bands, band.prose) {
				return readBands(bands, depth, late)
			}
		}
	}
	return rows(rs)
}

// readBands reads bands one after the other.
func readBands(bands []band, depth int, late func() bool) []row {
	var out []row
	for _, b := range bands {
		if b.prose() {
			out = append(out, order(b.left, depth-1, late)...)
			out = append(out, order(b.right, depth-1, late)...)
			continue
		}
		out = append(out, rows(b.all)...)
	}
	return out
}

// rows groups runs, sorted by row, into lines.
func rows(rs []run) []row {
	var out []row
	for i, r := range rs {
		if i > 0 && rs[i-1].row == r.row {
			out[len(out)-1] = append(out[len(out)-1], r)
		} else {
			out = append(out, row{r})
		}
	}
	return out
}

const (
	mostGutters = 8   // places tried
	leastStarts = 3   // lines that begin at a column's edge
	edge        = 0.2 // of the width: no column is narrower
)

// gutters are the places where a column may begin: those many runs begin at, the most
// frequent first.
func gutters(rs []run) []float64 {
	if len(rs) == 0 {
		return nil
	}
	all := around(rs)
	starts := map[int]int{}
	for _, r := range rs {
		starts[int(math.Round(r.left/2))]++
	}
	var at []int
	for x, n := range starts {
		rel := (float64(2*x) - all.left) / max(all.width(), 1)
		if n+starts[x+1]+starts[x-1] >= leastStarts && rel > edge && rel < 1-edge {
			at = append(at, x)
		}
	}
	slices.SortFunc(at, func(a, b int) int { return cmp.Or(cmp.Compare(starts[b], starts[a]), cmp.Compare(a, b)) })
	var out []float64
	for _, x := range at[:min(len(at), mostGutters)] {
		out = append(out, float64(2*x)-3)
	}
	return out
}

// around is the box around runs.
func around(rs []run) box {
	b := rs[0].box
	for _, r := range rs[1:] {
		b = b.join(r.box)
	}
	return b
}

// band is what lies between two lines that span the gutter, or one such line.
type band struct{ all, left, right []run }

// cut cuts runs into bands at what spans the gutter at x.
func cut(rs []run, x float64) []band {
	out := []band{{}}
	spans := map[int]bool{}
	for _, r := range rs {
		spans[r.row] = spans[r.row] || r.left < x && r.right > x+2
	}
	for i, r := range rs {
		if i > 0 && spans[r.row] != spans[rs[i-1].row] {
			out = append(out, band{})
		}
		b := &out[len(out)-1]
		b.all = append(b.all, r)
		switch {
		case spans[r.row]:
		case r.left < x:
			b.left = append(b.left, r)
		default:
			b.right = append(b.right, r)
		}
	}
	return out
}

const (
	leastLines = 3    // of a column that is judged by its own lines
	leastEms   = 8    // a column of prose is as wide
	fullLine   = 0.7  // of the column's width: a line that fills it
	rightSlack = 1.6  // ems that a full line may lack at the right
	nearEnd    = 0.5  // ems: lines end alike
	fullShare  = 0.4  // of the lines of a column of prose are full
	oneRun     = 0.75 // of the rows of a column of prose hold nothing but its line
)

// prose reports whether the band is two columns of prose and not a table.
func (b band) prose() bool {
	l := firsts(b.left)
	if len(l) < leastLines || float64(alone(b.left)) < oneRun*float64(len(l)) || !filled(l) {
		return false
	}
	r := firsts(b.right)
	if len(r) >= leastLines {
		return filled(r)
	}
	return len(r) > 0 && len(l) >= 2*leastLines && around(r).width() >= around(l).width()/2
}

// firsts are the runs that begin their rows.
func firsts(rs []run) []run {
	var out []run
	for i, r := range rs {
		if i == 0 || rs[i-1].row != r.row {
			out = append(out, r)
		}
	}
	return out
}

// alone is how many runs have a row to themselves: lines of prose, where those of a table
// share theirs.
func alone(rs []run) (n int) {
	for i, r := range rs {
		if (i == 0 || rs[i-1].row != r.row) && (i+1 == len(rs) || rs[i+1].row != r.row) {
			n++
		}
	}
	return n
}

// filled reports whether enough of the lines run from edge to edge of their column.
func filled(rs []run) bool {
	left, right := around(rs).left, rightEdge(rs)
	full := 0
	for _, r := range rs {
		if r.width() >= fullLine*(right-left) && r.right >= right-rightSlack*r.size && r.width() >= leastEms*r.size {
			full++
		}
	}
	return float64(full) >= fullShare*float64(len(rs))
}

// rightEdge is where the lines of a column end: the rightmost end that another line
// nearly reaches, so that the number of a page below does not count.
func rightEdge(rs []run) float64 {
	ends := slices.Clone(rs)
	slices.SortFunc(ends, func(a, b run) int { return cmp.Compare(b.right, a.right) })
	for i, r := range ends[1:] {
		if ends[i].right-r.right <= nearEnd*r.size {
			return ends[i].right
		}
	}
	return ends[0].right
}
