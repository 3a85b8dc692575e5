package rules

import (
	"strings"
	"unicode"
)

// scanner reads one line of a rule or golden by characters, so that errors can name
// the column.
type scanner struct {
	text []rune
	i    int
	pos  Pos // of the first character
}

func newScanner(text string, pos Pos) *scanner { return &scanner{text: []rune(text), pos: pos} }

// at is the place of the next character.
func (s *scanner) at() Pos {
	p := s.pos
	p.Col = max(p.Col, 1) + s.i
	return p
}

func (s *scanner) fault(pos Pos, msg string) error { return &Error{pos, msg} }

// more skips white space and reports whether anything follows.
func (s *scanner) more() bool {
	for s.i < len(s.text) && unicode.IsSpace(s.text[s.i]) {
		s.i++
	}
	return s.i < len(s.text)
}

// peek is the next character, or 0 at the end.
func (s *scanner) peek() rune {
	if s.i < len(s.text) {
		return s.text[s.i]
	}
	return 0
}

// accept steps over the next character if it is r.
func (s *scanner) accept(r rune) bool {
	if s.i < len(s.text) && s.text[s.i] == r {
		s.i++
		return true
	}
	return false
}

// run takes characters up to white space or the first that stop holds for.
func (s *scanner) run(stop func(rune) bool) string {
	start := s.i
	for s.i < len(s.text) && !unicode.IsSpace(s.text[s.i]) && !stop(s.text[s.i]) {
		s.i++
	}
	return string(s.text[start:s.i])
}

// enclosed takes a text that stands between the next character and closer; a
// backslash keeps the character after it, and \n is a line break.
func (s *scanner) enclosed(closer rune) (string, error) {
	start := s.at()
	opener := s.text[s.i]
	var b strings.Builder
	for s.i++; s.i < len(s.text); s.i++ {
		r := s.text[s.i]
		if r == closer {
			s.i++
			return b.String(), nil
		}
		if r == '\\' && s.i+1 < len(s.text) {
			s.i++
			if r = s.text[s.i]; r == 'n' {
				r = '\n'
			}
		}
		b.WriteRune(r)
	}
	return "", s.fault(start, "found "+string(opener)+" without the "+string(closer)+" that closes it")
}

// word takes a bare word or one between backquotes.
func (s *scanner) word() (string, error) {
	if s.peek() == '`' {
		return s.enclosed('`')
	}
	return s.run(never), nil
}

// keyValue takes key=value; the value may stand between backquotes.
func (s *scanner) keyValue() (KV, error) {
	start := s.at()
	key := s.run(func(r rune) bool { return r == '=' })
	if !s.accept('=') || key == "" {
		return KV{}, s.fault(start, "found "+quoted(key+s.run(never))+", wanted key=value")
	}
	if s.peek() == 0 || unicode.IsSpace(s.peek()) {
		return KV{}, s.fault(start, "found "+key+"= without a value; an empty value is written ``")
	}
	value, err := s.word()
	return KV{key, value}, err
}

// keyValues takes the rest of the line; it refuses unknown and repeated keys.
func (s *scanner) keyValues(known []string) ([]KV, error) {
	var out []KV
	for s.more() {
		start := s.at()
		kv, err := s.keyValue()
		if err != nil {
			return out, err
		}
		if err := checkKey(kv, out, known); err != "" {
			return out, s.fault(start, err)
		}
		out = append(out, kv)
	}
	return out, nil
}

// checkKey says what is wrong with one more key=value, or nothing.
func checkKey(kv KV, before []KV, known []string) string {
	if !contains(known, kv.Key) {
		return "found the key " + quoted(kv.Key) + ", " + wanted(kv.Key, known)
	}
	for _, b := range before {
		if b.Key == kv.Key {
			return "found " + kv.Key + "= twice, wanted it once"
		}
	}
	values := closedValues[kv.Key]
	if values != nil && !contains(values, kv.Value) && !strings.Contains(kv.Value, "<") {
		return "found " + kv.Key + "=" + kv.Value + ", " + wanted(kv.Value, values)
	}
	return ""
}

func never(rune) bool { return false }
