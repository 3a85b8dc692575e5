package corpus

import (
	"slices"
	"unicode"
	"unicode/utf8"
)

// unwrap joins the lines of paragraphs that were wrapped at a fixed width, between the
// tables.
func unwrap(lines []*line) []*line {
	n := wrapWidth(lines)
	out := make([]*line, 0, len(lines))
	for i := 0; i < len(lines); {
		j := i + 1
		for j < len(lines) && (lines[j].table == 0) == (lines[i].table == 0) {
			j++
		}
		switch {
		case lines[i].table > 0:
			out = append(out, lines[i:j]...)
		case n > 0:
			out = append(out, unwrapAt(lines[i:j], n)...)
		default:
			out = append(out, unwrapRuns(lines[i:j])...)
		}
		i = j
	}
	return out
}

// unwrapRuns joins the lines of each run of them that is wrapped.
func unwrapRuns(lines []*line) []*line {
	out := make([]*line, 0, len(lines))
	for i := 0; i < len(lines); {
		r := runAt(lines, i)
		if r.wrapped() {
			out = append(out, r.paragraphs()...)
		} else {
			out = append(out, r.lines...)
		}
		i += len(r.lines)
	}
	return out
}

// wrapWidth is the number of characters at which the lines were cut, whatever the width
// of the characters, or 0: many lines are that long, none is longer, and most of them
// stop in the middle of a sentence.
func wrapWidth(lines []*line) int {
	longest := 0
	for _, l := range lines {
		longest = max(longest, l.runes())
	}
	if longest < 16 || longest > 120 {
		return 0
	}
	full, open, prose := 0, 0, 0
	for _, l := range lines {
		if n := shapeOf(l.text); n.commas+n.stops > 0 {
			prose++
		}
		if l.runes() == longest {
			full++
			if !ended(l.text) {
				open++
			}
		}
	}
	if full < 4 || full*100 < prose*30 || open*100 < full*80 {
		return 0
	}
	return longest
}

// runes is the length of the line in characters with the white space before it.
func (l *line) runes() int {
	if len(l.text) > 1024 {
		return len(l.text)
	}
	return utf8.RuneCountInString(l.text) + l.indent/2
}

// unwrapAt joins every line that is n characters long with the next one.
func unwrapAt(lines []*line, n int) []*line {
	var out []*line
	for i := 0; i < len(lines); {
		r := run{lines: lines[i:]}
		segs := append([]seg(nil), lines[i].segs...)
		k := 0
		for k+1 < len(r.lines) && r.lines[k].runes() == n && r.lines[k+1].gap == 1 && r.lines[k+1].indent == 0 {
			segs = append(segs, bridge(r.lines[k], r.lines[k+1])...)
			k++
		}
		out = append(out, r.whole(0, k, segs))
		i += k + 1
	}
	return out
}

// joinFull joins the lines of a page set in type: one that reaches the right edge goes on
// in the next, unless that is set in or begins a heading, or the line ends a sentence
// in a document that sets no paragraph in.
func joinFull(lines []*line) []*line {
	styled := slices.ContainsFunc(lines, func(l *line) bool { return l.indent >= 2 })
	var out []*line
	for i := 0; i < len(lines); {
		r := run{lines: lines[i:]}
		segs := append([]seg(nil), lines[i].segs...)
		k := 0
		for k+1 < len(r.lines) && r.lines[k].goesOn(r.lines[k+1], styled) {
			segs = append(segs, bridge(r.lines[k], r.lines[k+1])...)
			k++
		}
		out = append(out, r.whole(0, k, segs))
		i += k + 1
	}
	return out
}

func (l *line) goesOn(next *line, styled bool) bool {
	if l.role != next.role || !l.full || l.cell != 0 || next.cell != 0 || l.table+next.table > 0 || next.gap != 1 || next.indent != 0 {
		return false
	}
	return !ended(l.text) || styled && outline(next.text) == 0 && !bulleted(next.text)
}

// run is a stretch of lines with the same distance from line to line.
type run struct {
	lines  []*line
	widths []int
	width  int // of the widest line
	indent int // of the line set in least
}

// slack is how many columns a full line may fall short of the widest one: a stop may
// not begin a line, nor a word of Latin letters be broken.
const slack = 5

func runAt(lines []*line, i int) run {
	end := i + 1
	for end < len(lines) && lines[end].gap <= 2 && (end == i+1 || lines[end].gap == lines[end-1].gap) {
		end++
	}
	r := run{lines: lines[i:end], indent: lines[i].indent}
	for _, l := range r.lines {
		w := l.indent
		if len(l.text) <= 1024 {
			w += columns(l.text)
		} else {
			w += len(l.text)
		}
		r.widths = append(r.widths, w)
		r.width = max(r.width, w)
		r.indent = min(r.indent, l.indent)
	}
	return r
}

func (r run) full(i int) bool { return r.widths[i] >= r.width-slack }

// wrapped reports whether the lines are those of wrapped paragraphs: most are full,
// most full lines end in the middle of a sentence, and it is prose.
func (r run) wrapped() bool {
	if len(r.lines) < 3 || r.width < 30 || r.width > 160 {
		return false
	}
	full, open, marks := 0, 0, 0
	for i, l := range r.lines {
		n := shapeOf(l.text)
		marks += n.commas + n.stops
		if r.full(i) {
			full++
			if !ended(l.text) {
				open++
			}
		}
	}
	return full*100 >= len(r.lines)*55 && open >= 2 && open*100 >= full*60 && marks*2 >= len(r.lines)
}

// paragraphs joins a full line with the next one unless that is set in or begins a
// heading, or the line ends a sentence and nothing shows that it ends no paragraph.
func (r run) paragraphs() []*line {
	styled := false
	for _, l := range r.lines {
		styled = styled || l.indent > r.indent
	}
	var out []*line
	for i := 0; i < len(r.lines); {
		segs := append([]seg(nil), r.lines[i].segs...)
		k := i
		for k+1 < len(r.lines) && r.full(k) && r.lines[k+1].indent == r.indent &&
			(styled || !ended(r.lines[k].text)) && outline(r.lines[k+1].text) == 0 && !bulleted(r.lines[k+1].text) {
			segs = append(segs, bridge(r.lines[k], r.lines[k+1])...)
			k++
		}
		out = append(out, r.whole(i, k, segs))
		i = k + 1
	}
	return out
}

// whole is the paragraph of the lines i to k.
func (r run) whole(i, k int, segs []seg) *line {
	if i == k {
		return r.lines[i]
	}
	l := newLine(segs...)
	l.indent, l.gap = r.lines[i].indent, r.lines[i].gap
	return l
}

// bridge is what follows line a in a paragraph: the next line, behind a space between
// two Latin words, behind nothing between Han characters.
func bridge(a, b *line) []seg {
	p, _ := utf8.DecodeLastRuneInString(a.text)
	q, _ := utf8.DecodeRuneInString(b.text)
	if latin(p) && latin(q) {
		return append([]seg{{Span{a.end(), b.start()}, " ", false}}, b.segs...)
	}
	return b.segs
}

func latin(r rune) bool { return r < 0x250 && unicode.IsLetter(r) }
