package corpus

import "unicode/utf8"

// table reports whether the lines are rows of a table, cutting them to those that are. A
// table that only white space parts must have a header, a column of texts besides its
// stub, or three columns.
func (b *block) table(words *Words) bool {
	b.heads = b.header()
	width := b.usual()
	if b.sep == byBlank {
		b.joinStubs(width)
	}
	body := b.body(width)
	headed := b.heads > 0 && words.isHead(b.lines[0].text[b.cells[0][0].Start:b.cells[0][0].End])
	rows := body - b.rules(body) - b.heads
	b.drop(body)
	switch {
	case rows == 0 || width < 2:
		return false
	case b.sep <= byBar:
		return b.heads > 0 || rows > 1 || b.plain(0)
	case b.heads == 0 && (b.sep == byBlank || width < 3), rows+b.heads < 2, b.sep == byComma && !headed:
		return false
	case b.sep == byBlank:
		return (width > 2 || headed) && b.even(width)
	}
	return true
}

// even reports whether each row of the header has as many cells as the others.
func (b *block) even(width int) bool {
	for _, c := range b.cells[:b.heads] {
		if len(c) != width {
			return false
		}
	}
	return true
}

func (b *block) rules(n int) (rules int) {
	for _, c := range b.cells[:n] {
		if c == nil {
			rules++
		}
	}
	return rules
}

// header is how many lines at the top hold no figure, one where the others could be rows
// of texts.
func (b *block) header() int {
	for r, l := range b.looks {
		for _, x := range l {
			if x == figureCell {
				return min(r-b.rules(r), mostHeads)
			}
		}
	}
	return len(b.looks)
}

// usual is the number of cells most rows with figures have.
func (b *block) usual() int {
	count := map[int]int{}
	best := 0
	for _, l := range b.looks {
		figures := 0
		for _, x := range l {
			if x == figureCell {
				figures++
			}
		}
		if figures > 0 {
			if count[len(l)]++; count[len(l)] > count[best] {
				best = len(l)
			}
		}
	}
	return best
}

// joinStubs makes one cell of the texts that begin a row with too many: 城镇 居民 收入.
func (b *block) joinStubs(width int) {
	for r, c := range b.cells {
		extra := len(c) - width
		if extra <= 0 || width < 2 || r < b.heads {
			continue
		}
		texts := 0
		for texts <= extra && b.looks[r][texts] == textCell {
			texts++
		}
		if texts > extra {
			b.cells[r] = append([]Span{{c[0].Start, c[extra].End}}, c[extra+1:]...)
			b.looks[r] = b.looks[r][extra:]
		}
	}
}

// body is how many lines from the top are header and rows of the table.
func (b *block) body(width int) int {
	heads := b.heads
	for r := range b.looks {
		switch {
		case b.cells[r] == nil:
		case heads > 0:
			heads--
		case b.sep >= byComma && (len(b.looks[r]) != width || !b.plain(r)), b.sep <= byBar && !b.holds(r):
			return r
		}
	}
	return len(b.looks)
}

// plain reports whether a row is a text or a year and then figures, with at most one text
// among them, such as the unit of the row, or two below a header.
func (b *block) plain(r int) bool {
	texts, figures := 0, 0
	for c, x := range b.looks[r] {
		switch {
		case c == 0 && x != textCell && x != yearCell:
			return false
		case c > 0 && x == textCell:
			texts++
		case x == figureCell:
			figures++
		}
	}
	return figures > 0 && texts <= 1+min(b.heads, 1)
}

// holds reports whether a row parted by bars or tabs can be one of a table of data: most
// of its cells are short.
func (b *block) holds(r int) bool {
	long := 0
	for _, c := range b.cells[r] {
		if utf8.RuneCountInString(b.lines[r].text[c.Start:c.End]) > longCell {
			long++
		}
	}
	return 2*long < len(b.cells[r])
}

// longCell is the length in characters of a cell that is rather a text.
const longCell = 40
