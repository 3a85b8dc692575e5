// Package panel makes one table out of the facts of many documents: a row for each area,
// subject, indicator, measure, period and status, with everything that is said of it
// weighed and in sight. Facts are read as a stream and sorted outside of memory, so that
// a panel may be of more facts than would fit.
package panel

import (
	"errors"
	"iter"
	"os"

	"github.com/qushu/qushu/extract/export"
	"github.com/qushu/qushu/normalize/indicator"
	"github.com/qushu/qushu/rules"
)

// Options are what a panel is made with.
type Options struct {
	Indicators *indicator.Lexicon
	Acts       []string   // words before an indicator that say only that it was done, as in 实施减税降费
	Kin        [][]string // words that count the same things: 个 家 户
	Temp       string     // where temporary files go; "" is the system's place
	Memory     int        // bytes that sorting may hold, 0 for a sensible number
	Filter     Filter
}

// Words are the word lists of the lexicon that a panel needs.
var Words = []string{"done-act", "kin-thing", "kin-person"}

// With takes the word lists of a rule set.
func With(set *rules.Set, indicators *indicator.Lexicon) Options {
	words := func(list int) []string { return set.Lists[Words[list]].Words }
	return Options{Indicators: indicators, Acts: words(0), Kin: [][]string{words(1), words(2)}}
}

// Panel is the rows that the facts of one or more runs make. Close gives up what it holds.
type Panel struct {
	docs    []document
	names   *namer
	cells   *sorter
	aliases *aliases
	filter  Filter
	dir     string
	Read    int // facts that were read
}

// Build reads the runs.
func Build(runs []*export.Run, o Options) (*Panel, error) {
	dir, err := os.MkdirTemp(o.Temp, "qushu-panel-")
	if err != nil {
		return nil, err
	}
	if o.Memory == 0 {
		o.Memory = 64 << 20
	}
	p := &Panel{names: newNamer(o), dir: dir, filter: o.Filter, cells: &sorter{dir: dir, limit: o.Memory}}
	if err := p.build(runs, o); err != nil {
		return nil, errors.Join(err, p.Close())
	}
	return p, nil
}

// Close removes the temporary files.
func (p *Panel) Close() error { return errors.Join(p.cells.close(), os.RemoveAll(p.dir)) }

// build reads the statements twice: from the runs for what names have in common, then
// from a file of its own to put each into its cell.
func (p *Panel) build(runs []*export.Run, o Options) error {
	spool, err := newSpool(p.dir)
	if err != nil {
		return err
	}
	defer spool.close()
	evidence := &sorter{dir: p.dir, limit: o.Memory / 4}
	defer evidence.close()
	for _, r := range runs {
		numbers, err := documents(r, len(runs) > 1, &p.docs)
		if err != nil {
			return err
		}
		if err := p.read(r, numbers, spool, evidence); err != nil {
			return err
		}
	}
	if p.aliases, err = findAliases(evidence); err != nil {
		return err
	}
	return p.sort(spool)
}

// read takes the facts of a run that state something of something.
func (p *Panel) read(r *export.Run, docs map[string]int, to *spool, evidence *sorter) error {
	for f, err := range r.Facts() {
		if err != nil {
			return err
		}
		if f.Measure == "" || f.Indicator == "" {
			continue
		}
		doc, ok := docs[f.Doc]
		if !ok {
			return errNoDocument{r.Dir, f.Doc}
		}
		s := said(f, doc)
		p.names.name(&s)
		p.Read++
		if err := errors.Join(to.add(&s), p.names.evidence(evidence, &s, p.names.token(&s))); err != nil {
			return err
		}
	}
	return nil
}

// errNoDocument is a fact of a document that the run does not list.
type errNoDocument struct{ dir, doc string }

func (e errNoDocument) Error() string {
	return e.dir + ": facts.jsonl speaks of " + e.doc + ", which documents.jsonl does not list"
}

// sort puts every statement into its cell.
func (p *Panel) sort(from *spool) error {
	var buf []byte
	for s, err := range from.statements() {
		if err != nil {
			return err
		}
		token := p.names.token(s)
		if a := p.aliases.of(p.names, s, token); a != nil {
			s.Alias, s.Indicator, s.IndicatorID = true, a.Of, a.id
			if i := p.names.lexicon.ByID(a.id); i != nil {
				s.Indicator = i.Names[0]
			}
			token = a.token
		}
		key := p.names.key(s, token) + "\x00\x00" + byStatus(s)
		buf = s.append(buf[:0])
		if err := p.cells.add([]byte(key), buf); err != nil {
			return err
		}
	}
	return nil
}

// Rows are the rows in the order of area codes, subjects, indicators and periods, without
// those that the filter leaves out. They may be walked again.
func (p *Panel) Rows() iter.Seq2[*Row, error] {
	return func(yield func(*Row, error) bool) {
		c := &reconciler{p.docs, p.names, p.aliases}
		for cell, err := range p.grouped() {
			if err != nil {
				yield(nil, err)
				return
			}
			for _, r := range c.rows(cell.statements, cell.left) {
				r.series = cell.series
				if p.filter.takes(p.names, r) && !yield(r, nil) {
					return
				}
			}
		}
	}
}
