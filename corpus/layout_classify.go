package corpus

import (
	"strings"
	"unicode/utf8"
)

// classify gives every line a role: first by what the line itself holds, then the
// title, then what its neighbours say of the lines that are left.
func (p *page) classify() {
	p.lines = p.sign(p.lines)
	shapes := make([]shape, len(p.lines))
	for i, l := range p.lines {
		shapes[i] = shapeOf(l.text)
		if l.role == "" {
			p.words.role(l, shapes[i])
		}
	}
	c := &context{p.lines, shapes, &p.words, p.repeats}
	c.running()
	c.title(p.meta.Title)
	c.site()
	c.sandwich()
	c.bottom()
	c.rest()
}

// sign cuts by-lines off the ends of paragraphs.
func (p *page) sign(lines []*line) []*line {
	out := make([]*line, 0, len(lines))
	for _, l := range lines {
		if l.role != "" {
			out = append(out, l)
			continue
		}
		a, b, why := p.words.tail(l)
		out = append(out, a)
		if b != nil {
			b.is(Byline, why)
			if why == buttonWhy {
				b.role = Widget
			}
			b.gap = 1
			out = append(out, b)
		}
	}
	return out
}

// buttonWhy is why the end of a line is furniture.
const buttonWhy = "a button behind a title"

// buttoned cuts a button off the end of a title: [复制链接].
func (w *Words) buttoned(l *line) (a, b *line) {
	if len(l.text) > 400 || !w.ends(postEnd, strings.TrimRight(l.squeezed(), "]")) {
		return l, nil
	}
	for _, sep := range []string{"[", "  "} {
		i := strings.LastIndex(l.text, sep)
		if i > 0 && w.whole[strings.Trim(squeeze(l.text[i:]), "[]")] == Widget {
			return l.split(i)
		}
	}
	return l, nil
}

// tail cuts off the end of a line what is a by-line: names behind a paragraph, a
// source behind a title.
func (w *Words) tail(l *line) (a, b *line, why string) {
	if a, b = w.signed(l); b != nil {
		return a, b, "names behind a paragraph"
	}
	if a, b = w.buttoned(l); b != nil {
		return a, b, buttonWhy
	}
	if len(l.text) > 400 || w.begins(titleLabel, l.head()) == "" {
		return l, nil, ""
	}
	for i := strings.LastIndex(l.text, "  "); i > 0; i = strings.LastIndex(l.text[:i], "  ") {
		s := squeeze(l.text[i:])
		if x, ok := w.find(s); ok && x.role == Byline && w.separates(s, x.text) {
			a, b = l.split(i)
			return a, b, "word: " + x.text
		}
	}
	return l, nil, ""
}

// role gives a line its role by what it holds; it leaves short lines without any
// mark for their neighbours to decide.
func (w *Words) role(l *line, n shape) {
	if n.letters+n.digits == 0 {
		l.is(Nav, "no words")
		return
	}
	if trail(l.text, n) {
		l.is(Nav, "a path of pages")
		return
	}
	if why, ok := w.dateLine(l.text, n); ok {
		l.is(DateLine, why)
		return
	}
	if n.runes <= 160 {
		s := l.head()
		if label := w.begins(titleLabel, s); label != "" && strings.HasPrefix(strings.TrimLeft(s[len(label):], "】]"), ":") {
			l.is(Title, "label: "+label)
			return
		}
	}
	if w.furniture(l, n) {
		return
	}
	if n.runes <= 80 && w.byline(l.text) {
		l.is(Byline, "names")
		return
	}
	if why, alone, ok := w.caption(l.text, n); ok {
		l.is(Caption, why)
		if alone && !figure(l.text, n) {
			l.is(Byline, why)
		}
		return
	}
	w.kept(l, n)
}

// furniture marks a line that a word gives away. Sentences are furniture only where
// they begin as a disclaimer, an imprint or a prompt does.
func (w *Words) furniture(l *line, n shape) bool {
	if n.runes > 300 {
		return false
	}
	s := strings.TrimLeft(l.squeezed(), "([【")
	x, ok := w.find(s)
	if !ok {
		return false
	}
	if n.prose() && !solid(x, s, n) {
		return false
	}
	switch {
	case n.runes > 120 && x.role != Disclaimer && x.role != Footer && x.role != Nav,
		x.role == Byline && !w.separates(s, x.text),
		n.runes > 60 && figure(l.text, n) && x.role != Disclaimer && x.role != Footer:
		return false
	}
	l.is(x.role, "word: "+x.text)
	return true
}

// solid reports whether a word marks even a line with the punctuation of a sentence:
// at its beginning, or a disclaimer anywhere in a line without figures.
func solid(x word, s string, n shape) bool {
	switch x.role {
	case Disclaimer, Footer:
		return n.digits <= 12 || strings.HasPrefix(s, x.text)
	case Widget, Nav:
		if n.runes <= 120 && strings.HasSuffix(bare(s), x.text) && !strings.HasPrefix(s, x.text) {
			return utf8.RuneCountInString(x.text) >= 4
		}
		return strings.HasPrefix(s, x.text) && n.runes <= 60 && utf8.RuneCountInString(x.text) >= 4
	}
	return n.stops == 0 && n.runes <= 80 && strings.HasPrefix(s, x.text)
}

// separates reports whether a word stands before what it labels: alone, or with a colon,
// a bar or a bracket between; 来源于 is no label.
func (w *Words) separates(s, word string) bool {
	i := strings.Index(s, word)
	if i < 0 {
		return false
	}
	rest := s[i+len(word):]
	if rest == "" || strings.ContainsAny(word, ":/|") || len(s) < 48 && i == 0 && w.begins(notLabel, rest) == "" {
		return true
	}
	return strings.ContainsAny(rest[:1], ":/|([") || strings.HasPrefix(rest, "丨") || strings.HasPrefix(rest, "】")
}

// kept gives the roles of what is read.
func (w *Words) kept(l *line, n shape) {
	s := strings.TrimLeft(l.head(), "【[〖")
	if deck := w.begins(deckLabel, s); deck != "" && n.runes > 12 && !w.labelled(s[len(deck):]) {
		l.is(Abstract, "label: "+deck)
		return
	}
	switch {
	case l.cell >= 2, tabular(l.text, n):
		l.is(Table, "cells")
	case bulleted(l.text) && n.runes <= 20 && !n.prose() && !figure(l.text, n):
		l.is(Heading, "bullet")
	case heading(l, n):
	case n.prose(), n.runes > 60:
		l.is(Body, "")
	}
}

// labelled reports whether what follows a deck label shows that it was none: 摘要 must
// be followed by a colon or a bracket.
func (w *Words) labelled(rest string) bool {
	return !strings.HasPrefix(rest, ":") && !strings.HasPrefix(rest, "】") && !strings.HasPrefix(rest, "]")
}

// tabular reports whether a line of text is a row of a table.
func tabular(s string, n shape) bool {
	if n.digits == 0 || n.stops > 0 || n.runes > 400 {
		return strings.HasPrefix(s, "|") && strings.HasSuffix(s, "|") && strings.Count(s, "|") >= 3 && n.runes <= 2000
	}
	return strings.Count(s, "\t") >= 2 || strings.HasPrefix(s, "|") && strings.Count(s, "|") >= 3
}
