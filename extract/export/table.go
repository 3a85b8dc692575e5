package export

import "iter"

// Kind says how the cells of a column are written where a format knows types.
type Kind int

// The kinds: Text, whole numbers, and numbers that are exact decimals.
const (
	Text Kind = iota
	Integer
	Number
)

// Column is a column of a table.
type Column struct {
	Name  string
	Kind  Kind
	Means string
}

// Table is a file of a run as rows of cells. A cell is text; "" is an empty one. Rows
// yields the same slice again and again.
type Table struct {
	Name    string
	Columns []Column
	Rows    iter.Seq2[[]string, error]
}

// column is a column with what fills it.
type column[T any] struct {
	Column
	get func(*T) string
}

func tableOf[T any](name string, columns []column[T], records iter.Seq2[*T, error]) Table {
	t := Table{Name: name}
	for _, c := range columns {
		t.Columns = append(t.Columns, c.Column)
	}
	t.Rows = func(yield func([]string, error) bool) {
		row := make([]string, len(columns))
		for v, err := range records {
			if err != nil {
				yield(nil, err)
				return
			}
			for i, c := range columns {
				row[i] = c.get(v)
			}
			if !yield(row, nil) {
				return
			}
		}
	}
	return t
}

// Tables are the facts, the documents and the ledger.
func (r *Run) Tables() []Table {
	return []Table{
		tableOf("facts", factColumns, r.Facts()),
		tableOf("documents", documentColumns, r.Documents()),
		tableOf("ledger", ledgerColumns, r.Ledger()),
	}
}
