package export

import (
	"bufio"
	"encoding/csv"
	"io"
	"os"
	"regexp"
	"strings"
)

// bom tells spread sheets that a file is UTF-8.
const bom = "\uFEFF"

// csvTables writes a .csv for each table into a folder, or the first one alone into a file:
// RFC 4180, UTF-8 with a byte order mark.
func csvTables(tables []Table, path string) (Note, error) {
	return "", eachTable(tables, path, ".csv", csvTable)
}

func csvTable(t Table, path string) error {
	return whole(path, func(f *os.File) error {
		w := bufio.NewWriterSize(f, 1<<16)
		if err := CSV(w, t); err != nil {
			return err
		}
		return w.Flush()
	})
}

// CSV writes a table as the format csv does.
func CSV(to io.Writer, t Table) error {
	if _, err := io.WriteString(to, bom); err != nil {
		return err
	}
	w := csv.NewWriter(to)
	w.UseCRLF = true
	cells := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		cells[i] = c.Name
	}
	if err := w.Write(cells); err != nil {
		return err
	}
	for row, err := range t.Rows {
		if err != nil {
			return err
		}
		for i, cell := range row {
			if t.Columns[i].Kind == Text {
				cell = inert(cell)
			}
			cells[i] = cell
		}
		if err := w.Write(cells); err != nil {
			return err
		}
	}
	w.Flush()
	return w.Error()
}

// negative is a number, which is no formula though it begins with a sign.
var negative = regexp.MustCompile(`^-\d+(\.\d+)?$`)

// looksTimed is a text that spread sheets take for a day or a time of day, as 1/9 and 3:1.
var looksTimed = regexp.MustCompile(`^\d{1,2}([/:-]\d{1,4}){1,2}$`)

// inert is a cell of text that no spread sheet takes for a formula, or for a time where it
// is a fraction or a ratio: such a one gets an apostrophe before it. So does one that begins
// with an apostrophe, so that a reader who takes one off has the text again. The signs of
// other widths count too: East Asian spread sheets take them for the plain ones.
func inert(cell string) string {
	if negative.MatchString(cell) {
		return cell
	}
	for _, sign := range []string{"=", "+", "-", "@", "\t", "\r", "\n", "'", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"} {
		if strings.HasPrefix(cell, sign) {
			return "'" + cell
		}
	}
	if looksTimed.MatchString(cell) {
		return "'" + cell
	}
	return cell
}
