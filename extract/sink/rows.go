// Package sink writes the results of a run: as a table in a folder, which survives a
// machine that fails in the middle, or as a stream.
package sink

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"sync"

	"github.com/qushu/qushu/extract/fact"
)

// Place says which document of a run is meant.
type Place struct {
	File   string // display path of the file that holds it
	N      int    // its number among the documents of the file, from 0
	Doc    string // its own display path
	SHA256 string // of its bytes; where it has none, of the sentence that says why
}

// Rows are the results of one document as they stand in the files of a table.
type Rows struct {
	Place
	Summary                  fact.Summary
	Facts, Documents, Ledger []byte // whole lines
}

// Encode writes the rows of a result.
func Encode(p Place, r *fact.Result) (*Rows, error) {
	out := &Rows{Place: p, Summary: r.Summary}
	var err error
	if out.Facts, err = lines(r.Facts); err != nil {
		return nil, err
	}
	if out.Ledger, err = lines(r.Ledger); err != nil {
		return nil, err
	}
	out.Documents, err = lines([]fact.Summary{r.Summary})
	return out, err
}

var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

func lines[T any](records []T) ([]byte, error) {
	b := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(b)
	b.Reset()
	err := Lines(b, records)
	return bytes.Clone(b.Bytes()), err
}

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

// sum is a checksum of the rows and of what they are of.
func (r *Rows) sum() string {
	h := sha256.New()
	fmt.Fprintf(h, "%q %d %q %q\n", r.File, r.N, r.Doc, r.SHA256)
	for _, part := range [][]byte{r.Facts, r.Documents, r.Ledger} {
		h.Write(part)
	}
	return hex.EncodeToString(h.Sum(nil)[:8])
}

// Stream writes the facts alone, as qushu run -o - does.
type Stream struct{ W io.Writer }

// Put writes the facts of one document.
func (s Stream) Put(r *Rows) error {
	_, err := s.W.Write(r.Facts)
	return err
}
