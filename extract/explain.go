package extract

import (
	"slices"
	"strings"

	"github.com/qushu/qushu/extract/fact"
	"github.com/qushu/qushu/extract/link"
	"github.com/qushu/qushu/extract/match"
	"github.com/qushu/qushu/extract/mention"
	"github.com/qushu/qushu/extract/words"
	"github.com/qushu/qushu/rules"
)

// Explained is how one sentence of a text was read.
type Explained struct {
	Text     string
	Tokens   []Token // none where the sentence holds no numeral
	Mentions []ExplainedMention
	Facts    []fact.Fact
}

// Token is a word of a sentence with its part of speech.
type Token struct{ Text, Pos string }

// ExplainedMention is a numeral of a sentence: what it was taken for, and why.
type ExplainedMention struct {
	Found
	Why, Rule string // of a numeral that is no mention: the ledger's reason, and what gave it
	Held      []Held // the rules that held, best first
	Near      []Near // the rules that would have held but for one element
}

// Held is a rule that holds for a value.
type Held struct {
	Rule   string
	Read   string            // what of the sentence it read
	Got    map[string]string // its captures
	Chosen bool              // it made the facts
}

// Near is a rule that all but holds for a value.
type Near struct {
	Rule string
	Lack string // the element that is missing
}

// Explain reads a text as Text does and says how, sentence by sentence.
func (e *Engine) Explain(text string, o Options) []Explained {
	w := e.plain("", text, o)
	out := w.result()
	found := w.found(&out)
	near := e.nearly()
	var list []Explained
	for si := range w.read.Sentences {
		x := w.explained(si)
		for k := range w.read.Mentions[si] {
			m := ExplainedMention{Found: w.none(si, k)}
			if v := &w.read.Mentions[si][k]; v.Kind == mention.None {
				m.Why, m.Rule = v.Why, v.Rule
			} else {
				m.Found, found = found[0], found[1:]
			}
			m.Held, m.Near = w.held(si, k, near)
			x.Mentions = append(x.Mentions, m)
		}
		x.Mentions = append(x.Mentions, w.unread(si)...)
		slices.SortFunc(x.Mentions, func(a, b ExplainedMention) int { return a.Start - b.Start })
		for _, f := range out.Facts {
			if f.Sentence.Span == w.read.Sentences[si].Span {
				x.Facts = append(x.Facts, f)
			}
		}
		list = append(list, x)
	}
	return list
}

func (w *writer) explained(si int) Explained {
	s := &w.read.Sentences[si]
	x := Explained{Text: w.read.Doc.Text[s.Span.Start:s.Span.End]}
	for _, t := range s.Tokens() {
		x.Tokens = append(x.Tokens, Token{w.textOf(si, t.Start, t.End), t.Pos})
	}
	return x
}

func (w *writer) textOf(si, a, b int) string {
	span := w.read.Sentences[si].Bytes(a, b)
	return w.read.Doc.Text[span.Start:span.End]
}

func (w *writer) none(si, k int) Found {
	m := &w.read.Mentions[si][k]
	return Found{Span: w.read.Sentences[si].Bytes(m.Start, m.End), Text: w.textOf(si, m.Start, m.End), Kind: m.Kind}
}

// unread are the numerals of a sentence that no mention covers.
func (w *writer) unread(si int) []ExplainedMention {
	var out []ExplainedMention
	for _, l := range w.leftovers(si) {
		out = append(out, ExplainedMention{Found: Found{Span: l.Span, Text: l.Text, Kind: mention.None}, Why: l.Reason, Rule: l.Rule})
	}
	return out
}

// held lists the rules that hold for a mention and those that nearly do.
func (w *writer) held(si, k int, near *match.Engine) (held []Held, nearly []Near) {
	m := &w.read.Mentions[si][k]
	if !m.IsValue() {
		return nil, nil
	}
	s, ms := &w.read.Sentences[si], w.read.Mentions[si]
	holds := map[string]bool{}
	for _, x := range w.engine.rules.Best(s, ms, k) {
		if !holds[x.Rule.Name] {
			holds[x.Rule.Name] = true
			held = append(held, w.heldOf(si, k, x))
		}
	}
	for _, x := range near.Best(s, ms, k) {
		if name := x.Rule.Name; x.Read > 0 && !holds[name] {
			holds[name] = true
			nearly = append(nearly, Near{name, x.Rule.Doc})
		}
	}
	return held, nearly
}

func (w *writer) heldOf(si, k int, x match.Match) Held {
	ms := w.read.Mentions[si]
	h := Held{Rule: x.Rule.Name, Read: w.textOf(si, x.Start, ms[k].End), Got: map[string]string{}}
	for field, s := range x.Spans {
		h.Got[field] = w.textOf(si, s[0], s[1])
	}
	for field, j := range x.Mentions {
		h.Got[field] = w.textOf(si, ms[j].Start, ms[j].End)
	}
	h.Chosen = slices.ContainsFunc(w.drafts, func(d link.Draft) bool {
		return d.Sentence == si && d.Mention == k && d.Rule == x.Rule.Name
	})
	return h
}

// nearly are the rules of the set, each match line once without each element that it
// cannot do without; the explanation of such a rule is the element left out. A rule of
// these that holds where its original does not says what the original lacked.
func (e *Engine) nearly() *match.Engine {
	set := *e.Set
	set.Rules = nil
	for _, r := range e.Set.Rules {
		for _, line := range r.Match {
			for i, el := range line {
				if el.Optional || el.Kind == rules.Capture && (el.Field == "value" || el.Field == "indicator") {
					continue
				}
				rest := slices.Delete(slices.Clone(line), i, i+1)
				set.Rules = append(set.Rules, rules.Rule{Name: r.Name, Doc: strings.TrimSpace(el.String()), Match: [][]rules.Elem{rest}})
			}
		}
	}
	return match.New(&set, words.Sets(lists(e.Set)))
}
