package corpus

import (
	"strings"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"
)

// asideNames are parts of class names and ids that authors of pages give to what stands
// beside an article: other articles, tools, advertisements. Any of them only counts for
// an element that holds less than half of the prose of the page.
var asideNames = []string{
	"recommend", "tuijian", "related", "relevant", "guesslike", "hotnews", "hot-news", "hot_news", "hotlist", "sidebar", "side-bar", "side_bar",
	"breadcrumb", "crumbs", "pagination", "pagebar", "sharebar", "advert", "adsense", "popup", "tooltip", "editsection", "mw-jump", "catlinks",
	"usercard", "user-card", "infobox", "navbox", "reflist", "mw-references", "ambox",
	"j-basic-info", "lemma-catalog", "catalogwrapper", "toptools",
}

// namedAside reports whether an element's names say that it stands beside the article.
func namedAside(n *html.Node) bool {
	if n.Data == "body" || n.Data == "html" {
		return false
	}
	for _, a := range n.Attr {
		if a.Key != "class" && a.Key != "id" {
			continue
		}
		v := strings.ToLower(a.Val)
		for _, name := range asideNames {
			if strings.Contains(v, name) {
				return true
			}
		}
	}
	return false
}

// asidesOf finds the elements beside the article: what is named so and holds less than
// half of the prose of the page, or has a headline of its own while that of the page
// stands elsewhere.
func asidesOf(doc *goquery.Document, full *density) map[*html.Node]bool {
	found := map[*html.Node]bool{}
	all := full.own[full.order[0]].marks
	foreign := otherArticles(doc, &tokens{texts: full.texts})
	for _, n := range full.order {
		if n.Type == html.ElementNode && namedAside(n) && (full.own[n].marks*2 < all || foreign[n]) {
			found[n] = true
		}
	}
	return found
}

// otherArticles finds the elements that hold headlines, but not that of the page,
// which begins like its title. Without such a headline there are none.
func otherArticles(doc *goquery.Document, t *tokens) map[*html.Node]bool {
	own, others := headlines(doc, t)
	for n := range others {
		if len(own) == 0 || own[n] {
			delete(others, n)
		}
	}
	return others
}

// headlines are the elements that hold the headline of the page, and those that hold
// others.
func headlines(doc *goquery.Document, t *tokens) (own, others map[*html.Node]bool) {
	title := headMark(t, doc.Find("title").First().Text())
	own, others = map[*html.Node]bool{}, map[*html.Node]bool{}
	doc.Find("h1").Each(func(_ int, h *goquery.Selection) {
		around := others
		if title != "" && headMark(t, h.Text()) == title {
			around = own
		}
		for p := h.Nodes[0].Parent; p != nil && !around[p]; p = p.Parent {
			around[p] = true
		}
	})
	return own, others
}

// headMark is the beginning of a headline, which names it also where a tool or the name
// of the site follows; empty for one that is too short to tell.
func headMark(t *tokens, text string) string {
	r := []rune(squeeze(plainText(t, text)))
	if len(r) < 5 {
		return ""
	}
	return string(r[:min(len(r), 8)])
}

// comments adds to the elements beside an article the comments of its readers, which
// some containers hold as well. In a thread of a forum they are the article.
func comments(article *goquery.Selection, full *density, beside map[*html.Node]bool) {
	all := full.sum(article.Nodes).marks
	article.Find("[class*=comment],[id*=comment]").Each(func(_ int, s *goquery.Selection) {
		if n := s.Nodes[0]; full.own[n].marks*2 < all {
			beside[n] = true
		}
	})
}

func hasAny(s string, parts ...string) bool {
	for _, p := range parts {
		if strings.Contains(s, p) {
			return true
		}
	}
	return false
}
