package export

import (
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"

	"github.com/ncruces/go-sqlite3"
	_ "github.com/ncruces/go-sqlite3/embed" // SQLite itself, run as WebAssembly
)

// indices are made when all rows of a table stand: on what it is asked by.
var indices = map[string]string{
	"facts": `
	CREATE INDEX facts_by_doc ON facts (doc, span_start);
	CREATE INDEX facts_by_indicator ON facts (indicator, area, period);
	CREATE INDEX facts_by_area ON facts (area, period);
	CREATE VIRTUAL TABLE sentences USING fts5 (sentence, content = 'facts', tokenize = 'trigram');
	INSERT INTO sentences (sentences) VALUES ('rebuild');
	INSERT INTO sentences (sentences) VALUES ('optimize');`,
	"documents": `
	CREATE UNIQUE INDEX documents_by_doc ON documents (doc);`,
	"ledger": `
	CREATE INDEX ledger_by_doc ON ledger (doc, span_start);
	CREATE INDEX ledger_by_reason ON ledger (reason);`,
	"panel": `
	CREATE INDEX panel_by_indicator ON panel (indicator, area, period);
	CREATE INDEX panel_by_area ON panel (area, period);`,
	"statements": `
	CREATE INDEX statements_by_row ON statements ("row", "rank");`,
}

// sqliteTables writes a data base with the tables, indices on what they are asked by, and,
// of the facts, a full text index of the sentences by groups of three characters, which
// finds Chinese without knowing words:
//
//	SELECT f.* FROM sentences s JOIN facts f ON f.rowid = s.rowid WHERE s.sentence MATCH '…'
func sqliteTables(tables []Table, path string) (Note, error) {
	part := path + ".part"
	if err := os.Remove(part); err != nil && !errors.Is(err, os.ErrNotExist) {
		return "", err
	}
	err := fillSQLite(tables, part)
	if err == nil {
		err = os.Rename(part, path)
	}
	if err != nil {
		os.Remove(part)
		return "", fmt.Errorf("%s cannot be written: %w", path, err)
	}
	return "", nil
}

func fillSQLite(tables []Table, path string) (err error) {
	db, err := sqlite3.OpenFlags(path, sqlite3.OPEN_READWRITE|sqlite3.OPEN_CREATE)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	// The file is new and of no use before it is whole: it needs no journal.
	if err := db.Exec(`PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN`); err != nil {
		return err
	}
	for _, t := range tables {
		if err := sqliteTable(db, t); err != nil {
			return err
		}
	}
	for _, t := range tables {
		if err := db.Exec(indices[t.Name]); err != nil {
			return err
		}
	}
	return db.Exec(`COMMIT`)
}

func sqliteTable(db *sqlite3.Conn, t Table) (err error) {
	if err := db.Exec(createTable(t)); err != nil {
		return err
	}
	marks := strings.TrimSuffix(strings.Repeat("?,", len(t.Columns)), ",")
	insert, _, err := db.Prepare("INSERT INTO " + t.Name + " VALUES (" + marks + ")")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, insert.Close()) }()
	for row, err := range t.Rows {
		if err != nil {
			return err
		}
		for i, cell := range row {
			if err := bind(insert, i+1, t.Columns[i].Kind, cell); err != nil {
				return err
			}
		}
		if err := insert.Exec(); err != nil {
			return err
		}
	}
	return nil
}

func createTable(t Table) string {
	types := map[Kind]string{Text: "TEXT", Integer: "INTEGER", Number: "NUMERIC"}
	lines := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		comma := ","
		if i == len(t.Columns)-1 {
			comma = ""
		}
		lines[i] = fmt.Sprintf("  %q %s%s -- %s", c.Name, types[c.Kind], comma, c.Means)
	}
	return "CREATE TABLE " + t.Name + " (\n" + strings.Join(lines, "\n") + "\n)"
}

func bind(s *sqlite3.Stmt, i int, k Kind, cell string) error {
	if cell == "" {
		return s.BindNull(i)
	}
	if k != Text {
		if n, err := strconv.ParseInt(cell, 10, 64); err == nil {
			return s.BindInt64(i, n)
		}
		if x, err := strconv.ParseFloat(cell, 64); err == nil {
			return s.BindFloat(i, x)
		}
	}
	return s.BindText(i, cell)
}
