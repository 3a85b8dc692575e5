package link

import (
	"strings"

	"github.com/qushu/qushu/extract/mention"
)

// startsText reports whether a text of its own begins with block b of a page that joins
// several notices: behind a dividing line, or with words such as 原标题.
func (c *context) startsText(b int) bool {
	if c.words.Piece.BeginsAt(c.r, 0) > 0 {
		return true
	}
	if !c.defaults.Notice {
		return false
	}
	blocks := c.read.Doc.Blocks
	for i := b - 1; i >= 0 && !blocks[i].Kept(); i-- {
		if isDivider(c.read.Doc.Text[blocks[i].Span.Start:blocks[i].Span.End]) {
			return true
		}
	}
	return false
}

// isDivider reports whether a line is drawn of marks alone: ----.
func isDivider(line string) bool {
	line = strings.TrimSpace(line)
	return len(line) >= 3 && strings.Trim(line, "-=*_—─") == ""
}

// enterText forgets what the text before said. A text that names no year, on a page
// without a date, is of no year that anyone can tell.
func (c *context) enterText(si int) {
	c.section, c.sections, c.company, c.lastDay = frame{}, nil, "", ""
	c.undated, c.textYear = false, 0
	if c.defaults.Notice && !c.defaults.Dated {
		c.textYear = c.yearNamed(si)
		c.undated = c.textYear == 0
	}
}

// yearNamed is the year that the text which begins with sentence si names first, 0 where
// it names none in figures.
func (c *context) yearNamed(si int) int {
	block := c.read.Sentences[si].Block
	for i := si; i < len(c.read.Sentences); i++ {
		if s := &c.read.Sentences[i]; s.Block != block {
			block = s.Block
			r := c.r
			c.r = s.Runes
			next := c.startsText(block)
			c.r = r
			if next {
				return 0
			}
		}
		for k := range c.read.Mentions[i] {
			if m := &c.read.Mentions[i][k]; (m.IsTime() || m.Kind == mention.None && m.Time.Means != "") && m.Time.Year.Abs > 0 {
				return m.Time.Year.Abs
			}
		}
	}
	return 0
}
