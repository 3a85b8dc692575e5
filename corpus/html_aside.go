package corpus

import (
	"strings"

	"golang.org/x/net/html"
)

// asideNames are parts of class names and ids that authors of pages give to what stands
// beside an article: other articles, tools, advertisements. Any of them only counts for
// an element that holds less than half of the prose of the page.
var asideNames = []string{
	"recommend", "tuijian", "related", "relevant", "guesslike", "hotnews", "hot-news", "hot_news", "hotlist", "sidebar", "side-bar", "side_bar",
	"breadcrumb", "crumbs", "pagination", "pagebar", "sharebar", "advert", "adsense", "popup", "tooltip", "editsection", "mw-jump", "catlinks",
	"usercard", "user-card",
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
// half of the prose of the page.
func asidesOf(full *density) map[*html.Node]bool {
	found := map[*html.Node]bool{}
	all := full.own[full.order[0]].marks
	for _, n := range full.order {
		if n.Type == html.ElementNode && namedAside(n) && full.own[n].marks*2 < all {
			found[n] = true
		}
	}
	return found
}
