package corpus

import (
	"slices"
	"strings"
)

// Post is what one member wrote in a thread of a forum or below an article. Who and when
// are no text of it: their lines are furniture of the document.
//
//	{Author: "青石老人", Time: "2031-06-17T20:30:03", Span: …}
type Post struct {
	Author string // "" where the page does not name one
	Time   string // ISO 8601, a day or a time of day; "" where the page states no day
	Span   Span   // of the text, from its first block that is read to its last
}

// postSign is why a line is furniture that names the author of a post or its time.
const (
	postAuthor = "post: author"
	postTime   = "post: time"
)

// maxName is how many characters the name of a member has at most.
const maxName = 24

// stamp is the first day in a text with the time of day that follows it, in ISO 8601:
// "2031-06-17T20:30"; "" without a day.
func stamp(s string) string {
	iso, at := day(s)
	if iso == "" {
		return ""
	}
	clock := clockRE.FindString(s[at[1]:min(len(s), at[1]+16)])
	if clock == "" {
		return iso
	}
	clock = strings.Trim(strings.ReplaceAll(clock, "：", ":"), "TZ \t\u00A0\u3000")
	if strings.IndexByte(clock, ':') == 1 {
		clock = "0" + clock
	}
	return iso + "T" + clock
}

// publishPosts takes the day of the post that a thread began with for that of the page.
// Those of replies date no page: they may stand years later.
func (p *page) publishPosts(began bool) {
	if began && p.meta.Published == "" && len(p.posts) > 0 && p.posts[0].Time != "" {
		p.meta.Published = p.posts[0].Time[:len("2006-01-02")]
	}
}

// spread widens the post that a block belongs to.
func (p *page) spread(l *line, s Span) {
	if l.of == 0 || l.furniture() {
		return
	}
	at := &p.posts[l.of-1].Span
	if at.Len() == 0 {
		*at = s
		return
	}
	at.Start, at.End = min(at.Start, s.Start), max(at.End, s.End)
}

// written are the posts with a text of their own, in its order.
func written(posts []Post) []Post {
	posts = slices.DeleteFunc(posts, func(p Post) bool { return p.Span.Len() == 0 })
	slices.SortStableFunc(posts, func(a, b Post) int { return a.Span.Start - b.Span.Start })
	return posts
}
