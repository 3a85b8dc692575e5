package corpus

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// title finds the title among the short lines before the first paragraph, or at the
// very end of a newspaper page, and marks every line that repeats it.
func (c *context) title(given string) {
	best := c.stated(given)
	if best < 0 {
		best = c.best()
	}
	if best < 0 {
		return
	}
	c.lines[best].is(Title, c.lines[best].why)
	key := titleKey(c.lines[best].text)
	for i, l := range c.lines {
		if i == best || c.shapes[i].runes > 100 || l.role != "" && l.role != Heading && l.place != outside {
			continue
		}
		switch s := titleKey(l.text); {
		case s == key:
			l.is(Title, "repeats the title")
		case strings.HasSuffix(s, key) || strings.HasPrefix(s, key) && c.shapes[i].runes <= utf8.RuneCountInString(key)+20 && i < best:
			l.is(Nav, "repeats the title")
		}
	}
}

// titleKey is a title without spaces and without a label before it.
func titleKey(s string) string { return strings.Trim(squeeze(s), "《》\"“”【】[]") }

// stated is the index of the line with the title that the page states of itself.
func (c *context) stated(given string) int {
	key := titleKey(given)
	if key == "" {
		return -1
	}
	for i, l := range c.lines {
		if (l.role == "" || l.role == Heading || l.role == Body && c.shapes[i].runes <= 100) && titleKey(l.text) == key {
			return i
		}
	}
	return -1
}

// best is the index of the likeliest title, or -1.
func (c *context) best() int {
	best, top := -1, 0
	first := c.firstBody()
	for i := range c.lines[:min(first, 60)] {
		if s := c.titleScore(i); s > top || s == top && s > 0 && c.contained(i, best) {
			best, top = i, s
		}
	}
	if last := len(c.lines) - 1; last > first && top < 5 && c.lastTitle(last) {
		best = last
	}
	return best
}

// lastTitle reports whether the last line is the title, as where a newspaper page was
// read from its body to its head: long, without an end, behind all paragraphs.
func (c *context) lastTitle(i int) bool {
	l, n := c.lines[i], c.shapes[i]
	return (l.role == "" || l.role == Body) && n.runes >= 20 && n.runes <= 70 && n.stops == 0 &&
		!strings.ContainsAny(l.text, "，,") && !ended(l.text) && l.gap >= 2
}

// dated begins captions: a title begins with a year at most.
var dated = regexp.MustCompile(`^\d{1,2}月\d{1,2}日`)

// contained reports whether line i is a part of line k: a thread's title with a tag
// before it is the lesser one.
func (c *context) contained(i, k int) bool {
	return k >= 0 && strings.Contains(titleKey(c.lines[k].text), titleKey(c.lines[i].text))
}

// titleScore says how much a line looks like a title; 0 for not at all.
func (c *context) titleScore(i int) int {
	l, n := c.lines[i], c.shapes[i]
	marked := l.role == Heading && strings.HasPrefix(l.why, "markup")
	if l.role != "" && !marked && c.words.begins(titleLabel, l.squeezed()) == "" || l.place == outside || l.furniture() {
		return 0
	}
	if n.runes < 5 || n.runes > 70 || n.stops > 0 || n.letters < 4 || bulleted(l.text) || l.indent >= 8 {
		return 0
	}
	if strings.HasPrefix(l.text, "—") || strings.HasPrefix(l.text, "(") || strings.HasPrefix(l.text, "（") || strings.HasSuffix(l.squeezed(), ":") {
		return 0
	}
	s := 2
	if marked && l.level == 1 {
		s += 6
	}
	if c.words.genre(l.text) != "" {
		s += 4
	}
	if n.runes >= 10 && n.runes <= 45 {
		s += 2
	}
	if c.repeated(i) {
		s += 3
	}
	if c.isolated(i) && i > 0 {
		s--
	}
	if dated.MatchString(l.text) {
		s -= 2
	}
	if c.onPages(i) > 0 {
		s = min(s, 1)
	}
	return s
}

// repeated reports whether the line stands again in the next ones.
func (c *context) repeated(i int) bool {
	key := titleKey(c.lines[i].text)
	for _, l := range c.lines[i+1 : min(i+20, len(c.lines))] {
		if titleKey(l.text) == key {
			return true
		}
	}
	return false
}

// given gathers what the page says of itself outside its sentences.
func (p *page) given() Given {
	g := p.meta
	if g.Title == "" {
		for _, l := range p.lines {
			if l.role == Title {
				g.Title = p.words.unlabelled(l.text)
				break
			}
		}
	}
	if g.Published == "" {
		g.Published = p.published()
	}
	if g.Published == "" {
		g.Published = p.scripted
	}
	g.Genre = p.genre(g.Title)
	return g
}

// genre is told by the title, else by the headings before the first paragraph; a page
// with the by-line of a journalist or a picture credit is news, unless its text is a notice's.
func (p *page) genre(title string) string {
	if g := p.words.genre(title); g != "" {
		return g
	}
	news := ""
	for i, l := range p.lines {
		if l.role == Heading && i < 12 {
			if g := p.words.genre(l.text); g != "" {
				return g
			}
		}
		if l.role == Byline && l.why != postAuthor && l.why != accountName || l.role == Caption && strings.HasPrefix(l.why, "credit") {
			news = "news"
		}
	}
	if g := p.words.shown(p.kept); g != "" {
		return g
	}
	return news
}

// kept goes through the texts of the lines that are read.
func (p *page) kept(yield func(string) bool) {
	for _, l := range p.lines {
		if (Block{Role: l.role}).Kept() && !yield(l.text) {
			return
		}
	}
}

// published is the day of the first date line with a label, else of the first one,
// else of a by-line.
func (p *page) published() string {
	first, other := "", ""
	for _, l := range p.lines {
		if l.role != DateLine && l.role != Byline && l.role != Counter {
			continue
		}
		iso, _ := day(l.text)
		switch {
		case iso == "":
		case l.role == DateLine && strings.HasPrefix(l.why, "label"):
			return iso
		case l.role == DateLine && first == "":
			first = iso
		case other == "":
			other = iso
		}
	}
	if first != "" {
		return first
	}
	return other
}

// unlabelled is a title without a label before it and with single spaces.
func (w *Words) unlabelled(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if label := w.begins(titleLabel, s); label != "" {
		if rest := strings.TrimLeft(s[len(label):], "】]: ："); rest != "" && len(rest)+len(label) < len(s) {
			return rest
		}
	}
	return s
}
