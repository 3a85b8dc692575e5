package extract

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"math/big"
	"sort"
	"strings"
	"unicode"

	"golang.org/x/text/width"

	"github.com/qushu/qushu/corpus"
	"github.com/qushu/qushu/extract/fact"
	"github.com/qushu/qushu/extract/link"
	"github.com/qushu/qushu/extract/mention"
	"github.com/qushu/qushu/normalize/number"
)

// writer turns drafts into facts with raw offsets, and what is left into the ledger.
type writer struct {
	engine *Engine
	read   *link.Read
	drafts []link.Draft
	times  link.Times
	// defaults are what the document as a whole says
	defaults link.Defaults
	// official: a report of a government, whose figures are large
	official bool
	said     said
	lists    *bool // whether a conversion numbered its lines; nil until that is asked
}

// said is the sentence that was written last: its facts come one behind the other.
type said struct {
	si       int // its number, plus one
	sentence fact.Sentence
}

func (w *writer) result() Result {
	out := w.room()
	next := 0
	var blocks []int         // of the facts
	var drafts []*link.Draft // they were made of, nil for times
	for si := range w.read.Sentences {
		found := len(out.Facts)
		for k := range w.read.Mentions[si] {
			first := next
			for next < len(w.drafts) && w.drafts[next].Sentence == si && w.drafts[next].Mention == k {
				out.Facts = append(out.Facts, w.fact(&w.drafts[next]))
				drafts = append(drafts, &w.drafts[next])
				next++
			}
			if next == first {
				w.rest(&out, si, k)
			}
			for len(drafts) < len(out.Facts) {
				drafts = append(drafts, nil)
			}
		}
		for range out.Facts[found:] {
			blocks = append(blocks, w.blockOf(si))
		}
		out.Ledger = append(out.Ledger, w.leftovers(si)...)
		if len(out.Facts) == found && hasNumeral(w.read.Sentences[si].Runes) {
			out.Bare = append(out.Bare, w.sentence(si))
		}
	}
	w.judgeScales(out.Facts)
	markConflicts(out.Facts, blocks)
	w.markRepeated(out.Facts, blocks)
	for i, d := range drafts {
		if d != nil {
			out.Facts[i].Confidence = w.engine.belief.in(&out.Facts[i], d)
		}
	}
	out.Ledger = append(out.Ledger, w.boilerplate()...)
	sort.SliceStable(out.Facts, func(i, j int) bool { return before(out.Facts[i].Span, out.Facts[j].Span) })
	sort.SliceStable(out.Ledger, func(i, j int) bool { return before(out.Ledger[i].Span, out.Ledger[j].Span) })
	out.Summary = w.summary(&out)
	return out
}

// room is a result with room for the facts and the entries that are to come.
func (w *writer) room() Result {
	times, rest := 0, 0
	for _, ms := range w.read.Mentions {
		for k := range ms {
			switch m := &ms[k]; {
			case m.IsTime() || m.Kind == mention.Duration:
				times++
			case m.Kind == mention.None:
				rest++
			}
		}
	}
	return Result{Facts: make([]fact.Fact, 0, len(w.drafts)+times), Ledger: make([]fact.Entry, 0, rest+rest/4)}
}

func before(a, b corpus.Span) bool { return a.Start < b.Start || a.Start == b.Start && a.End < b.End }

// rest writes a mention that makes no fact: a time or a length of time as a line
// without a measure, anything else into the ledger.
func (w *writer) rest(out *Result, si, k int) {
	m := &w.read.Mentions[si][k]
	if m.IsTime() || m.Kind == mention.Duration {
		out.Facts = append(out.Facts, w.bare(si, k))
		return
	}
	why, rule := m.Why, m.Rule
	if m.Kind != mention.None {
		why, rule = "unresolved", "no rule gave it an indicator"
	}
	out.Ledger = append(out.Ledger, w.inSentence(si, w.read.Sentences[si].Bytes(m.Start, m.End), why, rule))
}

func (w *writer) entry(span corpus.Span, why, rule string) fact.Entry {
	raw, _ := w.raw(span)
	return fact.Entry{Doc: w.read.Doc.Source.Path, Span: raw, Locator: w.read.Doc.Locator(raw.Start), Text: w.asWritten(raw, span), Reason: why, Rule: rule}
}

// raw is the raw span of a stretch of the text. Where the layout was mended inside it
// the span runs over what stands between; where the pieces stand in another order in
// the file it is the longest of them.
func (w *writer) raw(s corpus.Span) (raw corpus.Span, stitched bool) {
	spans := w.read.Doc.Raw(s)
	if len(spans) == 0 {
		return corpus.Span{}, false
	}
	raw = spans[0]
	format := w.read.Doc.Source.Format
	gap, markup := 8, format == "html" || format == "json"
	if markup {
		gap = 400 // tags inside a figure: <b>26.9</b>万<b>m<sup>2</sup></b>
	}
	for _, t := range spans[1:] {
		if t.Start < raw.End || t.Start-raw.End > gap {
			return longest(spans), true
		}
		raw.End = t.End
	}
	return raw, !markup && w.reordered(spans)
}

func longest(spans []corpus.Span) corpus.Span {
	best := spans[0]
	for _, s := range spans {
		if s.Len() > best.Len() {
			best = s
		}
	}
	return best
}

