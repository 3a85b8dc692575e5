package corpus

import (
	"archive/zip"
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
	large := holdsLargeSheet(data)
	if large {
		x.warnings = append(x.warnings, fmt.Sprintf("a sheet is over %d MB long: merged cells are not told from empty ones", largeSheet>>20))
	}
	for _, sheet := range f.GetSheetList() {
		if shown, err := f.GetSheetVisible(sheet); err == nil && !shown {
			continue
		}
		m := merged{}
		if !large {
			if m, err = mergedOf(f, sheet); err != nil {
				return nil, fmt.Errorf("the merged cells of its sheet %s cannot be read: %w", sheet, err)
			}
		}
		if err := x.sheet(f, sheet, m); err != nil {
			return nil, fmt.Errorf("its sheet %s cannot be read: %w", sheet, err)
		}
	}
	return x, nil
}

// largeSheet is the longest sheet whose merged cells are looked for: that takes the sheet
// as a whole, and not row by row.
const largeSheet = 16 << 20

func holdsLargeSheet(data []byte) bool {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return true
	}
	for _, f := range z.File {
		if strings.HasPrefix(f.Name, "xl/worksheets/") && f.UncompressedSize64 > largeSheet {
			return true
		}
	}
	return false
}

// merged says of the cells of a sheet that were merged, by column and row from 1, how
// they lie in the cell that they are a part of.
type merged map[[2]int]field

// mostMerged is how many places of merged cells a sheet has at most; more are layout.
const mostMerged = 1 << 16

func mergedOf(f *excelize.File, sheet string) (merged, error) {
	list, err := f.GetMergeCells(sheet)
	if err != nil {
		return nil, err
	}
	m := merged{}
	for _, c := range list {
		left, top, err1 := excelize.CellNameToCoordinates(c.GetStartAxis())
		right, bottom, err2 := excelize.CellNameToCoordinates(c.GetEndAxis())
		if err1 != nil || err2 != nil || right < left || bottom < top || (right-left+1)*(bottom-top+1)+len(m) > mostMerged {
			continue
		}
		for row := top; row <= bottom; row++ {
			m[[2]int{left, row}] = field{cols: right - left + 1, up: row > top}
		}
	}
	return m, nil
}

// sheet adds the rows of a sheet, one at a time.
func (x *extracted) sheet(f *excelize.File, name string, m merged) error {
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
		if x.cells(m.fields(name, n, cells)) {
			last = n
		}
	}
	return rows.Error()
}

// fields are the cells of a row with their places, a merged one once.
func (m merged) fields(sheet string, row int, cells []string) (out []field) {
	for i := 0; i < len(cells); i++ {
		at, _ := excelize.CoordinatesToCellName(i+1, row)
		c := m[[2]int{i + 1, row}]
		c.text, c.place = cells[i], fmt.Sprintf("sheet %s, cell %s", sheet, at)
		out = append(out, c)
		i += max(c.cols, 1) - 1
	}
	return out
}

// cells adds a row, as a line where only one of its cells holds a text, and reports
// whether any does.
func (x *extracted) cells(row []field) bool {
	filled, last, at := 0, 0, 0
	for i, c := range row {
		switch {
		case strings.TrimSpace(c.text) != "":
			filled, last, at = filled+1, i, i
		case c.up:
			filled++
		}
	}
	switch {
	case last == 0 && (len(row) == 0 || strings.TrimSpace(row[0].text) == ""):
		return false
	case filled == 1:
		x.across(row[at].text, row[at].place)
	default:
		x.row(row[:last+1])
	}
	return true
}
