// Package pattern runs regular expressions of the lexicon at one position of a folded
// sentence. A pattern knows which runes its matches can begin with, so that of some
// hundred patterns only a few are ever run.
package pattern

import (
	"fmt"
	"regexp"
	"regexp/syntax"
	"strings"
	"unicode/utf8"
)

// Window is how many runes of a sentence a pattern may look at.
const Window = 40

// Pattern is a compiled, anchored regular expression.
type Pattern struct {
	re    *regexp.Regexp
	first []*syntax.Inst // nil: any rune
}

// Macros replace %X in patterns, so that a numeral is written once.
type Macros struct{ pairs []string }

// Add defines a macro such as %M for the patterns compiled after it. A macro may use
// those defined before.
func (m *Macros) Add(name, expr string) {
	m.pairs = append(m.pairs, name, m.expand(expr))
}

func (m *Macros) expand(src string) string { return strings.NewReplacer(m.pairs...).Replace(src) }

// Compile anchors and compiles src after its macros are expanded. Braces around a part,
// {…}, mark what a match consumes where the rest is only looked at; a quantifier such
// as {1,3} keeps its meaning, because it begins with a digit.
func (m *Macros) Compile(src string) (Pattern, error) {
	expr := `^(?:` + consume(m.expand(src)) + `)`
	re, err := regexp.Compile(expr)
	if err != nil {
		return Pattern{}, fmt.Errorf("pattern %q: %w", src, err)
	}
	first, err := firstRunes(expr)
	return Pattern{re, first}, err
}

var braces = regexp.MustCompile(`\{([^0-9,}\\][^}]*|[0-9,]*[^0-9,}][^}]*)\}`)

// consume turns {…} into the named group that ends a match.
func consume(src string) string {
	if strings.Contains(src, `\p{`) {
		src = strings.ReplaceAll(src, `\p{Han}`, "\x00")
	}
	src = braces.ReplaceAllString(src, "(?P<take>$1)")
	return strings.ReplaceAll(src, "\x00", `\p{Han}`)
}

// firstRunes derives from a regular expression the instructions that can read its
// first rune.
func firstRunes(src string) ([]*syntax.Inst, error) {
	tree, err := syntax.Parse(src, syntax.Perl)
	if err != nil {
		return nil, err
	}
	prog, err := syntax.Compile(tree.Simplify())
	if err != nil {
		return nil, err
	}
	var out []*syntax.Inst
	seen := map[uint32]bool{}
	var walk func(pc uint32)
	walk = func(pc uint32) {
		if seen[pc] {
			return
		}
		seen[pc] = true
		switch i := &prog.Inst[pc]; i.Op {
		case syntax.InstAlt, syntax.InstAltMatch:
			walk(i.Out)
			walk(i.Arg)
		case syntax.InstCapture, syntax.InstNop, syntax.InstEmptyWidth:
			walk(i.Out)
		case syntax.InstRune, syntax.InstRune1, syntax.InstRuneAny, syntax.InstRuneAnyNotNL:
			out = append(out, i)
		}
	}
	walk(uint32(prog.Start))
	return out, nil
}

// Begins reports whether a match can begin with r.
func (p Pattern) Begins(r rune) bool {
	for _, i := range p.first {
		if i.MatchRune(r) {
			return true
		}
	}
	return false
}

// Runes is a set of runes that some of a number of patterns can begin with.
type Runes struct {
	bits [1 << 16 / 64]uint64
	any  bool // a pattern can begin with a rune beyond the first plane
}

// Add puts the first runes of a pattern into the set.
func (s *Runes) Add(p Pattern) {
	for _, i := range p.first {
		if i.Op == syntax.InstRuneAny || i.Op == syntax.InstRuneAnyNotNL {
			s.all()
			continue
		}
		for k := 0; k < len(i.Rune); k += 2 {
			lo, hi := i.Rune[k], i.Rune[min(k+1, len(i.Rune)-1)]
			for r := lo; r <= min(hi, 0xffff); r++ {
				s.Put(r)
			}
			s.any = s.any || hi > 0xffff
		}
	}
}

// Put puts one rune into the set.
func (s *Runes) Put(r rune) {
	if r >= 0 && r < 1<<16 {
		s.bits[r>>6] |= 1 << (r & 63)
	}
}

func (s *Runes) all() {
	s.any = true
	for i := range s.bits {
		s.bits[i] = ^uint64(0)
	}
}

// Has reports whether r is in the set.
func (s *Runes) Has(r rune) bool {
	if uint32(r) >= 1<<16 {
		return s.any
	}
	return s.bits[r>>6]>>(r&63)&1 != 0
}

// Match is what a pattern found at the beginning of a text.
type Match struct {
	N      int // runes consumed
	Groups map[string]string
}

// Match runs the pattern on text, the first [Window] runes of what is to be matched.
func (p Pattern) Match(text string) (Match, bool) {
	loc := p.re.FindStringSubmatchIndex(text)
	if loc == nil {
		return Match{}, false
	}
	m := Match{N: utf8.RuneCountInString(text[:loc[1]])}
	for i, name := range p.re.SubexpNames() {
		if name == "" || loc[2*i] < 0 {
			continue
		}
		if name == "take" {
			m.N = utf8.RuneCountInString(text[:loc[2*i+1]])
			continue
		}
		if m.Groups == nil {
			m.Groups = map[string]string{}
		}
		m.Groups[name] = text[loc[2*i]:loc[2*i+1]]
	}
	return m, true
}

// Text is what a pattern may look at: the next [Window] runes.
func Text(s []rune) string {
	if len(s) > Window {
		s = s[:Window]
	}
	return string(s)
}
