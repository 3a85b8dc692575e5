package corpus

import (
	"regexp"
	"strings"
)

// outlines are the beginnings of headings by level.
var outlines = []struct {
	begin *regexp.Regexp
	level int
}{
	{regexp.MustCompile(`^第\s?[一二三四五六七八九十百零〇0-9]+\s?(?:章|节|篇|部分|编|部份)`), 1},
	{regexp.MustCompile(`^[一二三四五六七八九十]+[、.．]`), 1},
	{regexp.MustCompile(`^[（(〔][一二三四五六七八九十]+[)）〕]`), 2},
	{regexp.MustCompile(`^[0-9０-９]{1,2}\s?[、.．](?:\D|$)`), 3},
	{regexp.MustCompile(`^[（(][0-9０-９]{1,2}[)）]`), 4},
}

// listMark is the number that a conversion from HTML puts before an item.
var listMark = regexp.MustCompile(`^[0-9]{1,2}\.\s+`)

// outline is the level of the outline number a line begins with, or 0.
func outline(s string) int {
	if m := listMark.FindString(s); m != "" {
		if n := outline(s[len(m):]); n > 0 {
			return n
		}
	}
	for _, o := range outlines {
		if o.begin.MatchString(s) {
			return o.level
		}
	}
	return 0
}

// heading gives a short line with an outline number its level. A line that goes on
// behind a stop is a paragraph; so is an item of a numbered list that states a figure.
func heading(l *line, n shape) bool {
	level := outline(l.text)
	if level == 0 || n.runes > 64 {
		return false
	}
	inner := strings.TrimRight(l.text, terminals+" ")
	if in := shapeOf(inner); in.stops > 0 || n.stops > 0 && n.runes > 45 {
		return false
	}
	if level >= 3 && (figure(l.text, n) || n.prose() || n.runes > 30) {
		return false
	}
	l.is(Heading, "outline number")
	l.level = level
	return true
}
