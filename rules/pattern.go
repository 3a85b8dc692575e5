package rules

import (
	"slices"
	"strings"
	"unicode"
)

// patternSpecial are the characters that a literal text holds only after a backslash.
const patternSpecial = `[]|@<>?+…，\`

func isSpecial(r rune) bool { return strings.ContainsRune(patternSpecial, r) }

// parsePattern reads a match line. It stops at the first element it cannot read.
func parsePattern(text string, pos Pos) ([]Elem, error) {
	s := newScanner(text, pos)
	var out []Elem
	for s.more() {
		e, err := s.elem()
		if err != nil {
			return out, err
		}
		out = append(out, e)
	}
	if len(out) == 0 {
		return nil, s.fault(s.at(), "found an empty match line, wanted a pattern")
	}
	return out, checkPattern(out, pos)
}

// checkPattern wants exactly one value, in a place where it is always captured.
func checkPattern(elems []Elem, pos Pos) error {
	var values []Elem
	for _, e := range elems {
		if e.Field == "value" {
			values = append(values, e)
		}
	}
	switch {
	case len(values) == 0:
		return &Error{pos, "found no <value> in the pattern, wanted exactly one"}
	case len(values) > 1:
		return &Error{values[1].Pos, "found a second <value> in the pattern, wanted exactly one"}
	case values[0].Optional:
		return &Error{values[0].Pos, "found <value>?, wanted a value that is always there"}
	}
	return nil
}

// elem reads one element with its postfix.
func (s *scanner) elem() (Elem, error) {
	e := Elem{Pos: s.at()}
	if err := s.bareElem(&e); err != nil {
		return e, err
	}
	for {
		switch at := s.at(); {
		case s.accept('?') && !e.Optional && e.Kind != Gap:
			e.Optional = true
		case s.accept('+') && !e.Repeat && (e.Kind == Capture || e.Kind == WordOf):
			e.Repeat = true
		case s.at() == at:
			return e, nil
		default:
			return e, s.fault(at, "found "+quoted(string(s.text[s.i-1]))+" where it says nothing: ? follows an element once, + a capture or a word list")
		}
	}
}

func (s *scanner) bareElem(e *Elem) error {
	switch s.peek() {
	case '[':
		return s.choice(e)
	case '@':
		return s.list(e)
	case '<':
		return s.capture(e)
	case '…':
		s.i++
		e.Kind = Gap
		return nil
	case '，':
		s.i++
		e.Kind = Comma
		return nil
	}
	text, err := s.literal()
	e.Kind, e.Alts = Literal, []string{text}
	if err == nil && text == "" {
		return s.fault(s.at(), "found "+quoted(string(s.peek()))+" where an element begins; as a literal it is written \\"+string(s.peek()))
	}
	return err
}

// literal takes characters up to white space or a special one; a backslash keeps the
// special character after it.
func (s *scanner) literal() (string, error) {
	var b strings.Builder
	for {
		b.WriteString(s.run(isSpecial))
		if s.peek() != '\\' {
			return b.String(), nil
		}
		start := s.at()
		s.i++
		if r := s.peek(); r == 0 || unicode.IsSpace(r) {
			return "", s.fault(start, "found a \\ with nothing after it, wanted one of "+patternSpecial)
		}
		b.WriteRune(s.text[s.i])
		s.i++
	}
}

// choice reads [a|b]. One alternative alone is a literal.
func (s *scanner) choice(e *Elem) error {
	start := s.at()
	s.i++
	for {
		s.more()
		at := s.at()
		text, err := s.literal()
		if err != nil {
			return err
		}
		if text == "" {
			return s.fault(at, "found an empty or broken alternative, wanted [a|b] of plain words")
		}
		e.Alts = append(e.Alts, text)
		s.more()
		switch {
		case s.accept(']'):
			if e.Kind = Choice; len(e.Alts) == 1 {
				e.Kind = Literal
			}
			return nil
		case !s.accept('|'):
			return s.fault(start, "found [ without its ], wanted [a|b]")
		}
	}
}

func (s *scanner) list(e *Elem) error {
	s.i++
	e.Kind = WordOf
	e.List = s.run(func(r rune) bool { return !nameRune(r) })
	if e.List == "" {
		return s.fault(e.Pos, "found @ without a name, wanted @list")
	}
	return nil
}

// nameRune holds for the characters of list and field names.
func nameRune(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '-' || r == '_'
}

// capture reads <field> or <field:kind|kind>.
func (s *scanner) capture(e *Elem) error {
	s.i++
	e.Kind = Capture
	inside := s.run(func(r rune) bool { return r == '>' || r == '<' })
	if !s.accept('>') {
		return s.fault(e.Pos, "found < without its >, wanted <field> or <field:kind|kind>")
	}
	field, kinds, typed := strings.Cut(inside, ":")
	e.Field = field
	if !contains(CaptureFields, field) {
		return s.fault(e.Pos, "found the field "+quoted(field)+", "+wanted(field, CaptureFields))
	}
	if !typed {
		return nil
	}
	e.Kinds = strings.Split(kinds, "|")
	return s.checkKinds(e)
}

func (s *scanner) checkKinds(e *Elem) error {
	known := captureKinds[e.Field]
	for i, k := range e.Kinds {
		switch {
		case known == nil:
			return s.fault(e.Pos, "found a kind at <"+e.Field+">, which is a phrase and takes none")
		case !contains(known, k):
			return s.fault(e.Pos, "found the kind "+quoted(k)+" at <"+e.Field+">, "+wanted(k, known))
		case slices.Contains(e.Kinds[:i], k):
			return s.fault(e.Pos, "found the kind "+k+" twice at <"+e.Field+">")
		}
	}
	return nil
}

// String writes the element as it stands in a match line.
func (e Elem) String() string {
	out := e.bare()
	if e.Repeat {
		out += "+"
	}
	if e.Optional {
		out += "?"
	}
	return out
}

func (e Elem) bare() string {
	switch e.Kind {
	case WordOf:
		return "@" + e.List
	case Gap:
		return "…"
	case Comma:
		return "，"
	case Capture:
		if len(e.Kinds) > 0 {
			return "<" + e.Field + ":" + strings.Join(e.Kinds, "|") + ">"
		}
		return "<" + e.Field + ">"
	}
	alts := make([]string, len(e.Alts))
	for i, a := range e.Alts {
		alts[i] = escapeLiteral(a)
	}
	if e.Kind == Choice {
		return "[" + strings.Join(alts, "|") + "]"
	}
	return strings.Join(alts, "")
}

// escapeLiteral writes a text so that literal() reads it back.
func escapeLiteral(s string) string {
	var b strings.Builder
	for _, r := range s {
		if isSpecial(r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// PatternString writes a pattern as a match line has it, one space between elements.
func PatternString(elems []Elem) string {
	out := make([]string, len(elems))
	for i, e := range elems {
		out[i] = e.String()
	}
	return strings.Join(out, " ")
}
