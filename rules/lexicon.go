package rules

import (
	"strings"
	"unicode/utf8"
)

// ParseTable reads a lexicon file: lines that begin with # and blank lines are passed
// over, the first other line names the columns, and cells are separated by tabs. A row
// may have fewer cells than columns, not more. The error joins every fault.
func ParseTable(name, file string, src []byte) (Table, error) {
	t := Table{Name: name}
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
func listOf(t Table, file string) List {
	list := List{Name: t.Name, File: file}
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

// wordLists makes lists of words.tsv, whose first column names the list and whose
// second holds words separated by spaces.
func wordLists(t Table, file string, errs *faults) []List {
	if len(t.Cols) < 2 || t.Cols[0] != "list" || t.Cols[1] != "word" {
		errs.add(Pos{File: file}, "found the columns %s, wanted list word note", strings.Join(t.Cols, " "))
		return nil
	}
	var order []*listBuilder
	byName := map[string]*listBuilder{}
	for _, r := range t.Rows {
		b := byName[r.Cells[0]]
		if b == nil {
			b = newListBuilder(List{Name: r.Cells[0], File: file})
			byName[b.list.Name], order = b, append(order, b)
		}
		b.addWords(strings.Fields(r.Cells[1]), r.Pos, errs)
	}
	out := make([]List, len(order))
	for i, b := range order {
		out[i] = b.list
	}
	return out
}

// listBuilder refuses a word that a list has already.
type listBuilder struct {
	list List
	line map[string]int
}

func newListBuilder(l List) *listBuilder { return &listBuilder{l, map[string]int{}} }

func (b *listBuilder) add(word string, pos Pos, errs *faults) {
	if first, ok := b.line[word]; ok {
		errs.add(pos, "found %s a second time in the list %s, which has it from line %d", word, b.list.Name, first)
		return
	}
	b.line[word] = pos.Line
	b.list.Words = append(b.list.Words, word)
}

func (b *listBuilder) addWords(words []string, pos Pos, errs *faults) {
	if len(words) == 0 {
		errs.add(pos, "found the list %s without a word", b.list.Name)
	}
	for _, w := range words {
		b.add(w, pos, errs)
	}
}
