package table

import (
	"slices"

	"github.com/qushu/qushu/corpus"
	"github.com/qushu/qushu/extract/mention"
	"github.com/qushu/qushu/extract/segment"
	"github.com/qushu/qushu/normalize/number"
)

// label is what a heading of a row or column says, or a cell that holds no figure.
type label struct {
	sentence int
	at       int // of its first mention in the sentence
	mentions []mention.Mention
	text     []rune // folded, without spaces

	name    string // what is left of it once all else is taken off
	part    bool   // it is a part of what a row above names: 其中
	unit    string // in a bracket or alone
	times   []timeRef
	area    bool   // the name is that of an area
	place   string // 全省 before the name
	measure string
	scope   string
	basis   string
	status  string
	sum     bool // of the months up to the one named
	speed   bool // of a place: it names only that the place is one of growth
	role    role
}

// timeRef is a time of a label.
type timeRef struct {
	label *label
	k     int  // which of its mentions
	base  bool // it is what others are compared with
}

// role is what a heading says of the cells below it.
type role int

const (
	named   role = iota // names of what is counted
	areas               // names of areas
	bodies              // names of bodies
	unitsOf             // units of the rows
	serials             // numbers that measure nothing
)

// newLabel reads a cell as a label.
func (g *grid) newLabel(si int, span corpus.Span) *label {
	l := &label{sentence: si}
	s := g.part(si, span)
	l.mentions = g.scanPart(s)
	base := slices.Index(g.read.Sentences[si].Off, span.Start)
	g.readLabel(l, s.Runes)
	for i := range l.mentions {
		shift(&l.mentions[i], base)
	}
	return l
}

// part is the sentence that a stretch of a sentence makes by itself.
func (ts *Tables) part(si int, span corpus.Span) *segment.Sentence {
	s := &ts.read.Sentences[si]
	a, _ := slices.BinarySearch(s.Off, span.Start)
	b, _ := slices.BinarySearch(s.Off, span.End)
	return &segment.Sentence{Span: span, Block: s.Block, Runes: s.Runes[a:b], Off: s.Off[a : b+1]}
}

// scanPart finds the times of a label; what else of numbers it holds measures nothing.
func (ts *Tables) scanPart(s *segment.Sentence) []mention.Mention {
	if !slices.ContainsFunc(s.Runes, func(r rune) bool { return number.IsDigit(r) || number.IsHan(r) || number.Vulgar(r) != nil }) && !ts.mayDate(s.Runes) {
		return nil
	}
	ts.segmenter.Tag(s)
	ms := ts.scanner.Scan(s)
	for i := range ms {
		if m := &ms[i]; m.IsValue() {
			*m = mention.Mention{Start: m.Start, End: m.End, Core: m.Core, Kind: mention.None, Why: "name", Rule: "label of a table"}
		}
	}
	return ms
}

// mayDate reports whether a text can hold a time without a numeral: 上年.
func (ts *Tables) mayDate(r []rune) bool {
	return slices.ContainsFunc(r, ts.scanner.Periods.Begins)
}

func shift(m *mention.Mention, by int) {
	m.Start, m.End, m.Core = m.Start+by, m.End+by, [2]int{m.Core[0] + by, m.Core[1] + by}
}

// readLabel takes a label apart: number of the row, brackets with the unit, times, words
// of the measure. What is left is a name.
func (g *grid) readLabel(l *label, r []rune) {
	from := g.opening(l, r)
	to := g.bracket(l, r, from)
	keep := make([]bool, len(r)) // what of it can be a part of the name
	for i := from; i < to; i++ {
		keep[i] = r[i] != ' '
	}
	for k := range l.mentions {
		m := &l.mentions[k]
		if !m.IsTime() {
			continue
		}
		base := g.words.Than.EndsAt(r, from, m.Start) > 0 || m.End < len(r) && r[m.End] == '='
		l.times = append(l.times, timeRef{l, k, base})
		for i := m.Start; i < m.End; i++ {
			keep[i] = keep[i] && base
		}
	}
	for i := from; i < to; i++ {
		if keep[i] {
			l.text = append(l.text, r[i])
		}
	}
	g.meaning(l)
}

// opening is where a label begins behind the number of its row, marks and 其中.
func (g *grid) opening(l *label, r []rune) (i int) {
	for i < len(r) {
		n := 0
		switch {
		case r[i] == ' ', r[i] == ':', r[i] == '、', r[i] == '-', r[i] == '·', r[i] == '*', r[i] == '+':
			n = 1
		case r[i] == '#':
			n, l.part = 1, true
		case g.words.Subset.BeginsAt(r, i) > 0:
			n, l.part = g.words.Subset.BeginsAt(r, i), true
		default:
			for _, m := range l.mentions {
				if m.Start == i && m.Why == "outline" {
					n = m.End - m.Start
				}
			}
		}
		if n == 0 {
			return i
		}
		i += n
	}
	return i
}

// bracket takes brackets off the end of a label, reads the unit that one holds, and
// returns where the label ends before them. A note, [3], is dropped; others that are
// neither stay.
func (g *grid) bracket(l *label, r []rune, from int) int {
	to := len(r)
	if to > from+1 && (r[to-1] == '%' || r[to-1] == '‰') && g.unitOf(r[from:to]) == "" {
		l.unit, to = string(r[to-1:]), to-1
	}
	for to > from+2 && segment.IsClose(r[to-1]) {
		open := to - 2
		for open > from && !segment.IsOpen(r[open]) {
			open--
		}
		in := r[open+1 : to-1]
		switch u := g.unitOf(in); {
		case u != "":
			l.unit = u
		case r[open] == '[' && isNumber(in):
		default:
			return to
		}
		to = open
		for to > from && r[to-1] == ' ' {
			to--
		}
	}
	return to
}

func isNumber(r []rune) bool {
	return len(r) > 0 && !slices.ContainsFunc(r, func(x rune) bool { return !number.IsDigit(x) })
}

// unitOf is the unit that a text is, "" where it is none: 亿元, ±%, 元/平方米. What a
// number makes a quantity of by standing before it is a unit.
func (ts *Tables) unitOf(r []rune) string {
	for len(r) > 0 && (r[0] == '±' || r[0] == '+' || r[0] == '-' || r[0] == ' ') {
		r = r[1:]
	}
	if n := ts.words.UnitLabel.BeginsAt(r, 0); n > 0 {
		r = r[n:]
	}
	if len(r) == 0 || len(r) > longestUnit || number.IsDigit(r[0]) {
		return ""
	}
	s := string(r)
	known, seen := ts.units[s]
	if !seen {
		m, ok := ts.quantity([]rune("1"), r)
		known = ok && m.Kind != mention.Number
		ts.units[s] = known
	}
	if known {
		return s
	}
	return ""
}

// longestUnit is more than the runes of any unit with what it is per.
const longestUnit = 16
