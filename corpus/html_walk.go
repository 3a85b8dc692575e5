package corpus

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// walker makes lines of a tree: text within a block element is a line, and so is
// what stands between two line breaks.
type walker struct {
	tokens  [][]seg
	article map[*html.Node]bool // nil where none was found
	thread  *thread             // nil where there are no posts
	signs   signs
	around  map[*html.Node]bool // the article and the elements that it lies in
	beside  map[*html.Node]bool
	headed  map[*html.Node]bool // what holds the headline
	lines   []*line
	later   []*line // set apart from the line that is being made
	now     []seg   // of the line that is being made
	cells   int
	grid    []cell             // of the row that is being made, as far as the markup tells
	rows    int                // of tables, so far
	numbers map[*html.Node]int // of the tables with rows of data
	end     int                // flat offset behind the last text
	linked  int                // bytes of the line that are links
}

// state is what the elements around a node say of it.
type state struct {
	inside bool   // the article
	of     int    // what a member of a forum wrote: the number of the post
	post   bool   // one of several
	card   bool   // what stands beside the words of a post: who wrote it, when, tools
	role   Role   // that the markup gives: furniture or a caption
	why    string // the element that gives it
	level  int    // of a heading
	link   bool
	row    bool // in a row of a table of data: cells are no blocks
	table  int  // the number of the table of data it stands in, 0 in none
}

// The elements that begin and end lines, and those that are furniture wherever they
// stand.
var (
	blockTags = set("address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol optgroup option p pre section select summary table tbody td tfoot th thead title tr ul")
	navTags   = set("nav header footer aside form button select option textarea input menu object embed audio video canvas svg map label")
)

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// deep is how deep the walk follows nested elements.
const deep = 4096

func (w *walker) walk(n *html.Node, s state) { w.node(n, s, 0) }

func (w *walker) node(n *html.Node, s state, depth int) {
	if n.Type == html.TextNode {
		before := len(w.now)
		w.put(n.Data)
		if s.link {
			w.linked += size(w.now[before:])
		}
		return
	}
	if depth > deep || n.Type == html.CommentNode {
		return
	}
	in := w.enter(n, s)
	block := n.Type == html.ElementNode && (blockTags[n.Data] && !(in.row && n.Data != "tr"))
	if block || n.Data == "br" && !in.row {
		w.flush(s)
	}
	if in.row && (n.Data == "td" || n.Data == "th") {
		w.cell(n)
	}
	if !block && s.role == "" && in.role != "" {
		w.apart(n, in, depth)
		return
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.node(c, in, depth+1)
	}
	if block {
		w.flush(in)
	}
}

// apart makes lines of their own of furniture within a line, such as the link that
// edits a heading. They follow the line, so that its text is not cut in two.
func (w *walker) apart(n *html.Node, in state, depth int) {
	now, cells, grid, linked, done, later := w.now, w.cells, w.grid, w.linked, len(w.lines), w.later
	in.row = false
	w.now, w.cells, w.grid, w.linked, w.later = nil, 0, nil, 0, nil
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.node(c, in, depth+1)
	}
	w.flush(in)
	w.later = append(later, w.lines[done:]...)
	w.lines = w.lines[:done]
	w.now, w.cells, w.grid, w.linked = now, cells, grid, linked
}

// enter is the state inside an element.
func (w *walker) enter(n *html.Node, s state) state {
	if n.Type != html.ElementNode {
		return s
	}
	if w.article[n] {
		s.inside = true
	}
	s.card = s.card || w.thread.item(n)
	if i := w.thread.number(n); i > 0 {
		s.of, s.post, s.card = i, w.thread.short, false
	}
	s.post = s.post || s.inside && namedPost(n)
	switch {
	case n.Data == "head":
		s.role, s.why = Nav, "element: head"
	case hidden(n):
		s.role, s.why = Widget, "hidden"
	case w.signs[n].role != "":
		s.role, s.why = w.signs[n].role, w.signs[n].why
	case w.beside[n] && !w.around[n]:
		s.role, s.why = Nav, "named as beside the article"
	case navTags[n.Data] && !w.around[n] && !w.headed[n]:
		s.role, s.why = Nav, "element: "+n.Data
	case n.Data == "a":
		s.link = true
	case n.Data == "figcaption":
		s.role, s.why = Caption, "element: figcaption"
	case n.Data == "table":
		s.table = w.number(n)
	case n.Data == "tr" && !w.around[n] && dataRow(n):
		s.row = true
	case len(n.Data) == 2 && n.Data[0] == 'h' && n.Data[1] >= '1' && n.Data[1] <= '6':
		s.level = int(n.Data[1] - '0')
	}
	return s
}

// hidden reports whether an element is not shown. Visibility is not asked: some
// sites hide the article with it until a script has run.
func hidden(n *html.Node) bool {
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			return true
		case "style":
			v := strings.ToLower(strings.ReplaceAll(a.Val, " ", ""))
			if strings.Contains(v, "display:none") {
				return true
			}
		}
	}
	return false
}

// lineage is the nodes and all that they lie in: forms of old portals wrap the whole
// page.
func lineage(article map[*html.Node]bool) map[*html.Node]bool {
	found := map[*html.Node]bool{}
	for n := range article {
		for ; n != nil && !found[n]; n = n.Parent {
			found[n] = true
		}
	}
	return found
}

