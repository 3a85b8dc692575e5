package number

import (
	"math/big"
	"slices"
	"strings"
)

// plainFigure reads figures that no scale follows, which most numbers are.
func plainFigure(s []rune) (Number, bool) {
	n := figures(s)
	next := at(s, n)
	if out, ok := scaledFigure(s, n); ok {
		return out, true
	}
	if next >= 0x3000 && (isScale(next) || isMore(next) || next == '点' || digitAt(s, n) == 0 || next == '个' && at(s, n+1) == '亿') {
		return Number{}, false
	}
	v, point := parseFigure(s[:n])
	return Number{Value: v, Step: ratOf(1), Point: point, Digits: figureText(s[:n]), N: n}, true
}

// scaledFigure reads n figures with one scale behind them and nothing more: 23.6亿.
func scaledFigure(s []rune, n int) (Number, bool) {
	scale := at(s, n)
	next := at(s, n+1)
	if !isScale(scale) || IsDigit(next) || Begins(next) || isMore(next) || next == '点' || n > 12 {
		return Number{}, false
	}
	step := tens[scale] + bigs[scale]
	num, den, point := digitsOf(s[:n])
	if num > 9e18/step {
		return Number{}, false
	}
	return Number{Value: big.NewRat(num*step, den), Step: ratOf(step), Point: point, Digits: figureText(s[:n]), Scale: string(s[n : n+1]), N: n + 1}, true
}

// scanPoint reads figures without a digit before the point: .77.
func scanPoint(s []rune) (Number, bool) {
	n := run(s[1:])
	if n == 0 {
		return Number{}, false
	}
	v, _ := parseFigure(s[:n+1])
	return Number{Value: v, Step: ratOf(1), Point: true, Digits: "0" + string(s[:n+1]), N: n + 1}, true
}

// parseFigure is the exact value of figures with separators and one decimal point.
func parseFigure(s []rune) (v *big.Rat, point bool) {
	if len(s) <= 17 {
		n, scale, point := digitsOf(s)
		return big.NewRat(n, scale), point
	}
	point = slices.Contains(s, '.') || slices.Contains(s, '·')
	v, _ = new(big.Rat).SetString(strings.ReplaceAll(strings.Map(keepFigure, string(s)), "·", "."))
	if v == nil {
		v = new(big.Rat)
	}
	return v, point
}

// digitsOf is a short figure as a whole number over a power of ten.
func digitsOf(s []rune) (n, scale int64, point bool) {
	scale = 1
	for _, r := range s {
		switch {
		case r == '.' || r == '·':
			point = true
		case IsDigit(r):
			n = 10*n + int64(r-'0')
			if point {
				scale *= 10
			}
		}
	}
	return n, scale, point
}

// figureText is a number as written, without the separators of its figures.
func figureText(s []rune) string {
	for i, r := range s {
		if isGroupMark(r) && i > 0 && IsDigit(s[i-1]) {
			return strings.Map(func(r rune) rune {
				if isGroupMark(r) {
					return -1
				}
				return r
			}, string(s))
		}
	}
	return string(s)
}

// figures is the length of the digits at the beginning of s, with thousands
// separators (a comma or a thin space before exactly three digits) and one decimal
// point, also where it is printed as · or as a full-width point.
func figures(s []rune) int {
	n := run(s)
	if n == 0 {
		return 0
	}
	if n <= 3 {
		for isGroupMark(at(s, n)) && run(s[n+1:]) == 3 {
			n += 4
		}
	}
	if p := at(s, n); (p == '.' || p == '·') && n < len(s) && run(s[n+1:]) > 0 {
		n += 1 + run(s[n+1:])
	}
	return n
}

func run(s []rune) int {
	n := 0
	for n < len(s) && IsDigit(s[n]) {
		n++
	}
	return n
}

func isGroupMark(r rune) bool {
	return r == ',' || r == '\u2009' || r == '\u00a0' || r == '\u202f' || r == ' '
}

func keepFigure(r rune) rune {
	if IsDigit(r) || r == '.' || r == '·' {
		return r
	}
	return -1
}
