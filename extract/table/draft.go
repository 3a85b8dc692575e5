package table

import (
	"slices"
	"sort"
	"strconv"
	"strings"

	"github.com/qushu/qushu/extract/fact"
	"github.com/qushu/qushu/extract/link"
	"github.com/qushu/qushu/extract/mention"
	"github.com/qushu/qushu/extract/segment"
	"github.com/qushu/qushu/normalize/period"
)

// Drafts makes the facts of the tables and resolves the times of their cells. Those of
// the sentences around them have been resolved; sections is what headings set for the
// sentence of each row.
func (ts *Tables) Drafts(def link.Defaults, times link.Times, sections map[int]link.Section) []link.Draft {
	var out []link.Draft
	for _, g := range ts.grids {
		w := &writer{grid: g, def: def, times: times, sections: sections}
		w.resolveLabels()
		for _, v := range g.values {
			w.resolveValue(v)
			if d, ok := w.draft(v); ok {
				out = append(out, d)
			}
		}
	}
	return out
}

// writer makes the facts of one table.
type writer struct {
	*grid
	def      link.Defaults
	times    link.Times
	sections map[int]link.Section
}

// general is the period that the title of the table names, else the part of a year that
// the title of the document does, else that of the section, of the document.
func (w *writer) general(si int) (string, fact.How) {
	if l := w.grid.caption; l != nil {
		for _, t := range l.times {
			if iso := w.times[t.key()]; iso != "" && !t.base {
				return iso, fact.Carried
			}
		}
	}
	for _, key := range w.title {
		if iso := w.times[key]; len(iso) > len("2031") {
			return iso, fact.Default
		}
	}
	switch {
	case w.sections[si].Period != "":
		return w.sections[si].Period, fact.Carried
	case w.def.Period != "":
		return w.def.Period, fact.Default
	case w.def.Year > 0:
		return strconv.Itoa(w.def.Year), fact.Default
	}
	return "", ""
}

func (t timeRef) key() [2]int { return [2]int{t.label.sentence, t.label.at + t.k} }

// resolveLabels gives the times of the labels that no figure reaches their ISO forms.
func (w *writer) resolveLabels() {
	var all []*label
	for _, l := range w.labels {
		all = append(all, l)
	}
	for _, l := range all {
		w.resolve(l.times, l.sentence)
	}
}

// resolve gives times their ISO forms, those that name their year first, and returns the
// period they say together: the last that is no base of comparison.
func (w *writer) resolve(times []timeRef, si int) string {
	general, _ := w.general(si)
	year := yearOf(general)
	iso := ""
	order := append([]timeRef(nil), times...)
	sort.SliceStable(order, func(i, j int) bool { return order[i].absolute() && !order[j].absolute() })
	for _, bases := range []bool{false, true} {
		for _, t := range order {
			if t.base != bases {
				continue
			}
			s := w.one(t, year, first(iso, general))
			if _, done := w.times[t.key()]; !done || s != "" {
				w.times[t.key()] = s
			}
			if !bases && s != "" {
				iso, year = s, yearOf(s)
			}
		}
	}
	return iso
}

func (t timeRef) mention() *mention.Mention { return &t.label.mentions[t.k] }

func (t timeRef) absolute() bool { return t.mention().Time.Year.Abs > 0 }

// one resolves a time within a year; one that stands for the same stretch of another year
// is that of the stretch in force.
func (w *writer) one(t timeRef, year int, in string) string {
	m := t.mention()
	c := period.Context{Year: year, Now: w.def.Now, Month: w.def.Month}
	if month := monthOf(in); month > 0 || c.Now == 0 {
		c.Now, c.Month = year, month // 本月 of a table of that month
	}
	if m.Time.Means == "same-stretch" && len(in) >= 4 {
		return strings.ReplaceAll(in, in[:4], strconv.Itoa(yearOf(in)-1))
	}
	return m.Time.Resolve(c)
}

// yearOf is the year an ISO form ends in, 0 for none.
func yearOf(iso string) int {
	if i := strings.LastIndexByte(iso, '/'); i >= 0 {
		iso = iso[i+1:]
	}
	if len(iso) < 4 {
		return 0
	}
	y, err := strconv.Atoi(iso[:4])
	if err != nil {
		return 0
	}
	return y
}

// monthOf is the month an ISO form ends in, 0 for none.
func monthOf(iso string) int {
	if len(iso) < len("2031-06") || iso[len(iso)-3] != '-' {
		return 0
	}
	m, err := strconv.Atoi(iso[len(iso)-2:])
	if err != nil || len(iso) == len("2031-06-30") {
		return 0
	}
	return m
}

