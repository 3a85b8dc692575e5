package corpus

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// boldRE is a stretch that Markdown sets in bold: **2033年**, no mask of digits or names.
var boldRE = regexp.MustCompile(`\*\*[^\s*](?:[^*]*[^\s*])?\*\*`)

// maxBold is the longest line of bold text that is a heading, in runes.
const maxBold = 60

// isMarkdown reports whether lines are marked as headings, so that stars are marks too.
func isMarkdown(lines []*line) bool {
	for _, l := range lines {
		if len(l.text) <= maxMark && strings.HasPrefix(l.text, "#") && hashRE.MatchString(l.text) {
			return true
		}
	}
	return false
}

// emphasis takes the stars of bold text out of a line of a Markdown document, into a
// line of their own; a short line that is bold from end to end is a heading.
func emphasis(l *line) []*line {
	if len(l.text) > maxMark || !strings.Contains(l.text, "**") {
		return []*line{l}
	}
	found := boldRE.FindAllStringIndex(l.text, -1)
	if found == nil {
		return []*line{l}
	}
	marks, text := l.apart(found)
	marks.is(Nav, "markup")
	whole := len(found) == 1 && found[0][0] == 0 && found[0][1] == len(l.text)
	if whole && utf8.RuneCountInString(text.text) <= maxBold && !ended(text.text) {
		text.is(Heading, "markup: **")
	}
	return []*line{marks, text}
}

// apart parts the two stars at both ends of each stretch from the rest of the line.
func (l *line) apart(bold [][]int) (marks, text *line) {
	var stars, kept []seg
	rest, at := l.segs, 0
	cut := func(to int) (a []seg) {
		a, rest = (&line{segs: rest}).segments(to - at)
		at = to
		return a
	}
	for _, s := range bold {
		kept = append(kept, cut(s[0])...)
		stars = append(stars, cut(s[0]+2)...)
		kept = append(kept, cut(s[1]-2)...)
		stars = append(stars, cut(s[1])...)
	}
	return l.part(stars), l.part(append(kept, rest...))
}
