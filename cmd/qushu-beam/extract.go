package main

import (
	"context"
	"encoding/json"
	"os"
	"strings"
	"sync"
	"time"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"

	"github.com/qushu/qushu/corpus"
	"github.com/qushu/qushu/extract"
	"github.com/qushu/qushu/extract/fact"
	"github.com/qushu/qushu/extract/run"
	"github.com/qushu/qushu/extract/sink"
	"github.com/qushu/qushu/rules"
)

// loaded is the engine of this process. The dictionary of its segmenter takes half a second
// and 120 MB: all bundles share it.
var loaded = sync.OnceValues(func() (*extract.Engine, error) {
	set, err := rules.Default()
	if err != nil {
		return nil, err
	}
	return extract.New(set)
})

// The metrics of a job. Runners that try a bundle again may count its documents again.
var (
	engines      = beam.NewCounter("qushu", "engines")
	documents    = beam.NewCounter("qushu", "documents")
	failed       = beam.NewCounter("qushu", "failed")
	facts        = beam.NewCounter("qushu", "facts")
	mentions     = beam.NewCounter("qushu", "mentions")
	numerals     = beam.NewCounter("qushu", "numerals")
	unresolved   = beam.NewCounter("qushu", "unresolved")
	bytesOf      = beam.NewDistribution("qushu", "bytes_of_document")
	factsOf      = beam.NewDistribution("qushu", "facts_of_document")
	microseconds = beam.NewDistribution("qushu", "microseconds_of_document")
)

var counted sync.Once // the engine of this process

// extractFn extracts the files of a shard and writes its part of the output. A part has its
// name and bytes of the files alone: whoever does it again writes the same.
type extractFn struct{ Options Options }

// Setup loads the engine.
func (f *extractFn) Setup(context.Context) error {
	_, err := loaded()
	return err
}

func (f *extractFn) ProcessElement(ctx context.Context, shard int, jobs func(*Job) bool, cell func(string, Sums), count func(string, int64)) error {
	counted.Do(func() { engines.Inc(ctx, 1) })
	dir, err := os.MkdirTemp("", "qushu-shard-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	t, err := newTable(dir)
	if err != nil {
		return err
	}
	s := &shardOf{ctx: ctx, o: f.Options, table: t, tally: newTally(f.Options.Panel)}
	for _, j := range sorted(jobs, func(a, b Job) int { return strings.Compare(a.File.Path, b.File.Path) }) {
		if err := s.file(j); err != nil {
			t.close()
			return err
		}
	}
	if err := t.publish(ctx, f.Options, shard); err != nil {
		return err
	}
	s.tally.emit(cell, count)
	return nil
}

// shardOf is a shard being extracted.
type shardOf struct {
	ctx   context.Context
	o     Options
	table *table
	tally *tally
}

// file extracts the documents of a file.
func (s *shardOf) file(j Job) error {
	repeats, err := corpus.RepeatsOf(j.Repeats)
	if err != nil {
		return err
	}
	o := s.o.document()
	o.Read.Repeats = repeats
	file, drop := j.File.fetch(s.ctx)
	defer drop()
	n := 0
	o.Read.Members(file, func(m corpus.Member) bool {
		err = s.document(j.File, sink.Place{File: file.Path, N: n, Doc: m.Path}, m, o)
		n++
		return err == nil && s.ctx.Err() == nil
	})
	if err == nil {
		err = s.ctx.Err()
	}
	return err
}

func (s *shardOf) document(file File, place sink.Place, m corpus.Member, o extract.Options) error {
	e, err := loaded()
	if err != nil {
		return err
	}
	start := time.Now()
	r := run.Document(e, m, o, s.o.Timeout)
	rows, err := sink.Encode(place, &r)
	if err != nil {
		return err
	}
	s.measure(&r.Summary, time.Since(start))
	s.tally.add(&r)
	if r.Summary.Error != "" {
		if err := s.table.fail(deadLetter{m.Path, file.Name, r.Summary.Error}); err != nil {
			return err
		}
	}
	return s.table.put(rows)
}

func (s *shardOf) measure(d *fact.Summary, took time.Duration) {
	documents.Inc(s.ctx, 1)
	if d.Error != "" {
		failed.Inc(s.ctx, 1)
	}
	facts.Inc(s.ctx, int64(d.Facts))
	mentions.Inc(s.ctx, int64(d.Mentions))
	numerals.Inc(s.ctx, int64(d.Numerals))
	unresolved.Inc(s.ctx, int64(d.Unresolved))
	bytesOf.Update(s.ctx, int64(d.Bytes))
	factsOf.Update(s.ctx, int64(d.Facts))
	microseconds.Update(s.ctx, took.Microseconds())
}

// deadLetter is a line of the failed documents: which, where it lies, why.
type deadLetter struct {
	Doc   string `json:"doc"`
	File  string `json:"file"`
	Error string `json:"error"`
}

func (d deadLetter) line() []byte {
	b, _ := json.Marshal(d) // strings only
	return append(b, '\n')
}
