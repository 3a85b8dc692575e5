// Package table reads the tables of a document: it finds the mentions of their cells and
// makes facts of the figures, each of what its row and its column are about.
package table

import (
	"github.com/qushu/qushu/corpus"
	"github.com/qushu/qushu/extract/link"
	"github.com/qushu/qushu/extract/mention"
	"github.com/qushu/qushu/extract/segment"
	"github.com/qushu/qushu/extract/words"
	"github.com/qushu/qushu/normalize/area"
)

// lists are the words of the lexicon that tables are read with.
type lists struct {
	Growth     words.Set `list:"table-growth"`  // 增速: heads changes in percent
	Delta      words.Set `list:"table-delta"`   // 增减额: heads changes in units
	Share      words.Set `list:"table-share"`   // 比重
	Rank       words.Set `list:"table-rank"`    // 位次
	Speed      words.Set `list:"table-speed"`   // 增速: names the change that a place is of
	Pull       words.Set `list:"table-pull"`    // 贡献率
	Plain      words.Set `list:"table-plain"`   // 绝对值: heads a column and names nothing
	Caption    words.Set `list:"table-caption"` // 主要指标: names nothing in a title
	AreaHead   words.Set `list:"table-area"`    // 地区: heads a stub of areas
	BodyHead   words.Set `list:"table-subject"` // 企业名称: heads a stub of bodies
	UnitHead   words.Set `list:"table-unit"`    // 计量单位: heads the units of the rows
	SerialHead words.Set `list:"table-serial"`  // 序号: heads numbers that measure nothing
	Sum        words.Set `list:"table-sum"`     // 合计: the row of the whole area
	Part       words.Set `list:"table-part"`    // 城镇: a part named without its whole
	Target     words.Set `list:"table-target"`  // 目标值
	Aim        words.Set `list:"table-aim"`     // 计划: alone or before 增长
	Behind     words.Set `list:"table-behind"`  // 完成: begins what follows the name of a row
	Group      words.Set `list:"table-group"`   // 领域: heads what sorts the names of a stub
	Whole      words.Set `list:"table-whole"`   // 占: before the whole of a share
	Manner     words.Set `list:"manner"`
	Fall       words.Set `list:"fall"`
	Expected   words.Set `list:"expected"`
	Subset     words.Set `list:"subset"`
	Than       words.Set `list:"than"`
	Mom        words.Set `list:"mom"`
	YoY        words.Set `list:"yoy"`
	Annual     words.Set `list:"agg-annual"`
	Cumulative words.Set `list:"agg-cumulative"`
	OwnArea    words.Set `list:"own-area"`
	Head       words.Set `list:"head"`
	Of         words.Set `list:"of"`
	In         words.Set `list:"in"`
	UnitLabel  words.Set `list:"unit-label"`
	Growing    []rune    `list:"table-speed"`  // the word that makes the name of a rate of growth
	Points     []rune    `list:"table-points"` // the unit of a change of a percentage
}

// Words are the word lists that reading tables needs.
func Words() []string { return words.Names(&lists{}) }

// Reader reads tables. It is safe for concurrent use.
type Reader struct {
	scanner   *mention.Scanner
	segmenter *segment.Segmenter
	gazetteer *area.Gazetteer
	words     lists
}

// New makes a reader with the word lists of a rule set.
func New(sc *mention.Scanner, seg *segment.Segmenter, g *area.Gazetteer, sets map[string]words.Set) (*Reader, error) {
	r := &Reader{scanner: sc, segmenter: seg, gazetteer: g}
	return r, words.Fill(&r.words, sets)
}

// Tables are the tables of a document once their mentions are found.
type Tables struct {
	*Reader
	read  *link.Read
	grids []*grid
	title [][2]int        // the times in the title of the document, by sentence and mention
	units map[string]bool // which texts were read as units
}

