package panel

import (
	"cmp"
	"iter"
	"slices"
	"strings"

	"github.com/qushu/qushu/extract/export"
)

// Wide is the panel by periods: a line for whose and what, a column for when. Its columns
// are known once all rows were seen.
type Wide struct {
	panel *Panel
	when  []moment
	plain []bool // whether every cell of the column is one number
}

// moment is a column: a period and a status.
type moment struct{ period, status string }

// name is the header of the column: 2026, or 2026 target.
func (m moment) name() string {
	if m.period == "" {
		m.period = "undated"
	}
	if m.status == "" || m.status == "actual" {
		return m.period
	}
	return m.period + " " + m.status
}

// Wide gathers the columns.
func (p *Panel) Wide() (*Wide, error) {
	seen := map[moment]bool{} // whether all its cells are plain so far
	for r, err := range p.Rows() {
		if err != nil {
			return nil, err
		}
		m := moment{r.Period, r.Status}
		plain, known := seen[m]
		seen[m] = (plain || !known) && single(r.Value) != ""
	}
	w := &Wide{panel: p}
	for m := range seen {
		w.when = append(w.when, m)
	}
	slices.SortFunc(w.when, func(a, b moment) int {
		return cmp.Or(byTime(a.period, b.period), cmp.Compare(slices.Index(statuses, a.status), slices.Index(statuses, b.status)), cmp.Compare(a.status, b.status))
	})
	for _, m := range w.when {
		w.plain = append(w.plain, seen[m])
	}
	return w, nil
}

// byTime orders periods by their ends, shorter ones first.
func byTime(a, b string) int {
	return cmp.Or(cmp.Compare(endOf(a), endOf(b)), cmp.Compare(b, a))
}

// endOf is the last day, or what stands for it, of a period: 2020-12-31 of 2020.
func endOf(period string) string {
	if _, end, ok := strings.Cut(period, "/"); ok {
		period = end
	}
	switch len(period) {
	case len("2020"):
		return period + "-12-31"
	case len("2020-12"):
		return period + "-31"
	}
	return period
}

// Line is a line of the wide form: the rows that differ in period and status only.
type Line struct {
	*Row         // the first of them, for whose and what
	Cells []*Row // by column, nil where there is none
}

// Lines are the lines in order.
func (w *Wide) Lines() iter.Seq2[*Line, error] {
	columns := map[moment]int{}
	for i, m := range w.when {
		columns[m] = i
	}
	return func(yield func(*Line, error) bool) {
		var l *Line
		for r, err := range w.panel.Rows() {
			if err != nil {
				yield(nil, err)
				return
			}
			if l == nil || l.series != r.series {
				if l != nil && !yield(l, nil) {
					return
				}
				l = &Line{Row: r, Cells: make([]*Row, len(w.when))}
			}
			l.Cells[columns[moment{r.Period, r.Status}]] = r
		}
		if l != nil {
			yield(l, nil)
		}
	}
}

// keyColumns are the columns of the wide form before the periods.
var keyColumns = []rowColumn{rowColumns[1], rowColumns[2], rowColumns[3], rowColumns[4],
	columnOf("basis"), columnOf("scope"), columnOf("agg"), columnOf("unit"), columnOf("area_code"), columnOf("indicator_id")}

func columnOf(name string) rowColumn {
	return rowColumns[slices.IndexFunc(rowColumns, func(c rowColumn) bool { return c.Name == name })]
}

// Table is the wide form as a table. A cell is the value that goes first; conflicts names
// the columns in which others contradict it.
func (w *Wide) Table() export.Table {
	t := export.Table{Name: "wide"}
	for _, c := range keyColumns {
		t.Columns = append(t.Columns, c.Column)
	}
	for i, m := range w.when {
		kind := export.Text
		if w.plain[i] {
			kind = export.Number
		}
		t.Columns = append(t.Columns, export.Column{Name: m.name(), Kind: kind, Means: "the value of " + m.name()})
	}
	t.Columns = append(t.Columns, export.Column{Name: "conflicts", Kind: export.Text, Means: "the columns in which other values contradict this one"})
	t.Rows = func(yield func([]string, error) bool) {
		for l, err := range w.Lines() {
			if err != nil {
				yield(nil, err)
				return
			}
			if !yield(w.cells(l), nil) {
				return
			}
		}
	}
	return t
}

func (w *Wide) cells(l *Line) []string {
	var out, conflicts []string
	for _, c := range keyColumns {
		out = append(out, c.get(l.Row))
	}
	for i, r := range l.Cells {
		if r == nil {
			out = append(out, "")
			continue
		}
		out = append(out, plainValue(string(r.Value), r.Unit))
		if r.Verdict == Conflicted {
			conflicts = append(conflicts, w.when[i].name())
		}
	}
	return append(out, strings.Join(conflicts, "; "))
}