// resolveValue resolves the times that stand in the cell of a figure.
func (w *writer) resolveValue(v *value) {
	general, _ := w.general(v.sentence)
	for k := range v.mentions {
		if m := &v.mentions[k]; m.IsTime() {
			w.times[[2]int{v.sentence, v.at + k}] = m.Time.Resolve(period.Context{Year: yearOf(general), Now: w.def.Now, Month: w.def.Month})
		}
	}
}

// rules are the names of what makes a fact of a cell, by its measure.
var rules = map[string]string{
	"level": "table.cell", "growth": "table.growth", "delta": "table.delta", "share": "table.share", "rank": "table.rank", "contribution": "table.contribution",
}

// draft makes the fact of a figure, if there is a name for what it is a figure of.
func (w *writer) draft(v *value) (link.Draft, bool) {
	if v.k < 0 || v.head.name == "" || w.nameless(v) {
		return link.Draft{}, false
	}
	m := &v.mentions[v.k]
	d := link.Draft{Sentence: v.sentence, Mention: v.at + v.k, Value: m.Value, Measure: v.measure, Indicator: v.head.name, Bound: m.Bound,
		Rule: rules[v.measure], Flags: m.Flags, Scope: v.head.scope, Subject: v.head.subject}
	d.How.Indicator = fact.Stated
	if d.Subject != "" {
		d.How.Subject = fact.Stated
	}
	w.setPeriod(&d, v)
	w.setArea(&d, v)
	w.setBasis(&d, v)
	d.Status = first(v.head.status, w.sections[v.sentence].Status)
	if d.Status == "" {
		d.Status = "actual"
		if y := yearOf(d.Period); w.def.Now > 0 && y > w.def.Now {
			d.Status = "target"
		}
	}
	return d, true
}

// nameless reports whether a figure has no name that can be trusted: one without a Han
// character that is no abbreviation; in a table without a header a second figure of a row,
// and for a bare number two words side by side, which may be anything.
func (w *writer) nameless(v *value) bool {
	name := []rune(v.head.name)
	if w.Header().Heads == 0 && v.col > w.Stubs {
		return true
	}
	if !slices.ContainsFunc(name, segment.IsHan) && len(name) > longAbbreviation {
		return true
	}
	return v.mentions[v.k].Kind == mention.Number && w.Header().Heads == 0 && len(w.Rows) < 2
}

// longAbbreviation is the longest name in letters alone: GDP, PM2.5.
const longAbbreviation = 6

// setPeriod takes the time of the cell, of its column and row, of the column of levels
// that it tells more of, of the title.
func (w *writer) setPeriod(d *link.Draft, v *value) {
	d.Period = w.resolve(v.head.times, v.sentence)
	d.How.Period = fact.Stated
	for k := range v.mentions {
		if iso := w.times[[2]int{v.sentence, v.at + k}]; iso != "" && v.mentions[k].IsTime() {
			d.Period = iso
		}
	}
	if d.Period == "" {
		d.Period = w.siblings(v)
	}
	if d.Period == "" {
		d.Period, d.How.Period = w.general(v.sentence)
	}
	if v.head.sum && len(d.Period) == 7 && !strings.HasSuffix(d.Period, "-01") {
		d.Period = d.Period[:4] + "-01/" + d.Period
	}
}

// siblings is the latest period of the columns of levels left of a column of changes.
func (w *writer) siblings(v *value) string {
	iso := ""
	for b := w.base(v.col); b >= w.starts[v.col]+w.Stubs && w.columns[b].measure == "" && b > v.col-nearby; b-- {
		s := w.resolve(w.columns[b].times, v.sentence)
		if s == "" {
			return ""
		}
		iso = max(iso, s)
	}
	return iso
}

// setArea takes the area that a label names, else the document's.
func (w *writer) setArea(d *link.Draft, v *value) {
	switch name := v.head.area; {
	case name == "":
		d.Area, d.How.Area = w.def.Area, fact.Default
	case w.words.OwnArea.Is([]rune(name)):
		d.Area, d.How.Area = w.def.Relative(name), fact.Stated
	default:
		d.Area, d.How.Area = name, fact.Stated
		if a := w.gazetteer.Resolve(name, w.def.Nearby(), w.def.Year); a != nil {
			d.Area = a.Full()
		}
	}
	if d.Area == "" {
		d.How.Area = ""
		return
	}
	d.AreaCode = w.gazetteer.Code(d.Area, yearOf(d.Period))
}

// setBasis says what a change is held against.
func (w *writer) setBasis(d *link.Draft, v *value) {
	if d.Measure != "growth" && d.Measure != "delta" {
		return
	}
	d.Basis, d.How.Basis = first(v.head.basis, "yoy"), fact.Stated
	if v.head.basis == "" {
		d.How.Basis = fact.Default
	}
	for _, t := range v.head.times {
		if m := t.mention(); t.base && m.Time.Year.Abs > 0 && m.Time.Year.Abs != yearOf(d.Period)-1 {
			d.Basis = w.times[t.key()]
		}
	}
}
