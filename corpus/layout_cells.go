package corpus

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// look is what a cell looks like.
type look int

const (
	blankCell look = iota // nothing, or signs that stand for nothing
	textCell
	yearCell   // a year and nothing else
	figureCell // a number, with or without a unit
)

// longUnit is the most letters that may follow the number of a figure cell.
const longUnit = 6

// lookOf tells what a cell looks like. A time is a text: it heads a row or a column.
func lookOf(s string) look {
	s = strings.TrimFunc(s, isSpace)
	digits, letters, first := 0, 0, -1
	var last rune
	for i, r := range s {
		switch {
		case commonHan(r):
			letters++
		case unicode.IsDigit(r):
			if first < 0 {
				first = i
			}
			digits++
		case unicode.IsLetter(r):
			letters++
		}
		last = r
	}
	switch {
	case digits+letters == 0:
		return blankCell
	case digits == 0, letters > longUnit, letters > 0 && strings.ContainsRune(timeUnits, last):
		return textCell
	case bareYear(s):
		return yearCell
	case !onlySigns(s[:first]) || datesRE.MatchString(s):
		return textCell
	}
	return figureCell
}

// timeUnits end a time; 届 and 期 an edition.
const timeUnits = "年月日号季期届旬周时"

// datesRE finds what dates something among the figures: 1—6月累计, 2031-01-03, 18:52.
var datesRE = regexp.MustCompile(`\d[年月日]|\d{4}[-/.]\d{1,2}[-/.]\d|\d:\d\d`)

// bareYear reports whether a text is four digits that can be a year.
func bareYear(s string) bool {
	return len(s) == 4 && (strings.HasPrefix(s, "19") || strings.HasPrefix(s, "20")) && strings.Trim(s, "0123456789") == ""
}

// onlySigns reports whether nothing but what may stand before a number stands in s: a
// sign, a bracket, a sign of money, one of the characters of places and hedges.
func onlySigns(s string) bool {
	return utf8.RuneCountInString(s) <= 3 && strings.IndexFunc(s, func(r rune) bool { return unicode.IsLetter(r) && !strings.ContainsRune("第约近超逾", r) }) < 0
}

// IsFigure reports whether a text looks like a figure and not like a name or a time.
func IsFigure(s string) bool { return lookOf(s) == figureCell }

// IsYear reports whether a text is a year and nothing else.
func IsYear(s string) bool { return lookOf(s) == yearCell }

// looks are the looks of the cells of a table in the document's text.
func looks(text string, rows [][]Cell) [][]look {
	out := make([][]look, len(rows))
	for r, row := range rows {
		out[r] = make([]look, len(row))
		for c, x := range row {
			out[r][c] = lookOf(text[x.Span.Start:x.Span.End])
		}
	}
	return out
}

// headsOf is how many rows at the top head the columns: rows without a figure, the first
// of them; further ones only where the markup says so or their first cell, or that of
// the row above, is empty or reaches over both. A row of years heads columns unless years stand below it too.
func headsOf(rows [][]Cell, ls [][]look, marked []bool) int {
	n := 0
	for n < len(rows)-1 && n < mostHeads && heads(rows, ls, marked, n) {
		n++
	}
	return n
}

// mostHeads is the most rows a header is believed to have.
const mostHeads = 5

func heads(rows [][]Cell, ls [][]look, marked []bool, r int) bool {
	texts := 0
	for c, l := range ls[r] {
		switch {
		case l == figureCell && !marked[r]:
			return false
		case l == yearCell && r+1 < len(ls) && c < len(ls[r+1]) && ls[r+1][c] == yearCell && !marked[r]:
			return false
		case l == textCell || l == yearCell:
			texts++
		}
	}
	if texts == 0 || r == 0 || marked[r] {
		return texts > 0
	}
	return rows[r][0].Empty() || rows[r][0].Row < r || rows[r-1][0].Empty()
}

// stubsOf is how many columns at the left head the rows: those before the first in which
// most cells are figures or stand for one. A first column of years heads rows too.
func stubsOf(ls [][]look, heads int) int {
	width := 0
	for _, l := range ls[heads:] {
		width = max(width, len(l))
	}
	for c := range width {
		n := tallyColumn(ls[heads:], c)
		switch {
		case c == 0 && n[figureCell] == 0 && n[yearCell] > 0:
		case c == 0 && width > 1 && mostlyText(tallyColumn(ls[heads:], 1)): // the numbers of the rows
		case n[figureCell]+n[yearCell] > n[textCell], n[figureCell]+n[yearCell]+n[textCell] == 0 && c > 0:
			return c
		}
	}
	return width
}

func mostlyText(n [4]int) bool { return n[textCell] > n[figureCell]+n[yearCell] }

// tallyColumn counts the looks in a column.
func tallyColumn(ls [][]look, c int) (n [4]int) {
	for _, l := range ls {
		if c < len(l) {
			n[l[c]]++
		}
	}
	return n
}
