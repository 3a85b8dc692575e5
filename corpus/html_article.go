package corpus

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"
)

// containers are the selectors of the element that holds the article in the content
// systems of Chinese portals and newspapers; of those with a name that any site
// might use, loose, more is asked.
var containers = []string{
	".TRS_Editor", ".caas-body", "#UCAP-CONTENT", "#zoom", "#Zoom", ".pages_content", ".article-content", ".article_content", ".articleContent", "#articleContent",
	"#article_content", ".article-body", ".news_content", ".newsContent", "#news_content", ".con_text", ".zw_content", ".view_content", ".xl_content",
	".zwxl-article", ".gsj_htmlcon", ".wp_articlecontent", ".v_news_content", "#vsb_content", ".bt-content", ".content_txt", ".TRS_UEDITOR",
	"#ozoom", "#articlecontent", ".rich_media_content", "#js_content", "#artibody", "#article", ".post_body", ".post_text", "#endText", ".LEFT .content-article",
	"#rwb_zw", ".rm_txt_con",
}

var loose = []string{"[itemprop=articleBody]", "#detail", "#detailContent", ".article-detail", ".detail-content", ".main-content", ".entry-content", ".post-content", "article"}

// findArticle returns the elements that hold the article: the posts of a thread, a
// known container, or where prose is densest; nil where there is hardly any. The posts
// are numbered where there are any.
func findArticle(doc *goquery.Document, t *tokens, full *density, beside map[*html.Node]bool) (map[*html.Node]bool, *thread) {
	for _, f := range forums {
		if s := doc.Find(f.body); s.Length() > 0 && full.sum(s.Nodes).text >= 20 {
			th := threadOf(doc, t, s.Nodes, f)
			th.began = true
			return nodes(s.Nodes), th
		}
	}
	found := articleOf(doc, full, beside)
	if th := replies(doc, t, found); th != nil {
		if !full.holdProse(slices.Collect(maps.Keys(th.of)), slices.Collect(maps.Keys(th.items))) {
			th.items = nil
		}
		return found, th
	}
	bodies := full.repeated(doc.Nodes[0])
	if bodies == nil {
		return found, nil
	}
	all := nodes(bodies)
	for n := range found {
		all[n] = true
	}
	return all, threadOf(doc, t, bodies, unnamed)
}

// articleOf is the elements that hold the article of a page that is no thread.
func articleOf(doc *goquery.Document, full *density, beside map[*html.Node]bool) map[*html.Node]bool {
	all := full.own[doc.Nodes[0]]
	for i, sel := range append(containers[:len(containers):len(containers)], loose...) {
		share := 50
		if i >= len(containers) {
			share = 2
		}
		s := doc.Find(sel)
		if k := full.sum(s.Nodes); s.Length() > 0 && k.text >= 40 && k.marks*share >= all.marks && k.links*2 <= k.text {
			if i < len(containers) {
				comments(s, full, beside)
			}
			return nodes(s.Nodes)
		}
	}
	d := newDensity(full.texts, beside)
	d.weigh(doc.Nodes[0], false, 0)
	return d.best()
}

func nodes(list []*html.Node) map[*html.Node]bool {
	m := map[*html.Node]bool{}
	for _, n := range list {
		m[n] = true
	}
	return m
}

// weight is what is known of the text below a node, in characters.
type weight struct{ text, links, marks int }

func (a weight) plus(b weight) weight {
	return weight{a.text + b.text, a.links + b.links, a.marks + b.marks}
}

func (a weight) minus(b weight) weight {
	return weight{a.text - b.text, a.links - b.links, a.marks - b.marks}
}

// density measures prose: characters, those in links, and punctuation of sentences.
type density struct {
	texts  [][]seg
	beside map[*html.Node]bool // not looked into
	own    map[*html.Node]weight
	order  []*html.Node
	score  map[*html.Node]int
}

func newDensity(texts [][]seg, beside map[*html.Node]bool) *density {
	return &density{texts: texts, beside: beside, own: map[*html.Node]weight{}}
}

