package sink

import (
	"io"
	"os"
	"path/filepath"
)

// previous is a finished table whose journal was kept. Its files are asked for in the
// order of their display paths, in which they stand there, so that one pass finds all.
type previous struct {
	c       *cursor
	files   []*os.File
	ahead   *located // read but not asked for yet
	drained bool
	torn    bool // drained before its end
}

// openPrevious opens the table in a folder; it is nil where there is none that was made
// under the key.
func openPrevious(dir, key string) *previous {
	p := &previous{}
	for _, name := range []string{journalName, factsName, documentsName, ledgerName} {
		f, err := os.Open(filepath.Join(dir, name))
		if err != nil {
			p.close()
			return nil
		}
		p.files = append(p.files, f)
	}
	if p.c = newCursor(key, p.files[0], p.files[1], p.files[2], p.files[3]); p.c == nil {
		p.close()
		return nil
	}
	return p
}

func (p *previous) close() {
	if p == nil {
		return
	}
	for _, f := range p.files {
		f.Close()
	}
}

// peek is the next entry, nil behind the last.
func (p *previous) peek() *located {
	if p.ahead == nil && !p.drained {
		l, err := p.c.next()
		if err != nil {
			p.drained, p.torn = true, err != io.EOF
			return nil
		}
		p.ahead = &l
	}
	return p.ahead
}

// of collects the entries of a file.
func (p *previous) of(file string) map[Place]located {
	var out map[Place]located
	for l := p.peek(); l != nil && l.File <= file; l = p.peek() {
		if l.File == file {
			if out == nil {
				out = map[Place]located{}
			}
			out[l.place().anywhere()] = *l
		}
		p.ahead = nil
	}
	return out
}

// anywhere is the place without its number, which a document before it may have changed.
func (p Place) anywhere() Place {
	p.N = 0
	return p
}

// Known gives what finds the rows of an unchanged document of a file in the table that
// stands in the folder. Files must be asked for in the order of their display paths; what
// Known gives may be called from many goroutines. Documents that failed are not found:
// they are tried again.
func (t *Table) Known(file string) func(Place) *Rows {
	if t.previous == nil {
		return nil
	}
	entries := t.previous.of(file)
	if entries == nil {
		return nil
	}
	return func(p Place) *Rows {
		l, ok := entries[p.anywhere()]
		if !ok {
			return nil
		}
		r := t.previous.c.rows(&l)
		if r == nil || r.Summary.Error != "" {
			return nil
		}
		r.N = p.N
		return r
	}
}
