package rules

import (
	"math/big"
	"regexp"
	"strings"
)

const decimal = `[+-]?[0-9]+(?:\.[0-9]+)?`

var (
	numberValue = regexp.MustCompile(`^` + decimal + `(?:\.\.` + decimal + `|(?::` + decimal + `)+|/[0-9]*[1-9][0-9]*)?$`)
	timeValue   = regexp.MustCompile(`^[-0-9][-0-9T:./+Z]*$`)
)

// boundMarks are the signs before a value; the longer of two that begin alike first.
var boundMarks = []struct{ mark, bound string }{
	{"<~", "nearly"}, {"~", "about"}, {">=", "at_least"}, {">", "over"}, {"<=", "at_most"}, {"<", "under"},
}

// cutBound takes the bound off a value: ">=1/3" is at_least and "1/3".
func cutBound(s string) (bound, value string) {
	for _, m := range boundMarks {
		if rest, ok := strings.CutPrefix(s, m.mark); ok {
			return m.bound, rest
		}
	}
	return "exact", s
}

// boundMark is the sign that stands for a bound, nothing for exact.
func boundMark(bound string) string {
	for _, m := range boundMarks {
		if m.bound == bound {
			return m.mark
		}
	}
	return ""
}

// signed reports whether the values of a measure are written with their plus.
func signed(measure string) bool {
	switch measure {
	case "growth", "delta", "rank_change", "difference":
		return true
	}
	return false
}

// withPlus writes the plus of a positive number: "3.6" is "+3.6", "0.0" stays.
func withPlus(value string) string {
	if value != "" && value[0] >= '0' && value[0] <= '9' && strings.ContainsAny(value, "123456789") {
		return "+" + value
	}
	return value
}

// parts cuts a range or a ratio into its numbers; sep is "" for a single number.
func parts(value string) (nums []string, sep string) {
	for _, sep := range []string{"..", ":"} {
		if strings.Contains(value, sep) {
			return strings.Split(value, sep), sep
		}
	}
	return []string{value}, ""
}

// SameValue reports whether two values of fact lines are the same: numbers by what
// they amount to ("1326.0" and "1326", "1/3" and "0.333333"), ranges and ratios part by
// part, everything else letter for letter.
func SameValue(a, b string) bool {
	if a == b {
		return true
	}
	if !numberValue.MatchString(a) || !numberValue.MatchString(b) {
		return false
	}
	as, asep := parts(a)
	bs, bsep := parts(b)
	if asep != bsep || len(as) != len(bs) {
		return false
	}
	for i := range as {
		if !sameNumber(as[i], bs[i]) {
			return false
		}
	}
	return true
}

// sameNumber compares exactly, but a fraction to the six places that a decimal gives
// of it.
func sameNumber(a, b string) bool {
	x, ok := new(big.Rat).SetString(a)
	y, ok2 := new(big.Rat).SetString(b)
	if !ok || !ok2 {
		return false
	}
	if !strings.Contains(a+b, "/") {
		return x.Cmp(y) == 0
	}
	diff := new(big.Rat).Sub(x, y)
	return diff.Abs(diff).Cmp(big.NewRat(1, 1_000_000)) <= 0
}
