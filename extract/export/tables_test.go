package export

import (
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/ncruces/go-sqlite3"
	"github.com/parquet-go/parquet-go"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"
)

var tables = []string{"facts", "documents", "ledger"}

// named gives rows with a header as maps.
func named(t *testing.T, rows [][]string) (out []map[string]string) {
	for _, row := range rows[1:] {
		m := map[string]string{}
		for i, cell := range row {
			m[rows[0][i]] = cell
		}
		out = append(out, m)
	}
	return out
}

func readCSV(t *testing.T, path string) [][]string {
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	text, ok := strings.CutPrefix(string(data), bom)
	require.True(t, ok, "no byte order mark")
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	require.NoError(t, err)
	return rows
}

func TestCSV(t *testing.T) {
	dir := exported(t, "csv", "tables")
	for _, name := range tables {
		rows := named(t, readCSV(t, filepath.Join(dir, name+".csv")))
		for _, row := range rows {
			for column, cell := range row {
				if _, err := strconv.ParseFloat(cell, 64); err != nil {
					assert.False(t, strings.HasPrefix(cell, "=") || strings.HasPrefix(cell, "+") || strings.HasPrefix(cell, "-") || strings.HasPrefix(cell, "@"), "%s would be a formula: %s", column, cell)
				}
				row[column] = strings.TrimPrefix(cell, "'")
			}
		}
		requireRun(t, name, rows)
		if name == "facts" {
			requireValues(t, rows, 0)
		}
	}
}

func TestCSVOfFactsAlone(t *testing.T) {
	path := exported(t, "csv", "alone.CSV")
	assert.Len(t, readCSV(t, path), 1+len(jsonl(t, "facts")))
	assert.NoFileExists(t, filepath.Join(filepath.Dir(path), "documents.csv"))
}

func TestInert(t *testing.T) {
	for in, want := range map[string]string{
		"": "", "甲": "甲", "=1": "'=1", "+1": "'+1", "-1": "-1", "-1.5": "-1.5", "-1+2": "'-1+2", "-1%": "'-1%", "@x": "'@x", "\t=1": "'\t=1", "\r": "'\r", "'x": "''x", "＝1": "'＝1", "1=1": "1=1", "“=1": "“=1",
		"1/9": "'1/9", "3:1": "'3:1", "10-15": "'10-15", "1/2/3": "'1/2/3", "2031-03": "2031-03", "2031-03-05": "2031-03-05", "2031": "2031", "2031-2035": "2031-2035", "2031/2035": "2031/2035", "1/9强": "1/9强",
	} {
		assert.Equal(t, want, inert(in))
	}
}

func TestXLSX(t *testing.T) {
	book, err := excelize.OpenFile(exported(t, "xlsx", "facts.xlsx"))
	require.NoError(t, err)
	defer book.Close()
	assert.Equal(t, tables, book.GetSheetList())
	for _, name := range tables {
		rows, err := book.GetRows(name, excelize.Options{RawCellValue: true})
		require.NoError(t, err)
		records := named(t, rows)
		requireRun(t, name, records)
		panes, err := book.GetPanes(name)
		require.NoError(t, err)
		assert.True(t, panes.Freeze && panes.YSplit == 1, "the header of %s is not frozen", name)
		if name == "facts" {
			requireValues(t, records, 0)
			requireCells(t, book, rows)
		}
	}
}

// requireCells wants numbers as numbers, text as text and no formula.
func requireCells(t *testing.T, book *excelize.File, rows [][]string) {
	for i, row := range rows[1:] {
		for j, cell := range row {
			at, err := excelize.CoordinatesToCellName(j+1, i+2)
			require.NoError(t, err)
			formula, err := book.GetCellFormula("facts", at)
			require.NoError(t, err)
			require.Empty(t, formula)
			kind, err := book.GetCellType("facts", at)
			require.NoError(t, err)
			if cell != "" {
				isNumber := kind == excelize.CellTypeUnset || kind == excelize.CellTypeNumber
				require.Equal(t, factColumns[j].Kind != Text, isNumber, "%s: %s", at, cell)
			}
		}
	}
}

