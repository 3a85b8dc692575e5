package segment

import (
	_ "embed" // the table of traditional characters
	"strings"
	"sync"

	"golang.org/x/text/width"
)

// lookalikes are characters that mean an ASCII sign in a figure and that width
// folding leaves alone, and the traditional numerals, which texts in simplified
// characters hold too. No whole-text normalisation: it would turn 3½ into 31⁄2.
var lookalikes = map[rune]rune{
	'∶': ':', '︰': ':', '∕': '/', '⁄': '/', '﹒': '.', '・': '·', '‧': '·', '•': '·', '﹪': '%',
	'—': '-', '–': '-', '―': '-', '‐': '-', '‑': '-', '−': '-', '〜': '~', '∼': '~',
	'「': '“', '」': '”', '『': '“', '』': '”', '\u3000': ' ', '\t': ' ', '\n': ' ', '\r': ' ', '\u00a0': ' ', '\u2009': ' ', '\u202f': ' ', 0: ' ',
	'億': '亿', '萬': '万', '兩': '两', '貳': '贰', '貮': '贰', '陸': '陆', '圓': '圆', '點': '点', '個': '个', '負': '负', '參': '参', '叄': '叁',
	'﹐': ',', '﹑': '、', '｡': '。', '〔': '(', '〕': ')', '㎡': '㎡',
}

// Fold maps a rune to the form that words and figures are compared in: full-width
// letters, digits and signs to ASCII, look-alikes of signs to the sign, and, with
// simplify, a traditional character to its simplified form. One rune in, one out.
//
// Example: '％' to '%', '，' to ',', '國' to '国' with simplify.
func Fold(r rune, simplify bool) rune {
	if uint32(r) < 1<<16 {
		r = foldings()[r]
	} else if f := width.LookupRune(r).Folded(); f != 0 {
		r = f
	}
	if simplify && r >= 0x4e00 {
		return simplified(r)
	}
	return r
}

// foldings holds what every rune of the first plane folds to.
var foldings = sync.OnceValue(func() *[1 << 16]rune {
	t := new([1 << 16]rune)
	for i := range t {
		r := rune(i)
		t[i] = r
		if f, ok := lookalikes[r]; ok {
			t[i] = f
		} else if f := width.LookupRune(r).Folded(); f != 0 {
			t[i] = f
		}
	}
	return t
})

// FoldString folds every rune of a word of the lexicon, which is written in
// simplified characters.
func FoldString(s string) []rune {
	out := []rune(s)
	for i, r := range out {
		out[i] = Fold(r, false)
	}
	return out
}

// traditionalTable holds pairs of a traditional character and its simplified form, one
// pair a line: the one-to-one part of OpenCC's TSCharacters.
//
//go:embed dict/traditional.txt
var traditionalTable string

var simplifiedOf = sync.OnceValue(func() map[rune]rune {
	table := map[rune]rune{}
	for line := range strings.Lines(traditionalTable) {
		pair := []rune(strings.TrimSpace(line))
		table[pair[0]] = pair[1]
	}
	return table
})

func simplified(r rune) rune {
	if s, ok := simplifiedOf()[r]; ok {
		return s
	}
	return r
}

// Traditional reports whether a text is written in traditional characters: more than
// one Han character in twenty-five of its first thousand changes when simplified.
func Traditional(text string) bool {
	han, changed := 0, 0
	for _, r := range text {
		if r < 0x4e00 || r > 0x9fff {
			continue
		}
		if han++; simplified(r) != r {
			changed++
		}
		if han == 1000 {
			break
		}
	}
	return changed*25 > han
}
