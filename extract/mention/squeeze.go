package mention

import (
	"github.com/qushu/qushu/extract/segment"
	"github.com/qushu/qushu/normalize/number"
)

// squeeze drops the spaces inside a sentence that separate nothing: between Chinese
// characters, and between them and figures (2021 年, 7 万5 千). It returns the sentence
// without them and the rune offset in s of each rune left and of the end, or s itself
// and nil where it has none.
func squeeze(s *segment.Sentence) (*segment.Sentence, []int) {
	first := 0
	for first < len(s.Runes) && !(s.Runes[first] == ' ' && idle(s.Runes, first)) {
		first++
	}
	if first == len(s.Runes) {
		return s, nil
	}
	out := &segment.Sentence{Span: s.Span, Block: s.Block, Runes: make([]rune, first, len(s.Runes))}
	copy(out.Runes, s.Runes)
	at, to := make([]int, 0, len(s.Runes)+1), make([]int, len(s.Runes)+1)
	for i, r := range s.Runes {
		to[i] = len(at)
		if i >= first && r == ' ' && idle(s.Runes, i) {
			continue
		}
		if i >= first {
			out.Runes = append(out.Runes, r)
		}
		at = append(at, i)
	}
	to[len(s.Runes)] = len(at)
	for _, t := range s.Tokens {
		if to[t.Start] < to[t.End] {
			out.Tokens = append(out.Tokens, segment.Token{Start: to[t.Start], End: to[t.End], Pos: t.Pos})
		}
	}
	return out, append(at, len(s.Runes))
}

// idle reports whether the space at i separates nothing.
func idle(r []rune, i int) bool {
	a, b := i-1, i+1
	for a >= 0 && r[a] == ' ' {
		a--
	}
	for b < len(r) && r[b] == ' ' {
		b++
	}
	if a < 0 || b == len(r) {
		return false
	}
	han := segment.IsHan(r[b])
	if number.IsDigit(r[a]) {
		return han
	}
	if !segment.IsHan(r[a]) || !han && !number.IsDigit(r[b]) {
		return false
	}
	if han || !number.IsHan(r[a]) {
		return true
	}
	for b < len(r) && (number.IsDigit(r[b]) || r[b] == ' ') {
		b++
	}
	return b < len(r) && number.IsScale(r[a]) && number.IsScale(r[b])
}

// stretch moves the offsets of mentions from the squeezed sentence to the one it was
// made of. A mention that ends before a space keeps to its last rune.
func stretch(list []Mention, at []int) {
	end := func(i int) int {
		if i == 0 {
			return at[0]
		}
		return at[i-1] + 1
	}
	for i := range list {
		m := &list[i]
		m.Start, m.End = at[m.Start], end(m.End)
		m.Core[0], m.Core[1] = at[m.Core[0]], end(m.Core[1])
	}
}
