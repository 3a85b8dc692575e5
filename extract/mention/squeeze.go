package mention

import (
	"github.com/qushu/qushu/extract/segment"
	"github.com/qushu/qushu/normalize/number"
)

// squeeze drops the spaces inside a sentence that separate nothing: between Chinese
// characters, and between them and figures (2021 年, 7 万5 千), and noise. It returns the sentence
// without them and the rune offset in s of each rune left and of the end, or s itself
// and nil where it has none.
func squeeze(s *segment.Sentence) (*segment.Sentence, []int) {
	var out *segment.Sentence
	var at []int
	for i := 0; i < len(s.Runes); {
		j := i + 1
		for s.Runes[i] == ' ' && j < len(s.Runes) && s.Runes[j] == ' ' {
			j++
		}
		drop := s.Runes[i] == ' ' && idle(s.Runes, i, j) || s.Runes[i] == noise
		if drop && out == nil {
			out = &segment.Sentence{Span: s.Span, Block: s.Block, Runes: append(make([]rune, 0, len(s.Runes)), s.Runes[:i]...)}
			at = make([]int, i, len(s.Runes)+1)
			for k := range at {
				at[k] = k
			}
		}
		if !drop && out != nil {
			out.Runes = append(out.Runes, s.Runes[i:j]...)
			for k := i; k < j; k++ {
				at = append(at, k)
			}
		}
		i = j
	}
	if out == nil {
		return s, nil
	}
	at = append(at, len(s.Runes))
	out.Tagged(func() []segment.Token { return squeezeTokens(s.Tokens(), at, len(s.Runes)) })
	return out, at
}

// squeezeTokens moves tokens to the squeezed sentence; those of spaces alone are left out.
func squeezeTokens(tokens []segment.Token, at []int, n int) []segment.Token {
	to := make([]int, n+1)
	for i, k := 0, 0; i <= n; i++ {
		to[i] = k
		if k < len(at) && at[k] == i {
			k++
		}
	}
	out := make([]segment.Token, 0, len(tokens))
	for _, t := range tokens {
		if to[t.Start] < to[t.End] {
			out = append(out, segment.Token{Start: to[t.Start], End: to[t.End], Pos: t.Pos})
		}
	}
	return out
}

// idle reports whether the spaces in [i, j) separate nothing.
func idle(r []rune, i, j int) bool {
	if i == 0 || j == len(r) {
		return false
	}
	a, b := r[i-1], r[j]
	han := segment.IsHan(b)
	if number.IsDigit(a) {
		return han
	}
	if !segment.IsHan(a) || !han && !number.IsDigit(b) {
		return false
	}
	if han || !number.IsHan(a) {
		return true
	}
	for j < len(r) && number.IsDigit(r[j]) {
		j++
	}
	for j < len(r) && r[j] == ' ' {
		j++
	}
	return j < len(r) && number.IsScale(a) && number.IsScale(r[j])
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
