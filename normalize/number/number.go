// Package number reads Chinese and Arabic numbers into exact values.
//
// It works on runes that the caller has folded (full-width digits and signs to ASCII,
// traditional characters to simplified), and it never rounds: 16.4亿 is 1640000000.
package number

import "math/big"

// Number is a number as it stands at the beginning of a text.
//
// Example: "3亿5600万元" gives Value 356000000 and N 6, "七八百人" Value 700, High
// 800, "10多亿" Value 1000000000 with More, "百万" Value 1000000 with Bare.
type Number struct {
	Value  *big.Rat
	High   *big.Rat // the upper value of an approximate pair (三五, 七八百), else nil
	More   bool     // 多, 余, 几 or 来 within: the value is exceeded
	Bare   bool     // a scale without a digit: 百万, 千亿
	Han    bool     // written in Chinese numerals, but for scales
	Digits string   // the figures as written, without scale: "221.3"
	Scale  string   // the scale as written: "亿", "万亿", or ""
	N      int      // runes read
}

var (
	digits = map[rune]int64{
		'零': 0, '〇': 0, '一': 1, '二': 2, '两': 2, '三': 3, '四': 4, '五': 5, '六': 6, '七': 7, '八': 8, '九': 9,
		'壹': 1, '贰': 2, '叁': 3, '肆': 4, '伍': 5, '陆': 6, '柒': 7, '捌': 8, '玖': 9,
	}
	tens = map[rune]int64{'十': 10, '拾': 10, '百': 100, '佰': 100, '千': 1000, '仟': 1000}
	bigs = map[rune]int64{'万': 1e4, '亿': 1e8, '兆': 1e12}
	more = map[rune]bool{'多': true, '余': true, '几': true, '来': true}
)

// IsHan reports whether r is a Chinese numeral: a digit, a scale or 半.
func IsHan(r rune) bool { return isDigit(r) || isScale(r) || r == '半' }

// IsDigit reports whether r is an ASCII digit.
func IsDigit(r rune) bool { return '0' <= r && r <= '9' }

// IsScale reports whether r is a scale word, 十 to 兆.
func IsScale(r rune) bool { return isScale(r) }

func isDigit(r rune) bool { _, ok := digits[r]; return ok }
func isTen(r rune) bool   { return tens[r] > 0 }
func isBig(r rune) bool   { return bigs[r] > 0 }
func isScale(r rune) bool { return isTen(r) || isBig(r) }

// Scan reads the longest number at the beginning of s. It reports false where s does
// not begin with a digit, a Chinese numeral or a scale word.
func Scan(s []rune) (Number, bool) {
	switch {
	case len(s) == 0:
		return Number{}, false
	case IsDigit(s[0]):
		return scanArabic(s), true
	case isDigit(s[0]) || isScale(s[0]):
		return scanHan(s)
	}
	return Number{}, false
}

func at(s []rune, i int) rune {
	if i >= 0 && i < len(s) {
		return s[i]
	}
	return 0
}

func ratOf(n int64) *big.Rat { return new(big.Rat).SetInt64(n) }

func mul(a *big.Rat, n int64) *big.Rat { return new(big.Rat).Mul(a, ratOf(n)) }
