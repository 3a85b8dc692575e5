// Package number reads Chinese and Arabic numbers into exact values.
//
// It works on runes that the caller has folded (full-width digits and signs to ASCII,
// traditional characters to simplified), and it never rounds: 16.4亿 is 1640000000.
package number

import "math/big"

// Number is a number as it stands at the beginning of a text.
//
// Example: "3亿5600万元" gives Value 356000000 and N 7, "七八百人" Value 700, High
// 800, "10多亿" Value 1000000000 with More, "百万" Value 1000000 with Bare.
type Number struct {
	Value  *big.Rat
	High   *big.Rat // the upper value of an approximate pair (三五, 七八百), else nil
	Step   *big.Rat // the value of the scale it ends in: 10000 of 三十万, 1000 of 三千, else 1
	More   bool     // 多, 余, 几 or 来 within: the value is exceeded
	Bare   bool     // a scale without a digit: 百万, 千亿
	Han    bool     // begins with a Chinese numeral
	Point  bool     // has a decimal point
	Digits string   // the figures as written, without scale: "221.3"
	Scale  string   // the scale as written: "亿", "万亿", or ""
	N      int      // runes read
}

var (
	digits = map[rune]int64{
		'零': 0, '〇': 0, '一': 1, '二': 2, '两': 2, '三': 3, '四': 4, '五': 5, '六': 6, '七': 7, '八': 8, '九': 9,
		'壹': 1, '贰': 2, '叁': 3, '肆': 4, '伍': 5, '陆': 6, '柒': 7, '捌': 8, '玖': 9,
	}
	tens   = map[rune]int64{'十': 10, '拾': 10, '百': 100, '佰': 100, '千': 1000, '仟': 1000}
	twenty = map[rune]int64{'廿': 20, '卅': 30, '卌': 40}
	bigs   = map[rune]int64{'万': 1e4, '亿': 1e8, '兆': 1e12}
	more   = map[rune]bool{'多': true, '余': true, '几': true, '来': true}
)

// within are characters that are digits only inside a numeral, for they are words else:
// 参 of 参拾, 俩 of 俩千.
var within = map[rune]int64{'参': 3, '叄': 3, '俩': 2, '弍': 2, '弎': 3}

// What a character can be in a number; the table makes each question one look-up.
const (
	digitBit = 1 << iota
	tenBit
	bigBit
	twentyBit
	moreBit
	halfBit
	withinBit
	capitalBit
)

var kinds = func() (t [1 << 16]uint8) {
	for r, v := range digits {
		t[r] |= digitBit
		if v > 0 && !plain[r] {
			t[r] |= capitalBit
		}
	}
	for r := range tens {
		t[r] |= tenBit
	}
	for r := range bigs {
		t[r] |= bigBit
	}
	for r := range twenty {
		t[r] |= twentyBit
	}
	for r := range more {
		t[r] |= moreBit
	}
	for r := range within {
		t[r] |= withinBit | capitalBit
	}
	t['拾'] |= capitalBit
	t['半'] |= halfBit
	return t
}()

func is(r rune, bits uint8) bool { return uint32(r) < 1<<16 && kinds[r]&bits != 0 }

// IsHan reports whether r is a Chinese numeral: a digit, a scale or 半.
func IsHan(r rune) bool { return is(r, digitBit|tenBit|bigBit|twentyBit|halfBit) }

// IsDigit reports whether r is an ASCII digit.
func IsDigit(r rune) bool { return '0' <= r && r <= '9' }

// IsScale reports whether r is a scale word, 十 to 兆.
func IsScale(r rune) bool { return isScale(r) }

// IsCapital reports whether r is one of the numerals that are written on cheques, most
// of which are words of their own elsewhere: 伍, 陆, 拾.
func IsCapital(r rune) bool { return is(r, capitalBit) }

var plain = map[rune]bool{'一': true, '二': true, '两': true, '三': true, '四': true, '五': true, '六': true, '七': true, '八': true, '九': true}

// Begins reports whether a number can begin with r: an ASCII digit, the point of
// .5, a Chinese numeral, or a character such as 参 that is one only before a scale.
func Begins(r rune) bool {
	return IsDigit(r) || r == '.' || is(r, digitBit|tenBit|bigBit|twentyBit|halfBit|withinBit)
}

func isDigit(r rune) bool  { return is(r, digitBit) }
func isTen(r rune) bool    { return is(r, tenBit) }
func isBig(r rune) bool    { return is(r, bigBit) }
func isScale(r rune) bool  { return is(r, tenBit|bigBit) }
func isTwenty(r rune) bool { return is(r, twentyBit) }
func isMore(r rune) bool   { return is(r, moreBit) }

// digitAt is the value of the Chinese digit at i, -1 where there is none.
func digitAt(s []rune, i int) int64 {
	r := at(s, i)
	if !is(r, digitBit|withinBit) {
		return -1
	}
	if isDigit(r) {
		return digits[r]
	}
	if d := within[r]; d > 0 && (isTen(at(s, i+1)) || isBig(at(s, i+1)) || i > 0 && (isTen(s[i-1]) || digits[s[i-1]] == 0 && isDigit(s[i-1]))) {
		return d
	}
	return -1
}

// Scan reads the longest number at the beginning of s. It reports false where s does
// not begin with a digit, a Chinese numeral or a scale word.
func Scan(s []rune) (Number, bool) {
	if len(s) == 0 || !Begins(s[0]) {
		return Number{}, false
	}
	if IsDigit(s[0]) {
		if n, ok := plainFigure(s); ok {
			return n, true
		}
	} else if s[0] == '.' {
		return scanPoint(s)
	} else if isDigit(s[0]) {
		if !is(at(s, 1), digitBit|tenBit|bigBit|twentyBit|moreBit|withinBit) && at(s, 1) != '点' && at(s, 1) != '幺' {
			return Number{Value: ratOf(digits[s[0]]), Step: ratOf(1), Han: true, Digits: string(s[:1]), N: 1}, true
		}
		if n := positional(s); n > 0 {
			return fromDigits(s, n), true
		}
	}
	return read(s)
}

func at(s []rune, i int) rune {
	if i >= 0 && i < len(s) {
		return s[i]
	}
	return 0
}

func ratOf(n int64) *big.Rat { return new(big.Rat).SetInt64(n) }

func mul(a *big.Rat, n int64) *big.Rat { return new(big.Rat).Mul(a, ratOf(n)) }
