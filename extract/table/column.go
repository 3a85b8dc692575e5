package table

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/qushu/qushu/corpus"
	"github.com/qushu/qushu/extract/segment"
)

// readColumns joins what stands over each column, and finds where the stub of each
// begins: at the left, or at the last column before it that is headed as the first one
// is, where a table is set in two halves side by side.
func (g *grid) readColumns() {
	width := 0
	for _, row := range g.Rows {
		width = max(width, len(row))
	}
	g.stubs = map[[2]int]heading{}
	g.columns, g.starts = make([]heading, width), make([]int, width)
	first := g.headText(0)
	start := 0
	for c := range width {
		for _, x := range g.Path(c) {
			if l := g.labels[x.Span]; l != nil {
				g.add(&g.columns[c], l, c < g.Stubs || g.headText(c) == first)
			}
		}
		if c >= g.Stubs && g.Stubs > 0 && first != "" && g.headText(c) == first {
			start = c
		}
		g.starts[c] = start
	}
	g.alikeAreas()
	g.readBases()
	for c := range width {
		if g.columns[c].role == named && c < g.Stubs && c > 0 && g.holdsUnits(c) {
			g.columns[c].role = unitsOf
		}
	}
}

// alikeAreas takes the headings beside that of an area for areas too where they end as it
// does: 青屿区 and 东川新区.
func (g *grid) alikeAreas() {
	ends := map[rune]bool{}
	last := func(s string) rune { r, _ := utf8.DecodeLastRuneInString(s); return r }
	for _, h := range g.columns[min(g.Stubs, len(g.columns)):] {
		if h.area != "" && h.name == "" {
			ends[last(h.area)] = true
		}
	}
	for c := g.Stubs; c < len(g.columns); c++ {
		if h := &g.columns[c]; h.area == "" && h.measure == "" && h.unit == "" && ends[last(h.name)] && h.name != "" {
			h.area, h.name = h.name, ""
		}
	}
}

// headText is the heading of a column as it is written, "" where it has none.
func (g *grid) headText(c int) string {
	s := ""
	for _, x := range g.Path(c) {
		s += g.read.Doc.Text[x.Span.Start:x.Span.End]
	}
	return s
}

// holdsUnits reports whether most cells of a column are units.
func (g *grid) holdsUnits(c int) bool {
	units, others := 0, 0
	for r := g.Heads; r < len(g.Rows); r++ {
		switch l := g.labels[g.At(r, c).Span]; {
		case l == nil:
		case l.unit != "" && l.name == "":
			units++
		default:
			others++
		}
	}
	return units > others
}

// stub joins what stands before a row, in the columns from start on.
func (g *grid) stub(r, start int) heading {
	key := [2]int{r, start}
	if h, ok := g.stubs[key]; ok {
		return h
	}
	var h heading
	for c := start; c < start+max(g.Stubs, 1) && c < len(g.columns); c++ {
		x := g.stubCell(r, c, start)
		l := g.labels[x.Span]
		if l == nil || x.Empty() {
			continue
		}
		g.addStub(&h, r, c, l)
	}
	g.stubs[key] = h
	return h
}

// addStub joins a cell of a stub, which its column may say to be an area, a body, a unit.
func (g *grid) addStub(h *heading, r, c int, l *label) {
	switch role := g.columns[c].role; {
	case role == serials, g.columns[c].measure == "rank", g.sorts(r, c):
	case role == unitsOf:
		h.unit = l.unit
		if h.unit == "" {
			h.unit = l.name
		}
	case role == bodies && l.name != "":
		h.subject = l.name
	case role == areas && !l.area && l.name != "" && !g.words.Sum.Is(l.text):
		h.area = l.name
	case g.words.Sum.Is(l.text):
	default:
		own := *l
		if own.name == "" && own.measure != "" {
			own.name = g.above(r, c)
		}
		if own.part || g.words.Part.Is(l.text) {
			own.name = g.ofWhole(r, c, l)
		}
		g.add(h, &own, false)
	}
}

// sorts reports whether column c of a stub only sorts the names that the next one gives.
func (g *grid) sorts(r, c int) bool {
	if c+1 >= g.Stubs || !g.words.Group.Is(segment.FoldString(strings.TrimSpace(g.headText(c)))) {
		return false
	}
	next := g.labels[g.At(r, c+1).Span]
	return next != nil && next.name != ""
}

// stubCell is the cell that heads a row in a column of its stub. One left empty before a
// filled one goes on the one above.
func (g *grid) stubCell(r, c, start int) corpus.Cell {
	x := g.At(r, c)
	if !x.Empty() || c+1 >= start+g.Stubs || g.At(r, c+1).Empty() || g.columns[c+1].role == unitsOf {
		return x
	}
	for up := r - 1; up >= g.Heads && up > r-nearby; up-- {
		if x = g.At(up, c); !x.Empty() {
			return x
		}
	}
	return corpus.Cell{}
}

// above is the name of the nearest row above that has one of levels: what a row of its
// own tells the growth of.
func (g *grid) above(r, c int) string {
	for up := r - 1; up >= g.Heads && up > r-nearby; up-- {
		if l := g.labels[g.At(up, c).Span]; l != nil && l.name != "" && l.measure == "" {
			return l.name
		}
	}
	return ""
}

