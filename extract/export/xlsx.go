package export

import (
	"fmt"
	"os"
	"slices"
	"strconv"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"
)

// The bounds of a sheet.
const (
	mostRows  = 1_000_000 // with the header, below the 1,048,576 that a sheet holds
	mostUnits = 32_767    // UTF-16 units of a cell
)

// xlsxTables writes a workbook with a sheet for each table, the header frozen. Text is text, whatever it begins with: no cell is a formula. A table too long
// for one sheet goes on in another.
func xlsxTables(tables []Table, path string) (Note, error) {
	book := excelize.NewFile()
	defer book.Close()
	x := &workbook{book: book}
	var err error
	if x.head, err = book.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"E8EEF4"}}}); err != nil {
		return "", err
	}
	for _, t := range tables {
		if err := x.table(t); err != nil {
			return "", err
		}
	}
	if err := book.DeleteSheet("Sheet1"); err != nil {
		return "", err
	}
	err = whole(path, func(f *os.File) error { return book.Write(f) })
	return x.note(), err
}

type workbook struct {
	book *excelize.File
	head int // style
	cut  int // cells that were longer than a cell may be
}

func (x *workbook) note() Note {
	if x.cut == 0 {
		return ""
	}
	return Note(fmt.Sprintf("%d cells were longer than the %d characters that a cell holds and were cut", x.cut, mostUnits))
}

// table writes a table over as many sheets as it needs.
func (x *workbook) table(t Table) error {
	var w *excelize.StreamWriter
	cells := make([]any, len(t.Columns))
	sheets, n := 0, mostRows
	next := func() (err error) {
		if w != nil {
			if err := w.Flush(); err != nil {
				return err
			}
		}
		if sheets++; sheets == 1 {
			w, err = x.sheet(t.Name, t.Columns)
		} else {
			w, err = x.sheet(fmt.Sprintf("%s %d", t.Name, sheets), t.Columns)
		}
		n = 1
		return err
	}
	for row, err := range t.Rows {
		if err == nil && n >= mostRows {
			err = next()
		}
		if err != nil {
			return err
		}
		n++
		for i, cell := range row {
			cells[i] = x.cell(t.Columns[i].Kind, cell)
		}
		if err := w.SetRow("A"+strconv.Itoa(n), cells); err != nil {
			return err
		}
	}
	if w == nil {
		if err := next(); err != nil {
			return err
		}
	}
	return w.Flush()
}

// sheet opens a sheet and writes its header.
func (x *workbook) sheet(name string, columns []Column) (*excelize.StreamWriter, error) {
	if _, err := x.book.NewSheet(name); err != nil {
		return nil, err
	}
	w, err := x.book.NewStreamWriter(name)
	if err != nil {
		return nil, err
	}
	if err := w.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return nil, err
	}
	head := make([]any, len(columns))
	for i, c := range slices.Backward(columns) { // the writer puts each width before the others
		head[i] = excelize.Cell{StyleID: x.head, Value: c.Name}
		if err := w.SetColWidth(i+1, i+1, widthOf(c)); err != nil {
			return nil, err
		}
	}
	return w, w.SetRow("A1", head)
}

// widthOf is the width of a column in characters.
func widthOf(c Column) float64 {
	switch c.Name {
	case "sentence", "title", "error", "warnings":
		return 60
	case "doc", "indicator", "rule":
		return 24
	case "value", "area", "text", "id", "base_value", "value_text":
		return 18
	}
	return 11
}

func (x *workbook) cell(k Kind, cell string) any {
	if cell == "" {
		return nil
	}
	if k != Text {
		if v, err := strconv.ParseFloat(cell, 64); err == nil {
			return v
		}
	}
	if u := utf16.Encode([]rune(cell)); len(u) > mostUnits {
		x.cut++
		return string(utf16.Decode(u[:mostUnits]))
	}
	return cell
}