// dataRow reports whether a table row holds cells of data: two or more, short, without
// a table or blocks of text in them.
func dataRow(tr *html.Node) bool {
	cells := 0
	for c := tr.FirstChild; c != nil; c = c.NextSibling {
		if c.Data != "td" && c.Data != "th" {
			continue
		}
		cells++
		texts, blocks := 0, 0
		if !measure(c, &texts, &blocks, 0) || texts > 40 || blocks > 3 {
			return false
		}
	}
	return cells >= 2
}

// measure counts the text tokens and blocks below a node; false for a nested table.
func measure(n *html.Node, size, blocks *int, depth int) bool {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type == html.TextNode:
			*size += strings.Count(c.Data, string(markClose))
		case c.Data == "table" || c.Data == "h1" || c.Data == "h2" || depth > 40 || namedPost(c):
			return false
		case c.Data == "p" || c.Data == "div" || c.Data == "li":
			*blocks++
		}
		if !measure(c, size, blocks, depth+1) {
			return false
		}
	}
	return true
}

// put adds the texts that the markers in a node stand for, and a space for white
// space between them.
func (w *walker) put(data string) {
	for data != "" {
		i := strings.IndexRune(data, markOpen)
		if i < 0 {
			w.space(data)
			return
		}
		w.space(data[:i])
		data = data[i+utf8.RuneLen(markOpen):]
		k := strings.IndexRune(data, markClose)
		if k < 0 {
			return
		}
		if id, err := strconv.Atoi(data[:k]); err == nil && id < len(w.tokens) {
			w.texts(w.tokens[id])
		}
		data = data[k+utf8.RuneLen(markClose):]
	}
}

func (w *walker) texts(segs []seg) {
	w.now = append(w.now, segs...)
	w.end = segs[len(segs)-1].at.End
}

func (w *walker) space(s string) {
	if s != "" && len(w.now) > 0 && strings.TrimSpace(s) == "" {
		w.now = append(w.now, seg{Span{w.end, w.end}, " ", false})
	}
}

// cell begins a cell of a table row: a tab that no byte stands for.
func (w *walker) cell(n *html.Node) {
	w.grid = append(w.grid, cell{row: w.rows, rows: spanOf(n, "rowspan"), cols: spanOf(n, "colspan"), head: n.Data == "th"})
	if w.cells++; w.cells > 1 {
		w.now = append(w.now, seg{Span{w.end, w.end}, "\t", false})
	}
}

// flush ends the line.
func (w *walker) flush(s state) {
	segs := tidy(w.now)
	cells, grid, linked := w.cells, w.grid, w.linked*5 >= size(w.now)*4
	w.now, w.cells, w.grid, w.linked = nil, 0, nil, 0
	whole := segs
	if s.row {
		segs = trimCells(segs)
	}
	l := (&line{gap: 1, place: w.place(s), of: s.of, post: s.post}).part(segs)
	if l == nil {
		w.settle()
		return
	}
	l.cell, l.linked, l.table = cells, linked, s.table
	if grid != nil {
		l.cells = tabbed(l, whole, grid)
		w.rows++
	}
	switch n := shapeOf(l.text); {
	case s.role != "":
		l.is(s.role, s.why)
	case s.card && n.stops == 0 && n.runes <= 60 && s.level == 0:
		l.is(Nav, "beside a post")
	case linked && n.stops == 0 && n.runes <= 60 && s.level == 0:
		l.is(Nav, "a link")
	case s.level > 0 && utf8.RuneCountInString(l.text) <= 80:
		l.is(Heading, "markup: h"+strconv.Itoa(s.level))
		l.level = s.level
	}
	w.lines = append(w.lines, l)
	w.settle()
}

// settle puts what was set apart from a line behind it.
func (w *walker) settle() {
	w.lines, w.later = append(w.lines, w.later...), nil
}

// size is the length of the text of segments.
func size(segs []seg) (n int) {
	for _, s := range segs {
		n += len(s.text)
	}
	return n
}

func (w *walker) place(s state) place {
	switch {
	case w.article == nil:
		return article
	case s.inside:
		return article
	}
	return outside
}

// tidy makes one space of several across elements and of a line break of the markup,
// unless it stands between two Han characters: there it shows nothing.
func tidy(segs []seg) []seg {
	out := make([]seg, 0, len(segs))
	for i, s := range segs {
		if s.space() {
			before, after := edge(out), ahead(segs[i+1:])
			if before == ' ' || before == '\t' || after == '\t' || s.text == "\n" && before >= 0x2E80 && after >= 0x2E80 {
				continue
			}
			s.text = " "
		}
		out = append(out, s)
	}
	return out
}

func edge(segs []seg) rune {
	if len(segs) == 0 {
		return ' '
	}
	r, _ := utf8.DecodeLastRuneInString(segs[len(segs)-1].text)
	return r
}

func ahead(segs []seg) rune {
	for _, s := range segs {
		if !s.space() {
			r, _ := utf8.DecodeRuneInString(s.text)
			return r
		}
	}
	return ' '
}

// trimCells drops the tabs of empty cells at the end of a row.
func trimCells(segs []seg) []seg {
	for len(segs) > 0 && strings.TrimSpace(segs[len(segs)-1].text) == "" {
		segs = segs[:len(segs)-1]
	}
	return segs
}
