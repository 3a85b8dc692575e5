// Package pattern runs regular expressions of the lexicon at one position of a folded
// sentence. A set of patterns tells in one pass which of them may match, so that of some
// hundred only a few are ever run.
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
	re   *regexp.Regexp
	prog *syntax.Prog // the same, for the automaton of a [Set]
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
	tree, err := syntax.Parse(expr, syntax.Perl)
	if err != nil {
		return Pattern{}, fmt.Errorf("pattern %q: %w", src, err)
	}
	prog, err := syntax.Compile(tree.Simplify())
	return Pattern{re, prog}, err
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

// Match is what a pattern found at the beginning of a text.
type Match struct {
	N      int // runes consumed
	Groups Groups
}

// Groups are the named groups that matched, in the order of the pattern.
type Groups []Group

// Group is the text that a named group matched.
type Group struct{ Name, Text string }

// Text is what the group of a name matched, "" where it did not.
func (g Groups) Text(name string) string {
	for _, x := range g {
		if x.Name == name {
			return x.Text
		}
	}
	return ""
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
			m.Groups = make(Groups, 0, 4)
		}
		m.Groups = append(m.Groups, Group{name, text[loc[2*i]:loc[2*i+1]]})
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
