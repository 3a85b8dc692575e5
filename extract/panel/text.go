package panel

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"

	"golang.org/x/text/width"
)

// Text writes the long form for people: a line for each row, and below one with several
// values a line for each of the others.
func (p *Panel) Text(to io.Writer) error {
	g := grid{head: []string{"area", "indicator", "measure", "period", "status", "value", "verdict", "sources"}}
	for r, err := range p.Rows() {
		if err != nil {
			return err
		}
		g.see(textCells(r))
	}
	out := bufio.NewWriterSize(to, 1<<16)
	g.write(out, g.head)
	for r, err := range p.Rows() {
		if err != nil {
			return err
		}
		g.write(out, textCells(r))
		for i := range r.Values[1:] {
			v := &r.Values[i+1]
			fmt.Fprintf(out, "    %s %s, %s: %s\n", v.Stands, Figure(v.Value, v.Bound, r.Unit), docsOf(v), v.Why)
		}
		if r.Verdict == Superseded || r.Verdict == Doubted {
			fmt.Fprintf(out, "    %s\n", r.Why)
		}
	}
	return out.Flush()
}

func textCells(r *Row) []string {
	return []string{whoseText(r), r.Indicator, measureText(r), r.Period, r.Status, Figure(r.Value, r.Bound, r.Unit), r.Verdict, strconv.Itoa(r.Sources)}
}

func whoseText(r *Row) string { return strings.TrimSpace(r.Area + " " + r.Subject) }

// measureText is the measure with what it is counted from, in or of.
func measureText(r *Row) string {
	out := strings.TrimSpace(strings.Join([]string{r.Measure, r.Basis, r.Agg}, " "))
	if r.Scope != "" {
		out += " of " + r.Scope
	}
	return strings.Join(strings.Fields(out), " ")
}

// Text writes the wide form for people. A value that others contradict has a ! behind it.
func (w *Wide) Text(to io.Writer) error {
	g := grid{head: []string{"area", "indicator", "measure", "unit"}}
	for _, m := range w.when {
		g.head = append(g.head, m.name())
	}
	for l, err := range w.Lines() {
		if err != nil {
			return err
		}
		g.see(wideCells(l))
	}
	out := bufio.NewWriterSize(to, 1<<16)
	g.write(out, g.head)
	for l, err := range w.Lines() {
		if err != nil {
			return err
		}
		g.write(out, wideCells(l))
	}
	return out.Flush()
}

func wideCells(l *Line) []string {
	out := []string{whoseText(l.Row), l.Indicator, measureText(l.Row), l.Unit}
	for _, r := range l.Cells {
		cell := ""
		if r != nil {
			cell = signs[r.Bound] + plainValue(string(r.Value), r.Unit)
			if r.Verdict == Conflicted {
				cell += " !"
			}
		}
		out = append(out, cell)
	}
	return out
}

// grid sets cells in columns. Chinese characters are two columns wide.
type grid struct {
	head   []string
	widths []int
}

// widest is the width at which a column stops to grow: what is wider runs over.
const widest = 40

// see makes room for the cells of a line.
func (g *grid) see(cells []string) {
	if g.widths == nil {
		g.widths = make([]int, len(g.head))
		g.see(g.head)
	}
	for i, c := range cells {
		g.widths[i] = min(widest, max(g.widths[i], columns(c)))
	}
}

func (g *grid) write(to *bufio.Writer, cells []string) {
	if g.widths == nil {
		g.see(g.head)
	}
	line := ""
	for i, c := range cells {
		line += c + strings.Repeat(" ", max(0, g.widths[i]-columns(c))+2)
	}
	fmt.Fprintln(to, strings.TrimRight(line, " "))
}

// columns is how wide a text is set.
func columns(s string) (n int) {
	for _, r := range s {
		switch width.LookupRune(r).Kind() {
		case width.EastAsianWide, width.EastAsianFullwidth:
			n += 2
		default:
			n++
		}
	}
	return n
}
