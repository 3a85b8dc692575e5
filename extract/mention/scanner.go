package mention

import (
	"slices"
	"sync"

	"github.com/qushu/qushu/extract/segment"
	"github.com/qushu/qushu/extract/words"
	"github.com/qushu/qushu/normalize/number"
	"github.com/qushu/qushu/normalize/period"
	"github.com/qushu/qushu/normalize/unit"
)

// Lexicon is what a scanner is made of.
type Lexicon struct {
	Units   *unit.Table
	Periods *period.Grammar
	Names   *Names
	Values  *Values
	Hedges  *Hedges
}

// vocabulary are the word lists a scanner reads.
type vocabulary struct {
	Reach       words.Set `list:"reach"`          // verbs behind which a bare number is a value: 为 达
	Predicate   words.Set `list:"predicate"`      // words before an ordinal that make it a place: 居 全市
	Places      words.Set `list:"place"`          // 位 名
	Fronts      words.Set `list:"front"`          // 前
	AfterRank   words.Set `list:"after-rank"`     // what may follow a rank
	Signs       words.Set `list:"currency-sign"`  // before a sum
	Minus       words.Set `list:"minus"`          // 负
	NotCompare  words.Set `list:"not-compare"`    // 通过: ends like a comparison and is none
	Unitless    words.Set `list:"unitless"`       // 死亡率: its figures may have no unit
	NotMinus    words.Set `list:"not-minus"`      // 减负: ends like a minus and is none
	Grades      words.Set `list:"size-grade"`     // 级: makes a size of a sum
	Particles   words.Set `list:"particle"`       // 了
	NotUnit     words.Set `list:"not-unit"`       // words that begin with a unit and are none: 成立
	NotTime     words.Set `list:"not-time"`       // words that begin like a time and are none
	From        words.Set `list:"from"`           // 由 从: A 到 B is a change
	Joins       words.Set `list:"join"`           // 和 与 及
	BeforeYear  words.Set `list:"before-year"`    // words before a year without 年
	Action      words.Set `list:"action"`         // verbs that begin a clause where a separator was lost
	People      words.Set `list:"people"`         // nouns counted in 人
	MoneyNoun   words.Set `list:"money-noun"`     // nouns that are counted in money
	SizeNoun    words.Set `list:"size-noun"`      // 年薪: what a class is bounded by
	LevelNoun   words.Set `list:"level-noun"`     // 水平
	To          words.Set `list:"to"`             // 至
	Of          words.Set `list:"of"`             // 的
	Money       []rune    `list:"default-money"`  // the unit of money where none is written
	Person      []rune    `list:"default-person"` // the unit of people where none is written
	Point       []rune    `list:"default-points"` // 点, a unit of figures only
	Rise        words.Set `list:"rise"`
	Fall        words.Set `list:"fall"`
	NotHedge    words.Set `list:"not-hedge"`        // 签约, 以上
	OneIn       words.Set `list:"one-in"`           // 就有
	Compare     words.Set `list:"compare"`          // 大于: a bare number behind one is a quantity
	AfterNumber words.Set `list:"after-number"`     // words that no number counts
	Between     words.Set `list:"between"`          // 之间
	Thermo      words.Set `list:"thermometer"`      // 摄氏 before a temperature
	Degree      words.Set `list:"degree"`           // 度
	PowerUnit   []rune    `list:"power-unit"`       // 千瓦时, which 度 is behind a great number
	BelowZero   words.Set `list:"below-zero"`       // 零下
	HalfWord    words.Set `list:"half-word"`        // 半径
	WeakUnit    words.Set `list:"weak-unit"`        // 里: a unit behind characters only where nothing follows
	WeakHan     words.Set `list:"weak-unit-han"`    // 里: the same behind numerals in characters only
	UnitLabel   words.Set `list:"unit-label"`       // 单位:
	PeopleVerb  words.Set `list:"people-verb"`      // 参训
	Built       words.Set `list:"built"`            // 座
	Times       words.Set `list:"times"`            // 次: counts how often something was done
	Office      words.Set `list:"office"`           // 局: ends the name of a body that signs
	Tall        words.Set `list:"tall"`             // 米, behind which digits alone are its parts
	AboveZero   words.Set `list:"above-zero"`       // 零上
	Plus        words.Set `list:"plus"`             // +
	Yuan        words.Set `list:"money-classifier"` // 块, which counts other things too
	Pays        words.Set `list:"pay"`              // 卖 花
	BeforeDays  words.Set `list:"before-days"`      // 连续: N日 behind it is a length of time
	AfterDays   words.Set `list:"after-days"`       // 内 游
	LengthNoun  words.Set `list:"length-noun"`      // 时间: behind a length of time
	Wire        words.Set `list:"wire"`             // 电: behind the day of a dispatch
	Step        words.Set `list:"step"`             // 台阶
	One         words.Set `list:"one-thing"`        // 一个
	Misread     []rune    `list:"misread"`          // characters taken for a scale, each before the scale: 忆亿
	Past        []rune    `list:"past"`             // 过去, before a number of years looked back on
}

