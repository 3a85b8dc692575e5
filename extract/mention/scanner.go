package mention

import (
	"sort"

	"github.com/qushu/qushu/extract/segment"
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
	Words   map[string][]string // the word lists reach, predicate, currency-sign, …
}

// Scanner finds mentions. It is safe for concurrent use.
type Scanner struct {
	Lexicon
	reach      wordSet // verbs after which a bare number is a value: 为 达 至
	predicate  wordSet // words before an ordinal that make it a place: 居 位列 全市
	signs      wordSet // currency signs
	minus      wordSet // 负
	particles  wordSet // 了
	notUnit    wordSet // words that begin with a unit and are none: 成立
	notTime    wordSet // words that begin like a time and are none
	fromWords  wordSet // 由 从: A 到 B is a change
	places     wordSet // 位 名
	fronts     wordSet // 前
	afterRank  wordSet // what may follow a rank: 的 和 ,
	joins      wordSet // 和 与 及
	beforeYear wordSet // words before a year without 年
}

// NewScanner prepares a scanner.
func NewScanner(l Lexicon) *Scanner {
	return &Scanner{Lexicon: l,
		reach:      newWordSet(l.Words["reach"]),
		predicate:  newWordSet(l.Words["predicate"]),
		signs:      newWordSet(l.Words["currency-sign"]),
		minus:      newWordSet(l.Words["minus"]),
		particles:  newWordSet(l.Words["particle"]),
		notUnit:    newWordSet(l.Words["not-unit"]),
		notTime:    newWordSet(l.Words["not-time"]),
		fromWords:  newWordSet(l.Words["from"]),
		places:     newWordSet(l.Words["place"]),
		fronts:     newWordSet(l.Words["front"]),
		afterRank:  newWordSet(l.Words["after-rank"]),
		joins:      newWordSet(l.Words["join"]),
		beforeYear: newWordSet(l.Words["before-year"]),
	}
}

// Scan returns the mentions of a sentence in order, numerals that are none among
// them. They do not overlap.
func (sc *Scanner) Scan(s *segment.Sentence) []Mention {
	c := &cursor{Scanner: sc, s: s, r: s.Runes, quoted: quotes(s.Runes)}
	for i := 0; i < len(c.r); {
		m, ok := c.at(i)
		if !ok {
			i++
			continue
		}
		c.out = append(c.out, m)
		i = max(m.End, i+1)
	}
	c.shareUnits()
	c.settleBare()
	c.filters()
	return c.out
}

// cursor is one pass over one sentence.
type cursor struct {
	*Scanner
	s      *segment.Sentence
	r      []rune
	quoted [][2]int
	out    []Mention
}

// from is the end of the mention before: nothing may reach back beyond it.
func (c *cursor) from() int {
	if n := len(c.out); n > 0 {
		return c.out[n-1].End
	}
	return 0
}

// at reads what begins at rune i: the longest of a name, a time, a value word and a
// figure; at equal length the earlier in that order.
func (c *cursor) at(i int) (Mention, bool) {
	var best Mention
	found := false
	take := func(m Mention, ok bool) {
		if ok && (!found || m.End > best.End) {
			best, found = m, true
		}
	}
	take(c.name(i))
	if !found || best.Why != "name" && best.Why != "edition" {
		take(c.time(i))
		take(c.word(i))
		take(c.figure(i))
		take(c.front(i))
	}
	if found && best.Kind != None {
		return c.inQuotes(best), true
	}
	return best, found
}

// name reads a numeral that the lexicon knows to measure nothing.
func (c *cursor) name(i int) (Mention, bool) {
	n, why, rule := c.Names.Match(c.r, i)
	if n == 0 {
		return Mention{}, false
	}
	return Mention{Start: i, End: i + n, Kind: None, Why: why, Rule: rule}, true
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

// wordSet looks words up at the end or the beginning of a text.
type wordSet struct {
	words [][]rune // longest first
}

func newWordSet(words []string) wordSet {
	var w wordSet
	for _, s := range words {
		w.words = append(w.words, segment.FoldString(s))
	}
	sort.SliceStable(w.words, func(i, j int) bool { return len(w.words[i]) > len(w.words[j]) })
	return w
}

// before is the length of the longest word that ends at i, not reaching before from.
func (w wordSet) before(r []rune, from, i int) int {
	for _, word := range w.words {
		if n := len(word); n <= i-from && same(r[i-n:i], word) {
			return n
		}
	}
	return 0
}

// after is the length of the longest word that begins at i.
func (w wordSet) after(r []rune, i int) int {
	for _, word := range w.words {
		if n := len(word); i+n <= len(r) && same(r[i:i+n], word) {
			return n
		}
	}
	return 0
}

func same(a, b []rune) bool {
	for i := range b {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}