// grid is a table with what its headings say.
type grid struct {
	*corpus.Grid
	*Tables
	rows    [][]int // the sentences of each row
	labels  map[corpus.Span]*label
	caption *label   // the title, or nil
	units   []string // those behind 单位：
	columns []heading
	bases   []int              // of each column: the levels that it tells more of, -1 for none
	starts  []int              // of each column: where the stub that heads its rows begins
	stubs   map[[2]int]heading // of rows, by row and where the stub begins
	values  []*value
}

// Scan finds the mentions of the rows of all tables and puts them with those of the
// sentences.
func (t *Reader) Scan(r *link.Read) *Tables {
	ts := &Tables{Reader: t, read: r, units: map[string]bool{}}
	rows := make([][][]int, len(r.Doc.Tables))
	for i, g := range r.Doc.Tables {
		rows[i] = make([][]int, len(g.Rows))
	}
	for si := range r.Sentences {
		s := &r.Sentences[si]
		if r.Doc.Blocks[s.Block].Role == corpus.Title {
			for k := range r.Mentions[si] {
				ts.title = append(ts.title, [2]int{si, k})
			}
		}
		if s.Table > 0 {
			at := rows[s.Table-1]
			at[s.Row] = append(at[s.Row], si)
		}
	}
	headers := map[*corpus.Grid]*grid{}
	for i, g := range r.Doc.Tables {
		x := &grid{Grid: g, Tables: ts, rows: rows[i], labels: map[corpus.Span]*label{}}
		headers[g] = x
		x.scan(headers[g.Continues])
		ts.grids = append(ts.grids, x)
	}
	return ts
}

// scan reads the headings of the table, then its figures by what the headings say. A
// table that goes on another has its header, title and unit from there.
func (g *grid) scan(before *grid) {
	g.readTitle()
	if before != nil {
		g.labels = before.headings(g.labels)
		if g.units == nil {
			g.units = before.units
		}
		if g.caption == nil || g.caption.name == "" && g.caption.times == nil {
			g.caption = before.caption
		}
	}
	g.each(func(si, r, c int, x corpus.Cell) {
		if r < g.Heads || c < g.Stubs || !g.holdsFigure(si, x.Span) {
			g.labels[x.Span] = g.newLabel(si, x.Span)
		}
	})
	g.readColumns()
	g.each(func(si, r, c int, x corpus.Cell) {
		if g.labels[x.Span] == nil {
			g.values = append(g.values, g.newValue(si, r, c, x.Span))
		}
	})
	g.mentions()
}

// headings adds the labels of the header to others.
func (g *grid) headings(to map[corpus.Span]*label) map[corpus.Span]*label {
	h := g.Header()
	for r := range h.Heads {
		for _, x := range h.Rows[r] {
			if l := g.labels[x.Span]; l != nil {
				to[x.Span] = l
			}
		}
	}
	return to
}

// each calls use with every cell that holds something, once, and its sentence.
func (g *grid) each(use func(si, r, c int, x corpus.Cell)) {
	for r, row := range g.Rows {
		in := g.rows[r] // cells and sentences both come in order
		for c, x := range row {
			if x.Row != r || x.Col != c || x.Empty() {
				continue
			}
			for len(in) > 0 && g.read.Sentences[in[0]].Span.End < x.Span.End {
				in = in[1:]
			}
			if len(in) > 0 && g.read.Sentences[in[0]].Span.Contains(x.Span) {
				use(in[0], r, c, x)
			}
		}
	}
}

// mentions puts the mentions of the cells into their sentences, in the order of the text.
func (g *grid) mentions() {
	for _, row := range g.rows {
		for _, si := range row {
			g.read.Mentions[si] = nil
		}
	}
	next := 0
	g.each(func(si, _, _ int, x corpus.Cell) {
		ms := &g.read.Mentions[si]
		if l := g.labels[x.Span]; l != nil {
			l.at = len(*ms)
			*ms = append(*ms, l.mentions...)
			return
		}
		v := g.values[next]
		next++
		v.at = len(*ms)
		*ms = append(*ms, v.mentions...)
	})
}
