package audit

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strconv"

	"github.com/qushu/qushu/extract/fact"
)

// document is what is known of a document besides its facts.
type document struct {
	area      string
	published string // a day, "" where it is not known
	year      string // the last day of the year it reports on, "" where it is not known
}

// ended reports whether a stretch of time was over when the document was written, so
// that what it states of it is not of a part of it.
func (d document) ended(s stretch) bool {
	switch {
	case d.published != "":
		return s.to < d.published
	case d.year != "":
		return s.to <= d.year
	}
	return true
}

// written is the year in which the document was published, "" where it is not known.
func (d document) written() string { return d.published[:min(len("2031"), len(d.published))] }

// readDocuments reads documents.jsonl of a run; where there is none, nothing is known of
// the documents.
func readDocuments(name string) (map[string]document, error) {
	out := map[string]document{}
	f, err := os.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return out, nil
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	r := bufio.NewReader(f)
	for n := 1; ; n++ {
		line, err := r.ReadBytes('\n')
		if len(line) > 0 {
			var s fact.Summary
			if err := json.Unmarshal(line, &s); err != nil {
				return nil, fmt.Errorf("%s:%d: is no line of documents: %w", name, n, err)
			}
			out[s.Doc] = documentOf(s)
		}
		if err == io.EOF {
			return out, nil
		}
		if err != nil {
			return nil, err
		}
	}
}

func documentOf(s fact.Summary) document {
	d := document{area: s.Area, published: s.Published}
	if s.Year > 0 {
		d.year = strconv.Itoa(s.Year) + "-12-31"
	}
	return d
}
