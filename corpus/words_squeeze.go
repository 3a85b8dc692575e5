package corpus

import (
	"sync"
	"unicode"
	"unicode/utf8"
)

// squeeze takes out white space and folds full-width letters and punctuation, so that
// a word is found however it is set.
func squeeze(s string) string {
	for i, r := range s {
		if squeezed(r) != r || r == utf8.RuneError {
			return squeezeFrom(s, i, len(s))
		}
	}
	return s
}

// squeezeHead is the beginning of a squeezed line: enough for any word that it may begin
// with.
func squeezeHead(s string) string { return squeezeFrom(s, 0, longestWord) }

// tight is a squeezed text.
type tight struct {
	of, is string
	head   bool // is may be the beginning only
}

// squeezed is the text of the line, squeezed: most readers of a line ask for it.
func (l *line) squeezed() string {
	if l.tight.of != l.text || l.tight.head {
		l.tight = tight{l.text, squeeze(l.text), false}
	}
	return l.tight.is
}

// head is the beginning of the squeezed text of the line, as squeezeHead has it.
func (l *line) head() string {
	switch {
	case len(l.text) <= longestWord:
		return l.squeezed()
	case l.tight.of != l.text:
		l.tight = tight{l.text, squeezeHead(l.text), true}
	}
	return l.tight.is
}

// longestWord is longer than any word, in bytes.
const longestWord = 256

// squeezeFrom squeezes s, of which the first same bytes stay as they are, to no more
// than most bytes.
func squeezeFrom(s string, same, most int) string {
	b := make([]byte, same, min(len(s), most+utf8.UTFMax))
	copy(b, s)
	for _, r := range s[same:] {
		if len(b) >= most {
			break
		}
		if r = squeezed(r); r >= 0 {
			b = utf8.AppendRune(b, r)
		}
	}
	return string(b)
}

// squeezed is what a character becomes, -1 where it is left out.
func squeezed(r rune) rune {
	if r < 1<<16 {
		return squeezings()[r]
	}
	return squeezedSlow(r)
}

// squeezings holds what every character of the first plane becomes.
var squeezings = sync.OnceValue(func() *[1 << 16]rune {
	t := new([1 << 16]rune)
	for i := range t {
		t[i] = squeezedSlow(rune(i))
	}
	return t
})

func squeezedSlow(r rune) rune {
	switch {
	case isSpace(r):
		return -1
	case r >= 0xFF01 && r <= 0xFF5E:
		return unicode.ToLower(r - 0xFEE0)
	}
	return unicode.ToLower(r)
}
