// Package sink writes the results of a run.
package sink

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/qushu/qushu/extract/fact"
)

// Folder writes facts.jsonl, documents.jsonl and ledger.jsonl into a folder, one line
// a record, in the order the results come. The files appear under their names when
// Close has written them whole.
type Folder struct {
	dir                      string
	facts, documents, ledger *file
}

// NewFolder makes the folder and opens its files.
func NewFolder(dir string) (*Folder, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	f := &Folder{dir: dir}
	for name, to := range map[string]**file{"facts.jsonl": &f.facts, "documents.jsonl": &f.documents, "ledger.jsonl": &f.ledger} {
		opened, err := create(filepath.Join(dir, name))
		if err != nil {
			return nil, err
		}
		*to = opened
	}
	return f, nil
}

// Put writes the lines of one document.
func (f *Folder) Put(r *fact.Result) error {
	return errors.Join(Lines(f.facts, r.Facts), Lines(f.documents, []fact.Summary{r.Summary}), Lines(f.ledger, r.Ledger))
}

// Close finishes the files and writes the manifest, run.json.
func (f *Folder) Close(manifest any) error {
	err := errors.Join(f.facts.commit(), f.documents.commit(), f.ledger.commit())
	if err != nil {
		return err
	}
	out, err := create(filepath.Join(f.dir, "run.json"))
	if err != nil {
		return err
	}
	enc := encoder(out)
	enc.SetIndent("", "  ")
	if err := enc.Encode(manifest); err != nil {
		return err
	}
	return out.commit()
}

// Stream writes the facts alone, as qushu run -o - does.
type Stream struct{ W io.Writer }

// Put writes the facts of one document.
func (s Stream) Put(r *fact.Result) error { return Lines(s.W, r.Facts) }

// Lines writes records as JSON, one a line, with the characters of the text as they are.
func Lines[T any](w io.Writer, records []T) error {
	enc := encoder(w)
	for i := range records {
		if err := enc.Encode(&records[i]); err != nil {
			return err
		}
	}
	return nil
}

func encoder(w io.Writer) *json.Encoder {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return enc
}

// file is a file being written beside its final name.
type file struct {
	*bufio.Writer
	f    *os.File
	path string
}

func create(path string) (*file, error) {
	f, err := os.Create(path + ".part")
	if err != nil {
		return nil, err
	}
	return &file{bufio.NewWriterSize(f, 1<<16), f, path}, nil
}

func (f *file) commit() error {
	if err := errors.Join(f.Flush(), f.f.Close()); err != nil {
		return fmt.Errorf("%s cannot be written: %w", f.path, err)
	}
	return os.Rename(f.path+".part", f.path)
}
