package number

import (
	"math/big"
	"slices"
)

// Ordinal reads 第N and 倒数第N at the beginning of s: "第4" is 4, "倒数第二" is -2.
func Ordinal(s []rune) (v int64, n int) {
	sign := int64(1)
	if at(s, 0) == '倒' && at(s, 1) == '数' {
		sign, n = -1, 2
	}
	if at(s, n) != '第' {
		return 0, 0
	}
	num, ok := Scan(s[n+1:])
	if !ok || !num.Value.IsInt() || num.High != nil || num.More {
		return 0, 0
	}
	return sign * num.Value.Num().Int64(), n + 1 + num.N
}

// Part reads a fraction whose denominator comes first: 三分之二, 百分之九十八点五,
// 千分之三, 10分之1. of is the denominator, number what stands over it.
func Part(s []rune) (v *big.Rat, of int64, n int) {
	d, ok := Scan(s)
	if !ok || d.Value.Sign() <= 0 || !d.Value.IsInt() || d.More || !d.Value.Num().IsInt64() {
		return nil, 0, 0
	}
	n = d.N
	if at(s, n) != '分' || at(s, n+1) != '之' {
		return nil, 0, 0
	}
	num, ok := Scan(s[n+2:])
	if !ok {
		return nil, 0, 0
	}
	return new(big.Rat).Quo(num.Value, d.Value), d.Value.Num().Int64(), n + 2 + num.N
}

// Mixed reads a whole number and a fraction: 一又二分之一, 1又1/2 and
// 1½ are 3/2.
func Mixed(s []rune) (v *big.Rat, n int) {
	whole, ok := Scan(s)
	if !ok || whole.More || whole.High != nil {
		return nil, 0
	}
	if v := Vulgar(at(s, whole.N)); v != nil {
		return v.Add(v, whole.Value), whole.N + 1
	}
	if at(s, whole.N) != '又' {
		return nil, 0
	}
	part, _, k := Part(s[whole.N+1:])
	if k == 0 {
		part, k = Slash(s[whole.N+1:])
	}
	if k == 0 {
		return nil, 0
	}
	return part.Add(part, whole.Value), whole.N + 1 + k
}

// Versus reads the two sides of a score or a proportion in words: 三比一, 78比96.
func Versus(s []rune) (parts []*big.Rat, n int) {
	a, ok := Scan(s)
	if !ok || at(s, a.N) != '比' {
		return nil, 0
	}
	b, ok := Scan(s[a.N+1:])
	if !ok || a.High != nil || b.High != nil || a.Bare || b.Bare {
		return nil, 0
	}
	return []*big.Rat{a.Value, b.Value}, a.N + 1 + b.N
}

// Slash reads a fraction written with a stroke: 1/3. Numerator and denominator are
// whole, and the fraction is below one hundred.
func Slash(s []rune) (v *big.Rat, n int) {
	a := run(s)
	if a == 0 || a > 4 || at(s, a) != '/' {
		return nil, 0
	}
	b := run(s[a+1:])
	if b == 0 || b > 5 || at(s, a+1+b) == '/' || a == 4 && b == 2 { // 2017/18 is a year
		return nil, 0
	}
	num, _ := new(big.Rat).SetString(string(s[:a]))
	den, _ := new(big.Rat).SetString(string(s[a+1 : a+1+b]))
	if den.Sign() == 0 {
		return nil, 0
	}
	return num.Quo(num, den), a + 1 + b
}

// Vulgar is the value of a one-rune fraction: ½.
func Vulgar(r rune) *big.Rat {
	if !IsVulgar(r) {
		return nil
	}
	f := vulgar[r]
	return big.NewRat(f[0], f[1])
}

// IsVulgar reports whether r is a fraction in one rune.
func IsVulgar(r rune) bool { return r == '¼' || r == '½' || r == '¾' || r >= '⅐' && r <= '⅞' }

