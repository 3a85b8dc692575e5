package corpus

import "fmt"

// site marks the lines that stand on many pages of the site: before the title
// and behind the last paragraph, and within the article next to furniture. A title stays, and
// so does a heading that is marked as one: chapters of yearbooks and reports are named
// alike.
func (c *context) site() {
	if c.repeats == nil {
		return
	}
	first, last := c.own()
	for i, l := range c.lines {
		n := c.onPages(i)
		inside := i >= first && i <= last
		switch {
		case n == 0 || l.role != "" && (l.role != Body || i < first):
		case !inside, l.role == "" && c.amongFurniture(i):
			l.is(Nav, fmt.Sprintf("repeats on %d pages", n))
		}
	}
}

// own are the first and the last line that only this page holds and that is read: from
// the title, which chapters follow, to the last paragraph.
func (c *context) own() (first, last int) {
	first, last = len(c.lines), -1
	body := false
	for i, l := range c.lines {
		switch {
		case l.role == Title && !body:
			first = i
		case c.onPages(i) > 0 || l.furniture() || l.role == "" && c.shapes[i].digits == 0:
		case l.role == Body && !body:
			first, last, body = min(first, i), i, true
		case l.role != Title:
			last = i
		}
	}
	return first, last
}

// onPages is the number of pages of the site that hold line i, 0 where it is none of the
// site's: what leads over to something belongs to the page, and so does the name of a
// kind of document, which the titles of many end in.
func (c *context) onPages(i int) int {
	l := c.lines[i]
	if !repeatable(l.text, c.shapes[i]) || ended(l.text) && c.shapes[i].stops == 0 || c.words.genre(l.text) != "" {
		return 0
	}
	return c.repeats.Has(l.text)
}

// amongFurniture reports whether furniture stands next to line i.
func (c *context) amongFurniture(i int) bool {
	return i > 0 && hard(c.lines[i-1]) || i+1 < len(c.lines) && hard(c.lines[i+1])
}
