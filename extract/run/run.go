// Package run extracts the facts of many documents: side by side, in a fixed order, one
// bad document losing nothing of the others.
package run

import (
	"context"
	"time"

	"golang.org/x/sync/errgroup"
	"golang.org/x/sync/semaphore"

	"github.com/qushu/qushu/corpus"
	"github.com/qushu/qushu/extract"
	"github.com/qushu/qushu/extract/fact"
	"github.com/qushu/qushu/extract/sink"
)

// Extractor reads a document, as an [extract.Engine] does.
type Extractor interface {
	Bytes(path string, data []byte, o extract.Options) (extract.Result, error)
}

// Sink takes the rows of documents in the order of the documents.
type Sink interface {
	Put(r *sink.Rows) error
}

// Store knows rows from before, as a [sink.Table] does.
type Store interface {
	Done(sink.Place) (*sink.Rows, bool, error)
	Known(file string) func(sink.Place) *sink.Rows
}

// Options of a run.
type Options struct {
	Workers  int // 0: one
	Document extract.Options
	Timeout  time.Duration // for one document; 0: none
	Limit    int           // of documents; 0: none
	Strict   bool          // end at the first document that fails
	Store    Store         // nil: there is nothing from before
	Sites    *corpus.Sites // what repeats in the folders of the files; nil: nothing
	Watch    func(Step)    // called in the order of the documents; may be nil
}

// Step is a document that is finished, or the end of a file.
type Step struct {
	File    *corpus.File
	Summary *fact.Summary // nil at the end of the file
	Took    time.Duration // 0 where the rows were there from before
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

// Strict is the error of a run that ended at a document that failed.
type Strict struct{ Failure }

func (s Strict) Error() string { return s.Doc + ": " + s.Failure.Error }

// heavy is how many bytes of documents in hand there are to a worker, a longer document
// counting as one of that size. So a few short documents wait for each worker, and of
// long ones there are no more in the memory than there are workers.
const heavy = 16 << 20

// Files extracts the files, of containers every document in them, and hands the rows to
// the sink in the order given, whatever the number of workers. A document that fails
// has rows with only its summary. Once the context is done the documents in hand are
// still finished and put. The error is the sink's, the context's or a [Strict].
func Files(ctx context.Context, e Extractor, files []corpus.File, s Sink, o Options) (Counts, []Failure, error) {
	workers := max(o.Workers, 1)
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(workers + 2)
	p := &pipeline{e: e, s: s, o: o, g: g,
		// The window keeps fast workers from piling rows up behind a slow document.
		queue: make(chan slot, 4*workers), room: semaphore.NewWeighted(int64(workers) * heavy)}
	g.Go(func() error { return p.write(ctx) })
	g.Go(func() error { return p.read(ctx, files) })
	err := g.Wait()
	return p.counts, p.failures, err
}

// pipeline is a run: one goroutine reads files, workers extract, one puts the rows.
type pipeline struct {
	e        Extractor
	s        Sink
	o        Options
	g        *errgroup.Group
	queue    chan slot
	room     *semaphore.Weighted // for documents in hand
	begun    int                 // documents
	counts   Counts
	failures []Failure
}

// slot is the place of a document's rows among the others; without a channel it stands
// for the end of a file.
type slot struct {
	file *corpus.File
	rows chan done
}

// done is a document that is finished.
type done struct {
	rows   *sink.Rows
	err    error
	took   time.Duration
	weight int64
	put    bool // the rows stand in the sink already
}

// write puts the rows in order.
func (p *pipeline) write(ctx context.Context) error {
	for q := range p.queue {
		if q.rows == nil {
			p.watch(Step{File: q.file})
			continue
		}
		d := <-q.rows
		if err := p.put(d); err != nil {
			return err
		}
		p.counts.add(&d.rows.Summary, &p.failures)
		p.watch(Step{q.file, &d.rows.Summary, d.took})
	}
	return ctx.Err()
}

// put puts the rows of a document where they do not stand yet.
func (p *pipeline) put(d done) error {
	if d.err != nil {
		return d.err
	}
	if s := &d.rows.Summary; p.o.Strict && s.Error != "" {
		return Strict{Failure{s.Doc, s.Error}}
	}
	p.room.Release(d.weight)
	if d.put {
		return nil
	}
	return p.s.Put(d.rows)
}

func (p *pipeline) watch(s Step) {
	if p.o.Watch != nil {
		p.o.Watch(s)
	}
}

// read hands out the documents of the files.
func (p *pipeline) read(ctx context.Context, files []corpus.File) error {
	defer close(p.queue)
	for i := range files {
		f := &files[i]
		if p.full() {
			return nil
		}
		if err := p.file(ctx, f); err != nil {
			return err
		}
		if !p.enqueue(ctx, slot{file: f}) {
			return ctx.Err()
		}
	}
	return nil
}

func (p *pipeline) full() bool { return p.o.Limit > 0 && p.begun >= p.o.Limit }

// file hands out the documents of a file.
func (p *pipeline) file(ctx context.Context, f *corpus.File) (err error) {
	var known func(sink.Place) *sink.Rows
	if p.o.Store != nil {
		known = p.o.Store.Known(f.Path)
	}
	n, repeats := 0, p.o.Sites.Of(*f)
	p.o.Document.Read.Members(*f, func(m corpus.Member) bool {
		job := job{file: f.Path, n: n, member: m, known: known, repeats: repeats}
		n++
		p.begun++
		if err = p.document(ctx, f, job); err != nil {
			return false
		}
		return !p.full()
	})
	return err
}

// document hands out one document, or its rows where they stand already.
func (p *pipeline) document(ctx context.Context, f *corpus.File, j job) error {
	if p.o.Store != nil {
		rows, ok, err := p.o.Store.Done(j.place())
		if err != nil {
			return err
		}
		if ok {
			q := slot{f, make(chan done, 1)}
			q.rows <- done{rows: rows, put: true}
			return p.into(ctx, q)
		}
	}
	weight := int64(min(len(j.member.Data), heavy))
	if err := p.room.Acquire(ctx, weight); err != nil {
		return err
	}
	q := slot{f, make(chan done, 1)}
	if err := p.into(ctx, q); err != nil {
		return err
	}
	p.g.Go(func() error {
		d := p.work(j)
		d.weight = weight
		q.rows <- d
		return nil
	})
	return nil
}

// into puts the slot into the queue. The error is that of a run that has ended.
func (p *pipeline) into(ctx context.Context, q slot) error {
	if !p.enqueue(ctx, q) {
		return ctx.Err()
	}
	return nil
}

func (p *pipeline) enqueue(ctx context.Context, q slot) bool {
	if ctx.Err() != nil {
		return false
	}
	select {
	case p.queue <- q:
		return true
	case <-ctx.Done():
		return false
	}
}

func (c *Counts) add(s *fact.Summary, failures *[]Failure) {
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

// Add adds the counts of another run.
func (c *Counts) Add(d Counts) {
	c.Documents += d.Documents
	c.Failed += d.Failed
	c.Facts += d.Facts
	c.Mentions += d.Mentions
	c.Numerals += d.Numerals
	c.Unresolved += d.Unresolved
}
