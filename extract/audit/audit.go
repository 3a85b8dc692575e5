// Package audit holds the facts of a run against each other: what should add up,
// multiply out or be the same and does not.
//
// The facts are read twice and never held as a whole. The first time every fact is filed
// under the keys of what it may be held against, as a number of 64 bits and its place in
// the file; the second time those that share a key are read at their places and checked.
package audit

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/qushu/qushu/normalize/indicator"
	"github.com/qushu/qushu/rules"
)

// Options say what is looked for besides what does not hold.
type Options struct {
	Agreements bool // what several documents state alike, as notes
}

// Auditor holds what the arithmetic of indicators is. It is safe for concurrent use.
type Auditor struct {
	indicators *indicator.Lexicon
	laws       laws
	labels     map[string]Label
	words      vocabulary
}

// New builds an auditor from the lexicon of a rule set and its standard indicators.
func New(set *rules.Set, indicators *indicator.Lexicon) (*Auditor, error) {
	for _, name := range Tables() {
		if _, ok := set.Tables[name]; !ok {
			return nil, fmt.Errorf("the lexicon has no table %s.tsv", name)
		}
	}
	a := &Auditor{indicators: indicators, words: newVocabulary(set)}
	var err error
	if a.laws, err = newLaws(set.Tables[lawsTable], indicators); err != nil {
		return nil, err
	}
	a.labels, err = newLabels(set.Tables[labelsTable])
	return a, err
}

// Run audits the folder of a run, or its facts.jsonl, and gives its findings: errors first, then by kind and
// by where they stand. The order of the lines in the folder makes no difference.
func (a *Auditor) Run(dir string, o Options) ([]Finding, error) {
	facts := dir
	if i, err := os.Stat(dir); err == nil && i.IsDir() {
		facts = filepath.Join(dir, "facts.jsonl")
	}
	lines, err := openLines(facts)
	if err != nil {
		return nil, err
	}
	defer lines.Close()
	docs, err := readDocuments(filepath.Join(filepath.Dir(facts), "documents.jsonl"))
	if err != nil {
		return nil, err
	}
	cards, err := a.file(lines, docs)
	if err != nil {
		return nil, err
	}
	found, err := a.check(lines, docs, cards, o)
	if err != nil {
		return nil, err
	}
	return a.finish(found), nil
}
