package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// separator is a way in which a text parts the cells of a row.
type separator int

const (
	byTab separator = iota
	byBar
	byComma
	byWide  // two columns of white space or more
	byBlank // any white space
)

var separators = []separator{byTab, byBar, byComma, byWide, byBlank}

// isBar holds for the bars that part cells, half-width, full-width and drawn.
func isBar(r rune) bool {
	switch r {
	case '|', '｜', '│', '┃', '∣', '丨':
		return true
	}
	return false
}

// longRow is the longest line that is cut into cells, in bytes, and mostCells the most
// cells of a row.
const (
	longRow   = 4096
	mostCells = 64
)

// bit is the bit of a separator in what [partsOf] tells.
func (sep separator) bit() uint16 { return 1 << sep }

// What else of a line is asked again and again.
const (
	hasDigit uint16 = 1 << (8 + iota)
	onlyRule
)

// partsOf tells which separators a line holds, whether it holds a digit, and whether it
// only draws a rule.
func partsOf(s string) (bits uint16) {
	prev := ' '
	for _, r := range s {
		switch {
		case r == '\t':
			bits |= byTab.bit() | byWide.bit() | byBlank.bit()
		case isBar(r):
			bits |= byBar.bit()
		case r == ',':
			bits |= byComma.bit()
		case commonHan(r):
		case unicode.IsSpace(r):
			bits |= byBlank.bit()
			if unicode.IsSpace(prev) || columns(string(r)) > 1 {
				bits |= byWide.bit()
			}
		case unicode.IsDigit(r):
			bits |= hasDigit
		}
		prev = r
	}
	if ruled(s) {
		bits |= onlyRule
	}
	return bits
}

// ruled reports whether a line only draws a rule, as |---|:--:| and +----+ do.
func ruled(s string) bool {
	return strings.Trim(s, "|｜│┃-—─━=+:┌┐└┘├┤┬┴┼ \t") == "" && strings.ContainsAny(s, "-—─━=")
}

// cut cuts a line into cells; nil where nothing parts it. The bars at the ends of a framed
// line part nothing.
func (sep separator) cut(l *line, framed bool) []Span {
	s := l.text
	if len(s) > longRow || sep >= byComma && len(s) > longRow/4 {
		return nil
	}
	var out []Span
	start, any := 0, false
	put := func(end int) { out = append(out, trimmed(s, Span{start, end})) }
	for i := 0; i < len(s); {
		n := sep.at(s[i:])
		if n == 0 {
			_, k := utf8.DecodeRuneInString(s[i:])
			i += k
			continue
		}
		if i > 0 || !framed {
			put(i)
		}
		i, any = i+n, true
		start = i
	}
	if start < len(s) || !framed {
		put(len(s))
	}
	if !any {
		return nil
	}
	return out
}

// at is the length of the separator that s begins with, 0 for none.
func (sep separator) at(s string) int {
	r, n := utf8.DecodeRuneInString(s)
	switch sep {
	case byTab:
		if r == '\t' {
			return n
		}
		return 0
	case byBar:
		if isBar(r) {
			return n
		}
		return 0
	case byComma:
		if r == ',' {
			return n
		}
		return 0
	}
	wide, end := 0, 0
	for _, r := range s {
		if !unicode.IsSpace(r) {
			break
		}
		wide, end = wide+columns(string(r)), end+utf8.RuneLen(r)
	}
	if sep == byWide && wide < 2 {
		return 0
	}
	return end
}
