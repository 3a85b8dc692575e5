package pdf

import (
	"cmp"
	"math"
	"slices"
	"unicode"
)

// run is a piece of a line without a wide gap in it: a line of a column, or a cell.
type run struct {
	box
	text string
	size float64 // of the font of its first character
	row  int     // runs of one row stand on one line
	last rune
	gap  float64 // to the run before it on the line, in ems
	word bool    // a space parts it from the run before it
	cut  bool    // it is no part of the run before it
}

const (
	sameLine  = 0.45 // of the font's height: how far apart the middles of a line may be
	wideGap   = 1.3  // ems: more lies between two cells; a wide space is one em
	thinGap   = 0.3  // ems: more lies between two cells where the row above or below is parted too
	nearLine  = 3    // font heights: rows of a table are no farther apart
	wordSpace = 0.15 // ems: more lies between two words
)

// runs puts the characters of a page together, from the top down and from left to right.
func runs(glyphs []glyph) []run {
	glyphs = slices.DeleteFunc(slices.Clone(glyphs), func(g glyph) bool { return g.char == ' ' && g.width() == 0 })
	slices.SortStableFunc(glyphs, func(a, b glyph) int { return cmp.Compare(b.middle(), a.middle()) })
	var lines [][]run
	for i := 0; i < len(glyphs); {
		j := i + 1
		for j < len(glyphs) && glyphs[i].middle()-glyphs[j].middle() <= sameLine*max(glyphs[i].height(), glyphs[j].height()) {
			j++
		}
		if l := split(glyphs[i:j], len(lines)); len(l) > 0 {
			lines = append(lines, l)
		}
		i = j
	}
	for i := 1; i < len(lines); i++ {
		cutAlike(lines[i-1], lines[i])
	}
	for i := len(lines) - 1; i > 0; i-- {
		cutAlike(lines[i], lines[i-1])
	}
	var out []run
	for _, l := range lines {
		out = append(out, merge(l)...)
	}
	return out
}

// split parts the characters of a row wherever a gap may lie between two cells.
func split(line []glyph, row int) []run {
	slices.SortStableFunc(line, func(a, b glyph) int { return cmp.Compare(a.left, b.left) })
	var out []run
	var text []rune
	space := false
	for _, g := range line {
		if g.char == ' ' {
			space = true
			continue
		}
		next := run{box: g.box, text: string(g.char), size: g.size, row: row, last: g.char, cut: true}
		if n := len(out); n > 0 {
			before := &out[n-1]
			next.gap = (g.left - before.right) / max(g.height(), before.height(), 1)
			next.word = space || narrow(before.last) && narrow(g.char) && next.gap > wordSpace
			next.cut = next.gap > wideGap
			if next.gap <= thinGap {
				if next.word {
					text = append(text, ' ')
				}
				text = append(text, g.char)
				before.box, before.last, space = before.join(g.box), g.char, false
				continue
			}
			before.text = string(text)
		}
		out, text, space = append(out, next), []rune{g.char}, false
	}
	if n := len(out); n > 0 {
		out[n-1].text = string(text)
	}
	return out
}

// cutAlike cuts a line where its thin gaps lie below or above gaps that are cut in a line
// near by: a long cell may leave no wide gap to its neighbour.
func cutAlike(like, line []run) {
	if math.Abs(like[0].middle()-line[0].middle()) > nearLine*max(like[0].height(), line[0].height()) {
		return
	}
	k := 1
	for i := 1; i < len(line); i++ {
		l, r := line[i-1].right, line[i].left
		for k < len(like) && like[k].left <= l {
			k++
		}
		for m := k; m < len(like) && like[m-1].right < r && !line[i].cut; m++ {
			line[i].cut = like[m].cut && min(r, like[m].left)-max(l, like[m-1].right) > 1
		}
	}
}

// merge puts the parts of a line that are not cut together again.
func merge(line []run) []run {
	var out []run
	for _, r := range line {
		n := len(out)
		if n == 0 || r.cut {
			out = append(out, r)
			continue
		}
		before := &out[n-1]
		if r.word {
			before.text += " "
		}
		before.text += r.text
		before.box, before.last = before.join(r.box), r.last
	}
	return out
}

// narrow holds for letters, digits and marks of scripts that put spaces between words.
func narrow(r rune) bool { return r < 0x1100 && unicode.IsGraphic(r) }