// ofWhole names a part by what it is a part of where its own name says too little: the
// 城镇 below 居民人均可支配收入.
func (g *grid) ofWhole(r, c int, l *label) string {
	if !g.words.Part.Is(l.text) {
		return l.name
	}
	for up := r - 1; up >= g.Heads && up > r-nearby; up-- {
		w := g.labels[g.At(up, c).Span]
		if w == nil || w.part || g.words.Part.Is(w.text) || w.name == "" {
			continue
		}
		if g.isHead(w.name) {
			return g.compose(w.name, l.name)
		}
		return l.name
	}
	return l.name
}

// nearby is how many rows up or columns left is looked for what a cell goes with.
const nearby = 64

// headingOf is what heads a figure: its column, its row and where both are silent the
// title.
func (g *grid) headingOf(r, c int) heading {
	if c >= len(g.columns) {
		return heading{}
	}
	col, row := g.columns[c], g.stub(r, g.starts[c])
	h := heading{role: col.role, subject: first(row.subject, col.subject), area: first(row.area, col.area)}
	h.scope, h.basis, h.status = first(col.scope, row.scope), first(col.basis, row.basis), first(col.status, row.status)
	h.sum = col.sum || row.sum
	h.times = append(append(h.times, col.times...), row.times...)
	h.measure, h.unit = col.measure, col.unit
	if h.measure == "" && row.measure != "" {
		h.measure, h.unit = row.measure, first(row.unit, col.unit)
	}
	name := col.name
	if b := g.base(c); b >= 0 && name == "" && h.measure == col.measure {
		name = g.columns[b].name
	}
	h.name = g.compose(row.name, name)
	if l := g.caption; l != nil {
		h.name, h.status = first(h.name, l.name), first(h.status, l.status)
		if h.measure == "" && first(first(h.unit, row.unit), g.captionUnit()) == percent && l.measure == "growth" && !g.tellsMeasure() {
			h.measure, h.basis = l.measure, l.basis
		}
	}
	h.name += g.speedOf(c)
	return h
}

// speedOf is what makes the name of a place one of growth, "" where it is none: its own
// word for it, or that it stands behind a column of growth where the levels have a place
// of their own.
func (g *grid) speedOf(c int) string {
	col := g.columns[c]
	if col.measure != "rank" || col.speed != "" || c == 0 || g.columns[c-1].measure != "growth" {
		return col.speed
	}
	for b := c - 2; b >= g.starts[c] && b > c-nearby; b-- {
		if g.columns[b].measure == "rank" {
			return string(g.words.Growing)
		}
	}
	return ""
}

// tellsMeasure reports whether a column of the table is headed as one of changes: then
// the title speaks of that one.
func (g *grid) tellsMeasure() bool {
	return slices.ContainsFunc(g.columns, func(h heading) bool { return h.measure != "" })
}

func first(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// base is the column of levels that a column of changes, shares or places tells more of:
// the nearest one left of it, -1 where there is none.
func (g *grid) base(c int) int {
	if g.columns[c].measure == "" {
		return -1
	}
	return g.bases[c]
}

// readBases finds the columns of levels nearest to the left of each column.
func (g *grid) readBases() {
	g.bases = make([]int, len(g.columns))
	last := -1
	for c, h := range g.columns {
		if c < g.starts[c]+g.Stubs {
			last = -1
		}
		g.bases[c] = last
		if c >= g.starts[c]+g.Stubs && h.measure == "" && h.role == named {
			last = c
		}
	}
}

// unitFor is the unit of the figures of a column in a row.
func (g *grid) unitFor(v *value) string {
	c := v.col
	row := g.stub(v.row, g.starts[c])
	switch v.head.measure {
	case "rank":
		return ""
	case "growth", "share", "contribution":
		if v.head.unit != "" {
			return v.head.unit
		}
		if v.head.measure == "growth" && g.rowUnit(c, row) == percent {
			return string(g.words.Points)
		}
		return percent
	case "delta":
		if v.head.unit != "" {
			return v.head.unit
		}
		u := g.levelUnit(c, row)
		if u == percent {
			return string(g.words.Points)
		}
		return u
	}
	return first(v.head.unit, g.levelUnit(c, row))
}

const percent = "%"

// rowUnit is the unit that the levels of a row have by the column of them that column c
// stands beside, or by the row.
func (g *grid) rowUnit(c int, row heading) string {
	if b := g.base(c); b >= 0 && g.columns[b].unit != "" {
		return g.columns[b].unit
	}
	return row.unit
}

// levelUnit is rowUnit, or else what the title says.
func (g *grid) levelUnit(c int, row heading) string {
	return first(g.rowUnit(c, row), g.captionUnit())
}

// captionUnit is the unit that the title or the line of the unit states for all figures:
// the only one but for %.
func (g *grid) captionUnit() string {
	u := ""
	for _, x := range g.units {
		if x != percent || len(g.units) == 1 {
			if u != "" {
				return ""
			}
			u = x
		}
	}
	if u == "" && g.caption != nil {
		u = g.caption.unit
	}
	return u
}
