package corpus

import (
	"strings"
	"unicode/utf8"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"
)

// forum is how a forum system marks posts: what their authors wrote, and the elements
// around that name author and time.
type forum struct{ body, author, time string }

// forums are the systems in use, in the order in which they are tried.
var forums = []forum{
	{"td.t_f", ".pls .authi a, .authi a.xw1", "[id^=authorposton]"},                                                            // Discuz X
	{".plc .message", ".authi b a, .authi b", ".authi .rela"},                                                                  // Discuz on a phone
	{"[id^=postmessage_]", ".postauthor .postinfo a, .postauthor cite a, .pls .authi a", "[id^=authorposton], .authorinfo em"}, // Discuz 6 and 7
	{".tpc_content", ".readName a, .readName", ".tipTop span[title], .tipTop, .tiptop"},                                        // phpwind 8
	{"[id=read_tpc], .f14[id^=read_]", ".readName a, .readName", ".tipTop span[title], .tipTop, .tiptop"},                      // phpwind 7
	{".floor_right .editor_content", ".floor_left .name a, .floor_left .name, .floor_left h4", ".floor_top_tips .fl"},          // phpwind 9
	{".d_post_content", ".d_name a, .p_author_name", ".post-tail-wrap .tail-info, .p_tail li"},
	{".bbs-content", ".atl-info a, [js_username]", "[js_restime], .atl-info span"},
	{".QuestionRichText, .AnswerItem .RichContent-inner", ".AuthorInfo-name, .UserLink-link", ".ContentItem-time"},
	{".Post-body", ".PostUser-name, .username", "time"},
}

// unnamed is how a page says in words of common use who wrote a reply and when.
var unnamed = forum{
	author: "[itemprop=author], [class*=author], [class*=user-name], [class*=username], [class*=nick]",
	time:   "time, [itemprop=dateCreated], [itemprop=datePublished], [class*=time], [class*=date]",
}

// thread is the posts of a page as the markup sets them apart.
type thread struct {
	posts []Post
	began bool                // with the first post: they are no replies to an article
	short bool                // they may be short: there are several
	of    map[*html.Node]int  // the number of a post, from 1, by the element with its text
	items map[*html.Node]bool // the elements that hold a post each with what stands beside its text
	signs signs
}

// threadOf numbers the posts whose texts stand in the given elements, and finds author
// and time of each. What stands in elements around that hold no other post is of the
// post; of several the first one counts.
func threadOf(doc *goquery.Document, t *tokens, bodies []*html.Node, f forum) *thread {
	bodies = outermost(bodies)
	th := &thread{posts: make([]Post, len(bodies)), short: len(bodies) > 1, of: map[*html.Node]int{}, signs: signs{}}
	for i, n := range bodies {
		th.of[n] = i + 1
	}
	frames := framesOf(bodies)
	th.items = itemsOf(bodies, frames)
	th.sign(doc, t, frames, f.author, sign{Byline, postAuthor})
	th.sign(doc, t, frames, f.time, sign{DateLine, postTime})
	return th
}

// outermost leaves out the elements that lie in another one, which comes before them.
func outermost(list []*html.Node) []*html.Node {
	in := nodes(list)
	var out []*html.Node
	for _, n := range list {
		p := n.Parent
		for p != nil && !in[p] {
			p = p.Parent
		}
		if p == nil {
			out = append(out, n)
		}
	}
	return out
}

// framesOf tells for every element around posts which post it holds, from 1; 0 for one
// that holds several.
func framesOf(bodies []*html.Node) map[*html.Node]int {
	frames := map[*html.Node]int{}
	for i, n := range bodies {
		for p := n.Parent; p != nil; p = p.Parent {
			was, seen := frames[p]
			if seen && was == 0 {
				break
			}
			if frames[p] = i + 1; seen {
				frames[p] = 0
			}
		}
	}
	return frames
}

