package corpus

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"
)

// sign is what an element outside the article says of it: who wrote it, or when.
type sign struct {
	role Role
	why  string
}

// accountName is why a line is the by-line of an account, which any office may have: it
// makes no news of a page.
const accountName = "account"

// signs are the elements of a page that are signs.
type signs map[*html.Node]sign

// signsOf are the signs of posts and of an article.
func signsOf(doc *goquery.Document, th *thread) signs {
	all := signs{}
	if th != nil {
		all = th.signs
	}
	doc.Find("#js_name, #js_author_name, #meta_content > .rich_media_meta_text").Each(func(_ int, s *goquery.Selection) {
		all[s.Nodes[0]] = sign{Byline, accountName}
	})
	doc.Find("#publish_time").Each(func(_ int, s *goquery.Selection) { all[s.Nodes[0]] = sign{DateLine, "publish_time"} })
	return all
}

// The scripts of WeChat pages that write the time of publication into the page: seconds
// since 1970, or the time itself.
var (
	secondsRE = regexp.MustCompile(`\bvar ct\s?=\s?["'](\d{9,11})["']`)
	writtenRE = regexp.MustCompile(`\bcreateTime\s?=\s?["'](\d{4}-\d\d?-\d\d?)[ "']`)
)

// china is the time zone of the pages that state no other.
var china = time.FixedZone("UTC+8", 8*60*60)

// scripted is the day of publication that a page states in a script only.
func scripted(text string) string {
	if !strings.Contains(text, "js_content") {
		return ""
	}
	if m := writtenRE.FindStringSubmatch(text); m != nil {
		iso, _ := day(m[1])
		return iso
	}
	m := secondsRE.FindStringSubmatch(text)
	if m == nil {
		return ""
	}
	n, err := strconv.ParseInt(m[1], 10, 64)
	if err != nil {
		return ""
	}
	return time.Unix(n, 0).In(china).Format(time.DateOnly)
}
