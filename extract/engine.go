package extract

import (
	"slices"

	"golang.org/x/sync/errgroup"

	"github.com/qushu/qushu/corpus"
	"github.com/qushu/qushu/extract/audit"
	"github.com/qushu/qushu/extract/fact"
	"github.com/qushu/qushu/extract/link"
	"github.com/qushu/qushu/extract/match"
	"github.com/qushu/qushu/extract/mention"
	"github.com/qushu/qushu/extract/segment"
	"github.com/qushu/qushu/extract/table"
	"github.com/qushu/qushu/extract/words"
	"github.com/qushu/qushu/normalize/area"
	"github.com/qushu/qushu/normalize/indicator"
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
	tables     *table.Reader
	gazetteer  *area.Gazetteer
	headings   headings
	currencies []currency
	magnitudes []magnitude
	pairs      link.Pairs
	indicators *indicator.Lexicon
	belief     *belief
	groups     []string // classifiers of groups, behind which their members are counted
}

// New builds an engine. It loads the segmenter, which takes half a second.
func New(set *rules.Set) (*Engine, error) {
	sets := words.Sets(lists(set))
	e := &Engine{Set: set, rules: match.New(set, sets), groups: set.Lists["group"].Words}
	var loading errgroup.Group // the dictionary loads while the lexicon is read
	loading.Go(func() (err error) { e.segmenter, err = segment.New(dictionary(set)); return })
	err := e.read(set, sets)
	if failed := loading.Wait(); err == nil {
		err = failed
	}
	if err != nil {
		return nil, err
	}
	e.tables, err = table.New(e.scanner, e.segmenter, e.gazetteer, sets)
	return e, err
}

// read makes what the engine knows from the lexicon.
func (e *Engine) read(set *rules.Set, sets map[string]words.Set) (err error) {
	if e.scanner, err = scanner(set, sets); err != nil {
		return err
	}
	if e.gazetteer, err = gazetteer(set); err != nil {
		return err
	}
	if e.indicators, err = Indicators(set); err != nil {
		return err
	}
	if err = build(set, "pairs", func(rows [][]string) (err error) { e.pairs, err = link.NewPairs(rows); return }); err != nil {
		return err
	}
	if e.linker, err = link.New(e.rules, e.gazetteer, sets, e.pairs, e.indicators); err != nil {
		return err
	}
	if e.page, err = PageWords(set); err != nil {
		return err
	}
	if err = words.Fill(&e.headings, sets); err != nil {
		return err
	}
	if e.currencies, err = currencies(set); err != nil {
		return err
	}
	if e.magnitudes, err = magnitudes(set); err != nil {
		return err
	}
	e.belief, err = newBelief(set, sets)
	return err
}

// PageWords are the words by which corpus tells the text of a page from its furniture:
// all that reading a document takes without extracting its facts.
func PageWords(set *rules.Set) (corpus.Words, error) {
	page, err := cells(set, "page")
	if err != nil {
		return corpus.Words{}, err
	}
	return corpus.NewWords(page), nil
}

func gazetteer(set *rules.Set) (*area.Gazetteer, error) {
	var g *area.Gazetteer
	extra, err := cells(set, "areas-extra")
	if err != nil {
		return nil, err
	}
	err = build(set, "areas", func(rows [][]string) (err error) { g, err = area.New(rows, extra); return })
	return g, err
}

// WordLists are the word lists that the code reads, besides those that rules name.
func WordLists() []string {
	return slices.Concat(link.Words(), table.Words(), mention.Words(), match.Words(), words.Names(&headings{}), words.Names(&beliefWords{}), audit.Words(), []string{"dictionary", "group", "done-act", "kin-thing", "kin-person"}) // the last ones for panels
}

// Tables are the tables of the lexicon that the code reads.
func Tables() []string {
	return append(audit.Tables(), "areas", "areas-extra", "confidence", "currencies", "dimensions", "hedges", "indicator-parts", "indicators", "magnitudes", "names", "page", "pairs", "periods", "units", "values", "words")
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
	d, err := e.Read(path, data, o.Read)
	if err != nil {
		return Result{}, err
	}
	return e.Document(d, o), nil
}

// Read reads a document from the bytes of its file, up to its clean text.
func (e *Engine) Read(path string, data []byte, o corpus.Options) (*corpus.Document, error) {
	return o.Read(path, data, e.page)
}

// Clean reads a document and returns its kept text.
func (e *Engine) Clean(path string, data []byte, o corpus.Options) (string, error) {
	d, err := e.Read(path, data, o)
	if err != nil {
		return "", err
	}
	return d.Clean(), nil
}

// Document extracts the facts of a document that was read.
func (e *Engine) Document(d *corpus.Document, o Options) Result {
	return e.document(d, o, nil).result()
}

// document reads a document up to its facts.
func (e *Engine) document(d *corpus.Document, o Options, trace func(int, link.InForce)) *writer {
	r := e.Mentions(d)
	tables := e.tables.Scan(r)
	def := e.defaults(d, r, o)
	e.localMoney(r, d.Given.AreaCode)
	drafts, times, sections := e.linker.Link(r, def, trace)
	drafts = append(drafts, tables.Drafts(def, times, sections)...)
	slices.SortStableFunc(drafts, link.Draft.Compare)
	return &writer{engine: e, read: r, drafts: drafts, times: times, defaults: def, official: def.Official || d.Given.Genre == "yearbook"}
}

// Mentions cuts a document into sentences and finds their mentions.
func (e *Engine) Mentions(d *corpus.Document) *link.Read {
	r := &link.Read{Doc: d, Sentences: segment.Sentences(d)}
	r.Mentions = make([][]mention.Mention, len(r.Sentences))
	for i := range r.Sentences {
		s := &r.Sentences[i]
		if s.Table > 0 {
			continue // by the reader of tables
		}
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

// Without is the engine with one rule of its set left out; all else is shared.
func (e *Engine) Without(rule string) (*Engine, error) {
	set := *e.Set
	set.Rules = slices.DeleteFunc(slices.Clone(set.Rules), func(r rules.Rule) bool { return r.Name == rule })
	out, sets := *e, words.Sets(lists(&set))
	out.Set, out.rules = &set, match.New(&set, sets)
	var err error
	out.linker, err = link.New(out.rules, e.gazetteer, sets, e.pairs, e.indicators)
	return &out, err
}
