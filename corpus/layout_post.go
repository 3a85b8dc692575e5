package corpus

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// dumpPosts finds the posts of a thread in the text of its page: each begins with a line
// that dates it, behind the card of its author. A single such line makes a thread only
// where it names the place of the post among others.
func (p *page) dumpPosts() {
	var heads, marked []int
	for i, l := range p.lines {
		if l.role != DateLine || !p.words.datesPost(l.text) {
			continue
		}
		heads = append(heads, i)
		if p.marked(i) {
			marked = append(marked, i)
		}
	}
	if len(marked) > 0 {
		heads = marked // the others are of posts that these quote
	} else if len(heads) < 2 {
		return
	}
	for k, i := range heads {
		from, to := 0, len(p.lines)
		if k > 0 {
			from = heads[k-1] + 1
		}
		if k+1 < len(heads) {
			to = heads[k+1]
		}
		p.lines[i].why = postTime
		p.posts = append(p.posts, Post{Author: p.author(from, i), Time: stamp(p.lines[i].text)})
		for _, l := range p.lines[i+1 : to] {
			l.of = k + 1
		}
	}
	p.publishPosts(true)
}

// marked reports whether the line that dates a post, or the next one, names the place of
// the post among others.
func (p *page) marked(i int) bool {
	if i+1 < len(p.lines) && p.words.holds(postMark, squeeze(p.lines[i+1].text)) != "" && shapeOf(p.lines[i+1].text).runes <= maxName {
		return true
	}
	return p.words.holds(postMark, squeeze(p.lines[i].text)) != "" || storeyRE.MatchString(p.lines[i].text)
}

// storeyRE is the number of a post in its thread: 4楼, 12#.
var storeyRE = regexp.MustCompile(`(?:^|\s)#?\d{1,5}\s?[楼#]`)

// datesPost reports whether a line with a day dates a post: its label says so, or it
// names the place of the post.
func (w *Words) datesPost(s string) bool {
	_, at := day(s)
	if at == nil {
		return false
	}
	before := strings.TrimRight(squeeze(s[:at[0]]), ":")
	return w.ends(postLabel, before) || w.holds(postMark, squeeze(s)) != ""
}

// card is how many lines the card of a member has at most.
const card = 30

// author is the name of who wrote the post that line head dates: before the label of the
// day, or the first line of the card above, which begins behind a line that ends a post.
// The lines of the card become furniture.
func (p *page) author(from, head int) string {
	if name := p.words.before(p.lines[head].text); name != "" {
		return name
	}
	for i := head - 1; i >= max(from, head-card); i-- {
		l := p.lines[i]
		if p.words.holds(postEnd, l.squeezed()) != "" && utf8.RuneCountInString(l.text) <= maxName {
			return p.card(i+1, head)
		}
		if n := shapeOf(l.text); n.prose() || n.runes > 40 {
			return ""
		}
	}
	return ""
}

// before is the name that stands before the label of a day.
func (w *Words) before(s string) string {
	_, at := day(s)
	s = strings.TrimRight(s[:at[0]], ": ：")
	for _, x := range w.labels[postLabel] {
		if head, ok := strings.CutSuffix(s, x.text); ok {
			return w.member(head)
		}
	}
	return ""
}

// member is the last word of a text where it can be the name of a member.
func (w *Words) member(s string) string {
	words := strings.FieldsFunc(s, func(r rune) bool { return isSpace(r) || strings.ContainsRune("|｜#:：", r) })
	if len(words) == 0 {
		return ""
	}
	name := words[len(words)-1]
	if n := utf8.RuneCountInString(name); n < 2 || n > maxName || shapeOf(name).letters == 0 || w.holds(postMark, squeeze(name)) != "" {
		return ""
	}
	return name
}

// card makes furniture of the card of a member between two lines and returns the name
// that it begins with, "" where the first line is none.
func (p *page) card(from, head int) string {
	if from == head {
		return ""
	}
	l := p.lines[from]
	if strings.HasPrefix(l.why, "word: ") || shapeOf(l.text).prose() {
		return ""
	}
	name := p.words.member(l.text)
	if name == "" || l.squeezed() != squeeze(name) {
		return ""
	}
	l.is(Byline, postAuthor)
	for _, l := range p.lines[from+1 : head] {
		if !l.furniture() {
			l.is(Widget, "the card of a member")
		}
	}
	return name
}
