package view

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/qushu/qushu/extract/export"
	"github.com/qushu/qushu/extract/fact"
)

// index answers questions about the facts of a run, however many: the lines stay in the
// file, and what filters ask is held as numbers that stand for texts.
type index struct {
	file      *os.File // facts.jsonl
	rows      []row
	docs      []fact.Summary
	docAt     map[string]int
	first     []int // for each document its first row; one more for the end
	byID      map[string]int
	names     map[string]*names // by field
	sentences []string          // in small letters
	others    *names            // what else is searched, in small letters
}

// row is a fact: its line in the file, and its fields by number.
type row struct {
	at                                       int64
	size                                     int32
	doc, sentence, other                     int32
	indicator, area, period, measure, status int32
	flags                                    uint32 // a bit for each of fact.Flags
	confidence                               float32
}

// names number the texts of a field; "" is 0.
type names struct {
	list   []string
	number map[string]int32
}

func newNames() *names { return &names{[]string{""}, map[string]int32{"": 0}} }

func (n *names) of(text string) int32 {
	i, ok := n.number[text]
	if !ok {
		i = int32(len(n.list))
		text = strings.Clone(text)
		n.list = append(n.list, text)
		n.number[text] = i
	}
	return i
}

func newIndex(r *export.Run) (*index, error) {
	x := &index{docAt: map[string]int{}, byID: map[string]int{}, others: newNames(), names: map[string]*names{}}
	for _, f := range []string{"indicator", "area", "period", "measure", "status"} {
		x.names[f] = newNames()
	}
	for s, err := range r.Documents() {
		if err != nil {
			return nil, err
		}
		x.docAt[s.Doc] = len(x.docs)
		x.docs = append(x.docs, *s)
	}
	x.first = make([]int, len(x.docs)+1)
	path := filepath.Join(r.Dir, "facts.jsonl")
	var err error
	if x.file, err = os.Open(path); err != nil {
		return nil, err
	}
	if err := x.read(path); err != nil {
		x.file.Close()
		return nil, err
	}
	return x, nil
}

// read takes the lines of the file in.
func (x *index) read(path string) error {
	in := bufio.NewReaderSize(x.file, 1<<20)
	doc, at := 0, int64(0)
	seen := map[sentenceKey]int32{}
	for {
		line, err := in.ReadBytes('\n')
		if len(bytes.TrimSpace(line)) > 0 {
			var f fact.Fact
			if bad := json.Unmarshal(line, &f); bad != nil {
				return fmt.Errorf("%s:%d: is no line of a run: %w", path, len(x.rows)+1, bad)
			}
			i, ok := x.docAt[f.Doc]
			if !ok || i < doc {
				return fmt.Errorf("facts.jsonl and documents.jsonl are not of one run: %s stands in another order", f.Doc)
			}
			for ; doc < i; doc++ {
				x.first[doc+1] = len(x.rows)
				clear(seen)
			}
			x.add(&f, at, len(line), i, seen)
		}
		at += int64(len(line))
		if err == io.EOF {
			break
		}
		if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
	}
	for ; doc < len(x.docs); doc++ {
		x.first[doc+1] = len(x.rows)
	}
	return nil
}

func (x *index) add(f *fact.Fact, at int64, size, doc int, seen map[sentenceKey]int32) {
	r := row{at: at, size: int32(size), doc: int32(doc), sentence: x.sentence(f.Sentence, seen), confidence: float32(f.Confidence),
		indicator: x.names["indicator"].of(f.Indicator), area: x.names["area"].of(f.Area), period: x.names["period"].of(f.Period),
		measure: x.names["measure"].of(f.Measure), status: x.names["status"].of(f.Status)}
	r.other = x.others.of(strings.ToLower(strings.Join([]string{f.Indicator, f.Subject, f.Area, f.Text, f.Doc, f.Scope}, "\n")))
	for i, flag := range fact.Flags {
		if slices.Contains(f.Flags, flag.Name) {
			r.flags |= 1 << i
		}
	}
	if _, ok := x.byID[f.ID]; !ok {
		x.byID[f.ID] = len(x.rows)
	}
	x.rows = append(x.rows, r)
}

func (x *index) sentence(s *fact.Sentence, seen map[sentenceKey]int32) int32 {
	if s == nil {
		return -1
	}
	key := sentenceKey{s.Span, s.Text}
	i, ok := seen[key]
	if !ok {
		i = int32(len(x.sentences))
		x.sentences = append(x.sentences, strings.ToLower(s.Text))
		seen[key] = i
	}
	return i
}

// longest is how much of a sentence goes into a row of the table, in bytes.
const longest = 2000

// factsOf reads the facts of a document from the file.
func (x *index) factsOf(doc int, put func(shownFact)) error {
	from, to := x.first[doc], x.first[doc+1]
	if from == to {
		return nil
	}
	last := x.rows[to-1]
	in := bufio.NewReaderSize(io.NewSectionReader(x.file, x.rows[from].at, last.at+int64(last.size)-x.rows[from].at), 1<<18)
	for n := from; n < to; n++ {
		line, err := in.ReadBytes('\n')
		if err != nil && err != io.EOF {
			return err
		}
		f, err := factOf(line, n)
		if err != nil {
			return err
		}
		put(f)
	}
	return nil
}

// fact reads the fact of a row from the file.
func (x *index) fact(n int) (shownFact, error) {
	line := make([]byte, x.rows[n].size)
	if _, err := x.file.ReadAt(line, x.rows[n].at); err != nil {
		return shownFact{}, err
	}
	return factOf(line, n)
}

func factOf(line []byte, n int) (shownFact, error) {
	f := new(fact.Fact)
	if err := json.Unmarshal(line, f); err != nil {
		return shownFact{}, err
	}
	out := shown(f, n)
	if f.Sentence != nil {
		out.Sentence = around(f.Sentence.Text, f.Text)
	}
	return out, nil
}

// around is a sentence or, of one that is too long for a table, what stands around the
// mention.
func around(sentence, mention string) string {
	if len(sentence) <= longest {
		return sentence
	}
	from := max(0, strings.Index(sentence, mention)-longest/4)
	to := min(len(sentence), from+longest)
	return "…" + strings.ToValidUTF8(sentence[from:to], "") + "…"
}
