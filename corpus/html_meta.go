package corpus

import (
	"strings"
	"unicode/utf8"

	"github.com/PuerkitoBio/goquery"
)

// titleMetas and dateMetas are the names under which pages state title and day.
var (
	titleMetas = []string{"ArticleTitle", "og:title", "title"}
	dateMetas  = []string{"PubDate", "pubdate", "publishdate", "publish-date", "article:published_time", "og:release_date", "datePublished", "firstpublishedtime", "weibo: article:create_at"}
)

// metaOf reads what the head of a page states: the title without the name of the
// site, and the day of publication.
func metaOf(doc *goquery.Document, t *tokens) Given {
	var g Given
	for _, name := range dateMetas {
		if v := meta(doc, name); v != "" {
			if iso, _ := day(v); iso != "" {
				g.Published = iso
				break
			}
		}
	}
	h1 := doc.Find("h1").First().Text()
	whole := plainText(t, doc.Find("title").First().Text())
	g.Title = cutSite(whole)
	if h := plainText(t, h1); utf8.RuneCountInString(h) >= 5 && (g.Title == "" || strings.Contains(squeeze(whole), squeeze(h))) {
		g.Title = h
	}
	if g.Title == "" {
		for _, name := range titleMetas {
			if g.Title = meta(doc, name); g.Title != "" {
				break
			}
		}
	}
	return g
}

func meta(doc *goquery.Document, name string) string {
	q := `meta[name="` + name + `"], meta[property="` + name + `"], meta[itemprop="` + name + `"]`
	return strings.TrimSpace(doc.Find(q).First().AttrOr("content", ""))
}

// plainText is the text that the markers in a text stand for, with single spaces.
func plainText(t *tokens, data string) string {
	w := walker{tokens: t.texts}
	w.put(data)
	var b strings.Builder
	for _, s := range w.now {
		b.WriteString(s.text)
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// cutSite takes the name of site and channel off a page title: what stands behind the
// first _ or |, or behind a hyphen with or without spaces around it.
func cutSite(s string) string {
	for _, sep := range []string{"_", "|", " - ", " — ", "--", "－", "-", "—"} {
		if i := strings.Index(s, sep); i > 0 && utf8.RuneCountInString(s[:i]) >= 6 {
			s = strings.TrimSpace(s[:i])
		}
	}
	return s
}

// shortPart is the length in characters of a part of a page title that may be the name of
// a site.
const shortPart = 8

// partOfTitle takes a part of the page title for the title of the article where a line
// says just that and none says what was taken for it: in 岚州日报数字报-全市外贸增长一成 the
// site stands first.
func (p *page) partOfTitle(whole string) {
	lines := map[string]bool{}
	for _, l := range p.lines {
		if l.why != "element: head" {
			lines[titleKey(l.text)] = true
		}
	}
	parts := strings.FieldsFunc(whole, func(r rune) bool { return strings.ContainsRune(" _|-—－·", r) })
	if len(parts) < 2 || lines[titleKey(p.meta.Title)] || lines[titleKey(parts[0])] {
		return
	}
	longest := ""
	for _, part := range parts {
		if n := utf8.RuneCountInString(part); n >= shortPart && n > utf8.RuneCountInString(longest) && lines[titleKey(part)] {
			longest = part
		}
	}
	if longest != "" {
		p.meta.Title = longest
	}
}
