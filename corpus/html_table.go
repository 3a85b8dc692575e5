package corpus

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

// number is the number of a table that has a row of data, 0 for others: those that lay
// out a page.
func (w *walker) number(table *html.Node) int {
	if !holdsRow(table, 0) {
		return 0
	}
	if w.numbers == nil {
		w.numbers = map[*html.Node]int{}
	}
	if w.numbers[table] == 0 {
		w.numbers[table] = len(w.numbers) + 1
	}
	return w.numbers[table]
}

// holdsRow reports whether a row of data stands below the node, in its own table.
func holdsRow(n *html.Node, depth int) bool {
	for c := n.FirstChild; c != nil && depth < 4; c = c.NextSibling {
		switch c.Data {
		case "tr":
			if dataRow(c) {
				return true
			}
		case "thead", "tbody", "tfoot":
			if holdsRow(c, depth+1) {
				return true
			}
		}
	}
	return false
}

// spanOf is how many columns or rows a cell takes.
func spanOf(n *html.Node, name string) int {
	for _, a := range n.Attr {
		if a.Key == name {
			if k, err := strconv.Atoi(strings.TrimSpace(a.Val)); err == nil {
				return k
			}
		}
	}
	return 1
}

// tabbed gives the cells of a row their places in the line, whose text parts them by
// tabs; whole are the segments before white space and empty cells at the ends were cut.
func tabbed(l *line, whole []seg, grid []cell) []cell {
	lead := 0
	for _, s := range whole {
		if s.text == "\t" && !s.same {
			lead++
		} else if strings.TrimFunc(s.text, isSpace) != "" {
			break
		}
	}
	at := 0
	for i := range grid {
		if i < lead || at > len(l.text) {
			grid[i].at = Span{}
			continue
		}
		end := len(l.text)
		if k := strings.IndexByte(l.text[at:], '\t'); k >= 0 {
			end = at + k
		}
		grid[i].at = trimmed(l.text, Span{at, end})
		if i == lead && lead == 0 {
			grid[i].indent = leading(whole)
		}
		at = end + 1
	}
	return grid
}

// leading is how many columns of white space stand before the first text.
func leading(segs []seg) (n int) {
	for _, s := range segs {
		t := strings.TrimLeftFunc(s.text, isSpace)
		n += columns(s.text[:len(s.text)-len(t)])
		if t != "" {
			break
		}
	}
	return n
}

// trimmed is the span without the white space at its ends.
func trimmed(text string, s Span) Span {
	in := text[s.Start:s.End]
	left := strings.TrimLeftFunc(in, isSpace)
	s.Start += len(in) - len(left)
	s.End = s.Start + len(strings.TrimRightFunc(left, isSpace))
	return s
}
