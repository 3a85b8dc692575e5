package table

import (
	"math/big"
	"slices"

	"github.com/qushu/qushu/corpus"
	"github.com/qushu/qushu/extract/mention"
	"github.com/qushu/qushu/extract/segment"
	"github.com/qushu/qushu/normalize/number"
	"github.com/qushu/qushu/normalize/unit"
)

// value is a cell with a figure.
type value struct {
	row, col int
	sentence int
	at       int // of its first mention in the sentence
	mentions []mention.Mention
	k        int // which of them is the figure, -1 where none is
	head     heading
	measure  string
}

// holdsFigure reports whether a cell beside a stub holds a figure: it looks like one, or
// is short and one can be read in it.
func (g *grid) holdsFigure(si int, span corpus.Span) bool {
	if corpus.IsFigure(g.read.Doc.Text[span.Start:span.End]) || span.Len() == 4 && corpus.IsYear(g.read.Doc.Text[span.Start:span.End]) {
		return true
	}
	s := g.part(si, span)
	if len(s.Runes) > shortCell {
		return false
	}
	g.segmenter.Tag(s)
	return slices.ContainsFunc(g.scanner.Scan(s), func(m mention.Mention) bool { return m.IsValue() && m.Kind != mention.Number })
}

// shortCell is the longest cell, in characters, in which a figure is read among words.
const shortCell = 16

// newValue reads the figure of a cell with the unit that its headings give it.
func (g *grid) newValue(si, r, c int, span corpus.Span) *value {
	v := &value{row: r, col: c, sentence: si, k: -1, head: g.headingOf(r, c)}
	s := g.part(si, span)
	base, _ := slices.BinarySearch(g.read.Sentences[si].Off, span.Start)
	if v.head.role == serials {
		v.mentions = g.scanPart(s)
	} else {
		g.readFigure(v, s)
	}
	for i := range v.mentions {
		shift(&v.mentions[i], base)
	}
	return v
}

// readFigure reads a figure alone, or else the first of a cell that says more.
func (g *grid) readFigure(v *value, s *segment.Sentence) {
	v.measure = v.head.measure
	if m, ok := g.alone(s.Runes, v.measure, g.unitFor(v)); ok {
		v.mentions, v.k = []mention.Mention{m}, 0
	} else {
		g.segmenter.Tag(s)
		v.mentions = g.scanner.Scan(s)
		v.k = slices.IndexFunc(v.mentions, func(m mention.Mention) bool { return m.IsValue() })
		if v.k >= 0 && v.measure != "" && g.has(g.words.Fall, s.Runes[:v.mentions[v.k].Start]) {
			v.mentions[v.k].Value = negated(v.mentions[v.k].Value)
		}
	}
	if v.k >= 0 {
		v.settle(&v.mentions[v.k])
	}
}

// settle makes the measure fit the unit of the figure: a change in percent is a growth,
// one in another unit a delta.
func (v *value) settle(m *mention.Mention) {
	switch {
	case m.Kind == mention.Rank:
		v.measure = "rank"
	case v.measure == "growth" && m.Kind != mention.Percent && m.Kind != mention.Number, v.measure == "delta" && m.Kind == mention.Percent && v.head.unit != "":
		v.measure = map[string]string{"growth": "delta", "delta": "growth"}[v.measure]
	case v.measure == "":
		v.measure = "level"
	}
}

// alone reads a cell that is a number, with or without a sign and a unit.
func (g *grid) alone(r []rune, measure string, unitText string) (mention.Mention, bool) {
	all := len(r)
	from, sign := signOf(r)
	to := len(r)
	for to > from && (r[to-1] == ' ' || r[to-1] == '*') {
		to--
	}
	if to > from+2 && r[to-1] == ']' { // a note
		if open := slices.Index(r[from:to], '['); open > 0 && isNumber(r[from+open+1:to-1]) {
			to = from + open
		}
	}
	end := from
	var digits []rune
	for end < to && (number.IsDigit(r[end]) || r[end] == '.' || r[end] == ',' || r[end] == ' ' || r[end] == '\'') {
		if number.IsDigit(r[end]) || r[end] == '.' {
			digits = append(digits, r[end])
		}
		end++
	}
	if len(digits) == 0 || end < to && g.unitOf(r[end:to]) == "" {
		return mention.Mention{}, false
	}
	own := string(r[end:to])
	if own != "" {
		unitText = own
	}
	m, known := g.quantity(digits, []rune(unitText))
	switch {
	case m.Value == nil:
		return m, false
	case !known:
		m = asWritten(m, []rune(unitText))
	}
	if measure == "rank" && own == "" {
		m.Kind, m.Unit = mention.Rank, unit.One()
		m.Unit.Kind, m.Unit.Code = mention.Rank, "rank"
	}
	if sign < 0 {
		m.Value = negated(m.Value)
	}
	for to < all && r[to] == ' ' {
		to++
	}
	m.Start, m.End = 0, len([]rune(string(r[:to])))
	m.Core = [2]int{0, m.End}
	return m, true
}

func negated(v []*big.Rat) []*big.Rat {
	out := make([]*big.Rat, len(v))
	for i, x := range v {
		out[len(v)-1-i] = new(big.Rat).Neg(x)
	}
	return out
}

// signOf is where a number begins behind its sign, and the sign: ▼ and ↓ are of a fall.
func signOf(r []rune) (int, int) {
	i, sign := 0, 1
	for ; i < len(r); i++ {
		switch r[i] {
		case '-', '▼', '↓', '▽':
			sign = -1
		case '+', '▲', '↑', '△', ' ':
		default:
			return i, sign
		}
	}
	return i, sign
}

// asWritten gives a number a unit that no table of units knows, with the scale before it
// multiplied in: 万重量箱.
func asWritten(m mention.Mention, unitText []rune) mention.Mention {
	rest := unitText
	if scale, ok := number.Scan(unitText); ok && scale.Bare && scale.N < len(unitText) {
		m.Value = []*big.Rat{new(big.Rat).Mul(m.Value[0], scale.Value)}
		rest = unitText[scale.N:]
	}
	m.Kind, m.UnitText = mention.Count, string(unitText)
	m.Unit.Kind, m.Unit.Code = mention.Count, string(rest)
	return m
}

// quantity reads digits before a unit as a figure of the text would be read; without a
// unit, or with one that is not known, they are a number. Digits that make none have no
// value.
func (ts *Tables) quantity(digits, unitText []rune) (mention.Mention, bool) {
	n, ok := new(big.Rat).SetString(string(digits))
	if !ok {
		return mention.Mention{}, false
	}
	plain := mention.Mention{Kind: mention.Number, Value: []*big.Rat{n}, Unit: unit.One(), Bound: "exact", Digits: string(digits)}
	if len(unitText) == 0 {
		return plain, true
	}
	s := &segment.Sentence{Runes: append([]rune("1"), unitText...)}
	for i := range len(s.Runes) + 1 {
		s.Off = append(s.Off, i)
	}
	ms := ts.scanner.Scan(s)
	if len(ms) != 1 || !ms[0].IsValue() || ms[0].Bare || ms[0].Start != 0 || ms[0].End != len(s.Runes) || ms[0].Single() == nil {
		return plain, false
	}
	m := ms[0]
	m.Value = []*big.Rat{new(big.Rat).Mul(n, m.Value[0])}
	m.Digits, m.UnitText, m.Flags, m.Bound = string(digits), string(unitText), nil, "exact"
	return m, true
}
