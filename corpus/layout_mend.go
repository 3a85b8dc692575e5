package corpus

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// mend puts a broken layout back in order by moving lines and joining them; not a
// character is changed.
func mend(lines []*line) []*line {
	lines = unbox(lines)
	m := mender{lines: lines, prose: habitual(lines)}
	m.adjacent()
	m.stray()
	return slices.DeleteFunc(m.lines, func(l *line) bool { return l == nil })
}

// mender joins paragraphs that were cut. A line that was joined to another is nil.
type mender struct {
	lines []*line
	prose bool // the paragraphs of the page end in a stop as a rule
}

// The reasons of blocks that were mended.
const (
	joinedWhy = "joined: the paragraph went on"
	turnedWhy = "its lines stood in reverse order"
)

// most is how many pieces are joined to one paragraph, and how far away the next one
// may be.
const most = 12

// habitual reports whether most paragraphs end as paragraphs do, so that one that
// does not must be a piece of one.
func habitual(lines []*line) bool {
	whole, all := 0, 0
	for _, l := range lines {
		if l.role == Body && utf8.RuneCountInString(l.text) >= 20 {
			all++
			if ended(l.text) {
				whole++
			}
		}
	}
	return whole*2 >= all && whole >= 2
}

// cut reports whether a paragraph breaks off in the middle of a sentence.
func (m *mender) cut(l *line) bool {
	if l == nil || !m.prose || l.role != Body || utf8.RuneCountInString(l.text) < 25 || outline(l.text) > 0 {
		return false
	}
	r, _ := utf8.DecodeLastRuneInString(l.text)
	return (unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("，、,%％", r)) && strings.ContainsAny(l.text, "，,。、")
}

// adjacent joins a paragraph that breaks off with the next one, past captions between.
func (m *mender) adjacent() {
	for i := range m.lines {
		for n := 0; n < most && m.cut(m.lines[i]); n++ {
			k := m.next(i)
			if k < 0 {
				break
			}
			m.join(i, k)
		}
	}
}

// next is the index of the paragraph that goes on line i, or -1.
func (m *mender) next(i int) int {
	for k := i + 1; k < min(i+2*most, len(m.lines)); k++ {
		switch l := m.lines[k]; {
		case l == nil, l.role == Caption, passed(l):
		case l.role == Body && l.place == m.lines[i].place && l.of == m.lines[i].of && m.goesOn(l):
			return k
		default:
			return -1
		}
	}
	return -1
}

// passed holds for what a page break leaves in the middle of a paragraph.
func passed(l *line) bool {
	switch l.why {
	case "page number", "running head", edgeWhy, "markup", "no words":
		return l.role == Nav
	}
	return false
}

// goesOn reports whether paragraph b can be the rest of one that broke off: it is not
// set in as a paragraph of its own and does not begin as one.
func (m *mender) goesOn(b *line) bool {
	if b.indent > 0 || outline(b.text) > 0 || bulleted(b.text) || !continues(b.text) {
		return false
	}
	n := utf8.RuneCountInString(b.text)
	return n >= 25 || ended(b.text) && !(n <= 14 && strings.ContainsRune("：:", lastRune(b.text)))
}

// continues reports whether a text can begin in the middle of a sentence: with a
// Han character, a figure, a letter, or punctuation that begins none.
func continues(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("，、；：。）)”》％%,;:《", r)
}

// join appends line k to line i and takes it out of its place.
func (m *mender) join(i, k int) {
	a, b := m.lines[i], m.lines[k]
	n := a.part(append(append([]seg(nil), a.segs...), b.segs...))
	if n.why = joinedWhy; k > i+1 || k < i {
		n.why += " elsewhere"
	}
	m.lines[i], m.lines[k] = n, nil
}

// stray joins a paragraph that breaks off before a heading or the end of the page with
// its rest where that stands alone: one short end of a sentence behind a heading or
// another break, which no other broken paragraph could claim. Markup keeps paragraphs
// whole.
func (m *mender) stray() {
	var heads, tails []int
	for i, l := range m.lines {
		switch {
		case l == nil:
		case m.cut(l):
			heads = append(heads, i)
		case l.role == Body && m.fragment(i):
			tails = append(tails, i)
		}
	}
	if len(heads) != 1 || len(tails) != 1 || m.lines[heads[0]].place != anywhere || m.lines[tails[0]].place != anywhere || m.lines[heads[0]].of != m.lines[tails[0]].of {
		return
	}
	m.join(heads[0], tails[0])
}

// fragment reports whether line i is no sentence of its own: a few characters up to a
// stop, without a comma, first behind something that is no paragraph.
func (m *mender) fragment(i int) bool {
	l := m.lines[i]
	n := utf8.RuneCountInString(l.text)
	if i == 0 || n < 2 || n > 14 || l.indent > 0 || lastRune(l.text) != '。' || strings.ContainsAny(l.text, "，,、：:“\"") {
		return false
	}
	return m.lines[i-1] != nil && m.lines[i-1].role != Body && continues(l.text)
}
