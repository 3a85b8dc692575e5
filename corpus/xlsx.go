package corpus

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"
)

// isXLSX knows an Excel workbook.
func isXLSX(data []byte) bool { return holdsPart(data, sheetMain) }

// readXLSX takes the text out of a workbook: a heading for each sheet that is shown, the
// rows as table rows, every cell as it is displayed. The locator of a cell is its sheet
// and address: "sheet 收入, cell B4".
func readXLSX(data []byte) (*extracted, error) {
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{UnzipSizeLimit: 8 * limit, UnzipXMLSizeLimit: limit})
	if err != nil {
		return nil, fmt.Errorf("cannot be read as an Excel workbook: %w", err)
	}
	defer f.Close()
	x := &extracted{}
	for _, sheet := range f.GetSheetList() {
		if shown, err := f.GetSheetVisible(sheet); err == nil && !shown {
			continue
		}
		if err := x.sheet(f, sheet); err != nil {
			return nil, fmt.Errorf("its sheet %s cannot be read: %w", sheet, err)
		}
	}
	return x, nil
}

// sheet adds the rows of a sheet, one at a time.
func (x *extracted) sheet(f *excelize.File, name string) error {
	rows, err := f.Rows(name)
	if err != nil {
		return err
	}
	defer rows.Close()
	x.line(name, "sheet "+name, 1)
	x.tables++
	for n, last := 1, 0; rows.Next(); n++ {
		cells, err := rows.Columns()
		if err != nil {
			return err
		}
		if last > 0 && last < n-1 { // an empty row parts two tables
			x.tables++
		}
		if x.cells(cells, func(i int) string {
			at, _ := excelize.CoordinatesToCellName(i+1, n)
			return fmt.Sprintf("sheet %s, cell %s", name, at)
		}) {
			last = n
		}
	}
	return rows.Error()
}

// cells adds a row, as a line where only one of its cells holds a text, and reports
// whether any does.
func (x *extracted) cells(cells []string, place func(int) string) bool {
	filled, last := 0, 0
	for i, c := range cells {
		if strings.TrimSpace(c) != "" {
			filled, last = filled+1, i
		}
	}
	switch filled {
	case 0:
	case 1:
		x.across(cells[last], place(last))
	default:
		x.row(cells[:last+1], place)
	}
	return filled > 0
}
