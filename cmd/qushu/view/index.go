package view

import (
	"bufio"
	"encoding/json"
	"fmt"
	"hash/maphash"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/qushu/qushu/corpus"
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
	first     []int             // for each document its first row; one more for the end
	byID      map[uint64]int32  // by the hash of the id
	names     map[string]*names // by field
	sentences blob              // in small letters
	mentions  blob              // of each row, in small letters
	seed      maphash.Seed
}

// row is a fact: its line in the file, and its fields by number.
type row struct {
	at                                       int64
	size                                     int32
	doc, sentence                            int32
	indicator, area, period, measure, status int32
	subject, scope                           int32
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
	x := &index{docAt: map[string]int{}, byID: map[uint64]int32{}, names: map[string]*names{}, seed: maphash.MakeSeed()}
	for _, f := range []string{"indicator", "area", "period", "measure", "status", "subject", "scope"} {
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

// indexed is what the index takes of a line.
type indexed struct {
	ID, Doc, Text, Measure, Indicator, Area, Subject, Period, Status, Scope string

	Sentence   *fact.Sentence
	Confidence float64
	Flags      []string
}

// batch is how many lines are read side by side.
const batch = 4096

// read takes the lines of the file in.
func (x *index) read(path string) error {
	in := bufio.NewReaderSize(x.file, 1<<20)
	var at int64
	doc := 0
	seen := map[corpus.Span]int32{}
	for {
		lines, err := take(in, batch)
		if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		if len(lines) == 0 {
			break
		}
		read := make([]indexed, len(lines))
		bad := make([]error, len(lines))
		inParts(len(lines), func(from, to int) {
			for i := from; i < to; i++ {
				bad[i] = json.Unmarshal(lines[i], &read[i])
			}
		})
		for i := range read {
			if bad[i] != nil {
				return fmt.Errorf("%s:%d: is no line of a run: %w", path, len(x.rows)+1, bad[i])
			}
			n, ok := x.docAt[read[i].Doc]
			if !ok || n < doc {
				return fmt.Errorf("facts.jsonl and documents.jsonl are not of one run: %s stands in another order", read[i].Doc)
			}
			for ; doc < n; doc++ {
				x.first[doc+1] = len(x.rows)
				clear(seen)
			}
			x.add(&read[i], at, len(lines[i]), n, seen)
			at += int64(len(lines[i]))
		}
	}
	for ; doc < len(x.docs); doc++ {
		x.first[doc+1] = len(x.rows)
	}
	return nil
}

// take reads the next lines, at most n.
func take(in *bufio.Reader, n int) (lines [][]byte, err error) {
	for len(lines) < n {
		line, err := in.ReadBytes('\n')
		if len(line) > 0 {
			lines = append(lines, line)
		}
		if err == io.EOF {
			return lines, nil
		}
		if err != nil {
			return nil, err
		}
	}
	return lines, nil
}

func (x *index) add(f *indexed, at int64, size, doc int, seen map[corpus.Span]int32) {
	r := row{at: at, size: int32(size), doc: int32(doc), sentence: -1, confidence: float32(f.Confidence),
		indicator: x.names["indicator"].of(f.Indicator), area: x.names["area"].of(f.Area), period: x.names["period"].of(f.Period),
		measure: x.names["measure"].of(f.Measure), status: x.names["status"].of(f.Status),
		subject: x.names["subject"].of(f.Subject), scope: x.names["scope"].of(f.Scope)}
	if f.Sentence != nil {
		i, ok := seen[f.Sentence.Span]
		if !ok {
			i = x.sentences.add(strings.ToLower(f.Sentence.Text))
			seen[f.Sentence.Span] = i
		}
		r.sentence = i
	}
	x.mentions.add(strings.ToLower(f.Text))
	for i, flag := range fact.Flags {
		if slices.Contains(f.Flags, flag.Name) {
			r.flags |= 1 << i
		}
	}
	if h := maphash.String(x.seed, f.ID); x.byID[h] == 0 {
		x.byID[h] = int32(len(x.rows) + 1)
	}
	x.rows = append(x.rows, r)
}

// find gives the row of an id, or -1.
func (x *index) find(id string) int {
	n := int(x.byID[maphash.String(x.seed, id)]) - 1
	if n >= 0 {
		if f, err := x.fact(n); err != nil || f.ID != id {
			return -1
		}
	}
	return n
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
