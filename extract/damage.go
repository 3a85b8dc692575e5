package extract

import (
	"slices"
	"strings"
	"unicode"

	"github.com/qushu/qushu/corpus"
	"github.com/qushu/qushu/extract/mention"
)

// The flags of damage, as they stand in the flags of a fact.
const (
	lostScale = "lost_scale" // too small to be true: 万 or 亿 is missing; repaired says what it must have been
	fused     = "fused"      // runs into the next figure without a separator: 增长78%113%
	stitched  = "stitched"   // its sentence was put together from places apart in the file
	masked    = "masked"     // a sign that hides a digit stands at it: ■5亿元
	torn      = "torn"       // bytes that could not be read stand at it
	repeated  = "repeated"   // the document states it elsewhere too
	conflict  = "conflict"   // its paragraph states another value of the same thing
	codepoint = "codepoint"  // written with a sign that only looks like the right one: 1∕3
)

// lookalike is the division slash, U+2215, that some conversions put for a fraction's.
const lookalike = "\u2215"

// damage are the flags that a mention has from what stands around it.
func (w *writer) damage(si, k int) []string {
	m := &w.read.Mentions[si][k]
	r := w.read.Sentences[si].Runes
	var out []string
	if w.runsOn(si, k) || k > 0 && w.runsOn(si, k-1) {
		out = append(out, fused)
	}
	at := []rune{' ', ' '}
	if m.Start > 0 {
		at[0] = r[m.Start-1]
	}
	if m.End < len(r) {
		at[1] = r[m.End]
	}
	if slices.Contains(at, '\uFFFD') {
		out = append(out, torn)
	}
	if m.IsValue() && (strings.ContainsRune(masks, at[0]) || strings.ContainsRune(masks, at[1])) {
		out = append(out, masked)
	}
	if span := w.read.Sentences[si].Bytes(m.Start, m.End); strings.Contains(w.read.Doc.Text[span.Start:span.End], lookalike) {
		out = append(out, codepoint)
	}
	return out
}

// masks are the signs that stand for digits made unreadable.
const masks = "■□▇█*＊"

// runsOn reports whether a mention and the next one stand side by side where a separator
// must have been: two percentages, or two whole counts of three digits or more (2人1组 and 12类45件
// are right).
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
	return a.Kind == mention.Count && figures(a.Digits) >= 3 && figures(b.Digits) >= 3
}

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
		if b < a || b-a > farApart {
			return true
		}
	}
	return false
}

// farApart is the length in bytes of white space that may stand between two lines of a
// paragraph: a line break and what sets the next line in.
const farApart = 64

// doubted is the confidence in a fact that its flags leave: what may be another figure
// than it seems is believed no more than half.
func doubted(confidence float64, flags []string) float64 {
	for _, f := range []string{lostScale, fused, masked, torn} {
		if slices.Contains(flags, f) {
			return min(confidence, 0.5)
		}
	}
	return confidence
}
