package rules

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// lineKind says what a line of a rule file is.
type lineKind int

const (
	blankLine lineKind = iota
	commentLine
	ruleLine
	docLine
	givenLine
	matchLine
	factLine
	caseLine
	wantLine // a fact line of a case, or nothing
	strayLine
)

var keywordKinds = map[string]lineKind{"given": givenLine, "match": matchLine, "fact": factLine, "case": caseLine}

// srcLine is a line of a rule file, cut into its keyword and the text after it.
type srcLine struct {
	kind   lineKind
	indent int
	text   string
	pos    Pos // of the text
}

// source cuts a rule file into lines. What a line is follows from its indentation and
// the lines above it.
type source struct {
	inRule     bool
	inDoc      bool // no keyword yet
	inCase     bool
	caseIndent int
}

func cutSource(src []byte, name string) []srcLine {
	text := strings.TrimPrefix(string(src), "\ufeff")
	var c source
	var out []srcLine
	for i, line := range strings.Split(strings.TrimRightFunc(text, unicode.IsSpace), "\n") {
		out = append(out, c.line(line, Pos{name, i + 1, 1}))
	}
	return out
}

func (c *source) line(line string, pos Pos) srcLine {
	line = strings.TrimRightFunc(line, unicode.IsSpace)
	text := strings.TrimLeftFunc(line, unicode.IsSpace)
	blanks := line[:len(line)-len(text)]
	l := srcLine{indent: indentOf(blanks), text: text, pos: pos}
	l.pos.Col += utf8.RuneCountInString(blanks)
	switch {
	case text == "":
		l.kind = blankLine
	case text[0] == '#':
		l.kind = commentLine
	case l.indent == 0:
		c.head(&l)
	case !c.inRule:
		l.kind = strayLine
	default:
		c.indented(&l)
	}
	return l
}

// indentOf counts columns; a tab goes to the next multiple of four.
func indentOf(blanks string) int {
	n := 0
	for _, r := range blanks {
		if r == '\t' {
			n += 4 - n%4
		} else {
			n++
		}
	}
	return n
}

// head is a line at column 1.
func (c *source) head(l *srcLine) {
	l.kind = strayLine
	if l.cutKeyword("rule") {
		l.kind = ruleLine
		*c = source{inRule: true, inDoc: true}
	}
}

// indented is a line within a rule.
func (c *source) indented(l *srcLine) {
	if c.inCase && l.indent > c.caseIndent {
		l.kind = wantLine
		return
	}
	for _, word := range keywords {
		indent := l.indent
		if l.cutKeyword(word) {
			l.kind = keywordKinds[word]
			c.inDoc, c.inCase, c.caseIndent = false, l.kind == caseLine, indent
			return
		}
	}
	if l.kind = strayLine; c.inDoc {
		l.kind = docLine
	}
}

// cutKeyword takes the word and the white space after it off the line.
func (l *srcLine) cutKeyword(word string) bool {
	rest, ok := strings.CutPrefix(l.text, word)
	if !ok {
		return false
	}
	trimmed := strings.TrimLeftFunc(rest, unicode.IsSpace)
	if rest != "" && trimmed == rest {
		return false
	}
	l.pos.Col += len(word) + utf8.RuneCountInString(rest[:len(rest)-len(trimmed)])
	l.text = trimmed
	return true
}
