package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// page is a document while it is being made.
type page struct {
	*flat
	words      Words
	lines      []*line
	posts      []Post
	tableCount int      // tables found so far
	repeats    *Repeats // of its site
	meta       Given    // what the markup or the front matter says of the page
	scripted   string   // the day of publication that only a script of the page states
	stated     Given    // what the record that holds the page says of it
}

// line is a stretch of a page that will be a block: a line of a text, the inline
// content of an HTML element, and once hard-wrapped lines are joined, a paragraph.
type line struct {
	segs   []seg // without surrounding white space
	text   string
	role   Role
	why    string
	level  int
	indent int    // columns of white space before the text
	gap    int    // line breaks between the line before and this one
	cell   int    // of a table row: how many cells it has
	table  int    // the number of the table it stands in, from 1; 0 in none
	cells  []cell // of a table row; nil for a line set across a table
	parts  uint16 // what may part its cells, once it is asked for
	linked bool   // nearly all of it is a link
	full   bool   // of a page set in type: it reaches the right edge
	place  place  // where the markup puts it
	of     int    // the number of the post of a forum that it stands in, 0 for none
	post   bool   // in one of several posts, where a short line is no menu item
	tight  tight  // its text as it was last squeezed
}

// place is what the markup says of a line.
type place int

const (
	anywhere place = iota // a text has no places
	article               // in the container of the article
	outside               // elsewhere on the page
)

// newLine makes a line of segments.
func newLine(segs ...seg) *line {
	if len(segs) == 1 {
		return &line{segs: segs, text: segs[0].text}
	}
	var b strings.Builder
	for _, s := range segs {
		b.WriteString(s.text)
	}
	return &line{segs: segs, text: b.String()}
}

// is gives the line its role and the reason.
func (l *line) is(r Role, why string) {
	l.role, l.why = r, why
}

// furniture reports whether the line has been found to be none of the article.
func (l *line) furniture() bool { return l.role != "" && !Block{Role: l.role}.Kept() }

// start and end are the flat offsets of the first and the last byte of the line.
func (l *line) start() int { return l.segs[0].at.Start }
func (l *line) end() int   { return l.segs[len(l.segs)-1].at.End }

// split cuts the line at a text offset; the second part is nil where nothing follows.
func (l *line) split(at int) (*line, *line) {
	a, b := l.segments(at)
	return l.part(a), l.part(b)
}

// segments are those before and behind a text offset.
func (l *line) segments(at int) (a, b []seg) {
	o := 0
	for _, s := range l.segs {
		switch end := o + len(s.text); {
		case end <= at:
			a = append(a, s)
		case o >= at || !s.same:
			b = append(b, s)
		default:
			m := s.at.Start + at - o
			a = append(a, seg{Span{s.at.Start, m}, s.text[:at-o], true})
			b = append(b, seg{Span{m, s.at.End}, s.text[at-o:], true})
		}
		o += len(s.text)
	}
	return a, b
}

// part is the line with other segments, without the white space around them; nil
// where nothing is left.
func (l *line) part(segs []seg) *line {
	segs = trimSegs(segs)
	if len(segs) == 0 {
		return nil
	}
	n := newLine(segs...)
	n.role, n.why, n.level, n.indent, n.gap, n.place, n.of, n.post = l.role, l.why, l.level, l.indent, l.gap, l.place, l.of, l.post
	return n
}

// trimSegs takes white space off both ends.
func trimSegs(segs []seg) []seg {
	segs = append([]seg(nil), segs...)
	for len(segs) > 0 {
		s := &segs[0]
		t := strings.TrimLeftFunc(s.text, isSpace)
		if t == s.text && t != "" {
			break
		}
		if t == "" || !s.same {
			segs = segs[1:]
			continue
		}
		s.at.Start += len(s.text) - len(t)
		s.text = t
	}
	for n := len(segs); n > 0; n = len(segs) {
		s := &segs[n-1]
		t := strings.TrimRightFunc(s.text, isSpace)
		if t == s.text && t != "" {
			break
		}
		if t == "" || !s.same {
			segs = segs[:n-1]
			continue
		}
		s.at.End -= len(s.text) - len(t)
		s.text = t
	}
	return segs
}

// isSpace holds for white space and for the characters that show nothing.
func isSpace(r rune) bool {
	if r >= 0x4E00 && r < 0xFEFF {
		return false
	}
	switch r {
	case 0xFEFF, 0x200B, 0x200C, 0x200D, 0x2060, 0x00AD:
		return true
	}
	return unicode.IsSpace(r)
}

// cut makes lines of the flat text between two offsets, one for each line that holds
// more than white space.
func (f *flat) cut(s Span) []*line {
	var out []*line
	gap := 0
	for at := s.Start; at < s.End; {
		end := at + lineEnd(f.text[at:s.End])
		l := newLine(seg{Span{at, end}, f.text[at:end], true})
		if p := l.part(l.segs); p != nil {
			p.gap, p.indent, gap = gap, columns(f.text[at:p.start()]), 0
			out = append(out, p)
		}
		at = end
		if end < s.End {
			r, n := utf8.DecodeRuneInString(f.text[end:])
			at += n
			if r == '\r' && at < s.End && f.text[at] == '\n' {
				at++
			}
			gap++
		}
	}
	return out
}

// lineEnd is the offset of the first line break, or of the end.
func lineEnd(s string) int {
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\n', '\r', '\f':
			return i
		case 0xE2: // U+2028 and U+2029 begin with it
			if strings.HasPrefix(s[i:], "\u2028") || strings.HasPrefix(s[i:], "\u2029") {
				return i
			}
		}
	}
	return len(s)
}

// columns is the width of a text: two for a wide character, else one.
func columns(s string) int {
	n := 0
	for _, r := range s {
		switch {
		case r == '\t':
			n += 4
		case r >= 0x1100:
			n += 2
		default:
			n++
		}
	}
	return n
}
