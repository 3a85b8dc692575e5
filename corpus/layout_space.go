package corpus

import (
	"unicode"
	"unicode/utf8"
)

// unspace takes the spaces off the figures of the lines that are read, where they stand
// on both sides and separate nothing: 全年完成 35.6 亿元. The cells of tables keep theirs.
func unspace(lines []*line) {
	for _, l := range lines {
		if l.cells == nil && !l.furniture() {
			l.drop(idleSpaces(l.text))
		}
	}
}

// idleSpaces are the spaces around the figures of a text that have one on both sides, or the
// end of the text there.
func idleSpaces(s string) (out []Span) {
	for i := 0; i < len(s); {
		if s[i] < '0' || s[i] > '9' {
			i++
			continue
		}
		end := figureEnd(s, i)
		left, right := spaceBefore(s, i), spaceBehind(s, end)
		if (left > 0 || i == 0) && (right > 0 || end == len(s)) {
			if before, _ := utf8.DecodeLastRuneInString(s[:i-left]); left > 0 && i > left && parts(before) {
				out = append(out, Span{i - left, i})
			}
			if after, _ := utf8.DecodeRuneInString(s[end+right:]); right > 0 && end+right < len(s) && parts(after) {
				out = append(out, Span{end, end + right})
			}
		}
		i = end
	}
	return out
}

// figureEnd is where the figure ends that begins at i.
func figureEnd(s string, i int) int {
	for i < len(s) && (s[i] >= '0' && s[i] <= '9' || (s[i] == '.' || s[i] == ',') && i+1 < len(s) && s[i+1] >= '0' && s[i+1] <= '9') {
		i++
	}
	return i
}

// spaceBefore and spaceBehind are the lengths of the single space before and behind i,
// 0 where there is none or more than one.
func spaceBefore(s string, i int) int {
	r, n := utf8.DecodeLastRuneInString(s[:i])
	if q, _ := utf8.DecodeLastRuneInString(s[:i-n]); !narrow(r) || narrow(q) {
		return 0
	}
	return n
}

func spaceBehind(s string, i int) int {
	r, n := utf8.DecodeRuneInString(s[i:])
	if q, _ := utf8.DecodeRuneInString(s[i+n:]); !narrow(r) || narrow(q) {
		return 0
	}
	return n
}

// narrow holds for the spaces that are put between words; the wide one is the width of a
// character.
func narrow(r rune) bool {
	return r == ' ' || r == '\u00A0' || r >= '\u2002' && r <= '\u200A' || r == '\u202F'
}

// parts holds for characters that a figure is told from without a space: all but digits
// and the letters of other scripts.
func parts(r rune) bool {
	return !narrow(r) && r != '\t' && !unicode.IsDigit(r) && (!unicode.IsLetter(r) || unicode.Is(unicode.Han, r))
}

// drop leaves stretches of its text out of a line.
func (l *line) drop(spans []Span) {
	if len(spans) == 0 {
		return
	}
	var out []seg
	at := 0
	for _, s := range l.segs {
		end := at + len(s.text)
		for from := at; from < end; {
			for len(spans) > 0 && spans[0].End <= from {
				spans = spans[1:]
			}
			to := end
			switch {
			case len(spans) == 0 || spans[0].Start >= end:
			case spans[0].Start > from:
				to = spans[0].Start
			default:
				from = min(spans[0].End, end)
				continue
			}
			out = append(out, s.within(from-at, to-at))
			from = to
		}
		at = end
	}
	l.segs, l.text = out, newLine(out...).text
}

// within is the part of a segment between two offsets of its text.
func (s seg) within(from, to int) seg {
	if !s.same {
		return s
	}
	return seg{Span{s.at.Start + from, s.at.Start + to}, s.text[from:to], true}
}
