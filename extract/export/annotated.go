package export

import (
	"fmt"
	"strings"

	"github.com/qushu/qushu/corpus"
	"github.com/qushu/qushu/extract/fact"
)

// annotated is a document for an annotation tool: the text that is read for facts, one
// block a line, and the facts and unresolved numbers that stand in it.
type annotated struct {
	Doc   string
	Text  string
	Marks []mark
}

// mark is a stretch of the text, in characters, and what it was read as: a fact, or,
// where that is nil, an unresolved number.
type mark struct {
	Start, End int
	Fact       *fact.Fact
}

// label is what a mark is called: its measure, else its kind.
func (m mark) label() string {
	switch {
	case m.Fact == nil:
		return "unresolved"
	case m.Fact.Measure != "":
		return m.Fact.Measure
	}
	return m.Fact.Kind
}

// annotate calls put with each document that could be read again, in the order in which
// the texts come. It says how many documents with facts had no text.
func annotate(r *Run, put func(a *annotated) error) (Note, error) {
	if r.Texts == nil {
		return "", fmt.Errorf("this format needs the texts of the documents, which a run does not keep: say where its inputs are")
	}
	read, err := perDocument(r)
	if err != nil {
		return "", err
	}
	all := len(read)
	for d := range r.Texts {
		of, ok := read[d.Source.Path]
		if !ok || of.sha256 != d.Source.SHA256 {
			continue
		}
		delete(read, d.Source.Path)
		if err := put(place(d, of)); err != nil {
			return "", err
		}
	}
	if len(read) > 0 {
		return Note(fmt.Sprintf("%d of %d documents were left out: their files were not found in the inputs, or have changed", len(read), all)), nil
	}
	return "", nil
}

// readDocument is what a run says of a document.
type readDocument struct {
	sha256     string
	facts      []*fact.Fact
	unresolved []corpus.Span
}

// perDocument gathers facts and unresolved numbers by document.
func perDocument(r *Run) (map[string]*readDocument, error) {
	all := map[string]*readDocument{}
	for s, err := range r.Documents() {
		if err != nil {
			return nil, err
		}
		if s.Error == "" {
			all[s.Doc] = &readDocument{sha256: s.SHA256}
		}
	}
	for f, err := range r.Facts() {
		if err != nil {
			return nil, err
		}
		if d := all[f.Doc]; d != nil {
			d.facts = append(d.facts, f)
		}
	}
	for e, err := range r.Ledger() {
		if err != nil {
			return nil, err
		}
		if d := all[e.Doc]; d != nil && e.Reason == "unresolved" {
			d.unresolved = append(d.unresolved, e.Span)
		}
	}
	return all, nil
}

// place finds the marks in the kept text.
func place(d *corpus.Document, of *readDocument) *annotated {
	k := keep(d)
	v := d.Inverse()
	a := &annotated{Doc: d.Source.Path, Text: k.text.String()}
	add := func(raw corpus.Span, f *fact.Fact) {
		if s, ok := v.Text(raw); ok {
			if start, end, ok := k.characters(s); ok {
				a.Marks = append(a.Marks, mark{start, end, f})
			}
		}
	}
	for _, f := range of.facts {
		add(f.Span, f)
	}
	for _, s := range of.unresolved {
		add(s, nil)
	}
	return a
}

// kept is the text of a document that is read, with the character at which each byte of
// the whole text begins, or -1 where it was left out.
type kept struct {
	text strings.Builder
	at   []int32
}

func keep(d *corpus.Document) *kept {
	k := &kept{at: make([]int32, len(d.Text)+1)}
	for i := range k.at {
		k.at[i] = -1
	}
	n := int32(0)
	for _, b := range d.Blocks {
		if !b.Kept() {
			continue
		}
		for i, r := range d.Text[b.Span.Start:b.Span.End] {
			if r == '\n' || r == '\r' {
				r = ' ' // a line of the text is a block
			}
			k.at[b.Span.Start+i] = n
			k.text.WriteRune(r)
			n++
		}
		k.at[b.Span.End] = n
		k.text.WriteByte('\n')
		n++
	}
	return k
}

// characters gives a span of the whole text in characters of what was kept.
func (k *kept) characters(s corpus.Span) (start, end int, ok bool) {
	a, b := k.at[s.Start], k.at[s.End]
	return int(a), int(b), a >= 0 && b > a
}
