package link

import "github.com/qushu/qushu/extract/segment"

// IsGoal reports whether what begins at rune i is a year still to come: the 2027年 of
// 到2027年, but not of 截至2027年.
func (l *Linker) IsGoal(s *segment.Sentence, i int) bool {
	n := l.words.Until.EndsAt(s.Runes, 0, i)
	return n > 0 && l.words.AsOf.EndsAt(s.Runes, 0, i) <= n && l.words.To.EndsAt(s.Runes, 0, i) <= n
}

// IsBase reports whether what begins at rune i of a sentence is a base of comparison or
// the beginning of a stretch: the 2016年 of 比2016年 or 自2016年.
func (l *Linker) IsBase(s *segment.Sentence, i int) bool {
	return l.words.Than.EndsAt(s.Runes, 0, i) > 0 || l.words.BaseBefore.EndsAt(s.Runes, 0, i) > 0
}
