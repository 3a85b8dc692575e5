package corpus

import (
	"fmt"
	"strings"

	"github.com/qushu/qushu/corpus/pdf"
)

// edgeLines is how many lines at the head and at the foot of a page may repeat on others.
const edgeLines = 2

// sameHeight is how far apart heads of pages stand that stand at the same height, in points.
const sameHeight = 3

// edgeWhy is why a line at the head or foot of a page is furniture.
const edgeWhy = "head or foot of a page"

// edgesOfPages finds the lines that stand at the same height at the head or the foot of two
// pages or more and of a third of all, and say the same but for the number of the page.
// What states a figure and rows of tables are none.
func edgesOfPages(t *pdf.Text) map[int]bool {
	places := map[string][]int{}
	pages := 0
	for from := 0; from < len(t.Lines); {
		to := from
		for to < len(t.Lines) && t.Lines[to].Page == t.Lines[from].Page {
			to++
		}
		pages++
		for _, i := range outermostLines(t.Lines, from, to) {
			if key := edgeKey(t, i); key != "" {
				places[key] = append(places[key], i)
			}
		}
		from = to
	}
	found := map[int]bool{}
	for _, lines := range places {
		if len(lines) >= 2 && len(lines)*3 >= pages {
			for _, i := range lines {
				found[i] = true
			}
		}
	}
	return found
}

// outermostLines are the highest and the lowest lines of a page that begins at line from
// and ends before line to.
func outermostLines(lines []pdf.Line, from, to int) []int {
	var out []int
	for _, side := range []float64{1, -1} {
		best := make([]int, 0, edgeLines+1)
		for i := from; i < to; i++ {
			k := len(best)
			for k > 0 && side*lines[i].Box[1] > side*lines[best[k-1]].Box[1] {
				k--
			}
			if k < edgeLines {
				best = append(best[:k], append([]int{i}, best[k:]...)...)
				best = best[:min(len(best), edgeLines)]
			}
		}
		out = append(out, best...)
	}
	return out
}

// edgeKey is what the line says, without the number of the page, and how high it stands;
// "" for a line that is none of a head or foot.
func edgeKey(t *pdf.Text, i int) string {
	l := t.Lines[i]
	s := t.Text[l.Start:l.End]
	if n := shapeOf(s); len(l.Cells) > 2 || n.runes > longRepeat || n.prose() || figure(s, n) {
		return ""
	}
	words := strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return -1
		}
		return r
	}, squeeze(s))
	return fmt.Sprintf("%.0f %s", l.Box[1]/sameHeight, words)
}
