// Package export writes the result of a run in the formats of other programs: spread
// sheets, data bases, statistics, tools for annotation. Tables are written as they are
// read, line by line, so that memory does not grow with the result; the formats of
// annotation tools, which go document by document, hold the facts.
package export

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// Format is a way to write the result of a run.
type Format struct {
	Name string
	// In is the name that the export has beside the files of the run.
	In string
	// Documents says that it is written of the documents read again, some of which a Note
	// may miss.
	Documents bool
	// Write writes to a path: a file, or, of most formats with several files, a folder.
	Write func(r *Run, path string) (Note, error)
	// Tables writes any tables as Write does those of a run; nil of what is no format of
	// tables.
	Tables func(tables []Table, path string) (Note, error)
}

// Note is a sentence on what an export could not hold, or "".
type Note string

// Formats are all formats, in the order in which they are listed.
var Formats = []Format{
	{"csv", "csv", false, ofRun(csvTables), csvTables},
	{"xlsx", "facts.xlsx", false, ofRun(xlsxTables), xlsxTables},
	{"parquet", "parquet", false, ofRun(parquetTables), parquetTables},
	{"sqlite", "facts.sqlite", false, ofRun(sqliteTables), sqliteTables},
	{"sdmx-csv", "facts.sdmx.csv", false, writeSDMX, nil},
	{"datapackage", "datapackage", false, ofRun(datapackageTables), datapackageTables},
	{"brat", "brat", true, writeBrat, nil},
	{"label-studio", "label-studio", true, writeLabelStudio, nil},
}

// ofRun writes the tables of a run.
func ofRun(write func([]Table, string) (Note, error)) func(*Run, string) (Note, error) {
	return func(r *Run, path string) (Note, error) { return write(r.Tables(), path) }
}

// Names are the names of the formats.
func Names() []string {
	names := make([]string, len(Formats))
	for i, f := range Formats {
		names[i] = f.Name
	}
	return names
}

// Find gives the format of a name.
func Find(name string) (Format, error) {
	for _, f := range Formats {
		if f.Name == name {
			return f, nil
		}
	}
	return Format{}, fmt.Errorf("there is no format %q, wanted one of %s", name, strings.Join(Names(), ", "))
}

// eachTable writes tables with one, each into a file of its own: into the folder path or,
// where path is itself the name of such a file, the first table alone into it.
func eachTable(tables []Table, path, ext string, one func(t Table, path string) error) error {
	if strings.EqualFold(filepath.Ext(path), ext) && !isFolder(path) {
		return one(tables[0], path)
	}
	if err := makeFolder(path); err != nil {
		return err
	}
	for _, t := range tables {
		if err := one(t, filepath.Join(path, t.Name+ext)); err != nil {
			return err
		}
	}
	return nil
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

func makeFolder(path string) error {
	if err := os.MkdirAll(path, 0o755); err != nil {
		return fmt.Errorf("the folder %s cannot be made: %w", path, err)
	}
	return nil
}

// whole lets write fill a file beside path and gives it that name when it is whole.
func whole(path string, write func(f *os.File) error) error {
	f, err := os.Create(path + ".part")
	if err != nil {
		return fmt.Errorf("%s cannot be written: %w", path, err)
	}
	err = write(f)
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Rename(path+".part", path)
	}
	if err != nil {
		os.Remove(path + ".part")
		return fmt.Errorf("%s cannot be written: %w", path, err)
	}
	return nil
}
