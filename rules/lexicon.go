package rules

import (
	"strings"
	"unicode/utf8"
)

// ParseTable reads a lexicon file: lines that begin with # and blank lines are passed
// over, the first other line names the columns, and cells are separated by tabs. A row
// may have fewer cells than columns, not more. The error joins every fault.
func ParseTable(name, file string, src []byte) (Table, error) {
	t := Table{Name: name, File: file}
	var errs faults
	if !utf8.Valid(src) {
		errs.add(Pos{File: file}, "found bytes that are not UTF-8, wanted a UTF-8 file")
		return t, errs.join()
	}
	text := strings.TrimPrefix(string(src), "\ufeff")
	for i, line := range strings.Split(text, "\n") {
		line = strings.TrimRight(line, "\r")
		if strings.TrimSpace(line) == "" || line[0] == '#' {
			continue
		}
		pos := Pos{File: file, Line: i + 1}
		if cells := cutCells(line); t.Cols == nil {
			t.header(cells, pos, &errs)
		} else {
			t.row(cells, pos, &errs)
		}
	}
	if t.Cols == nil {
		errs.add(Pos{File: file}, "found no header, wanted a line of column names")
	}
	return t, errs.join()
}

func cutCells(line string) []string {
	cells := strings.Split(line, "\t")
	for i := range cells {
		cells[i] = strings.TrimSpace(cells[i])
	}
	return cells
}

func (t *Table) header(cells []string, pos Pos, errs *faults) {
	t.Cols = cells
	for i, c := range cells {
		if c == "" {
			errs.add(pos, "found column %d without a name", i+1)
		} else if contains(cells[:i], c) {
			errs.add(pos, "found the column %s twice", c)
		}
	}
}

func (t *Table) row(cells []string, pos Pos, errs *faults) {
	for len(cells) > len(t.Cols) && cells[len(cells)-1] == "" {
		cells = cells[:len(cells)-1]
	}
	if len(cells) > len(t.Cols) {
		errs.add(pos, "found %d cells, wanted at most %d: %s", len(cells), len(t.Cols), strings.Join(t.Cols, " "))
		cells = cells[:len(t.Cols)]
	}
	if cells[0] == "" {
		errs.add(pos, "found an empty cell in the column %s, wanted a word", t.Cols[0])
		return
	}
	cells = append(cells, make([]string, len(t.Cols)-len(cells))...)
	t.Rows = append(t.Rows, Row{Cells: cells, Pos: pos})
}

// Col is the number of a column, or -1 where the table has none of that name.
func (t Table) Col(name string) int {
	for i, c := range t.Cols {
		if c == name {
			return i
		}
	}
	return -1
}

// Cell is the row's cell in a column, "" where the table has no such column.
func (t Table) Cell(r Row, col string) string {
	if i := t.Col(col); i >= 0 && i < len(r.Cells) {
		return r.Cells[i]
	}
	return ""
}

// listOf makes a word list of a table's first column. A word may stand in several rows
// that say different things of it (a label that is nav here and byline there); the list
// has it once. A column called words holds several separated by spaces.
func listOf(t Table) List {
	list := List{Name: t.Name, File: t.File, Pos: Pos{File: t.File}, table: true}
	seen := map[string]bool{}
	for _, r := range t.Rows {
		words := []string{r.Cells[0]}
		if t.Cols[0] == "words" {
			words = strings.Fields(r.Cells[0])
		}
		for _, w := range words {
			if !seen[w] {
				seen[w], list.Words = true, append(list.Words, w)
			}
		}
	}
	return list
}

// checkRows refuses a row that says what an earlier one says.
func checkRows(t Table, errs *faults) {
	first := map[string]int{}
	for _, r := range t.Rows {
		key := strings.Join(r.Cells, "\t")
		if line, ok := first[key]; ok {
			errs.add(r.Pos, "found %s a second time, line %d says the same", r.Cells[0], line)
			continue
		}
		first[key] = r.Pos.Line
	}
}

// wordEntries reads words.tsv, whose first column names a list and whose second holds
// words separated by spaces. It refuses a word that a list has already.
func wordEntries(t Table, errs *faults) []wordEntry {
	if len(t.Cols) < 2 || t.Cols[0] != "list" || t.Cols[1] != "word" {
		errs.add(Pos{File: t.File}, "found the columns %s, wanted list word note", strings.Join(t.Cols, " "))
		return nil
	}
	type key struct{ list, word string }
	var out []wordEntry
	line := map[key]int{}
	for _, r := range t.Rows {
		words := strings.Fields(r.Cells[1])
		if len(words) == 0 {
			errs.add(r.Pos, "found the list %s without a word", r.Cells[0])
		}
		for _, w := range words {
			e := wordEntry{r.Cells[0], w, r.Pos}
			k := key{e.list, w}
			if first, ok := line[k]; ok {
				errs.add(r.Pos, "found %s a second time in the list %s, which has it from line %d", w, e.list, first)
				continue
			}
			line[k] = r.Pos.Line
			out = append(out, e)
		}
	}
	return out
}
