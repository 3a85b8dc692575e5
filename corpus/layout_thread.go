package corpus

import (
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// stampedRE is what a post is dated or numbered with: a day with a time of day, how long
// ago it was written, its place in the thread.
var stampedRE = regexp.MustCompile(`(?:19|20)?\d\d[-/年.]\s?\d{1,2}[-/月.]\s?\d{1,2}日?\s{0,3}\d{1,2}[:：]\d\d|\d{1,3}\s?(?:秒钟?|分钟|个?小时|天|周|个?月|年)(?:之)?前|刚刚|(?:今天|昨天|前天)\s?\d{1,2}[:：]\d\d|(?:^|\s)(?:第\s?)?#?\d{1,5}\s?[楼#]`)

// fewest is how many posts a page has that is known for a thread by them alone.
const fewest = 3

// mostGroups is how many groups of elements are looked into.
const mostGroups = 16

// repeated finds the words of the members of a forum that no system is known by: of the
// elements beside each other that look alike, are dated or numbered each and hold half
// of the text of the page, the part that has most of it. It is nil where there are none.
func (d *density) repeated(root *html.Node) []*html.Node {
	all := d.own[root]
	tried := 0
	for _, n := range d.order {
		if k := d.own[n]; (k.text-k.links)*2 < all.text-all.links {
			continue
		}
		for _, items := range twins(n) {
			if k := d.sum(items); tried == mostGroups || k.links*2 > k.text || (k.text-k.links)*2 < all.text-all.links {
				continue
			}
			tried++
			if bodies := d.bodies(items); bodies != nil {
				return bodies
			}
		}
	}
	return nil
}

// twins are the children of an element by what they look like, where there are several.
func twins(n *html.Node) (groups [][]*html.Node) {
	at := map[string]int{}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type != html.ElementNode || !blockTags[c.Data] && c.Data != "a" {
			continue
		}
		i, ok := at[mould(c)]
		if !ok {
			i = len(groups)
			at[mould(c)] = i
			groups = append(groups, nil)
		}
		groups[i] = append(groups[i], c)
	}
	out := groups[:0]
	for _, g := range groups {
		if len(g) >= fewest {
			out = append(out, g)
		}
	}
	return out
}

// mould is what an element looks like: its name and the first of its classes.
func mould(n *html.Node) string {
	for _, a := range n.Attr {
		if a.Key == "class" {
			class, _, _ := strings.Cut(strings.TrimSpace(a.Val), " ")
			return n.Data + "." + class
		}
	}
	return n.Data
}

// bodies are the parts of posts with the words of their authors, nil where the elements
// are no posts.
func (d *density) bodies(items []*html.Node) []*html.Node {
	parts := map[string][]*html.Node{}
	var looks []string
	for _, item := range items {
		for _, n := range singles(item) {
			name := mould(n)
			if parts[name] == nil {
				looks = append(looks, name)
			}
			parts[name] = append(parts[name], n)
		}
	}
	var best []*html.Node
	tried := 0
	for _, name := range looks {
		p := parts[name]
		if len(p)*5 < len(items)*4 || d.sum(p).text <= d.sum(best).text || tried == mostGroups {
			continue
		}
		if tried++; d.dated(items, nodes(p)) {
			best = p
		}
	}
	if best == nil || d.sum(best).text*3 < d.sum(items).text || !d.holdProse(best, items) {
		return nil
	}
	return best
}

// singles are the elements below a node that look like no other there, in their order.
func singles(n *html.Node) []*html.Node {
	seen := map[string]int{}
	var all []*html.Node
	for c := range n.Descendants() {
		if c.Type == html.ElementNode {
			seen[mould(c)]++
			all = append(all, c)
		}
	}
	return slices.DeleteFunc(all, func(c *html.Node) bool { return seen[mould(c)] > 1 })
}

// dated reports whether most elements are dated or numbered beside the parts of them that
// are left out.
func (d *density) dated(items []*html.Node, without map[*html.Node]bool) bool {
	n := 0
	for _, item := range items {
		var b strings.Builder
		d.textBeside(&b, item, without)
		if stampedRE.MatchString(b.String()) {
			n++
		}
	}
	return n*5 >= len(items)*4
}

// textBeside writes the text below a node, a line for each text in it.
func (d *density) textBeside(b *strings.Builder, n *html.Node, without map[*html.Node]bool) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type == html.TextNode:
			b.WriteString(plainText(&tokens{texts: d.texts}, c.Data) + "\n")
		case !without[c]:
			d.textBeside(b, c, without)
		}
	}
}

// holdProse reports whether elements hold nearly all prose of those around them.
func (d *density) holdProse(parts, items []*html.Node) bool {
	return d.sum(parts).marks*5 >= d.sum(items).marks*4
}
