package extract

import (
	"unicode/utf8"

	"github.com/qushu/qushu/corpus"
	"github.com/qushu/qushu/extract/fact"
	"github.com/qushu/qushu/normalize/number"
)

// leftovers are the numerals of a sentence that no mention covers.
func (w *writer) leftovers(si int) []fact.Entry {
	s := &w.read.Sentences[si]
	var out []fact.Entry
	for _, n := range w.uncovered(si) {
		why, rule := leftover(s.Runes[n[0]])
		out = append(out, w.inSentence(si, s.Bytes(n[0], n[1]), why, rule))
	}
	return out
}

// leftover is the reason of a numeral that no mention covers, by its first character.
func leftover(first rune) (why, rule string) {
	if number.IsDigit(first) {
		return "unresolved", "figure that no pattern reads"
	}
	return "phrase", "numeral in a word"
}

// uncovered are the numerals of a sentence that no mention covers, in runes.
func (w *writer) uncovered(si int) [][2]int {
	s := &w.read.Sentences[si]
	var out [][2]int
	next := 0 // mentions and numerals both come in order
	for _, n := range numerals(s.Runes) {
		for ms := w.read.Mentions[si]; next < len(ms) && ms[next].End <= n[0]; {
			next++
		}
		if ms := w.read.Mentions[si]; next < len(ms) && ms[next].Start < n[1] {
			continue
		}
		out = append(out, n)
	}
	return out
}

// nearby is how much of a sentence a line of the ledger quotes on each side of its number,
// in bytes: a line without a stop may hold thousands of them.
const nearby = 180

// inSentence is the ledger's line of a number of sentence si, with the words around it.
func (w *writer) inSentence(si int, span corpus.Span, why, rule string) fact.Entry {
	s, text := w.read.Sentences[si].Span, w.read.Doc.Text
	from, to := max(s.Start, span.Start-nearby), min(s.End, span.End+nearby)
	for from < span.Start && !utf8.RuneStart(text[from]) {
		from++
	}
	for to > span.End && to < len(text) && !utf8.RuneStart(text[to]) {
		to--
	}
	e := w.entry(span, why, rule)
	around := text[from:span.Start] + "【" + text[span.Start:span.End] + "】" + text[span.End:to]
	e.Context = tidy(around)
	return e
}

// boilerplate lists the numerals of the page's furniture.
func (w *writer) boilerplate() []fact.Entry {
	d := w.read.Doc
	var out []fact.Entry
	for _, b := range d.Blocks {
		if b.Kept() || b.Role == corpus.Blank {
			continue
		}
		runes, off := foldText(d.Text[b.Span.Start:b.Span.End])
		for _, n := range numerals(runes) {
			span := corpus.Span{Start: b.Span.Start + off[n[0]], End: b.Span.Start + off[n[1]]}
			out = append(out, w.entry(span, "boilerplate", string(b.Role)+": "+b.Why))
		}
	}
	return out
}

// threadOf is how many posts a thread has. Remarks below an article make none: its text
// is not theirs.
func threadOf(d *corpus.Document) int {
	if len(d.Posts) == 0 {
		return 0
	}
	posted := 0
	for _, p := range d.Posts {
		posted += p.Span.Len()
	}
	if 2*posted < len(d.Clean()) {
		return 0
	}
	return len(d.Posts)
}

// summary is the document's line of documents.jsonl.
func (w *writer) summary(out *Result) fact.Summary {
	d := w.read.Doc
	s := fact.Summary{Doc: d.Source.Path, SHA256: d.Source.SHA256, Bytes: d.Source.Size, Format: d.Source.Format, Encoding: d.Source.Encoding,
		Title: d.Given.Title, Published: d.Given.Published, Area: d.Given.Area, Year: d.Given.Year, Genre: d.Given.Genre, Posts: threadOf(d), Warnings: d.Warnings}
	last := corpus.Span{Start: -1}
	for i := range out.Facts {
		f := &out.Facts[i]
		if f.Measure != "" {
			s.Facts++
		}
		if f.Span != last {
			s.Mentions++
			last = f.Span
		}
	}
	s.Numerals = s.Mentions + len(out.Ledger)
	for _, l := range out.Ledger {
		if l.Reason == "unresolved" {
			s.Unresolved++
		}
	}
	return s
}
