package extract

import (
	"fmt"

	"github.com/qushu/qushu/corpus"
	"github.com/qushu/qushu/extract/fact"
	"github.com/qushu/qushu/extract/link"
	"github.com/qushu/qushu/extract/match"
	"github.com/qushu/qushu/extract/mention"
	"github.com/qushu/qushu/extract/segment"
	"github.com/qushu/qushu/extract/words"
	"github.com/qushu/qushu/normalize/area"
	"github.com/qushu/qushu/rules"
)

// Engine reads documents with one rule set. It is safe for concurrent use.
type Engine struct {
	Set        *rules.Set
	page       corpus.Words
	segmenter  *segment.Segmenter
	scanner    *mention.Scanner
	rules      *match.Engine
	linker     *link.Linker
	gazetteer  *area.Gazetteer
	headings   headings
	currencies []currency
	magnitudes []magnitude
	groups     []string // classifiers of groups, behind which their members are counted
}

// New builds an engine. It loads the segmenter, which takes half a second.
func New(set *rules.Set) (*Engine, error) {
	sets := words.Sets(lists(set))
	e := &Engine{Set: set, rules: match.New(set, sets), groups: set.Lists["group"].Words}
	var err error
	if e.scanner, err = scanner(set, sets); err != nil {
		return nil, err
	}
	if e.gazetteer, err = gazetteer(set); err != nil {
		return nil, err
	}
	if e.linker, err = link.New(e.rules, e.gazetteer, sets); err != nil {
		return nil, err
	}
	page, err := cells(set, "page")
	if err != nil {
		return nil, err
	}
	e.page = corpus.NewWords(page)
	if err = words.Fill(&e.headings, sets); err != nil {
		return nil, err
	}
	if e.currencies, err = currencies(set); err != nil {
		return nil, err
	}
	if e.magnitudes, err = magnitudes(set); err != nil {
		return nil, err
	}
	e.segmenter, err = segment.New(dictionary(set))
	return e, err
}

func gazetteer(set *rules.Set) (*area.Gazetteer, error) {
	areas, err := cells(set, "areas")
	if err != nil {
		return nil, err
	}
	extra, err := cells(set, "areas-extra")
	if err != nil {
		return nil, err
	}
	g, err := area.New(areas, extra)
	if err != nil {
		return nil, fmt.Errorf("areas.tsv: %w", err)
	}
	return g, nil
}

// dictionary are the words of the lexicon that the segmenter must not cut.
func dictionary(set *rules.Set) []string {
	return set.Lists["dictionary"].Words
}

// Result is what a document states.
type Result = fact.Result

// Options are what a user knows of a document and the document may not say.
type Options struct {
	Published string // ISO 8601 day: the reference of 今年
	Area      string
	Year      int
	Read      corpus.Options
}

// Bytes reads a document from the bytes of its file.
func (e *Engine) Bytes(path string, data []byte, o Options) (Result, error) {
	d, err := o.Read.Read(path, data, e.page)
	if err != nil {
		return Result{}, err
	}
	return e.Document(d, o), nil
}

// Clean reads a document and returns its kept text.
func (e *Engine) Clean(path string, data []byte, o corpus.Options) (string, error) {
	d, err := o.Read(path, data, e.page)
	if err != nil {
		return "", err
	}
	return d.Clean(), nil
}

// Document extracts the facts of a document that was read.
func (e *Engine) Document(d *corpus.Document, o Options) Result {
	r := e.Mentions(d)
	def := e.defaults(d, r, o)
	e.localMoney(r, d.Given.AreaCode)
	drafts, times := e.linker.Link(r, def)
	w := &writer{engine: e, read: r, drafts: drafts, times: times, official: def.Official || d.Given.Genre == "yearbook"}
	return w.result()
}

// Mentions cuts a document into sentences and finds their mentions.
func (e *Engine) Mentions(d *corpus.Document) *link.Read {
	r := &link.Read{Doc: d, Sentences: segment.Sentences(d)}
	r.Mentions = make([][]mention.Mention, len(r.Sentences))
	for i := range r.Sentences {
		s := &r.Sentences[i]
		if hasNumeral(s.Runes) {
			e.segmenter.Tag(s)
		}
		r.Mentions[i] = e.scanner.Scan(s)
	}
	if n := len(r.Sentences); n > 1 {
		mention.SignLast(r.Sentences[n-1].Runes, r.Mentions[n-1])
	}
	return r
}
