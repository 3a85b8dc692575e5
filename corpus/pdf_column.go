package corpus

import (
	"math"
	"slices"

	"github.com/qushu/qushu/corpus/pdf"
)

// column is the left and right edge of the lines that begin about where line i does, on
// its page: the outermost that two of them share, so that a title across the columns
// moves neither, else the outermost.
func column(lines []pdf.Line, i int) (left, right float64) {
	l := lines[i]
	lefts, rights := []float64{l.Box[0]}, []float64{-l.Box[2]}
	within := func(k int) bool { return k >= 0 && k < len(lines) && lines[k].Page == l.Page }
	for _, step := range []int{-1, 1} {
		for k := i + step; within(k) && k-i < nearLines && i-k < nearLines; k += step {
			if n := lines[k].Box; len(lines[k].Cells) < 2 && math.Abs(n[0]-l.Box[0]) < 4*l.Size {
				lefts, rights = append(lefts, n[0]), append(rights, -n[2])
			}
		}
	}
	return min(shared(lefts), l.Box[0]), max(-shared(rights), l.Box[2])
}

// shared is the least of some places that the next one nearly shares, else the least.
func shared(places []float64) float64 {
	slices.Sort(places)
	for i, x := range places[1:] {
		if x-places[i] <= nearEdge {
			return places[i]
		}
	}
	return places[0]
}

// nearEdge is how far apart lines end that end at the edge of a column, in points.
const nearEdge = 2

// nearLines is how far up and down a page the edges of a column are looked for.
const nearLines = 60

// setIn is how a line stands in its column: columns, half a character each, that it is
// set in, and whether it reaches the right edge, but for a stop that may not begin the
// next line.
func setIn(lines []pdf.Line, i int) (indent int, full bool) {
	l := lines[i]
	left, right := column(lines, i)
	size := max(l.Size, 1)
	full = l.Box[2] >= right-2.2*size && right-left > 12*size && !(i+1 < len(lines) && otherSize(l, lines[i+1]))
	return int(math.Round((l.Box[0] - left) / size * 2)), full
}

// otherSize reports whether two lines are set in clearly different sizes, as a title and
// what stands below it.
func otherSize(a, b pdf.Line) bool { return max(a.Size, b.Size) > 1.25*min(a.Size, b.Size) }

// gapOf is how many line breaks stand before a line: two on a new page, and where it
// stands lower than two lines of its size would.
func gapOf(lines []pdf.Line, i int) int {
	if i == 0 {
		return 1
	}
	if drop := lines[i-1].Box[1] - lines[i].Box[1]; lines[i-1].Page != lines[i].Page || drop > 2.2*lines[i].Size {
		return 2
	}
	return 1
}
