package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// shape is what of a line can be counted.
type shape struct {
	runes, han, letters, digits int
	commas                      int // ，、 and what is set for them
	stops                       int // 。！？；
}

// shapeOf counts a line. Half-width punctuation counts behind a Han character or a
// closing mark only: between figures it is a part of them.
func shapeOf(s string) shape {
	var n shape
	prev := ' '
	for _, r := range s {
		n.runes++
		switch {
		case isHan(r):
			n.han++
			n.letters++
		case unicode.IsLetter(r):
			n.letters++
		case unicode.IsDigit(r):
			n.digits++
		case strings.ContainsRune("，、", r), r == ',' && wide(prev):
			n.commas++
		case strings.ContainsRune("。！？；｡", r), strings.ContainsRune("!?;", r) && wide(prev):
			n.stops++
		}
		prev = r
	}
	return n
}

// wide holds for characters that half-width punctuation of a Chinese sentence follows.
func wide(r rune) bool { return r >= 0x2010 || r == '%' || r == ')' }

// prose holds for lines with the punctuation of sentences: two commas, or a stop.
func (n shape) prose() bool { return n.stops > 0 || n.commas >= 2 }

// lastRune is the last character of a line, closing quotation marks and brackets aside
// if they follow a stop.
func lastRune(s string) rune {
	r, n := utf8.DecodeLastRuneInString(s)
	for strings.ContainsRune("”’』」)）》】\"", r) && n < len(s) {
		p, m := utf8.DecodeLastRuneInString(s[:len(s)-n])
		if !strings.ContainsRune(terminals, p) {
			break
		}
		r, n = p, n+m
	}
	return r
}

// terminals end a sentence or lead over to a list.
const terminals = "。！？；：…!?;:｡."

// ended reports whether the line ends as a paragraph does.
func ended(s string) bool { return strings.ContainsRune(terminals, lastRune(s)) }

// noUnits follow figures that measure nothing: days, clock times, editions, floors.
const noUnits = "年月日号时分秒点届期版页楼层天"

// figure reports whether a line states a figure with a unit.
func figure(s string, n shape) bool {
	if n.digits == 0 || n.han < 4 {
		return false
	}
	prev := ' '
	for _, r := range s {
		if prev >= '0' && prev <= '9' {
			if strings.ContainsRune("%％‰℃", r) || isHan(r) && !strings.ContainsRune(noUnits, r) {
				return true
			}
		}
		if r != ' ' {
			prev = r
		}
	}
	return false
}

// trail reports whether a line is the path to a page: 论坛 » 云溪 » 通知.
func trail(s string, n shape) bool {
	return n.runes <= 120 && !n.prose() && max(strings.Count(s, "»"), strings.Count(s, "›"), strings.Count(s, " > ")) >= 2
}

// bullets begin the items of a list or a box.
const bullets = "●■◆▲★◎○□◇△▪•·►▶➤※☆✦✓√"

// bulleted reports whether a line begins with a bullet.
func bulleted(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return strings.ContainsRune(bullets, r)
}
