package number

import (
	"math/big"
	"strings"
)

// han is the state of reading a Chinese number: total of finished 亿 and 万 sections,
// the section in progress, and the digit waiting for its scale.
type han struct {
	total, section, unit *big.Rat
	pending              int64 // -1: none
	last                 int64 // the scale read last, for 三万五 = 35000
	zero                 bool  // a 零 stands since the last scale
	pair                 int64 // the second digit of 七八百, or -1
	pairAt               int64 // its scale
}

// scanHan reads Chinese numerals: 两千三百零八, 三万五, 二〇二三, 七八百, 百万, 一点五,
// 伍仟叁佰万. It reports false for a lone 零 before nothing it could count.
func scanHan(s []rune) (Number, bool) {
	if n := positional(s); n > 0 {
		return fromDigits(s, n), true
	}
	h := han{total: new(big.Rat), section: new(big.Rat), unit: new(big.Rat), pending: -1, pair: -1}
	out := Number{Han: true, Bare: isScale(s[0]) && s[0] != '十' && s[0] != '拾'}
	i := 0
	for i < len(s) {
		r := s[i]
		switch {
		case isDigit(r):
			if !h.digit(digits[r]) {
				return h.finish(out, s, i)
			}
		case isTen(r):
			if !h.ten(tens[r]) {
				return h.finish(out, s, i)
			}
		case isBig(r):
			h.big(bigs[r])
		case (r == '多' || r == '余' || r == '几' || r == '来') && i > 0 && isScale(at(s, i+1)):
			out.More = true
		case r == '点' && i > 0 && h.pending >= 0 && isDigit(at(s, i+1)):
			i += h.decimals(s[i+1:])
		default:
			return h.finish(out, s, i)
		}
		i++
	}
	return h.finish(out, s, i)
}

// positional is the length of a run of three or more digits without a scale, such as
// a year: 二〇二三, 一九五三; or of two with 〇.
func positional(s []rune) int {
	n, zero := 0, false
	for n < len(s) && isDigit(s[n]) && s[n] != '两' {
		zero = zero || s[n] == '〇'
		n++
	}
	if (n >= 3 || n == 2 && zero) && !isScale(at(s, n)) {
		return n
	}
	return 0
}

func fromDigits(s []rune, n int) Number {
	var b strings.Builder
	for _, r := range s[:n] {
		b.WriteByte(byte('0' + digits[r]))
	}
	v, _ := new(big.Rat).SetString(b.String())
	return Number{Value: v, Han: true, Digits: string(s[:n]), N: n}
}

// digit takes a digit; it refuses a third one in a row.
func (h *han) digit(d int64) bool {
	switch {
	case d == 0 && h.pending < 0:
		h.zero = true
		if h.last == 0 {
			h.pending = 0
		}
		return true
	case h.pending < 0 || h.pending == 0 && h.last == 0 && d == 0:
		h.pending = d
		return true
	case h.pair < 0 && isPair(h.pending, d):
		h.pair, h.pairAt = d, 1
		return true
	}
	return false
}

// isPair reports whether two digits side by side are an approximation: 七八, 三五.
func isPair(a, b int64) bool { return a > 0 && (b == a+1 || a == 3 && b == 5) }

func (h *han) ten(scale int64) bool {
	if h.last > 0 && scale >= h.last && h.last < 1e4 && h.section.Sign() > 0 && h.pending < 0 {
		return false
	}
	d := h.pending
	if d < 0 {
		d = 1
	}
	h.section.Add(h.section, ratOf(d*scale))
	if h.pair >= 0 && h.pairAt == 1 {
		h.pairAt = scale
	}
	h.pending, h.last, h.zero = -1, scale, false
	return true
}

func (h *han) big(scale int64) {
	if h.pending > 0 {
		h.section.Add(h.section, ratOf(h.pending))
	}
	h.pending = -1
	if h.section.Sign() == 0 && h.unit.Sign() == 0 && h.total.Sign() == 0 {
		h.section = ratOf(1)
	}
	if h.section.Sign() == 0 { // 万亿
		h.total = mul(h.total, scale)
	} else if h.total.Sign() > 0 && h.last > 0 && scale > 1e4 && h.total.Cmp(ratOf(scale)) < 0 {
		h.total = mul(h.total.Add(h.total, h.section), scale)
	} else {
		h.total.Add(h.total, mul(h.section, scale))
	}
	h.section = new(big.Rat)
	if h.pair >= 0 {
		h.pairAt *= scale
	}
	h.last, h.zero = scale, false
}

// decimals reads the digits after 点 into the section and returns their count.
func (h *han) decimals(s []rune) int {
	n := 0
	step := big.NewRat(1, 1)
	h.section.Add(h.section, ratOf(h.pending))
	h.pending = -1
	for n < len(s) && isDigit(s[n]) {
		step = new(big.Rat).Quo(step, ratOf(10))
		h.section.Add(h.section, mul(step, digits[s[n]]))
		n++
	}
	h.last = 1
	return n
}

func (h *han) finish(out Number, s []rune, n int) (Number, bool) {
	v := new(big.Rat).Add(h.total, h.section)
	if h.pending >= 0 {
		d := h.pending
		if h.last >= 100 && !h.zero && h.pair < 0 { // 三万五, 两千三
			d *= h.last / 10
		}
		v.Add(v, ratOf(d))
	}
	out.Value, out.N, out.Digits = v, n, string(s[:n])
	if h.pair >= 0 {
		low := new(big.Rat).SetInt64(h.pair * h.pairAt)
		out.High = h.high(v, low)
	}
	if n > 0 && isBig(s[n-1]) {
		out.Scale = string(s[n-1 : n])
		out.Digits = string(s[:n-1])
	}
	if k := n; k < len(s) && (s[k] == '多' || s[k] == '余' || s[k] == '来' && k > 1 && isTen(s[k-1])) {
		out.More = true
		out.N++
	}
	return out, true
}

// high is the upper value of a pair: v with the pair's second digit for its first.
func (h *han) high(v, second *big.Rat) *big.Rat {
	first := new(big.Rat).Sub(second, ratOf(h.pairAt))
	if h.pairAt > 0 {
		d := new(big.Rat).Quo(second, ratOf(h.pairAt))
		if d.Cmp(ratOf(5)) == 0 && new(big.Rat).Quo(v, ratOf(h.pairAt)).Cmp(ratOf(4)) < 0 {
			first = mul(ratOf(3), h.pairAt)
		}
	}
	return new(big.Rat).Add(new(big.Rat).Sub(v, first), second)
}
