package golden

import (
	"cmp"
	"encoding/json"
	"errors"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/text/currency"

	"github.com/qushu/qushu/corpus"
	"github.com/qushu/qushu/rules"
)

// sentenceRoom is how far apart the places of two sentences of a golden lie.
const sentenceRoom = 1 << 24

// places gives the figures of a document places of their own: that of a sentence among
// the others and that of a figure in it. A golden quotes sentences and has no offsets, so
// that facts are brought to the same places before they are scored against it.
type places struct {
	order map[[2]any]int // of a sentence and which of its occurrences it is
	seen  map[string]int // how often a sentence stood so far
}

// sentence is the place of the next occurrence of a sentence.
func (p *places) sentence(text string) int {
	key := sentenceKey(text)
	p.seen[key]++
	k := [2]any{key, p.seen[key]}
	n, ok := p.order[k]
	if !ok {
		n = len(p.order) + 1
		p.order[k] = n
	}
	return n * sentenceRoom
}

// quotes finds figures in a sentence, each behind the one before where that can be.
type quotes struct {
	text string // without white space
	at   int
	last string
	span corpus.Span
}

// find is the span of the next figure of that text. The same text again is the same
// figure where the sentence has it no further time.
func (q *quotes) find(quote string) corpus.Span {
	key := sentenceKey(quote)
	i := strings.Index(q.text[q.at:], key)
	switch {
	case i >= 0:
		q.span = corpus.Span{Start: q.at + i, End: q.at + i + len(key)}
		q.at = q.span.End
	case key == q.last:
	default:
		i = max(strings.Index(q.text, key), 0)
		q.span = corpus.Span{Start: i, End: i + len(key)}
	}
	q.last = key
	return q.span
}

// readGoldens reads the goldens of a folder as gold, and brings the predictions of their
// documents to the places that they have in it.
func readGoldens(dir string, predictions map[string]*predictedDoc) ([]goldDoc, error) {
	paths, err := filepath.Glob(filepath.Join(dir, "*.golden"))
	if err != nil {
		return nil, err
	}
	var out []goldDoc
	var errs []error
	for _, p := range paths {
		src, err := os.ReadFile(p)
		if err != nil {
			return nil, err
		}
		f, err := Parse(p, src)
		if err != nil {
			errs = append(errs, err)
			continue
		}
		base := path.Base(f.Doc)
		name := strings.TrimSuffix(base, path.Ext(base))
		at := &places{order: map[[2]any]int{}, seen: map[string]int{}}
		out = append(out, goldDoc{name: name, mentions: at.mentions(f)})
		if d := predictions[name]; d != nil {
			at.seen = map[string]int{}
			predictions[name] = at.moved(d)
		}
	}
	return out, errors.Join(errs...)
}

// mentions are the figures of a golden with what it says of them. Proposed ones are
// neither asked for nor held against a prediction, nor is any in a sentence of which
// nothing is proposed.
func (p *places) mentions(f File) []goldMention {
	var out []goldMention
	for _, s := range f.Sections {
		base := p.sentence(s.Sentence)
		if s.Nothing && s.Proposed {
			out = append(out, goldMention{Optional: true, span: corpus.Span{Start: base, End: base + sentenceRoom - 1}})
		}
		q := &quotes{text: sentenceKey(s.Sentence)}
		for _, l := range s.Lines {
			span := q.find(l.Quote)
			span = corpus.Span{Start: base + span.Start, End: base + span.End}
			if n := len(out); n == 0 || out[n-1].span != span {
				out = append(out, goldMention{Quote: l.Quote, Kind: kindOf(l), Value: valueOf(l), Unit: l.Unit, Bound: l.Bound, Optional: l.Proposed, span: span, place: rules.Pos{File: l.Pos.File, Line: l.Pos.Line}.String()})
			}
			m := &out[len(out)-1]
			if r := l.Get("repaired"); r != "" {
				m.Repaired = numbersOf(r)
			}
			m.Suspect = m.Suspect || l.Get("flags") != ""
			if !isMentionLine(l) {
				m.Facts = append(m.Facts, factOf(l, f.Given))
			}
		}
	}
	return out
}

