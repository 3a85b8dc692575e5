package extract

import (
	"fmt"
	"slices"
	"unicode"

	"github.com/qushu/qushu/corpus"
	"github.com/qushu/qushu/extract/fact"
	"github.com/qushu/qushu/extract/link"
	"github.com/qushu/qushu/extract/match"
	"github.com/qushu/qushu/extract/mention"
)

// Explained is how one sentence of a text was read.
type Explained struct {
	corpus.Span                    // of the clean text
	Text        string             `json:"text"`
	Context     Context            `json:"context"`
	Tokens      []Token            `json:"tokens"` // none where the sentence holds no numeral
	Mentions    []ExplainedMention `json:"mentions"`
	Facts       []ExplainedFact    `json:"facts"`
	Locator     string             `json:"locator,omitempty"` // of a row of a table
}

// Context is what holds for a sentence from outside it.
type Context struct {
	Published       string `json:"published,omitempty"` // the day of the document
	Year            int    `json:"year,omitempty"`      // that the document reports on
	Period          string `json:"period,omitempty"`    // of that year
	Area            string `json:"area,omitempty"`
	SectionPeriod   string `json:"section_period,omitempty"`
	SectionStatus   string `json:"section_status,omitempty"`
	SectionWords    string `json:"section_words,omitempty"` // the heading that says so
	ParagraphPeriod string `json:"paragraph_period,omitempty"`
	ParagraphWords  string `json:"paragraph_words,omitempty"`
	Head            string `json:"head,omitempty"` // the indicator of the sentence before
	Subject         string `json:"subject,omitempty"`
}

// Token is a word of a sentence with its part of speech.
type Token struct {
	Text string `json:"text"`
	Pos  string `json:"pos"`
}

// ExplainedMention is a numeral of a sentence: what it was taken for, and why.
type ExplainedMention struct {
	Found
	Why  string `json:"why,omitempty"`  // of a numeral that is no mention: the ledger's reason
	Rule string `json:"rule,omitempty"` // and what gave it
	Held []Held `json:"held,omitempty"` // the rules that held, best first
	Near []Near `json:"near,omitempty"` // the rules that would have held but for one element
}

// Held is a rule that holds for a value.
type Held struct {
	Rule   string            `json:"rule"`
	Read   string            `json:"read"`             // what of the sentence it read
	Got    map[string]string `json:"got,omitempty"`    // its captures
	Chosen bool              `json:"chosen,omitempty"` // it made the facts
}

// ExplainedFact is a fact with the derivation of what it says.
type ExplainedFact struct {
	Fact   fact.Fact `json:"fact"`
	Value  string    `json:"value"`            // 52.7 × 亿(10^8) 元 → 5270000000 CNY
	Period string    `json:"period,omitempty"` // “去年” in its clause → 2030
	Area   string    `json:"area,omitempty"`   // “全区” → 岚州市青屿区
}

// Explain reads a text as Text does and says how, sentence by sentence.
func (e *Engine) Explain(text string, o Options) []Explained {
	forces := map[int]link.InForce{}
	w := e.plain("", text, o, func(si int, f link.InForce) { forces[si] = f })
	return w.explain(forces)
}

// ExplainBytes reads a document as Bytes does and says how, sentence by sentence. Spans
// of mentions are of its clean text; those of facts are of the file.
func (e *Engine) ExplainBytes(path string, data []byte, o Options) ([]Explained, error) {
	d, err := o.Read.Read(path, data, e.page)
	if err != nil {
		return nil, err
	}
	forces := map[int]link.InForce{}
	w := e.document(d, o, func(si int, f link.InForce) { forces[si] = f })
	return w.explain(forces), nil
}

func (w *writer) explain(forces map[int]link.InForce) []Explained {
	out := w.result()
	found := w.found(&out)
	near := w.engine.nearly()
	drafts := map[string]*link.Draft{}
	for i := range w.drafts {
		f := w.fact(&w.drafts[i])
		drafts[f.ID] = &w.drafts[i]
	}
	var list []Explained
	for si := range w.read.Sentences {
		if !says(w.read.Sentences[si].Runes) {
			continue
		}
		x := w.explained(si)
		x.Context = w.contextOf(forces[si])
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
		own := w.sentence(si)
		for _, f := range out.Facts {
			if f.Sentence.Span == own.Span && f.Sentence.Text == own.Text {
				x.Facts = append(x.Facts, w.derived(f, drafts[f.ID]))
			}
		}
		list = append(list, x)
	}
	return list
}

func (w *writer) contextOf(f link.InForce) Context {
	c := Context{Published: w.read.Doc.Given.Published, Year: w.defaults.Year, Period: w.defaults.Period, Area: w.defaults.Area,
		SectionPeriod: f.SectionPeriod, SectionStatus: f.SectionStatus, SectionWords: f.SectionWords,
		ParagraphPeriod: f.ParagraphPeriod, ParagraphWords: f.ParagraphWords, Head: f.Head, Subject: f.Event}
	if c.Subject == "" {
		c.Subject = f.Company
	}
	return c
}

// says reports whether a sentence holds more than signs: the bars beside the cells of a
// table say nothing.
func says(r []rune) bool {
	return slices.ContainsFunc(r, func(x rune) bool { return unicode.IsLetter(x) || unicode.IsDigit(x) })
}

func (w *writer) explained(si int) Explained {
	s := &w.read.Sentences[si]
	x := Explained{Span: s.Span, Text: w.read.Doc.Text[s.Span.Start:s.Span.End]}
	if s.Table > 0 {
		x.Locator = fmt.Sprintf("table %d, row %d", s.Table, s.Row+1)
	}
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
	s := &w.read.Sentences[si]
	var out []ExplainedMention
	for _, n := range w.uncovered(si) {
		why, rule := leftover(s.Runes[n[0]])
		out = append(out, ExplainedMention{Found: Found{Span: s.Bytes(n[0], n[1]), Text: w.textOf(si, n[0], n[1]), Kind: mention.None}, Why: why, Rule: rule})
	}
	return out
}

// held lists the rules that hold for a mention and those that nearly do.
func (w *writer) held(si, k int, near *match.Engine) (held []Held, nearly []Near) {
	m := &w.read.Mentions[si][k]
	if !m.IsValue() || w.read.Sentences[si].Table > 0 {
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
			nearly = append(nearly, w.nearOf(si, x))
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
