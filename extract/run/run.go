// Package run extracts the facts of many documents: side by side, in a fixed order, one
// bad document losing nothing of the others.
package run

import (
	"context"
	"fmt"
	"os"
	"strings"

	"golang.org/x/sync/errgroup"

	"github.com/qushu/qushu/corpus"
	"github.com/qushu/qushu/extract"
	"github.com/qushu/qushu/extract/fact"
)

// Sink takes the results of documents in the order of the documents.
type Sink interface {
	Put(r *extract.Result) error
}

// Options of a run.
type Options struct {
	Workers  int // 0: one
	Document extract.Options
	// Progress is called after each document with how many are done.
	Progress func(done, total int)
}

// Failure is a document that could not be read.
type Failure struct {
	Doc   string `json:"doc"`
	Error string `json:"error"`
}

// Counts are the totals of a run.
type Counts struct {
	Documents  int `json:"documents"`
	Failed     int `json:"failed"`
	Facts      int `json:"facts"`
	Mentions   int `json:"mentions"`
	Numerals   int `json:"numerals"`
	Unresolved int `json:"unresolved"`
}

// Files extracts the files and hands their results to the sink in the order given,
// whatever the number of workers. A file that fails has a result with only its summary.
// The error is the sink's, or the context's.
func Files(ctx context.Context, e *extract.Engine, files []corpus.File, s Sink, o Options) (Counts, []Failure, error) {
	workers := max(o.Workers, 1)
	slots := make([]chan extract.Result, len(files))
	for i := range slots {
		slots[i] = make(chan extract.Result, 1)
	}
	// The window keeps fast workers from piling results up behind a slow document.
	window := make(chan struct{}, 4*workers)
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(workers + 1)
	var counts Counts
	var failures []Failure
	g.Go(func() error {
		for i := range files {
			select {
			case r := <-slots[i]:
				counts.add(&r, &failures)
				if err := s.Put(&r); err != nil {
					return err
				}
				<-window
			case <-ctx.Done():
				return ctx.Err()
			}
			if o.Progress != nil {
				o.Progress(i+1, len(files))
			}
		}
		return nil
	})
	for i := range files {
		select {
		case window <- struct{}{}:
		case <-ctx.Done():
			return counts, failures, g.Wait()
		}
		g.Go(func() error {
			slots[i] <- File(e, files[i], o.Document)
			return nil
		})
	}
	err := g.Wait()
	return counts, failures, err
}

// File extracts one file. A file that cannot be read gives a result whose summary says
// why in a sentence.
func File(e *extract.Engine, f corpus.File, o extract.Options) (r extract.Result) {
	data, err := os.ReadFile(f.OS)
	if err == nil {
		r, err = safely(e, f.Path, data, o)
	} else {
		err = readError(err)
	}
	if err != nil {
		r = extract.Result{Summary: fact.Summary{Doc: f.Path, Bytes: len(data), Error: err.Error()}}
	}
	return r
}

// safely keeps a defect met in one document from ending the run: it becomes that
// document's error.
func safely(e *extract.Engine, path string, data []byte, o extract.Options) (r extract.Result, err error) {
	defer func() {
		if p := recover(); p != nil {
			r, err = extract.Result{}, fmt.Errorf("a defect of qushu stopped the reading (%v): please report it with this file", p)
		}
	}()
	return e.Bytes(path, data, o)
}

// readError drops the path the system's message repeats.
func readError(err error) error {
	text := err.Error()
	if i := strings.LastIndex(text, ": "); i >= 0 {
		text = text[i+2:]
	}
	return fmt.Errorf("cannot be read: %s", text)
}

func (c *Counts) add(r *extract.Result, failures *[]Failure) {
	s := &r.Summary
	c.Documents++
	c.Facts += s.Facts
	c.Mentions += s.Mentions
	c.Numerals += s.Numerals
	c.Unresolved += s.Unresolved
	if s.Error != "" {
		c.Failed++
		*failures = append(*failures, Failure{s.Doc, s.Error})
	}
}