// Scanner finds mentions. It is safe for concurrent use.
type Scanner struct {
	Lexicon
	v      vocabulary
	begins [1 << 16]uint8 // for each rune which readers can begin with it
}

// The readers of a scanner, as bits of what can begin with a rune.
const (
	aName = 1 << iota
	aTime
	aWord
	aFigure
	aFront
	anOutline
	aNumeral
)

// NewScanner prepares a scanner with the word lists of a rule set.
func NewScanner(l Lexicon, sets map[string]words.Set) (*Scanner, error) {
	sc := &Scanner{Lexicon: l}
	if err := words.Fill(&sc.v, sets); err != nil {
		return nil, err
	}
	for r := range sc.begins {
		sc.begins[r] = sc.canBegin(rune(r))
	}
	return sc, nil
}

// Words are the word lists that a scanner reads.
func Words() []string { return words.Names(&vocabulary{}) }

func (sc *Scanner) canBegin(r rune) (bits uint8) {
	add := func(bit uint8, ok bool) {
		if ok {
			bits |= bit
		}
	}
	add(aName, sc.Names.set.Begins(r))
	add(aTime, sc.Periods.Begins(r))
	add(aWord, sc.Values.set.Begins(r))
	add(aFigure, number.Begins(r) || number.IsVulgar(r) || number.Opens(r) || sc.v.Minus.Begins(r) || sc.v.Thermo.Begins(r) || sc.v.BelowZero.Begins(r) || sc.v.AboveZero.Begins(r) || sc.v.Plus.Begins(r))
	add(aFront, sc.v.Fronts.Begins(r))
	add(anOutline, number.Begins(r) || segment.IsOpen(r))
	add(aNumeral, number.Begins(r) && r != '.')
	return bits
}

// beginsWith is what can begin with r.
func (sc *Scanner) beginsWith(r rune) uint8 {
	if uint32(r) < 1<<16 {
		return sc.begins[r]
	}
	return 0
}

// Scan returns the mentions of a sentence in order, numerals that are none among
// them. They do not overlap.
func (sc *Scanner) Scan(s *segment.Sentence) []Mention {
	whole, mended := s, s.Runes
	var at []int
	if sc.holdsNumeral(s.Runes) {
		if mended = sc.mend(s.Runes); &mended[0] != &s.Runes[0] {
			s = &segment.Sentence{Span: s.Span, Block: s.Block, Runes: mended}
		}
		s, at = squeeze(s)
	}
	c := cursors.Get().(*cursor)
	*c = cursor{Scanner: sc, given: whole, places: at, r: s.Runes, quoted: c.quoted[:0], out: c.out[:0]}
	var out []Mention
	if len(c.scan()) > 0 {
		out = slices.Clone(c.out)
		clear(c.out)
	}
	*c = cursor{quoted: c.quoted[:0], out: c.out[:0]}
	cursors.Put(c)
	if at != nil {
		stretch(out, at)
	}
	if len(out) > 0 && &mended[0] != &whole.Runes[0] {
		flagMended(out, whole.Runes, mended)
	}
	sc.signature(whole.Runes, out)
	return out
}

var cursors = sync.Pool{New: func() any { return new(cursor) }}

func (sc *Scanner) holdsNumeral(r []rune) bool {
	for _, x := range r {
		if sc.beginsWith(x)&aNumeral != 0 {
			return true
		}
	}
	return false
}

// cursor is one pass over one sentence.
type cursor struct {
	*Scanner
	given            *segment.Sentence // as it was given, with its tokens
	places           []int             // the place in given of each rune and of the end; nil where they are the same
	r                []rune
	quoted           [][2]int // the quotations of the sentence, once they are looked for
	quotesRead       bool
	out              []Mention
	labels           int  // where the first label of units ends, -1 where there is none, 0 before it is looked for
	minus, belowZero bool // while a number behind 负 or 零下 is read
	words            int  // words of temperature before the figure being read
	numAt            int  // the last number scanned and where, plus one: readers ask for it in turn
	num              number.Number
	after            int // in the passes after reading: the index of the mention looked at, plus one
}