// weigh sums up the text below a node and gives every paragraph's worth to the
// elements around it.
func (d *density) weigh(n *html.Node, link bool, depth int) weight {
	var k weight
	if n.Type == html.TextNode {
		return d.text(n.Data, link)
	}
	if depth > deep || n.Type == html.ElementNode && (n.Data == "head" || navTags[n.Data] && n.Data != "form" && n.Data != "label" || hidden(n) || d.beside[n]) {
		return k
	}
	d.order = append(d.order, n)
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		k = k.plus(d.weigh(c, link || n.Data == "a", depth+1))
	}
	d.own[n] = k
	return k
}

// text weighs what the markers of a text node stand for.
func (d *density) text(data string, link bool) (k weight) {
	for _, m := range strings.Split(data, string(markOpen))[1:] {
		id, err := strconv.Atoi(m[:max(0, strings.IndexRune(m, markClose))])
		if err != nil || id >= len(d.texts) {
			continue
		}
		for _, s := range d.texts[id] {
			n := utf8.RuneCountInString(s.text)
			k.text += n
			if link {
				k.links += n
				continue
			}
			sh := shapeOf(s.text)
			k.marks += sh.commas + 2*sh.stops
		}
	}
	return k
}

func (d *density) sum(list []*html.Node) (k weight) {
	for _, n := range list {
		k = k.plus(d.own[n])
	}
	return k
}

// best is the smallest element that holds most of the prose of the page without many
// links: from the root, the walk goes down as long as one child has nearly all.
func (d *density) best() map[*html.Node]bool {
	if len(d.order) == 0 {
		return nil
	}
	d.score = map[*html.Node]int{}
	for _, n := range d.order {
		worth, several := d.paragraph(n)
		p := n.Parent
		if several {
			p = n
		}
		for share := 2; p != nil && share > 0; p, share = p.Parent, share-1 {
			d.score[p] += worth * share
		}
	}
	var top *html.Node
	high := 0
	for _, n := range d.order {
		k := d.own[n]
		if s := d.score[n] * max(k.text-k.links, 0) / max(k.text, 1); s > high {
			top, high = n, s
		}
	}
	if top == nil {
		return nil
	}
	return d.siblings(d.widen(top), high)
}

// paragraph is what an element is worth as a paragraph: the text that stands in it beside
// the blocks that it holds. Line breaks within make it several.
func (d *density) paragraph(n *html.Node) (worth int, several bool) {
	k := d.own[n]
	if n.Type != html.ElementNode || !blockTags[n.Data] || k.text < 15 {
		return 0, false
	}
	breaks, blocks := 0, 0
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Data == "br":
			breaks++
		case c.Type == html.ElementNode && blockTags[c.Data] && c.FirstChild != nil:
			k = k.minus(d.own[c])
			blocks++
		}
	}
	if k.links*2 > k.text || k.text < 15 || blocks > 0 && (breaks < 2 || k.marks < 4) {
		return 0, false
	}
	return 1 + k.marks*2 + min(k.text/50, 6), breaks >= 2 && blocks > 0
}

// widen goes up from a node as long as its parent holds much more prose and few links.
func (d *density) widen(n *html.Node) *html.Node {
	for p := n.Parent; p != nil && p.Data != "body" && p.Data != "html"; p = p.Parent {
		a, b := d.own[n], d.own[p]
		if b.marks < a.marks*13/10 || b.links*3 > b.text {
			continue
		}
		n = p
	}
	return n
}

// siblings adds the neighbours of a node that hold prose of their own.
func (d *density) siblings(n *html.Node, high int) map[*html.Node]bool {
	m := nodes([]*html.Node{n})
	if n.Parent == nil {
		return m
	}
	for c := n.Parent.FirstChild; c != nil; c = c.NextSibling {
		k := d.own[c]
		if c != n && d.score[c] > high/4 || c.Data == "p" && k.marks >= 2 && k.links*4 < k.text {
			m[c] = true
		}
	}
	return m
}