// itemsOf are the largest elements around single posts, where most of them look alike: the
// items of a list.
func itemsOf(bodies []*html.Node, frames map[*html.Node]int) map[*html.Node]bool {
	byLook := map[string][]*html.Node{}
	for _, n := range bodies {
		item := n
		for p := n.Parent; p != nil && frames[p] > 0; p = p.Parent {
			item = p
		}
		if item != n {
			byLook[mould(item)] = append(byLook[mould(item)], item)
		}
	}
	for _, items := range byLook {
		if len(items) >= fewest && len(items)*2 > len(bodies) {
			return nodes(items)
		}
	}
	return nil
}

// sign finds the elements of a selector and gives what they say to the posts they stand
// beside.
func (th *thread) sign(doc *goquery.Document, t *tokens, frames map[*html.Node]int, selector string, as sign) {
	doc.Find(selector).Each(func(_ int, s *goquery.Selection) {
		n := s.Nodes[0]
		i := th.beside(n, frames)
		if i == 0 || hiddenIn(n) {
			return
		}
		p := &th.posts[i-1]
		value := &p.Author
		said := memberName(s, t)
		if as.role == DateLine {
			value, said = &p.Time, postStamp(s, t)
		}
		if *value == "" && said != "" {
			*value = said
			th.signs[n] = as
		}
	})
}

// beside is the number of the post that an element stands beside; 0 for none and for
// what stands within a post.
func (th *thread) beside(n *html.Node, frames map[*html.Node]int) int {
	for p := n; p != nil; p = p.Parent {
		if th.of[p] > 0 {
			return 0
		}
		if i, ok := frames[p]; ok {
			return i
		}
	}
	return 0
}

// hiddenIn reports whether an element is not shown, as the cards of members are until
// the pointer rests on a name.
func hiddenIn(n *html.Node) bool {
	for depth := 0; n != nil && depth < 12; n, depth = n.Parent, depth+1 {
		if n.Type == html.ElementNode && hidden(n) {
			return true
		}
	}
	return false
}

// memberName is the text of an element as the name of a member; "" for what is too long.
func memberName(s *goquery.Selection, t *tokens) string {
	name := plainText(t, s.Text())
	if utf8.RuneCountInString(name) > maxName {
		return ""
	}
	return name
}

// postStamp is the time that an element states: in an attribute, for a machine or shown
// under the pointer, or in its text.
func postStamp(s *goquery.Selection, t *tokens) string {
	for _, name := range []string{"datetime", "title", "js_restime"} {
		if at := stamp(s.AttrOr(name, "")); at != "" {
			return at
		}
	}
	if at := stamp(s.Find("[title]").First().AttrOr("title", "")); at != "" {
		return at
	}
	return stamp(plainText(t, s.Text()))
}

// replies are the words of the readers of an article, or of a forum that no system is
// known by: the elements in it that name themselves so. Who wrote a single one cannot be
// told from who wrote the article.
func replies(doc *goquery.Document, t *tokens, article map[*html.Node]bool) *thread {
	var bodies []*html.Node
	for _, n := range doc.Find("[class]").Nodes {
		if namedPost(n) && lies(n, article) {
			bodies = append(bodies, n)
		}
	}
	if len(bodies) == 0 {
		return nil
	}
	bodies = outermost(bodies)
	f := unnamed
	if len(bodies) == 1 {
		f = forum{author: "none", time: "none"}
	}
	return threadOf(doc, t, bodies, f)
}

// lies reports whether an element lies in one of the article's.
func lies(n *html.Node, article map[*html.Node]bool) bool {
	for ; n != nil; n = n.Parent {
		if article[n] {
			return true
		}
	}
	return false
}

// namedPost reports whether a class name says that the element holds the words of a
// comment, without who wrote them and when.
func namedPost(n *html.Node) bool {
	for _, a := range n.Attr {
		if a.Key != "class" {
			continue
		}
		for _, name := range strings.Fields(strings.ToLower(a.Val)) {
			if hasAny(name, "comment", "reply", "answer") && hasAny(name, "content", "text", "body") {
				return true
			}
		}
	}
	return false
}

// number is the number of the post whose text an element holds, 0 for others.
func (th *thread) number(n *html.Node) int {
	if th == nil {
		return 0
	}
	return th.of[n]
}

// item reports whether an element holds one post of several that look alike.
func (th *thread) item(n *html.Node) bool { return th != nil && th.items[n] }
