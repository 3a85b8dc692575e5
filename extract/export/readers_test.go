package export

import (
	"encoding/json"
	"math"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"github.com/qushu/qushu/extract/fact"
)

// program finds a program of the machine that reads what is exported.
func program(t *testing.T, names ...string) string {
	for _, name := range names {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	t.Skipf("%s is not installed: install it to test what it reads", names[0])
	return ""
}

// resaved lets LibreOffice read a file and write it as a workbook.
func resaved(t *testing.T, office, path string, options ...string) *excelize.File {
	dir := t.TempDir()
	args := append([]string{"-env:UserInstallation=file://" + filepath.Join(dir, "profile"), "--headless", "--convert-to", "xlsx", "--outdir", dir}, options...)
	out, err := exec.Command(office, append(args, path)...).CombinedOutput()
	require.NoError(t, err, string(out))
	name := strings.TrimSuffix(filepath.Base(path), filepath.Ext(path)) + ".xlsx"
	book, err := excelize.OpenFile(filepath.Join(dir, name))
	require.NoError(t, err, string(out))
	t.Cleanup(func() { book.Close() })
	return book
}

func TestLibreOfficeReadsXLSX(t *testing.T) {
	office := program(t, "soffice", "libreoffice")
	book := resaved(t, office, exported(t, "xlsx", "facts.xlsx"))
	assert.Equal(t, tables, book.GetSheetList())
	for _, name := range tables {
		rows, err := book.GetRows(name, excelize.Options{RawCellValue: true})
		require.NoError(t, err)
		records := named(t, rows)
		requireRun(t, name, records)
		if name == "facts" {
			requireValues(t, records, 1e-14) // LibreOffice writes 15 digits
			requireCells(t, book, rows)
		}
	}
}

// TestLibreOfficeReadsCSV opens CSV as UTF-8, as the byte order mark says: numbers are
// numbers, and no text becomes a formula or a time. Of a text that is a number, as 1.0 or
// 96%, the number is kept.
func TestLibreOfficeReadsCSV(t *testing.T) {
	office := program(t, "soffice", "libreoffice")
	book := resaved(t, office, filepath.Join(exported(t, "csv", "tables"), "facts.csv"), "--infilter=CSV:44,34,76,1")
	sheet := book.GetSheetList()[0]
	rows, err := book.GetRows(sheet, excelize.Options{RawCellValue: true})
	require.NoError(t, err)
	facts := jsonl(t, "facts")
	require.Len(t, rows, 1+len(facts))
	requireValues(t, named(t, rows), 1e-14) // LibreOffice writes 15 digits
	for i, row := range named(t, rows) {
		var want fact.Fact
		require.NoError(t, json.Unmarshal([]byte(facts[i]), &want))
		assert.Equal(t, want.Doc, strings.TrimPrefix(row["doc"], "'"))
		if want.Sentence == nil {
			want.Sentence = &fact.Sentence{}
		}
		assert.Equal(t, want.Sentence.Text, strings.TrimPrefix(row["sentence"], "'"))
		assert.Equal(t, single(want.Value) == "", row["value"] == "")
		if text := strings.TrimPrefix(row["text"], "'"); text != want.Text {
			was, err := strconv.ParseFloat(strings.TrimSuffix(want.Text, "%"), 64)
			require.NoError(t, err, "%s was read as %s", want.Text, text)
			is, err := strconv.ParseFloat(text, 64)
			require.NoError(t, err)
			if strings.HasSuffix(want.Text, "%") {
				was /= 100
			}
			assert.InDelta(t, was, is, 1e-14*math.Abs(was))
		}
	}
	for i := range rows {
		for j := range rows[0] {
			at, err := excelize.CoordinatesToCellName(j+1, i+1)
			require.NoError(t, err)
			formula, err := book.GetCellFormula(sheet, at)
			require.NoError(t, err)
			require.Empty(t, formula, at)
		}
	}
}

func TestSQLiteShellReads(t *testing.T) {
	shell := program(t, "sqlite3")
	path := exported(t, "sqlite", "facts.sqlite")
	ask := func(sql string) (rows []map[string]string) {
		out, err := exec.Command(shell, "-json", path, sql).CombinedOutput()
		require.NoError(t, err, string(out))
		dec := json.NewDecoder(strings.NewReader(string(out)))
		dec.UseNumber()
		var found []map[string]any
		require.NoError(t, dec.Decode(&found), string(out))
		for _, f := range found {
			row := map[string]string{}
			for k, v := range f {
				switch v := v.(type) {
				case string:
					row[k] = v
				case json.Number:
					row[k] = v.String()
				}
			}
			rows = append(rows, row)
		}
		return rows
	}
	for _, name := range tables {
		rows := ask("SELECT * FROM " + name + " ORDER BY rowid")
		requireRun(t, name, rows)
		if name == "facts" {
			requireValues(t, rows, 0)
		}
	}
	assert.NotEmpty(t, ask("SELECT rowid FROM sentences WHERE sentence MATCH '地区生产总值'"))
	assert.Equal(t, []map[string]string{{"integrity_check": "ok"}}, ask("PRAGMA integrity_check"))
}
