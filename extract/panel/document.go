package panel

import (
	"path"
	"path/filepath"

	"github.com/qushu/qushu/extract/export"
)

// Sources are the kinds of documents, from the one that counts most: what a statistics
// office publishes, its yearbooks, reports and plans of a government and announcements
// of a company, news, what is none of these, and what a forum repeats.
var Sources = []string{"communique", "yearbook", "report", "plan", "notice", "news", "", "repost"}

// weight of a kind of document: reports, plans and notices weigh alike, each being the
// word of who is responsible for the figures.
var weight = map[string]int{"communique": 6, "yearbook": 5, "report": 4, "plan": 4, "notice": 4, "news": 3, "": 2, "repost": 1}

// document is what of a document decides how its figures rank.
type document struct {
	name, title, published, source string
}

// documents numbers the documents of a run; their names begin with the folder where the
// panel is of several.
func documents(r *export.Run, several bool, to *[]document) (map[string]int, error) {
	numbers := map[string]int{}
	for d, err := range r.Documents() {
		if err != nil {
			return nil, err
		}
		x := document{name: d.Doc, title: d.Title, published: d.Published, source: d.Genre}
		if several {
			x.name = path.Join(filepath.ToSlash(r.Dir), d.Doc)
		}
		if d.Posts > 0 {
			x.source = "repost"
		}
		numbers[d.Doc] = len(*to)
		*to = append(*to, x)
	}
	return numbers, nil
}
