package area

import (
	"unicode"
	"unicode/utf8"
)

// The lengths of the stem of an unknown name, in runes.
const (
	shortestStem = 2
	longestStem  = 3
)

// Pattern reads a name at s[i] that has the form of a place though no table need know it,
// such as 某州市某岭区: two or three Han characters before an end of an official name, and
// the same again below it. It returns the runes read, 0 where there is none.
//
// It reads only where a name can begin (not within a run of Han characters, unless after
// one that no name holds), since nothing else says where an unknown name begins.
func (g *Gazetteer) Pattern(s []rune, i int) int {
	if i < 0 || i >= len(s) || i > 0 && unicode.Is(unicode.Han, s[i-1]) && !g.bars[s[i-1]] {
		return 0
	}
	n := g.patternOne(s, i)
	for m := n; m > 0; n += m {
		m = g.patternOne(s, i+n)
	}
	return n
}

// patternOne reads one stem with its end.
func (g *Gazetteer) patternOne(s []rune, i int) int {
	for n := 0; n <= longestStem && i+n < len(s); n++ {
		if n >= shortestStem {
			if e := g.endAt(s, i, i+n); e > 0 {
				return n + e
			}
		}
		if r := s[i+n]; !unicode.Is(unicode.Han, r) || g.bars[r] {
			return 0
		}
	}
	return 0
}

// endAt returns the length of the end of an official name at s[j], with the peoples
// before it, that closes the name begun at s[i]; 0 where there is none or the whole is a
// common word.
func (g *Gazetteer) endAt(s []rune, i, j int) int {
	end := j
	for n := 1; n > 0; end += n {
		n = oneOf(s, end, g.peoples)
	}
	n := oneOf(s, end, g.suffixes)
	if n == 0 {
		return 0
	}
	end += n
	if g.tailed(s, end) || g.commons[string(s[end-2:end])] || g.stops[string(s[i:end])] {
		return 0
	}
	return end - j
}

// oneOf returns the length in runes of the first of the words that stands at s[j].
func oneOf(s []rune, j int, words []string) int {
	for _, w := range words {
		if hasWord(s, j, w) {
			return utf8.RuneCountInString(w)
		}
	}
	return 0
}
