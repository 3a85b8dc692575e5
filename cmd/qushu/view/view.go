// Package view shows the result of a run to people: as one HTML file that needs no
// network, and over HTTP. Both have the same page; documents are hostile to it, so
// nothing of them is ever taken for markup.
package view

import (
	"encoding/json"
	"fmt"
	"sort"
	"unicode/utf8"

	"github.com/qushu/qushu/corpus"
	"github.com/qushu/qushu/extract/fact"
)

// shownFact is a fact as the page gets it. Numbers are text, so that the page changes no
// digit of them. In a report doc is the place of the document in its list and s that of
// the sentence; a server writes both out.
type shownFact struct {
	*fact.Fact
	Doc      any        `json:"doc"`
	Sentence any        `json:"sentence,omitempty"`
	Value    any        `json:"value"`
	Base     *shownBase `json:"base,omitempty"`
	Repaired any        `json:"repaired,omitempty"`
	S        int        `json:"s"`
	N        int        `json:"n"` // its line in facts.jsonl, from 0
	At       *place     `json:"at,omitempty"`
	Hex      string     `json:"hex,omitempty"` // the raw bytes of the mention
}

type shownBase struct {
	Value any    `json:"value"`
	Unit  string `json:"unit"`
}

func shown(f *fact.Fact, n int) shownFact {
	x := shownFact{Fact: f, Doc: f.Doc, N: n, Value: digits(f.Value)}
	if f.Base != nil {
		x.Base = &shownBase{digits(f.Base.Value), f.Base.Unit}
	}
	if f.Repaired != nil {
		x.Repaired = digits(f.Repaired)
	}
	return x
}

// digits gives a value with its numbers as text.
func digits(v json.RawMessage) any {
	var list []json.Number
	var text string
	switch {
	case len(v) == 0 || string(v) == "null":
		return nil
	case json.Unmarshal(v, &list) == nil:
		out := make([]string, len(list))
		for i, n := range list {
			out[i] = n.String()
		}
		return out
	case json.Unmarshal(v, &text) == nil:
		return text
	}
	return string(v)
}

// shownEntry is a line of the ledger as the page gets it.
type shownEntry struct {
	fact.Entry
	At  *place `json:"at,omitempty"`
	Hex string `json:"hex,omitempty"`
}

// place is where something stands in the blocks of its document: the block, and offsets
// in its text as JavaScript counts them, in units of UTF-16.
type place [3]int

// block is a block of a document: its role, 1 if it is read for facts, its text, and why
// it has the role.
type block [4]any

// layout places spans of the raw file in the blocks of a document.
type layout struct {
	doc     *corpus.Document
	inverse corpus.Inverse
	blocks  []block
	spans   []corpus.Span // of the blocks, in the text
	units   []int32       // for each byte of the text, its offset in its block
}

func lay(d *corpus.Document) *layout {
	l := &layout{doc: d, inverse: d.Inverse(), units: make([]int32, len(d.Text)+1)}
	for _, b := range d.Blocks {
		if b.Role == corpus.Blank {
			continue
		}
		kept := 0
		if b.Kept() {
			kept = 1
		}
		text := d.Text[b.Span.Start:b.Span.End]
		l.blocks = append(l.blocks, block{string(b.Role), kept, text, b.Why})
		l.spans = append(l.spans, b.Span)
		n := int32(0)
		for i, r := range text {
			for k := range utf8.RuneLen(r) {
				l.units[b.Span.Start+i+k] = n
			}
			if n++; r > 0xFFFF {
				n++
			}
		}
		l.units[b.Span.End] = n
	}
	return l
}

// place finds a raw span; nil where it stands in no block.
func (l *layout) place(raw corpus.Span) *place {
	s, ok := l.inverse.Text(raw)
	if !ok {
		return nil
	}
	i := sort.Search(len(l.spans), func(i int) bool { return l.spans[i].End > s.Start })
	if i == len(l.spans) || s.Start < l.spans[i].Start {
		return nil
	}
	end := min(s.End, l.spans[i].End)
	at := place{i, int(l.units[s.Start]), int(l.units[end])}
	if end == l.spans[i].End { // the next block begins there and counts anew
		at[2] = units(l.doc.Text[l.spans[i].Start:end])
	}
	return &at
}

func units(text string) int {
	n := 0
	for _, r := range text {
		if n++; r > 0xFFFF {
			n++
		}
	}
	return n
}

// hex gives the raw bytes of a mention, those of a long one from its beginning.
func (l *layout) hex(raw corpus.Span) string {
	data := l.doc.Source.Data
	if raw.Start < 0 || raw.End > len(data) || raw.Start > raw.End {
		return ""
	}
	if raw.Len() > 48 {
		return fmt.Sprintf("% x …", data[raw.Start:raw.Start+48])
	}
	return fmt.Sprintf("% x", data[raw.Start:raw.End])
}

// shownDocument is a document as the page gets it. Blocks is null where its file is not
// there.
type shownDocument struct {
	*fact.Summary
	Blocks []block      `json:"blocks"`
	Ledger []shownEntry `json:"ledger"`
}

// document places facts and ledger in a document, which is nil where it is not there.
func document(s *fact.Summary, d *corpus.Document, facts []shownFact, ledger []fact.Entry) shownDocument {
	out := shownDocument{Summary: s, Ledger: []shownEntry{}}
	if d == nil || d.Source.SHA256 != s.SHA256 {
		return out
	}
	l := lay(d)
	out.Blocks = l.blocks
	for i := range facts {
		facts[i].At, facts[i].Hex = l.place(facts[i].Span), l.hex(facts[i].Span)
	}
	for _, e := range ledger {
		if e.Reason != "boilerplate" {
			out.Ledger = append(out.Ledger, shownEntry{e, l.place(e.Span), l.hex(e.Span)})
		}
	}
	return out
}
