package golden

import (
	"slices"

	"github.com/qushu/qushu/extract/fact"
	"github.com/qushu/qushu/rules"
)

// Record proposes a golden of a document: its facts and time mentions, in the order
// given, below the sentences that state them, every line with a leading ? that a
// person takes off. bare are sentences that hold a number and no fact; they are put in
// by their place, with nothing proposed.
func Record(doc, sha string, given []rules.KV, facts []fact.Fact, bare ...fact.Sentence) File {
	f := File{Doc: doc, SHA256: sha, Given: given}
	var starts []int
	var last *fact.Sentence
	for _, x := range facts {
		if s := sentenceOf(x); last == nil || s.Span != last.Span || s.Text != last.Text {
			f.Sections = append(f.Sections, Section{Sentence: oneLine(s.Text)})
			starts = append(starts, s.Start)
			last = &s
		}
		line := LineOf(x, given)
		line.Proposed = true
		s := &f.Sections[len(f.Sections)-1]
		s.Lines = append(s.Lines, line)
	}
	for _, s := range bare {
		i := slices.IndexFunc(starts, func(start int) bool { return start > s.Start })
		if i < 0 {
			i = len(starts)
		}
		starts = slices.Insert(starts, i, s.Start)
		f.Sections = slices.Insert(f.Sections, i, Section{Sentence: oneLine(s.Text), Nothing: true, Proposed: true})
	}
	return f
}

// sentenceOf is a fact's sentence; a fact without one stands in its own words.
func sentenceOf(f fact.Fact) fact.Sentence {
	if f.Sentence != nil {
		return *f.Sentence
	}
	return fact.Sentence{Span: f.Span, Text: f.Text}
}
