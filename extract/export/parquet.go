package export

import (
	"bufio"
	"os"
	"strconv"

	"github.com/parquet-go/parquet-go"
)

// rowsOfGroup bounds what is held in memory before it is written.
const rowsOfGroup = 1 << 16

// parquetTables writes a .parquet for each table into a folder, or the first one alone into
// a file.
func parquetTables(tables []Table, path string) (Note, error) {
	return "", eachTable(tables, path, ".parquet", parquetTable)
}

func parquetTable(t Table, path string) error {
	return whole(path, func(f *os.File) error {
		out := bufio.NewWriterSize(f, 1<<16)
		w := parquet.NewGenericWriter[any](out, parquet.NewSchema(t.Name, record(t.Columns)),
			parquet.Compression(&parquet.Zstd), parquet.CreatedBy("qushu", "", ""))
		if err := parquetRows(w, t); err != nil {
			return err
		}
		if err := w.Close(); err != nil {
			return err
		}
		return out.Flush()
	})
}

func parquetRows(w *parquet.GenericWriter[any], t Table) error {
	cells := make(parquet.Row, len(t.Columns))
	n := 0
	for row, err := range t.Rows {
		if err != nil {
			return err
		}
		for i, cell := range row {
			cells[i] = parquetValue(t.Columns[i].Kind, cell, i)
		}
		if _, err := w.WriteRows([]parquet.Row{cells}); err != nil {
			return err
		}
		if n++; n%rowsOfGroup == 0 {
			if err := w.Flush(); err != nil {
				return err
			}
		}
	}
	return nil
}

// parquetValue is a cell as a value of an optional column: level 1 where there is one.
func parquetValue(k Kind, cell string, i int) parquet.Value {
	if cell == "" {
		return parquet.NullValue().Level(0, 0, i)
	}
	switch k {
	case Integer:
		n, _ := strconv.ParseInt(cell, 10, 64)
		return parquet.Int64Value(n).Level(0, 1, i)
	case Number:
		x, _ := strconv.ParseFloat(cell, 64)
		return parquet.DoubleValue(x).Level(0, 1, i)
	}
	return parquet.ByteArrayValue([]byte(cell)).Level(0, 1, i)
}

// record is the schema of a table: optional columns, in the order of the table.
func record(columns []Column) parquet.Node {
	r := ordered{Group: parquet.Group{}}
	for _, c := range columns {
		r.Group[c.Name] = parquet.Optional(nodeOf(c.Kind))
		r.names = append(r.names, c.Name)
	}
	return r
}

func nodeOf(k Kind) parquet.Node {
	switch k {
	case Integer:
		return parquet.Int(64)
	case Number:
		return parquet.Leaf(parquet.DoubleType)
	}
	return parquet.Encoded(parquet.String(), &parquet.RLEDictionary)
}

// ordered is a group whose fields stand in an order of their own, not that of their
// names.
type ordered struct {
	parquet.Group
	names []string
}

// Fields gives the columns in their order.
func (o ordered) Fields() []parquet.Field {
	byName := map[string]parquet.Field{}
	for _, f := range o.Group.Fields() {
		byName[f.Name()] = f
	}
	out := make([]parquet.Field, len(o.names))
	for i, n := range o.names {
		out[i] = byName[n]
	}
	return out
}
