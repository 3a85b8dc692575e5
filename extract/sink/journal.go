package sink

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
)

// The journal of a table has a head and then a line for each document whose rows were
// written, in their order. A line holds how long the rows are and a checksum over them,
// so that a reader needs no promise about what reached the disk first: rows count if
// they are there whole, and end where they are not.

// head is the first line of a journal.
type head struct {
	Journal int    `json:"journal"` // version of the form
	Key     string `json:"key"`     // what the rows depend on besides the document
}

const journalForm = 1

// entry is a line of a journal.
type entry struct {
	File      string `json:"file"`
	N         int    `json:"n"`
	Doc       string `json:"doc"`
	SHA256    string `json:"sha256"`
	Facts     int    `json:"facts"` // bytes of the rows in each file
	Documents int    `json:"documents"`
	Ledger    int    `json:"ledger"`
	Sum       string `json:"sum"`
}

func entryOf(r *Rows) entry {
	return entry{r.File, r.N, r.Doc, r.SHA256, len(r.Facts), len(r.Documents), len(r.Ledger), r.sum()}
}

func (e *entry) place() Place { return Place{e.File, e.N, e.Doc, e.SHA256} }

// errTorn says that what follows in a journal or its files cannot be used.
var errTorn = errors.New("the rows of a document are not whole")

// cursor reads a journal and the files it tells of, document by document.
type cursor struct {
	journal                  *bufio.Reader
	facts, documents, ledger io.ReaderAt
	at                       offsets // of the next document
}

// offsets are places in the files of a table.
type offsets struct{ journal, facts, documents, ledger int64 }

func (o *offsets) add(line int, e *entry) {
	o.journal += int64(line)
	o.facts += int64(e.Facts)
	o.documents += int64(e.Documents)
	o.ledger += int64(e.Ledger)
}

// newCursor reads the head of a journal. It is nil where the rows were made under
// another key, or where there is none.
func newCursor(key string, journal io.Reader, facts, documents, ledger io.ReaderAt) *cursor {
	c := &cursor{journal: bufio.NewReaderSize(journal, 1<<16), facts: facts, documents: documents, ledger: ledger}
	var h head
	n, err := c.line(&h)
	if err != nil || h != (head{journalForm, key}) {
		return nil
	}
	c.at.journal = int64(n)
	return c
}

// line reads a line of the journal and gives its length. The error is io.EOF at the
// end, errTorn where the last line is not whole.
func (c *cursor) line(to any) (int, error) {
	line, err := c.journal.ReadBytes('\n')
	switch {
	case err != nil && len(line) == 0:
		return 0, io.EOF
	case err != nil:
		return 0, errTorn
	}
	if json.Unmarshal(bytes.TrimSuffix(line, []byte("\n")), to) != nil {
		return 0, errTorn
	}
	return len(line), nil
}

// located is an entry and where its rows stand.
type located struct {
	entry
	at offsets
}

// next reads the next entry, without its rows.
func (c *cursor) next() (located, error) {
	l := located{at: c.at}
	n, err := c.line(&l.entry)
	if err != nil {
		return l, err
	}
	if l.Facts < 0 || l.Documents < 0 || l.Ledger < 0 {
		return l, errTorn
	}
	c.at.add(n, &l.entry)
	return l, nil
}

// rows reads the rows of an entry; they are nil where they are not whole. It may be
// called from many goroutines.
func (c *cursor) rows(l *located) *Rows {
	r := &Rows{Place: l.place()}
	for _, part := range []struct {
		from io.ReaderAt
		at   int64
		n    int
		to   *[]byte
	}{{c.facts, l.at.facts, l.Facts, &r.Facts}, {c.documents, l.at.documents, l.Documents, &r.Documents}, {c.ledger, l.at.ledger, l.Ledger, &r.Ledger}} {
		data, err := io.ReadAll(io.NewSectionReader(part.from, part.at, int64(part.n)))
		if err != nil || len(data) != part.n {
			return nil
		}
		*part.to = data
	}
	if r.sum() != l.Sum || json.Unmarshal(r.Documents, &r.Summary) != nil {
		return nil
	}
	return r
}
