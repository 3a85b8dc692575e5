package variant

import (
	"strings"
	"unicode"
)

// frame is a column of the pages that lines are set in from the top down.
type frame struct {
	top, x float64
	ems    int // its width
	used   int // lines set so far
	lines  []PDFLine
}

// next is the page and the baseline of the next line.
func (f *frame) next() (page int, y float64) {
	perPage := (pageHeight - 2*margin) / leading
	page, row := f.used/perPage, f.used%perPage
	f.used++
	return page, f.top - fontSize - float64(row*leading)
}

// indent is the indent of a paragraph's first line in half ems.
const indent = 4

// paragraph sets a paragraph; an empty one leaves a line blank.
func (f *frame) paragraph(text string) {
	lines := wrap(strings.TrimSpace(text), 2*f.ems)
	if len(lines) == 0 {
		f.next()
	}
	for i, l := range lines {
		page, y := f.next()
		x := f.x
		if i == 0 {
			x += indent * fontSize / 2
		}
		f.lines = append(f.lines, PDFLine{Page: page, X: x, Y: y, Text: l})
	}
}

// wrap breaks a text into lines at most width half ems wide, the first one shorter by
// the indent. Words and numbers stay whole where they fit on a line, and punctuation
// that closes hangs over the end of a line rather than begin one.
func wrap(text string, width int) []string {
	var lines []string
	line, room := "", width-indent
	for _, t := range tokens(text) {
		w := halfEms(t)
		if w > room && line != "" && !closes(t) {
			lines = append(lines, strings.TrimRight(line, " "))
			line, room = "", width
		}
		for _, r := range t {
			if c := halfEms(string(r)); c > room && line != "" && !closes(t) {
				lines = append(lines, line)
				line, room = "", width
			}
			line += string(r)
			room -= halfEms(string(r))
		}
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}

// tokens cuts a text where a line may be broken.
func tokens(text string) []string {
	var out []string
	word := false
	for _, r := range text {
		ascii := r > ' ' && r < unicode.MaxASCII
		if ascii && word {
			out[len(out)-1] += string(r)
		} else {
			out = append(out, string(r))
		}
		word = ascii
	}
	return out
}

// closes reports whether the token is a mark that may not begin a line.
func closes(token string) bool {
	for _, r := range token {
		return r > unicode.MaxASCII && unicode.In(r, unicode.Po, unicode.Pe, unicode.Pf)
	}
	return false
}

// halfEms is the width of a text: two for a wide character, else one.
func halfEms(s string) int {
	n := 0
	for _, r := range s {
		n++
		if r > unicode.MaxASCII {
			n++
		}
	}
	return n
}
