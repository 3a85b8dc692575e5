package corpus

import (
	"strings"
	"unicode/utf8"
)

// unbox puts a side box right that was read from its foot to its head: every line of
// an item before the one above it, the label last. Strong evidence is asked for: two
// or more texts that hold a stop, end in the middle of a sentence and stand just
// before a label.
func unbox(lines []*line) []*line {
	for i := 0; i < len(lines); i++ {
		end, reversed := box(lines, i)
		if reversed >= 2 {
			turn(lines[i:end])
		}
		i = max(i, end-1)
	}
	return lines
}

// box is the end of the run of labels and short texts that begins at i, and how many
// of its texts are reversed and stand before a label.
func box(lines []*line, i int) (end, reversed int) {
	for end = i; end < len(lines); end++ {
		l := lines[end]
		switch {
		case label(l):
		case l.role != SideBox:
			return end, reversed
		case end+1 < len(lines) && label(lines[end+1]) && turned(l.text):
			reversed++
		}
	}
	return end, reversed
}

func label(l *line) bool { return l.role == Heading && l.why == "bullet" }

// turned reports whether a text begins with the end of its sentence: a stop inside,
// none at the end.
func turned(s string) bool {
	return strings.Contains(s, "。") && !ended(s) && utf8.RuneCountInString(s) <= 120
}

// turn puts the parts of reversed texts in order and each label before its text.
func turn(box []*line) {
	for i, l := range box {
		if l.role != SideBox {
			continue
		}
		if turned(l.text) {
			box[i] = reorder(l)
		}
		if i+1 < len(box) && label(box[i+1]) && (i == 0 || !label(box[i-1]) || turned(l.text)) {
			box[i], box[i+1] = box[i+1], box[i]
		}
	}
}

// reorder turns the order of the parts of a text: 增长40%。数字产业增加值同比 becomes
// 数字产业增加值同比增长40%。
func reorder(l *line) *line {
	rest := l
	var parts []*line
	for rest != nil {
		i := strings.Index(rest.text, "。")
		if i < 0 {
			parts = append(parts, rest)
			break
		}
		var a *line
		a, rest = rest.split(i + len("。"))
		parts = append(parts, a)
	}
	var segs []seg
	for i := len(parts) - 1; i >= 0; i-- {
		segs = append(segs, parts[i].segs...)
	}
	n := l.part(segs)
	n.why = turnedWhy
	return n
}