func (c *cursor) scan() []Mention {
	for i := 0; i < len(c.r); {
		bits := c.beginsWith(c.r[i])
		if bits == 0 {
			i++
			continue
		}
		m, ok := c.at(i, bits)
		if !ok {
			i++
			continue
		}
		c.out = append(c.out, m)
		i = max(m.End, i+1)
	}
	if len(c.out) > 0 {
		c.shareUnits()
		c.settleBare()
		c.spans()
		c.perHead()
		c.perOne()
		c.oneIn()
		c.filters()
		c.unreadable()
	}
	return c.out
}

// from is the end of the mention before: nothing may reach back beyond it.
func (c *cursor) from() int {
	n := len(c.out)
	if c.after > 0 {
		n = c.after - 1
	}
	if n > 0 {
		return c.out[n-1].End
	}
	return 0
}

// at reads what begins at rune i: the longest of a name, a time, a value word and a
// figure; at equal length the earlier in that order.
func (c *cursor) at(i int, bits uint8) (Mention, bool) {
	var best Mention
	found := false
	take := func(m Mention, ok bool) {
		if ok && (!found || m.End > best.End) {
			best, found = m, true
		}
	}
	if bits&anOutline != 0 {
		take(c.outline(i))
	}
	if bits&aName != 0 && !c.compared(i) && !c.signAt(i) {
		take(c.name(i))
	}
	if best.Why != "name" && best.Why != "edition" {
		if bits&aTime != 0 {
			take(c.time(i))
		}
		if bits&aWord != 0 {
			take(c.word(i))
		}
		if bits&aFigure != 0 {
			take(c.figure(i))
		}
		if bits&aFront != 0 {
			take(c.front(i))
		}
	}
	if found && best.Kind != None {
		return c.inQuotes(best), true
	}
	return best, found
}

// compared reports whether a word of comparison stands before rune i: 超过, but not 通过.
func (c *cursor) compared(i int) bool {
	return c.v.Compare.EndsAt(c.r, c.from(), i) > 0 && c.v.NotCompare.EndsAt(c.r, c.from(), i) == 0
}

// maxIndent is the most spaces that can stand before an outline number.
const maxIndent = 32

// outline reads the number a line of an outline begins with: 一、 (二) 3.
func (c *cursor) outline(i int) (Mention, bool) {
	if i > 0 && (c.r[i-1] != ' ' || i > maxIndent) {
		return Mention{}, false
	}
	for _, r := range c.r[:i] {
		if r != ' ' {
			return Mention{}, false
		}
	}
	start := i
	if segment.IsOpen(c.r[i]) {
		start++
	}
	num, ok := number.Scan(c.r[start:])
	if !ok {
		return Mention{}, false
	}
	end := start + num.N
	if end >= len(c.r) || start > i && !segment.IsClose(c.r[end]) || start == i && !segment.IsList(c.r[end]) && !c.dotted(end) {
		return Mention{}, false
	}
	return Mention{Start: i, End: end + 1, Kind: None, Why: "outline", Rule: "number of a line"}, true
}

// dotted reports whether a point at i ends an outline number: 1. and not 1.5.
func (c *cursor) dotted(i int) bool {
	return c.r[i] == '.' && (i+1 >= len(c.r) || !number.IsDigit(c.r[i+1]))
}

// name reads a numeral that the lexicon knows to measure nothing.
func (c *cursor) name(i int) (Mention, bool) {
	n, why, rule := c.Names.Match(c.r, i)
	if n == 0 {
		return Mention{}, false
	}
	m := Mention{Start: i, End: i + n, Kind: None, Why: why, Rule: rule}
	if e, ok := c.Periods.Scan(c.r[i : i+n]); ok && e.N == n {
		m.Time = e // of 2031年一季度财报
	}
	return m, true
}

// word reads a word that is a value by itself, such as 翻番.
func (c *cursor) word(i int) (Mention, bool) {
	m, n := c.Values.Match(c.r, i)
	if n == 0 {
		return Mention{}, false
	}
	m.Start, m.End, m.Core = i, i+n, [2]int{i, i + n}
	return c.hedge(m), true
}

func same(a, b []rune) bool { return slices.Equal(a, b) }