func TestParquet(t *testing.T) {
	dir := exported(t, "parquet", "tables")
	for _, name := range tables {
		f, err := os.Open(filepath.Join(dir, name+".parquet"))
		require.NoError(t, err)
		defer f.Close()
		info, err := f.Stat()
		require.NoError(t, err)
		p, err := parquet.OpenFile(f, info.Size())
		require.NoError(t, err)
		var names []string
		for _, c := range p.Root().Columns() {
			names = append(names, c.Name())
		}
		rows := [][]string{names}
		for _, g := range p.RowGroups() {
			reader := g.Rows()
			defer reader.Close()
			buffer := make([]parquet.Row, 100)
			for {
				n, err := reader.ReadRows(buffer)
				for _, r := range buffer[:n] {
					row := make([]string, len(names))
					for _, v := range r {
						row[v.Column()] = parquetCell(v)
					}
					rows = append(rows, row)
				}
				if err != nil {
					break
				}
			}
		}
		requireRun(t, name, named(t, rows))
		if name == "facts" {
			requireValues(t, named(t, rows), 0)
			assert.Equal(t, []string{"doc", "area", "subject", "indicator"}, names[:4])
		}
	}
}

func parquetCell(v parquet.Value) string {
	switch {
	case v.IsNull():
		return ""
	case v.Kind() == parquet.Double:
		return strconv.FormatFloat(v.Double(), 'f', -1, 64)
	}
	return v.String()
}

func TestSQLite(t *testing.T) {
	db, err := sqlite3.Open(exported(t, "sqlite", "facts.sqlite"))
	require.NoError(t, err)
	defer db.Close()
	for _, name := range tables {
		rows := query(t, db, "SELECT * FROM "+name+" ORDER BY rowid")
		requireRun(t, name, rows)
		if name == "facts" {
			requireValues(t, rows, 0)
		}
	}
	assert.Equal(t, []map[string]string{{"typeof(value)": "real", "value": "16400000000.05"}}, query(t, db, "SELECT typeof(value), value FROM facts WHERE id = '00000000000000a1'"))
	found := query(t, db, "SELECT f.sentence FROM sentences s JOIN facts f ON f.rowid = s.rowid WHERE s.sentence MATCH '地区生产总值'")
	require.NotEmpty(t, found)
	for _, row := range found {
		assert.Contains(t, row["sentence"], "地区生产总值")
	}
	assert.Len(t, found, len(query(t, db, "SELECT 1 FROM facts WHERE sentence LIKE '%地区生产总值%'")))
	assert.Equal(t, []map[string]string{{"integrity_check": "ok"}}, query(t, db, "PRAGMA integrity_check"))
}

func query(t *testing.T, db *sqlite3.Conn, sql string) (rows []map[string]string) {
	s, _, err := db.Prepare(sql)
	require.NoError(t, err)
	defer s.Close()
	for s.Step() {
		row := map[string]string{}
		for i := range s.ColumnCount() {
			row[s.ColumnName(i)] = s.ColumnText(i)
			if s.ColumnType(i) == sqlite3.FLOAT {
				row[s.ColumnName(i)] = strconv.FormatFloat(s.ColumnFloat(i), 'f', -1, 64)
			}
		}
		rows = append(rows, row)
	}
	require.NoError(t, s.Err())
	return rows
}

func TestSQLiteWritesOver(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.sqlite")
	for range 2 {
		_, err := sqliteTables(sampleRun(t).Tables(), path)
		require.NoError(t, err)
	}
	_, err := sqliteTables(sampleRun(t).Tables(), filepath.Join(t.TempDir(), "no", "x.sqlite"))
	assert.ErrorContains(t, err, "cannot be written")
}

func TestDatapackage(t *testing.T) {
	dir := exported(t, "datapackage", "dp")
	data, err := os.ReadFile(filepath.Join(dir, "datapackage.json"))
	require.NoError(t, err)
	var p dataPackage
	require.NoError(t, json.Unmarshal(data, &p))
	require.Len(t, p.Resources, len(tables))
	for i, r := range p.Resources {
		assert.Equal(t, tables[i], r.Name)
		rows := readCSV(t, filepath.Join(dir, r.Path))
		var names []string
		for _, f := range r.Schema.Fields {
			names = append(names, f.Name)
			assert.NotEmpty(t, f.Description)
		}
		assert.Equal(t, rows[0], names)
	}
}
