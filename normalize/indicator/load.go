package indicator

import (
	"cmp"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/qushu/qushu/rules"
)

// Tables are the tables of the lexicon that make it up.
type Tables struct {
	Indicators rules.Table // columns words id dimensions nature field parent
	Dimensions rules.Table // columns dimension kind units
	Parts      rules.Table // columns part role as
}

// New builds the lexicon and checks it: a name stands for one indicator, an id is written
// as ids are and given once, dimensions and parents are known. The error joins every
// fault as a *rules.Error with its place. fold is applied to every rune of a name, here
// and in [Lexicon.Find].
func New(t Tables, fold func(rune) rune) (*Lexicon, error) {
	b := builder{Lexicon: &Lexicon{
		byKey: map[string]*Indicator{}, byID: map[string]*Indicator{}, dimensions: map[string][]quantity{}, parts: newParts(fold),
	}}
	b.wantColumns(t.Indicators, "words", "id", "dimensions", "nature", "field", "parent")
	b.wantColumns(t.Dimensions, "dimension", "kind", "units")
	b.wantColumns(t.Parts, "part", "role", "as")
	if len(b.faults) == 0 {
		each(t.Dimensions, b.dimension)
		each(t.Parts, b.skip)
		each(t.Parts, b.part)
		each(t.Indicators, b.indicator)
		b.checkParents()
	}
	if len(b.faults) > 0 {
		return nil, errors.Join(b.faults...)
	}
	return b.Lexicon, nil
}

// each calls use for every row of a table.
func each(t rules.Table, use func(row)) {
	for _, r := range t.Rows {
		use(row{t, r})
	}
}

// row is a row whose cells are asked for by column.
type row struct {
	table rules.Table
	rules.Row
}

func (r row) cell(col string) string { return r.table.Cell(r.Row, col) }

// builder gathers the faults of the tables.
type builder struct {
	*Lexicon
	faults []error
}

func (b *builder) fault(pos rules.Pos, format string, args ...any) {
	b.faults = append(b.faults, &rules.Error{Pos: pos, Msg: fmt.Sprintf(format, args...)})
}

func (b *builder) wantColumns(t rules.Table, cols ...string) {
	for _, c := range cols {
		if t.Col(c) < 0 {
			b.fault(rules.Pos{File: t.Name + ".tsv"}, "found no column %s, wanted the columns %s", c, strings.Join(cols, " "))
		}
	}
}

func (b *builder) dimension(r row) {
	name, q := r.cell("dimension"), quantity{r.cell("kind"), strings.Fields(r.cell("units"))}
	if q.kind == "" || len(q.units) == 0 {
		b.fault(r.Pos, "found the dimension %s without a kind or units, wanted both; * is any unit", name)
		return
	}
	b.dimensions[name] = append(b.dimensions[name], q)
}

// skip takes the characters that are left out of names, which the other parts are then
// written without too.
func (b *builder) skip(r row) {
	if r.cell("role") != "skip" {
		return
	}
	word := b.parts.plain(r.cell("part"))
	if c, n := firstRune(word); n > 0 && n == len(word) && r.cell("as") == "" {
		b.parts.skips[c] = true
		return
	}
	b.fault(r.Pos, "found the part %s to skip, wanted one letter and nothing that it is", r.cell("part"))
}

func (b *builder) part(r row) {
	if r.cell("role") == "skip" {
		return
	}
	p, word, as := &b.parts, b.parts.plain(r.cell("part")), r.cell("as")
	if word == "" {
		b.fault(r.Pos, "found the part %s, wanted one with letters", r.cell("part"))
		return
	}
	first, _ := firstRune(word)
	switch role := r.cell("role"); {
	case role == "form" && p.plain(as) != "":
		p.forms[word] = p.plain(as)
		p.formWords.add(first, word)
	case role == "lead" && as == "":
		p.leads.add(first, word)
	case role == "tail" && as == "":
		p.tails.add(last(word), word)
	case role == "facet" && idPart.MatchString(as):
		p.facets[word] = as
		p.facetWords.add(last(word), word)
	default:
		b.fault(r.Pos, "found the part %s as %s %q, wanted form or facet with what it is, or lead, tail or skip without", r.cell("part"), role, as)
	}
}

