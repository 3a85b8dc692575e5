package extract

import (
	"slices"
	"strings"

	"github.com/qushu/qushu/extract/match"
	"github.com/qushu/qushu/extract/words"
	"github.com/qushu/qushu/rules"
)

// Near is a rule that all but holds for a value.
type Near struct {
	Rule string `json:"rule"`
	Lack string `json:"lacks"` // the element that is missing
	// Before and After are the characters of the sentence between which it would stand.
	Before string `json:"before,omitempty"`
	After  string `json:"after,omitempty"`
}

// near is how many characters show the place of an element that is missing.
const near = 2

func (w *writer) nearOf(si int, x match.Match) Near {
	n := Near{Rule: x.Rule.Name, Lack: x.Rule.Doc}
	if s, ok := x.Spans[match.Lacking]; ok {
		r := w.read.Sentences[si].Runes
		n.Before = w.textOf(si, max(0, s[0]-near), s[0])
		n.After = w.textOf(si, s[0], min(len(r), s[0]+near))
	}
	return n
}

// nearly are the rules of the set, each match line once with each element that it cannot
// do without left out; the explanation of such a rule is that element. A rule of these
// that holds where its original does not says what the original lacked, and where.
func (e *Engine) nearly() *match.Engine {
	set := *e.Set
	set.Rules = nil
	for _, r := range e.Set.Rules {
		for _, line := range r.Match {
			for i, el := range line {
				if el.Optional || el.Kind == rules.Capture && (el.Field == "value" || el.Field == "indicator") {
					continue
				}
				rest := slices.Clone(line)
				rest[i] = rules.Elem{Kind: rules.Capture, Field: match.Lacking}
				set.Rules = append(set.Rules, rules.Rule{Name: r.Name, Doc: strings.TrimSpace(el.String()), Match: [][]rules.Elem{rest}})
			}
		}
	}
	return match.New(&set, words.Sets(lists(e.Set)))
}
