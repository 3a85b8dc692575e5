package number

import (
	"math/big"
	"strings"
)

// scanArabic reads figures with separators, a decimal part and scale words, and
// further groups of falling scale: 5,865; 47.6; 2.3万亿; 3亿5600万; 10多亿.
func scanArabic(s []rune) Number {
	n := figures(s)
	out := Number{Value: new(big.Rat), Digits: strings.Map(keepFigure, string(s[:n]))}
	group, ok := new(big.Rat).SetString(strings.ReplaceAll(out.Digits, "·", "."))
	if !ok {
		group = new(big.Rat)
	}
	limit := int64(0)
	for {
		n += out.moreAt(s, n)
		scale, k := scaleAt(s, n)
		if limit > 0 && (k == 0 || scale >= limit) {
			break
		}
		if k > 0 {
			out.Scale = string(s[n : n+k])
			n += k
		}
		out.Value.Add(out.Value, mul(group, scale))
		out.N = n
		next := 0
		if k > 0 {
			next = figures(s[n:])
		}
		if next == 0 {
			break
		}
		limit = scale
		group, _ = new(big.Rat).SetString(strings.ReplaceAll(strings.Map(keepFigure, string(s[n:n+next])), "·", "."))
		n += next
		if group == nil {
			break
		}
	}
	out.N += out.moreAt(s, out.N)
	return out
}

// moreAt reads 多 or 余 (or 几 before a scale) at i and returns how many runes it took.
func (n *Number) moreAt(s []rune, i int) int {
	switch r := at(s, i); {
	case r == '多' || r == '余', (r == '几' || r == '来') && isScale(at(s, i+1)):
		n.More = true
		return 1
	}
	return 0
}

// scaleAt multiplies the scale words at i: 万亿 is 10^12, 千万 10^7.
func scaleAt(s []rune, i int) (scale int64, n int) {
	scale = 1
	for isScale(at(s, i+n)) && n < 3 {
		scale *= tens[s[i+n]] + bigs[s[i+n]]
		n++
	}
	return scale, n
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
