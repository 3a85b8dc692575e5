package mention

import (
	"strings"

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
	return out, at
}

// idle reports whether the spaces in [i, j) separate nothing.
func idle(r []rune, i, j int) bool {
	if i == 0 || j == len(r) {
		return false
	}
	a, b := r[i-1], r[j]
	if betweenFigures(r, i, j) {
		return true
	}
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

// betweenFigures reports whether the spaces in [i, j) stand at a sign that makes one of
// two figures, 8.7 : 41.2 and 1 / 12 and 3 — 5, or before the sign of a percentage.
func betweenFigures(r []rune, i, j int) bool {
	a, b := r[i-1], r[j]
	switch {
	case number.IsDigit(a):
		return b == '%' || pairs(b) && digitBehind(r, j+1)
	case number.IsDigit(b) && pairs(a):
		k := i - 1
		for k > 0 && r[k-1] == ' ' {
			k--
		}
		return k > 0 && number.IsDigit(r[k-1])
	}
	return false
}

// pairs holds for the signs of ratios, fractions and ranges.
func pairs(r rune) bool { return strings.ContainsRune(":∶/∕⁄—–~", r) }

// digitBehind reports whether a digit stands at i, behind spaces or not.
func digitBehind(r []rune, i int) bool {
	for i < len(r) && r[i] == ' ' {
		i++
	}
	return i < len(r) && number.IsDigit(r[i])
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
