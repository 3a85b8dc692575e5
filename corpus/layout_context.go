package corpus

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// context is the lines of a page, as their neighbours see them.
type context struct {
	lines   []*line
	shapes  []shape
	words   *Words
	repeats *Repeats // nil where nothing is known of the site
}

var pageNoRE = regexp.MustCompile(`^(?:[—\-–·\s]*\d{1,4}[—\-–·\s]*|第\s*\d+\s*页(?:[\s,，/]*共\s*\d+\s*页)?|\d+\s*/\s*\d+|[Pp]age\s*\d+.*)$`)

// running marks page numbers and running heads: short lines that stand three times or
// more, far apart, and state nothing.
func (c *context) running() {
	count := map[string]int{}
	for i, l := range c.lines {
		if l.role == "" && c.shapes[i].runes <= 30 {
			count[l.squeezed()]++
		}
	}
	for i, l := range c.lines {
		if l.role != "" || c.shapes[i].runes > 30 {
			continue
		}
		switch s := l.squeezed(); {
		case pageNoRE.MatchString(l.text) && strings.ContainsAny(l.text, "—-–·第页/Pp"):
			l.is(Nav, "page number")
		case count[s] >= 3 && !figure(l.text, c.shapes[i]) && !strings.HasSuffix(s, ":"):
			l.is(Nav, "running head")
		}
	}
}

// firstBody is the index of the first line of prose.
func (c *context) firstBody() int {
	for i, l := range c.lines {
		if l.role == Body && c.shapes[i].runes >= 15 && l.place != outside {
			return i
		}
	}
	return len(c.lines)
}

// lastBody is the index of the last line that surely belongs to the article.
func (c *context) lastBody() int {
	for i := len(c.lines) - 1; i >= 0; i-- {
		switch c.lines[i].role {
		case Body, SideBox, Caption, Table, Title, Abstract:
			return i
		}
	}
	return -1
}

// sandwich marks the short lines that stand among furniture: the figures of a user
// card, the items of a menu.
func (c *context) sandwich() {
	last, open := -1, false
	for i, l := range c.lines {
		switch {
		case hard(l):
			if open && i-last <= 8 {
				c.mark(last+1, i, "among furniture")
			}
			last, open = i, true
		case l.role == DateLine || l.role == Byline:
		case l.role != "":
			open = false
		case figure(l.text, c.shapes[i]) && !strings.HasPrefix(l.text, "•") || c.shapes[i].runes > 30:
			open = false
		}
	}
}

// hard holds for furniture that stands among its like.
func hard(l *line) bool {
	switch l.role {
	case Nav:
		return l.why != "markup" && l.why != "no words" && l.why != "page number" && l.why != "running head" && l.why != edgeWhy
	case Widget, Counter, Footer:
		return true
	}
	return false
}

func (c *context) mark(from, to int, why string) {
	for _, l := range c.lines[from:to] {
		if l.role == "" && !l.post {
			l.is(Widget, why)
		}
	}
}

// bottom marks what stands behind the article once furniture has begun, and what
// follows a line such as 相关报道.
func (c *context) bottom() {
	seen, prose := false, c.firstBody() < len(c.lines)
	for _, l := range c.lines[c.lastBody()+1:] {
		fold := l.furniture() && c.words.holds(foldRole, l.squeezed()) != ""
		switch {
		case hard(l) || l.role == Disclaimer || fold:
			seen = true
		case l.post:
		case seen && l.role == "":
			l.is(Footer, "behind the article")
		case (seen || prose && l.place == article) && (l.role == Heading || l.role == "" && !figure(l.text, shapeOf(l.text))) && l.why != "bullet":
			l.is(Footer, "behind the article")
		}
	}
}

// rest decides the short lines without any mark.
func (c *context) rest() {
	first := c.firstBody()
	for i, l := range c.lines {
		n := c.shapes[i]
		if (l.role == Body || l.role == "") && l.gap >= 3 && n.runes <= 100 && n.stops == 0 && dated.MatchString(l.text) && !ended(l.text) {
			l.is(Caption, "a dated line that stands apart")
		}
		if l.role == Body && n.runes <= 80 && c.inBox(i) {
			l.is(SideBox, "next to a bullet")
		}
		if l.role != "" {
			continue
		}
		switch {
		case n.letters == 0 && i > 0 && hard(c.lines[i-1]):
			l.is(Widget, "a number behind furniture")
		case i < first && n.runes <= 4 && n.digits == 0 && c.titleAfter(i):
			l.is(Nav, "masthead")
		case c.boxed(i) && (figure(l.text, n) || strings.ContainsAny(l.text, "。、；,，")):
			l.is(SideBox, "")
		case c.credit(i):
			l.is(Byline, "credit")
		case c.isolated(i):
			l.is(Caption, "stands apart")
		case figure(l.text, n), ended(l.text), n.runes > 40:
			l.is(Body, "")
		default:
			l.is(Heading, "short line")
		}
	}
}

// titleAfter reports whether the title follows the line.
func (c *context) titleAfter(i int) bool {
	for _, l := range c.lines[i+1 : min(i+20, len(c.lines))] {
		if l.role == Title {
			return true
		}
	}
	return false
}

// boxed reports whether a line stands in a box: next to a line with a bullet.
func (c *context) boxed(i int) bool { return c.bullet(i-1) || c.bullet(i+1) }

// bullet reports whether line i is a label with a bullet.
func (c *context) bullet(i int) bool {
	return i >= 0 && i < len(c.lines) && c.lines[i].role == Heading && c.lines[i].why == "bullet"
}

// inBox reports whether a sentence stands in a box: behind a label, or before one
// where the box was read from its foot.
func (c *context) inBox(i int) bool {
	return c.bullet(i-1) || c.bullet(i+1) && turned(c.lines[i].text)
}

// credit reports whether a short line goes on a credit: 宣传部提供 behind 图片由….
func (c *context) credit(i int) bool {
	if i == 0 || c.lines[i-1].role != Byline || c.lines[i].gap > 1 {
		return false
	}
	s := squeeze(c.lines[i].text)
	for _, x := range c.words.labels[creditWord] {
		if strings.HasSuffix(s, x.text) && utf8.RuneCountInString(s) <= 14 {
			return true
		}
	}
	return false
}

// isolated reports whether more white space stands around a line than elsewhere.
func (c *context) isolated(i int) bool {
	if c.lines[i].gap < 3 && i > 0 {
		return false
	}
	return i+1 == len(c.lines) || c.lines[i+1].gap >= 3
}