// mentioned fills what a fact says of its mention.
func (w *writer) mentioned(si, k int) fact.Fact {
	m := &w.read.Mentions[si][k]
	s := &w.read.Sentences[si]
	span := s.Bytes(m.Start, m.End)
	raw, apart := w.raw(span)
	f := fact.Fact{Doc: w.read.Doc.Source.Path, Span: raw, Locator: w.read.Doc.Locator(raw.Start), Text: w.asWritten(raw, span), Kind: m.Kind, Bound: m.Bound}
	if m.IsValue() {
		f.Unit = m.Unit.Code
		f.Raw = &fact.Raw{Number: m.Digits, Unit: m.UnitText}
	}
	sentence := w.sentence(si)
	if apart || w.reordered(sentence.Spans) {
		f.Flags = append(f.Flags, fact.Stitched)
	}
	for _, name := range append(w.damage(si, k), m.Flags...) {
		f.AddFlag(name)
	}
	f.Sentence = &sentence
	return f
}

// asWritten is the file's own text of a raw span; of markup, that may have tags and
// escapes within it, the clean text.
func (w *writer) asWritten(raw, span corpus.Span) string {
	d := w.read.Doc
	if d.Source.Format == "json" || d.Source.Format == "html" && bytes.ContainsAny(d.Source.Data[raw.Start:raw.End], "<&\n") {
		return d.Text[span.Start:span.End]
	}
	return d.Decode(raw)
}

func (w *writer) sentence(si int) fact.Sentence {
	if w.said.si != si+1 {
		w.said = said{si + 1, w.sentenceOf(si)}
	}
	return w.said.sentence
}

func (w *writer) sentenceOf(si int) fact.Sentence {
	span := w.read.Sentences[si].Span
	spans := w.read.Doc.Raw(span)
	out := fact.Sentence{Text: tidy(w.read.Doc.Text[span.Start:span.End])}
	if len(spans) == 0 {
		return out
	}
	out.Span = spans[0]
	for _, s := range spans[1:] {
		out.Start, out.End = min(out.Start, s.Start), max(out.End, s.End)
	}
	if len(spans) > 1 {
		out.Spans = spans
	}
	return out
}

func (w *writer) bare(si, k int) fact.Fact {
	f := w.mentioned(si, k)
	m := &w.read.Mentions[si][k]
	if m.IsTime() {
		f.Value = timeValue(w.times[[2]int{si, k}])
	} else {
		f.Value = values(m.Value)
	}
	f.ID = w.id(&f)
	return f
}

func timeValue(iso string) json.RawMessage {
	if iso == "" {
		return json.RawMessage("null")
	}
	return json.RawMessage(`"` + iso + `"`)
}

// values writes exact decimals: one number, or an array.
func values(v []*big.Rat) json.RawMessage {
	if len(v) == 1 {
		return json.RawMessage(number.Format(v[0]))
	}
	parts := make([]string, len(v))
	for i, x := range v {
		parts[i] = number.Format(x)
	}
	return json.RawMessage("[" + strings.Join(parts, ",") + "]")
}

// folded is a name with half-width letters and figures, their points and percent signs:
// １０亿元以上项目 and 10亿元以上项目 are one indicator.
func folded(name string) string {
	return strings.Map(func(r rune) rune {
		if n := width.LookupRune(r); n.Kind() == width.EastAsianFullwidth && (unicode.In(r, unicode.Letter, unicode.Nd) || strings.ContainsRune("．％", r)) && n.Narrow() != 0 {
			return n.Narrow()
		}
		return r
	}, name)
}

func (w *writer) fact(d *link.Draft) fact.Fact {
	f := w.mentioned(d.Sentence, d.Mention)
	m := &w.read.Mentions[d.Sentence][d.Mention]
	f.Value = values(d.Value)
	f.Bound, f.Measure, f.Indicator = d.Bound, d.Measure, folded(d.Indicator)
	if d.Measure == "rank_change" {
		f.Kind, f.Unit = mention.Rank, "rank"
	}
	f.Area, f.AreaCode, f.Subject, f.Period, f.Status = d.Area, d.AreaCode, folded(d.Subject), d.Period, d.Status
	f.Basis, f.Scope, f.Agg = folded(d.Basis), folded(d.Scope), d.Agg
	how := d.How
	f.How = &how
	f.Rule = d.Rule
	if w.engine.identify(&f) {
		f.AddFlag(fact.OddUnit)
	}
	if w.doubled(d.Sentence, f.Indicator) {
		f.AddFlag(fact.Doubled)
	}
	if v, lost := w.engine.lostScale(d, m); lost {
		f.Repaired = values([]*big.Rat{v}) // stands if the document bears it out
	}
	if m.Unit.Base != "" && len(d.Value) > 0 {
		f.Base = &fact.Base{Value: values(scaled(d.Value, m.Unit.BaseFactor)), Unit: m.Unit.Base}
	}
	f.ID = w.id(&f)
	return f
}

func scaled(v []*big.Rat, by *big.Rat) []*big.Rat {
	out := make([]*big.Rat, len(v))
	for i, x := range v {
		out[i] = new(big.Rat).Mul(x, by)
	}
	return out
}

// id is a hash of the document's content, the span, the measure and the indicator.
func (w *writer) id(f *fact.Fact) string {
	h := sha256.Sum256(fmt.Appendf(nil, "%s\x00%d\x00%d\x00%s\x00%s", w.read.Doc.Source.SHA256, f.Span.Start, f.Span.End, f.Measure, f.Indicator))
	return hex.EncodeToString(h[:8])
}
