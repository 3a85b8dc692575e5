// Package run extracts the facts of many documents: side by side, in a fixed order, one
// bad document losing nothing of the others.
package run

import (
	"context"
	"fmt"

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

// Files extracts the files, of containers every document in them, and hands the results
// to the sink in the order given, whatever the number of workers. A document that fails
// has a result with only its summary. The error is the sink's, or the context's.
func Files(ctx context.Context, e *extract.Engine, files []corpus.File, s Sink, o Options) (Counts, []Failure, error) {
	workers := max(o.Workers, 1)
	// The window keeps fast workers from piling results up behind a slow document.
	queue := make(chan slot, 4*workers)
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(workers + 2)
	var counts Counts
	var failures []Failure
	g.Go(func() error {
		done := 0
		for q := range queue {
			if q.result == nil {
				if done++; o.Progress != nil {
					o.Progress(done, len(files))
				}
				continue
			}
			r := <-q.result
			counts.add(&r, &failures)
			if err := s.Put(&r); err != nil {
				return err
			}
		}
		return ctx.Err()
	})
	sites := corpus.NewSites(files)
	g.Go(func() error {
		defer close(queue)
		for _, f := range files {
			corpus.Members(f, func(m corpus.Member) bool {
				q := slot{make(chan extract.Result, 1)}
				if !q.into(ctx, queue) {
					return false
				}
				g.Go(func() error {
					o := o.Document
					o.Read.Repeats = sites.Of(f)
					q.result <- Member(e, m, o)
					return nil
				})
				return true
			})
			if !(slot{}).into(ctx, queue) {
				return ctx.Err()
			}
		}
		return nil
	})
	err := g.Wait()
	return counts, failures, err
}

// slot is the place of a document's result among the others; without a channel it
// stands for the end of a file.
type slot struct{ result chan extract.Result }

// into puts the slot into the queue; false where the run has ended.
func (q slot) into(ctx context.Context, queue chan<- slot) bool {
	select {
	case queue <- q:
		return true
	case <-ctx.Done():
		return false
	}
}

// Member extracts one document. One that cannot be read gives a result whose summary
// says why in a sentence.
func Member(e *extract.Engine, m corpus.Member, o extract.Options) (r extract.Result) {
	err := m.Err
	if err == nil {
		r, err = safely(e, m.Path, m.Data, o)
	}
	if err != nil {
		r = extract.Result{Summary: fact.Summary{Doc: m.Path, Bytes: len(m.Data), Error: err.Error()}}
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