// idForm is how ids are written: gdp.per-capita.
var (
	idForm = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$`)
	idPart = regexp.MustCompile(`^[a-z]+$`)
)

func (b *builder) indicator(r row) {
	i := &Indicator{ID: r.cell("id"), Names: strings.Fields(r.cell("words")), Dimensions: strings.Fields(r.cell("dimensions")),
		Nature: r.cell("nature"), Field: r.cell("field"), Parent: r.cell("parent"), Pos: r.Pos}
	b.checkID(i)
	b.checkCells(i)
	for _, name := range i.Names {
		b.name(i, name)
	}
	if b.byID[i.ID] == nil {
		b.byID[i.ID] = i
	}
	b.All = append(b.All, i)
}

func (b *builder) checkID(i *Indicator) {
	old := b.byID[i.ID]
	switch tail := i.ID[strings.LastIndex(i.ID, ".")+1:]; {
	case !idForm.MatchString(i.ID):
		b.fault(i.Pos, "found the id %q, wanted lower-case letters, figures and hyphens, its parts joined by dots", i.ID)
	case old != nil:
		b.fault(i.Pos, "found the id %s a second time, line %d has it for %s", i.ID, old.Pos.Line, old.Names[0])
	case b.isFacet(tail):
		b.fault(i.Pos, "found the id %s, wanted one that does not end in %s, which is a facet", i.ID, tail)
	}
}

func (b *builder) isFacet(s string) bool {
	for _, f := range b.parts.facets {
		if f == s {
			return true
		}
	}
	return false
}

func (b *builder) checkCells(i *Indicator) {
	if i.Nature != Stock && i.Nature != Flow {
		b.fault(i.Pos, "found the nature %q of %s, wanted %s or %s", i.Nature, i.ID, Stock, Flow)
	}
	if i.Field == "" {
		b.fault(i.Pos, "found %s without a field", i.ID)
	}
	if len(i.Dimensions) == 0 {
		b.fault(i.Pos, "found %s without a dimension, wanted one of dimensions.tsv", i.ID)
	}
	for _, d := range i.Dimensions {
		if b.dimensions[d] == nil {
			b.fault(i.Pos, "found the dimension %s of %s, wanted one of dimensions.tsv", d, i.ID)
		}
	}
}

// name makes i known by a name that nothing else goes by.
func (b *builder) name(i *Indicator, name string) {
	key := b.parts.key(name)
	switch old := b.byKey[key]; {
	case key == "":
		b.fault(i.Pos, "found the name %q of %s, wanted one with letters", name, i.ID)
	case old != nil:
		b.fault(i.Pos, "found the name %s of %s, line %d has it for %s", name, i.ID, old.Pos.Line, old.ID)
	default:
		b.byKey[key] = i
	}
}

// checkParents wants every parent in the table and nothing above itself.
func (b *builder) checkParents() {
	for _, i := range b.All {
		switch {
		case i.Parent != "" && b.byID[i.Parent] == nil:
			b.fault(i.Pos, "found the parent %s of %s, wanted the id of an indicator", i.Parent, i.ID)
		case b.circles(i):
			b.fault(i.Pos, "found %s among the indicators above itself", i.ID)
		}
	}
	slices.SortStableFunc(b.faults, func(x, y error) int { return cmp.Compare(lineOf(x), lineOf(y)) })
}

// circles reports whether going up from i leads back to it.
func (b *builder) circles(i *Indicator) bool {
	up := b.byID[i.Parent]
	for n := 0; up != nil && n < maxDepth; n++ {
		if up.ID == i.ID {
			return true
		}
		up = b.byID[up.Parent]
	}
	return false
}

// maxDepth is more than the indicators above one another.
const maxDepth = 32

func lineOf(err error) int {
	var e *rules.Error
	if errors.As(err, &e) {
		return e.Pos.Line
	}
	return 0
}

func firstRune(s string) (rune, int) { return utf8.DecodeRuneInString(s) }
