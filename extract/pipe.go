package extract

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"slices"
	"strings"

	"github.com/qushu/qushu/corpus"
	"github.com/qushu/qushu/extract/fact"
	"github.com/qushu/qushu/extract/link"
	"github.com/qushu/qushu/normalize/period"
)

// Found is a mention of a text as qushu pipe prints it: its value signed as the words
// around it say, whether or not a fact came of it. Offsets are bytes of the text.
type Found struct {
	corpus.Span
	Text  string          `json:"text"`
	Kind  string          `json:"kind"`
	Value json.RawMessage `json:"value"`
	Unit  string          `json:"unit,omitempty"`
	Bound string          `json:"bound,omitempty"`
}

// Text reads a text that is all body: no line of it is taken for furniture, and no
// broken layout is looked for but that of tables, so that every offset is one of the text
// as given. name
// is what its facts call their document; the text must be valid UTF-8.
//
// A Published among the options is the day the text was written on, even where the text
// itself speaks of other years.
func (e *Engine) Text(name, text string, o Options) (Result, []Found) {
	w := e.plain(name, text, o, nil)
	out := w.result()
	return out, w.found(&out)
}

// Plain makes a document of a text without looking at its layout: each line is a
// paragraph.
func Plain(name, text string) *corpus.Document {
	sum := sha256.Sum256([]byte(text))
	d := &corpus.Document{
		Source: corpus.Source{Path: name, Data: []byte(text), SHA256: hex.EncodeToString(sum[:]), Format: "text", Encoding: "utf-8"},
		Text:   text,
	}
	all := corpus.Span{Start: 0, End: len(text)}
	if all.Len() > 0 {
		d.Pieces = []corpus.Piece{{Text: all, Raw: all, TextStep: 1, RawStep: 1}}
	}
	for at := 0; at < len(text); {
		end := len(text)
		if i := strings.IndexByte(text[at:], '\n'); i >= 0 {
			end = at + i + 1
		}
		d.Blocks = append(d.Blocks, corpus.Block{Span: corpus.Span{Start: at, End: end}, Role: corpus.Body})
		at = end
	}
	return d
}

// plainDocument is a text with its tables, if it has any.
func (e *Engine) plainDocument(name, text string) *corpus.Document {
	d := Plain(name, text)
	if with := corpus.Plain(name, text, e.page); with != nil {
		with.Source.SHA256 = d.Source.SHA256
		return with
	}
	return d
}

// plain reads a text up to its facts.
func (e *Engine) plain(name, text string, o Options, trace func(int, link.InForce)) *writer {
	r := e.Mentions(e.plainDocument(name, text))
	tables := e.tables.Scan(r)
	def := e.defaults(r.Doc, r, o)
	if year := atoi(o.Published, 0, 4); year > 0 {
		def.Now, def.Month = year, atoi(o.Published, 5, 7)
		if o.Year == 0 && !namesYear(r) {
			def.Year = year
		}
	}
	drafts, times, sections := e.linker.Link(r, def, trace)
	drafts = append(drafts, tables.Drafts(def, times, sections)...)
	slices.SortStableFunc(drafts, link.Draft.Compare)
	firstTime(r, def, times)
	return &writer{engine: e, read: r, drafts: drafts, times: times, defaults: def}
}

// firstTime resolves the first time of a text against the reference day alone: as a
// heading it would set the period that it is then counted from.
func firstTime(r *link.Read, def link.Defaults, times map[[2]int]string) {
	for si, list := range r.Mentions {
		for k := range list {
			if !list[k].IsTime() {
				continue
			}
			times[[2]int{si, k}] = list[k].Time.Resolve(period.Context{Year: def.Year, Now: def.Now, Month: def.Month})
			return
		}
	}
}

// namesYear reports whether a text names a year, which then is the one it speaks of.
func namesYear(r *link.Read) bool {
	for _, list := range r.Mentions {
		for k := range list {
			if list[k].IsTime() && list[k].Time.Year.Abs > 0 {
				return true
			}
		}
	}
	return false
}

// found lists the mentions in their order. Of a mention that makes several facts the
// first says how it is read.
func (w *writer) found(out *Result) []Found {
	first := map[corpus.Span]*fact.Fact{}
	for i := range out.Facts {
		if f := &out.Facts[i]; first[f.Span] == nil {
			first[f.Span] = f
		}
	}
	list := []Found{}
	for si := range w.read.Sentences {
		for k := range w.read.Mentions[si] {
			if m := &w.read.Mentions[si][k]; m.IsTime() || m.IsValue() {
				list = append(list, w.foundAt(si, k, first))
			}
		}
	}
	return list
}

func (w *writer) foundAt(si, k int, first map[corpus.Span]*fact.Fact) Found {
	m := &w.read.Mentions[si][k]
	span := w.read.Sentences[si].Bytes(m.Start, m.End)
	if f := first[span]; f != nil {
		return Found{span, f.Text, f.Kind, f.Value, f.Unit, f.Bound}
	}
	return Found{span, w.read.Doc.Text[span.Start:span.End], m.Kind, values(m.Value), m.Unit.Code, m.Bound}
}