var vulgar = map[rune][2]int64{
	'½': {1, 2}, '⅓': {1, 3}, '⅔': {2, 3}, '¼': {1, 4}, '¾': {3, 4}, '⅕': {1, 5}, '⅖': {2, 5}, '⅗': {3, 5}, '⅘': {4, 5},
	'⅙': {1, 6}, '⅚': {5, 6}, '⅐': {1, 7}, '⅛': {1, 8}, '⅜': {3, 8}, '⅝': {5, 8}, '⅞': {7, 8}, '⅑': {1, 9}, '⅒': {1, 10},
}

// Ratio reads a:b or a:b:c, of figures with or without decimals.
func Ratio(s []rune) (parts []*big.Rat, n int) {
	for {
		k := figures(s[n:])
		if k == 0 {
			break
		}
		v, ok := new(big.Rat).SetString(string(s[n : n+k]))
		if !ok {
			break
		}
		parts = append(parts, v)
		n += k
		if at(s, n) != ':' || run(s[n+1:]) == 0 {
			break
		}
		n++
	}
	if len(parts) < 2 {
		return nil, 0
	}
	return parts, n
}

// Until is the length of what joins the ends of a range: a dash of any kind, 至, 到.
func Until(s []rune) int {
	n := 0
	if at(s, 0) == '(' && at(s, 1) == '含' && at(s, 2) == ')' { // 1万(含)-5万元
		n = 3
	}
	for n < len(s) && s[n] == ' ' {
		n++
	}
	switch {
	case n < len(s) && (s[n] == '至' || s[n] == '到'):
		n++
	case n < len(s) && (s[n] == '-' || s[n] == '~'):
		for n < len(s) && (s[n] == '-' || s[n] == '~') {
			n++
		}
	default:
		return 0
	}
	for n < len(s) && s[n] == ' ' {
		n++
	}
	return n
}

// Joint reports whether r behind a number may make a form of its own with it: a fraction
// (三分之一, 1/3, 一又二分之一), a ratio (6:4, 三比一).
func Joint(r rune) bool {
	return r == '分' || r == '/' || r == '又' || r == ':' || r == '比' || IsVulgar(r)
}

// Both is the length of what joins the ends of a range that 之间 closes: 和, 与; Amid is
// the length of what closes it: 之间, 间.
func Both(s []rune) int {
	if r := at(s, 0); r == '和' || r == '与' || r == '跟' {
		return 1
	}
	return 0
}

// Amid is the length of the word that closes a range opened by [Both].
func Amid(s []rune) int {
	switch {
	case at(s, 0) == '之' && at(s, 1) == '间', at(s, 0) == '期' && at(s, 1) == '间':
		return 2
	case at(s, 0) == '间':
		return 1
	}
	return 0
}

// Literal reads s digit by digit, as years are said: 九八 is 98. It reports false where
// s holds anything else.
func Literal(s []rune) (v int64, ok bool) {
	for _, r := range s {
		d := int64(r - '0')
		if !IsDigit(r) {
			if d = digits[r]; !isDigit(r) {
				return 0, false
			}
		}
		v = 10*v + d
	}
	return v, len(s) > 0 && len(s) <= 9
}

// And reports whether r joins the parts of one amount: 两美元又三美分.
func And(r rune) bool { return r == '又' || r == '零' }

// Opens reports whether a form that is no plain number can begin with r: an ordinal
// (第三, 倒数第二) or a rate (每亩).
func Opens(r rune) bool { return r == '第' || r == '倒' || r == '每' }

// Each is the length of 每 at the beginning of s, and of a scale after it: 每千.
func Each(s []rune) (each, scale int) {
	if at(s, 0) != '每' {
		return 0, 0
	}
	for isScale(at(s, 1+scale)) {
		scale++
	}
	return 1, scale
}

// Vague reports whether a numeral holds 几, which leaves its value open: 十几万.
func Vague(s []rune) bool { return slices.Contains(s, '几') }

// Half reports whether r is 半, which after a unit adds a half of it (两年半) and
// before one is a half (半年).
func Half(r rune) bool { return r == '半' }
