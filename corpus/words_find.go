package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// wordList finds words in lines. Of several it finds the one that was added first. The
// zero value is empty.
type wordList struct {
	words []word
	by    map[rune][]int // indexes of the words that begin (of suffixes: end) with a character
	keys  runeSet        // of by
}

func (l *wordList) add(x word, key rune) {
	if l.by == nil {
		l.by = map[rune][]int{}
	}
	l.by[key] = append(l.by[key], len(l.words))
	l.keys.add(key)
	l.words = append(l.words, x)
}

// first is the first word, before the one at index before, that begins or ends with the
// character and that fits; its index is before where there is none.
func (l *wordList) first(key rune, before int, fits func(text string) bool) int {
	if !l.keys.has(key) {
		return before
	}
	for _, i := range l.by[key] {
		if i < before && fits(l.words[i].text) {
			return i
		}
	}
	return before
}

func (l *wordList) at(i int) (word, bool) {
	if i >= len(l.words) {
		return word{}, false
	}
	return l.words[i], true
}

// before finds a word that s begins with.
func (l *wordList) before(s string) (word, bool) {
	r, _ := utf8.DecodeRuneInString(s)
	return l.at(l.first(r, len(l.words), func(t string) bool { return strings.HasPrefix(s, t) }))
}

// behind finds a word that s ends in.
func (l *wordList) behind(s string) (word, bool) {
	r, _ := utf8.DecodeLastRuneInString(s)
	return l.at(l.first(r, len(l.words), func(t string) bool { return strings.HasSuffix(s, t) }))
}

// in finds a word that s holds.
func (l *wordList) in(s string) (word, bool) {
	best := len(l.words)
	for i, r := range s {
		if l.keys.has(r) {
			best = l.first(r, best, func(t string) bool { return strings.HasPrefix(s[i:], t) })
		}
	}
	return l.at(best)
}

// runeSet is a set of characters of the first plane; it may hold others by mistake.
type runeSet struct{ bits *[1 << 10]uint64 }

func (s *runeSet) add(r rune) {
	if s.bits == nil {
		s.bits = new([1 << 10]uint64)
	}
	s.bits[uint16(r)>>6] |= 1 << (uint16(r) & 63)
}

func (s *runeSet) has(r rune) bool {
	return s.bits != nil && s.bits[uint16(r)>>6]&(1<<(uint16(r)&63)) != 0
}

// bare takes punctuation and figures off both ends.
func bare(s string) string {
	return strings.TrimFunc(s, func(r rune) bool { return !isLetter(r) })
}

// find returns the word that gives a squeezed line away.
func (w *Words) find(s string) (word, bool) {
	if r, ok := w.whole[s]; ok {
		return word{s, r}, true
	}
	if b := bare(s); len(b)*2 > len(s) || len(s) <= 24 {
		if r, ok := w.whole[b]; ok {
			return word{b, r}, true
		}
	}
	if x, ok := w.prefix.before(s); ok {
		return x, true
	}
	if x, ok := w.suffix.behind(s); ok {
		return x, true
	}
	if x, ok := w.part.in(s); ok {
		return x, true
	}
	return w.menuOf(s)
}

// menuOf reads the line as a row of menu words and reports the first of them if they
// make two thirds of its letters.
func (w *Words) menuOf(s string) (word, bool) {
	var first word
	known, all := 0, 0
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if n, role := w.menuAt(r, s[i:]); n > 0 {
			if first.text == "" {
				first = word{s[i : i+n], role}
			}
			k := utf8.RuneCountInString(s[i : i+n])
			known, all, i = known+k, all+k, i+n
			continue
		}
		if isLetter(r) {
			all++
		}
		i += size
	}
	return first, known > 0 && known*3 >= all*2
}

// menuAt is the length and role of the longest menu word that s, whose first character
// is given, begins with.
func (w *Words) menuAt(first rune, s string) (int, Role) {
	if !w.firsts.has(first) {
		return 0, ""
	}
	for n := min(len(s), w.longs[first]); n > 0; n-- {
		if n < len(s) && !utf8.RuneStart(s[n]) {
			continue
		}
		if r, ok := w.menu[s[:n]]; ok {
			return n, r
		}
	}
	return 0, ""
}

// isLetter is unicode.IsLetter, quick for the common Han characters.
func isLetter(r rune) bool { return commonHan(r) || unicode.IsLetter(r) }

// commonHan holds for the common Han characters: most of a text.
func commonHan(r rune) bool { return r >= 0x4E00 && r <= 0x9FA5 }

// isHan holds for Han characters, quickly for the common ones.
func isHan(r rune) bool {
	return commonHan(r) || r >= 0x2E80 && unicode.Is(unicode.Han, r)
}
