package extract

import (
	"github.com/qushu/qushu/corpus"
	"github.com/qushu/qushu/extract/match"
)

// Matches calls use with each value of a document and the rules that hold for it, best
// first, whether or not an indicator can be found for them.
func (e *Engine) Matches(d *corpus.Document, use func(quote string, best []match.Match)) {
	r := e.Mentions(d)
	for si := range r.Sentences {
		s := &r.Sentences[si]
		for k, m := range r.Mentions[si] {
			if m.IsValue() {
				span := s.Bytes(m.Start, m.End)
				use(d.Text[span.Start:span.End], e.rules.Best(s, r.Mentions[si], k))
			}
		}
	}
}