func isMentionLine(l rules.Line) bool { return !slices.Contains(rules.Measures, l.Measure) }

// factOf is what a line says, as a fact of gold.
func factOf(l rules.Line, given []rules.KV) goldFact {
	field := func(key string) any {
		if v := fieldOf(l, key, given); v != "" {
			return v
		}
		return nil
	}
	return goldFact{Indicator: l.Indicator, Measure: l.Measure, Period: field("period"), Area: field("area"),
		Subject: field("subject"), Status: field("status"), Basis: field("basis"), Scope: field("scope")}
}

// valueOf is the value of a fact line as JSON gives it.
func valueOf(l rules.Line) any {
	switch {
	case l.Value == "null":
		return nil
	case isTimeKind(l.Measure):
		return l.Value
	}
	return numbersOf(l.Value)
}

// numbersOf is a number, or the list of those of a range or ratio.
func numbersOf(text string) any {
	var list []any
	sep := ".."
	if !strings.Contains(text, sep) {
		sep = ":"
	}
	if strings.Contains(text, sep) {
		for _, part := range strings.Split(text, sep) {
			list = append(list, numbersOf(part))
		}
		return list
	}
	if x, ok := ratOf(text); ok {
		return x
	}
	return text
}

// kindOf is the kind of the figure of a line: what it says itself, or what its unit and
// measure make it. A golden does not tell a classifier from a unit of measure but by its
// letters.
func kindOf(l rules.Line) string {
	switch {
	case isMentionLine(l):
		return l.Measure
	case l.Measure == "rank" || l.Measure == "rank_change":
		return "rank"
	case l.Measure == "ratio" || strings.Contains(l.Value, ":"):
		return "ratio"
	}
	if kind, ok := map[string]string{"%": "percent", "pp": "points", "x": "multiple", "a": "duration", "mo": "duration", "d": "duration", "h": "duration", "min": "duration", "wk": "duration"}[l.Unit]; ok {
		return kind
	}
	_, err := currency.ParseISO(l.Unit)
	switch {
	case err == nil:
		return "money"
	case l.Unit == "":
		return "number"
	case strings.Contains(l.Unit, "/"):
		return "rate"
	case l.Unit[0] < 0x80:
		return "measure"
	}
	return "count"
}

// moved are predictions at the places of their figures.
func (p *places) moved(d *predictedDoc) *predictedDoc {
	out := &predictedDoc{lines: map[corpus.Span][]predicted{}}
	spans := slices.Clone(d.spans)
	slices.SortStableFunc(spans, func(a, b corpus.Span) int { return cmp.Compare(a.Start, b.Start) })
	type known struct {
		base   int
		quotes *quotes
	}
	sentences := map[sentenceOfLine]known{}
	for _, s := range spans {
		lines := d.lines[s]
		in := lines[0].Sentence
		k, ok := sentences[in]
		if !ok {
			k = known{p.sentence(in.Text), &quotes{text: sentenceKey(in.Text)}}
			sentences[in] = k
		}
		at := k.quotes.find(lines[0].Text)
		for _, x := range lines {
			x.raw = x.Span
			x.Span, x.Unit = corpus.Span{Start: k.base + at.Start, End: k.base + at.End}, plainUnit(x.Unit)
			out.add(x)
		}
	}
	return out
}

// ratOf reads a number or fraction of a fact line.
func ratOf(text string) (float64, bool) {
	var n json.Number
	if json.Unmarshal([]byte(text), &n) == nil && n != "" {
		x, err := n.Float64()
		return x, err == nil
	}
	a, b, ok := strings.Cut(text, "/")
	x, ok1 := ratOfPlain(a)
	y, ok2 := ratOfPlain(b)
	return x / y, ok && ok1 && ok2 && y != 0
}

func ratOfPlain(text string) (float64, bool) {
	var x float64
	err := json.Unmarshal([]byte(text), &x)
	return x, err == nil
}
