package rules

import (
	"slices"
	"strings"
)

// keyColumns are the columns that tell the rows of a table apart, where the first alone
// does not.
var keyColumns = map[string][]string{
	"arithmetic":      {"law", "of", "from"},
	"areas":           {"code", "name", "from"},
	"areas-extra":     {"kind", "word"},
	"hedges":          {"word", "place"},
	"indicator-parts": {"part", "role"},
	"indicators":      {"id"},
	"magnitudes":      {"word", "unit"},
	"page":            {"word", "role", "match"},
	"periods":         {"role", "pattern"},
}

// under is the table with another laid over it: rows of the same key are replaced, a key
// with a minus before it is taken out, other rows are put behind the macros and before
// the rest, where the first of two equal words counts.
func (t Table) under(over Table, errs *faults) Table {
	known := map[string]bool{}
	for _, r := range t.Rows {
		known[t.key(r)] = true
	}
	instead := map[string][]Row{} // of a key, none where it is taken out
	var added []Row
	for _, r := range over.Rows {
		row, ok := t.align(over, r, errs)
		if !ok {
			continue
		}
		first, remove := cutMinus(row.Cells[0])
		if remove {
			row.Cells[0] = first
		}
		switch key := t.key(row); {
		case !known[key] && remove:
			errs.add(r.Pos, "found -%s, which the table %s does not have", first, t.Name)
		case !known[key]:
			added = append(added, row)
		case remove:
			instead[key] = nil
		default:
			instead[key] = append(instead[key], row)
		}
	}
	out := t
	out.Rows = t.with(instead)
	out.Rows = slices.Insert(out.Rows, afterMacros(out.Rows), added...)
	return out
}

// with gives the rows with those of some keys replaced, at the first of each.
func (t Table) with(instead map[string][]Row) []Row {
	out := make([]Row, 0, len(t.Rows))
	done := map[string]bool{}
	for _, r := range t.Rows {
		key := t.key(r)
		rows, replaced := instead[key]
		switch {
		case !replaced:
			out = append(out, r)
		case !done[key]:
			done[key] = true
			out = append(out, rows...)
		}
	}
	return out
}

// align puts the cells of a row of another table under the columns of this one.
func (t Table) align(other Table, r Row, errs *faults) (Row, bool) {
	cells := make([]string, len(t.Cols))
	for i, col := range other.Cols {
		at := t.Col(col)
		if at < 0 {
			errs.add(r.Pos, "found the column %s, which the table %s does not have: %s", col, t.Name, strings.Join(t.Cols, " "))
			return r, false
		}
		cells[at] = r.Cells[i]
	}
	if cells[0] == "" {
		errs.add(r.Pos, "found no cell in the column %s, wanted a word", t.Cols[0])
		return r, false
	}
	return Row{Cells: cells, Pos: r.Pos}, true
}

// key tells the row from the others of the table.
func (t Table) key(r Row) string {
	cols := keyColumns[t.Name]
	if cols == nil {
		return r.Cells[0]
	}
	var parts []string
	for _, c := range cols {
		parts = append(parts, t.Cell(r, c))
	}
	return strings.Join(parts, "\t")
}

// afterMacros is the place in rows behind the last that defines a macro.
func afterMacros(rows []Row) int {
	for i := len(rows) - 1; i >= 0; i-- {
		if first, _, _ := strings.Cut(rows[i].Cells[0], " "); first == "macro" {
			return i + 1
		}
	}
	return 0
}
