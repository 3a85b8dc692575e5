package sink

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
)

// Part is a finished table that is one of several parts of a folder.
type Part struct {
	Key string // what its rows depend on besides the documents
	dir string
	p   *previous
}

// OpenPart opens the table in a folder and reads its manifest. Its journal must have
// been kept.
func OpenPart(dir string, manifest any) (*Part, error) {
	data, err := os.ReadFile(filepath.Join(dir, manifestName))
	if err != nil {
		return nil, fmt.Errorf("%s holds no finished run: there is no %s in it", dir, manifestName)
	}
	if err := json.Unmarshal(data, manifest); err != nil {
		return nil, fmt.Errorf("%s: %s is broken: %w", dir, manifestName, err)
	}
	key, err := keyOf(filepath.Join(dir, journalName))
	if err != nil {
		return nil, fmt.Errorf("%s is no part made with --shard: there is no %s in it", dir, journalName)
	}
	p := openPrevious(dir, key)
	if p == nil {
		return nil, fmt.Errorf("%s: its files cannot be read", dir)
	}
	return &Part{Key: key, dir: dir, p: p}, nil
}

// keyOf is the key of a journal.
func keyOf(name string) (string, error) {
	f, err := os.Open(name)
	if err != nil {
		return "", err
	}
	defer f.Close()
	var h head
	err = json.NewDecoder(f).Decode(&h)
	return h.Key, err
}

// Close closes the files of the part.
func (p *Part) Close() { p.p.close() }

// Merge puts the rows of all parts in the order in which one run would have put them.
// The parts hold different files.
func Merge(parts []*Part, to interface{ Put(*Rows) error }) error {
	for {
		var first *Part
		for _, p := range parts {
			if l := p.p.peek(); l != nil && (first == nil || l.File < first.p.peek().File) {
				first = p
			}
		}
		if first == nil {
			return whole(parts)
		}
		file := first.p.peek().File
		for _, p := range parts {
			if l := p.p.peek(); p != first && l != nil && l.File == file {
				return fmt.Errorf("%s and %s both hold %s", first.dir, p.dir, file)
			}
		}
		if err := first.put(file, to); err != nil {
			return err
		}
	}
}

// put puts the rows of a file.
func (p *Part) put(file string, to interface{ Put(*Rows) error }) error {
	for l := p.p.peek(); l != nil && l.File == file; l = p.p.peek() {
		r := p.p.c.rows(l)
		if r == nil {
			return fmt.Errorf("%s: the rows of %s are not whole or were changed", p.dir, l.Doc)
		}
		if err := to.Put(r); err != nil {
			return err
		}
		p.p.ahead = nil
	}
	return nil
}

// whole refuses parts whose journal breaks off.
func whole(parts []*Part) error {
	for _, p := range parts {
		if p.p.torn {
			return fmt.Errorf("%s: its %s is broken", p.dir, journalName)
		}
	}
	return nil
}
