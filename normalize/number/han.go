package number

import (
	"strconv"
	"strings"
)

// Han writes a whole number from 0 to 10^16 in Chinese numerals: 20305 is 二万零三百零五.
func Han(n int64) string {
	return numerals{"零一二三四五六七八九", "十百千", true}.write(n)
}

// Capital writes a whole number from 0 to 10^16 in the numerals of cheques: 20305 is
// 贰万零叁佰零伍.
func Capital(n int64) string {
	return numerals{"零壹贰叁肆伍陆柒捌玖", "拾佰仟", false}.write(n)
}

// Stacked writes a whole number from 0 to 10^16 in figures with the scales 亿 and 万 between
// them, and 零 where one is not filled: 356000000 is 3亿5600万, 10005 is 1万零5.
func Stacked(n int64) string {
	if n < 1e4 {
		return strconv.FormatInt(n, 10)
	}
	var b strings.Builder
	for _, scale := range []struct {
		unit int64
		word string
	}{{1e12, "万亿"}, {1e8, "亿"}, {1e4, "万"}, {1, ""}} {
		if part := n / scale.unit; part > 0 {
			if b.Len() > 0 && part < 1000 { // 1万5 is read as 15000
				b.WriteString("零")
			}
			b.WriteString(strconv.FormatInt(part, 10) + scale.word)
		}
		n %= scale.unit
	}
	return b.String()
}

// numerals are the digits and small scales of a way of writing, and whether it leaves
// the 一 of 一十 out at the beginning.
type numerals struct {
	digits, tens string
	bareTen      bool
}

func (w numerals) write(n int64) string {
	if n == 0 {
		return "零"
	}
	s := w.part(n)
	if w.bareTen {
		s = strings.TrimPrefix(s, "一十")
		if s == "" || len(s) != len(w.part(n)) {
			s = "十" + s
		}
	}
	return s
}

// part writes a number above zero: what stands over 亿 or 万 with its scale, and the rest,
// with 零 between where the rest does not fill its first place.
func (w numerals) part(n int64) string {
	for _, scale := range []struct {
		unit int64
		word string
	}{{1e8, "亿"}, {1e4, "万"}} {
		if n < scale.unit {
			continue
		}
		s := w.part(n/scale.unit) + scale.word
		if rest := n % scale.unit; rest > 0 {
			if rest < scale.unit/10 {
				s += "零"
			}
			s += w.part(rest)
		}
		return s
	}
	return w.section(n)
}

// section writes a number from 1 to 9999.
func (w numerals) section(n int64) string {
	digits, tens := []rune(w.digits), []rune(w.tens)
	s, zero := "", false
	for place, unit := 3, int64(1000); place >= 0; place, unit = place-1, unit/10 {
		d := n / unit % 10
		if d == 0 {
			zero = s != ""
			continue
		}
		if zero {
			s += "零"
			zero = false
		}
		s += string(digits[d])
		if place > 0 {
			s += string(tens[place-1])
		}
	}
	return s
}
