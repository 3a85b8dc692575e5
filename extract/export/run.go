package export

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"

	"github.com/qushu/qushu/corpus"
	"github.com/qushu/qushu/extract/fact"
)

// Run is the folder that a run wrote.
type Run struct {
	Dir string
	// Texts reads the documents of the run again, in any order; nil where that is not
	// asked for. Only the formats of annotation tools need it.
	Texts iter.Seq[*corpus.Document]
}

// Open wants a folder with the files of a run.
func Open(dir string) (*Run, error) {
	if i, err := os.Stat(dir); err == nil && !i.IsDir() {
		return nil, fmt.Errorf("%s is a file: wanted the folder of a run", dir)
	}
	for _, name := range []string{"facts.jsonl", "documents.jsonl", "ledger.jsonl"} {
		if _, err := os.Stat(filepath.Join(dir, name)); errors.Is(err, fs.ErrNotExist) {
			return nil, fmt.Errorf("%s: there is no %s in it: it is not the folder of a run", dir, name)
		} else if err != nil {
			return nil, err
		}
	}
	return &Run{Dir: dir}, nil
}

// Facts are the lines of facts.jsonl. What is yielded is overwritten by the next. An
// error ends the sequence; it names file and line.
func (r *Run) Facts() iter.Seq2[*fact.Fact, error] { return lines[fact.Fact](r.Dir, "facts.jsonl") }

// Documents are the lines of documents.jsonl, as Facts.
func (r *Run) Documents() iter.Seq2[*fact.Summary, error] {
	return lines[fact.Summary](r.Dir, "documents.jsonl")
}

// Ledger are the lines of ledger.jsonl, as Facts.
func (r *Run) Ledger() iter.Seq2[*fact.Entry, error] { return lines[fact.Entry](r.Dir, "ledger.jsonl") }

func lines[T any](dir, name string) iter.Seq2[*T, error] {
	path := filepath.Join(dir, name)
	return func(yield func(*T, error) bool) {
		file, err := os.Open(path)
		if err != nil {
			yield(nil, err)
			return
		}
		defer file.Close()
		in := bufio.NewReaderSize(file, 1<<16)
		for n := 1; ; n++ {
			line, err := in.ReadBytes('\n')
			if len(line) > 0 {
				v := new(T)
				if bad := json.Unmarshal(line, v); bad != nil {
					yield(nil, fmt.Errorf("%s:%d: is no line of a run: %w", path, n, bad))
					return
				}
				if !yield(v, nil) {
					return
				}
			}
			if err == io.EOF {
				return
			}
			if err != nil {
				yield(nil, fmt.Errorf("%s: %w", path, err))
				return
			}
		}
	}
}
