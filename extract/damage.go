package extract

import (
	"bytes"
	"slices"
	"sort"
	"strings"
	"unicode"

	"github.com/qushu/qushu/corpus"
	"github.com/qushu/qushu/extract/fact"
	"github.com/qushu/qushu/extract/mention"
	"github.com/qushu/qushu/extract/segment"
)

// lookalike is the division slash, U+2215, that some conversions put for a fraction's.
const lookalike = "\u2215"

// damage are the flags that a mention has from what stands around it.
func (w *writer) damage(si, k int) []string {
	m := &w.read.Mentions[si][k]
	r := w.read.Sentences[si].Runes
	var out []string
	if w.runsOn(si, k) || k > 0 && w.runsOn(si, k-1) || w.fusedCount(si, k) {
		out = append(out, fact.Fused)
	}
	if m.End < len(r) && r[m.End] == unicode.ReplacementChar {
		out = append(out, fact.Torn)
	}
	if span := w.read.Sentences[si].Bytes(m.Start, m.End); strings.Contains(w.read.Doc.Text[span.Start:span.End], lookalike) {
		out = append(out, fact.Codepoint)
	}
	if m.IsValue() && w.cutAt(si, m.End) {
		out = append(out, fact.Cut)
	}
	if w.listed(si, m.Start) {
		out = append(out, fact.Numbered)
	}
	return out
}

// cutAt reports whether the paragraph of a sentence breaks off at rune i: nothing
// follows, where stops within it show that it has them.
func (w *writer) cutAt(si, i int) bool {
	s := &w.read.Sentences[si]
	if i < len(s.Runes) || si > 0 && w.blockOf(si-1) != w.blockOf(si) {
		return false
	}
	b := w.read.Doc.Blocks[w.blockOf(si)]
	text := strings.TrimSpace(w.read.Doc.Text[b.Span.Start:b.Span.End])
	return b.Role == corpus.Body && si > 0 && strings.HasSuffix(text, w.read.Doc.Text[s.Bytes(i-1, i).Start:s.Bytes(i-1, i).End])
}

// runsOn reports whether a mention and the next one stand side by side where a separator
// must have been: two percentages, or two whole counts of three digits or more (2人1组,
// 12类45件 and 850户3500人 are right).
func (w *writer) runsOn(si, k int) bool {
	ms := w.read.Mentions[si]
	if k+1 >= len(ms) || ms[k].End != ms[k+1].Start {
		return false
	}
	a, b := &ms[k], &ms[k+1]
	switch {
	case a.Kind != b.Kind:
		return false
	case a.Kind == mention.Percent:
		return true
	}
	return a.Kind == mention.Count && figures(a.Digits) >= 3 && figures(b.Digits) >= 3 && !slices.Contains(w.engine.groups, a.Unit.Code)
}

// fusedCount reports whether a count runs into that of another thing: in 智能工厂1个、
// 车间63家企业入选 the figure stands between two nouns, behind a list mark and the count
// of a thing with another classifier. Which digits are whose is not decided.
func (w *writer) fusedCount(si, k int) bool {
	if k == 0 {
		return false
	}
	ms, s := w.read.Mentions[si], &w.read.Sentences[si]
	a, b := &ms[k-1], &ms[k]
	if a.Kind != mention.Count || b.Kind != mention.Count || a.Unit.Code == b.Unit.Code || figures(b.Digits) < 2 || b.UnitText == "" {
		return false
	}
	if a.End+1 >= b.Start || b.End == len(s.Runes) || !segment.IsList(s.Runes[a.End]) || segment.HasStop(s.Runes[a.End:b.Start]) {
		return false
	}
	item := tokensIn(s.Tokens(), a.End+1, b.Start)
	next := tokensIn(s.Tokens(), b.End, len(s.Runes))
	return len(item) > 0 && len(next) > 1 && isNoun(item[len(item)-1]) && isNoun(next[0]) && !slices.ContainsFunc(item, isVerb) && isVerb(next[1])
}

// tokensIn are the tokens within the runes [from, to).
func tokensIn(tokens []segment.Token, from, to int) []segment.Token {
	i := sort.Search(len(tokens), func(i int) bool { return tokens[i].Start >= from })
	j := sort.Search(len(tokens), func(j int) bool { return tokens[j].End > to })
	return tokens[i:max(i, j)]
}

func isNoun(t segment.Token) bool { return strings.HasPrefix(t.Pos, "n") && t.Pos != "ns" }

func isVerb(t segment.Token) bool { return t.Pos == "v" }

// figures counts the digits of a whole number as written; 0 for one with a point.
func figures(s string) (n int) {
	if strings.ContainsAny(s, ".．") {
		return 0
	}
	for _, r := range s {
		if unicode.IsDigit(r) {
			n++
		}
	}
	return n
}

// reordered reports whether the pieces of a sentence stand apart in the file, with text
// between or in another order, as the lines of a side box do that was turned.
func (w *writer) reordered(spans []corpus.Span) bool {
	d := w.read.Doc
	if d.Source.Format == "html" || d.Source.Format == "json" || d.Source.Format == "csv" {
		return false
	}
	for i := 1; i < len(spans); i++ {
		a, b := spans[i-1].End, spans[i].Start
		if b < a || b-a > farApart || blankLine(d.Source.Data, a, b) {
			return true
		}
	}
	return false
}

// blankLine reports whether the bytes from a to b hold an empty line.
func blankLine(data []byte, a, b int) bool {
	return b <= len(data) && bytes.Count(data[a:b], []byte("\n")) > 1
}

// farApart is the length in bytes of white space that may stand between two lines of a
// paragraph: a line break and what sets the next line in.
const farApart = 64
