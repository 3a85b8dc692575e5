package number

import (
	"math/big"
	"strings"
)

// positional is the length of a run of three or more digits without a scale, such as
// a year: 二〇二三, 一九五三; or of two with a zero: 零八, 九〇. 幺 stands for 一 inside.
func positional(s []rune) int {
	n, zero := 0, false
	for n < len(s) && (isDigit(s[n]) && s[n] != '两' || s[n] == '幺' && n > 0) {
		zero = zero || s[n] == '零' || s[n] == '〇'
		n++
	}
	if (n >= 3 || n == 2 && zero) && !isScale(at(s, n)) && at(s, n) != '点' {
		return n
	}
	return 0
}

func fromDigits(s []rune, n int) Number {
	var b strings.Builder
	for _, r := range s[:n] {
		d := digits[r]
		if r == '幺' {
			d = 1
		}
		b.WriteByte(byte('0' + d))
	}
	v, _ := new(big.Rat).SetString(b.String())
	return Number{Value: v, Step: ratOf(1), Han: true, Digits: string(s[:n]), N: n}
}
