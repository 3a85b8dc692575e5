package extract

import (
	"sort"
	"strings"

	"github.com/qushu/qushu/corpus"
	"github.com/qushu/qushu/extract/fact"
)

// statement is what a fact says a value of: all but the value.
type statement struct {
	block                                                                             int
	measure, indicator, area, subject, period, status, basis, scope, agg, unit, bound string
	more                                                                              string // kind or value
}

// markConflicts flags facts of one paragraph that give two values to one thing, as
// 新增市场主体1.54万户 … 新增市场主体2.34万户. Which of them is wrong is not decided. Numbers
// with short names are too common to tell, and two values in one sentence are
// rather those of a list. blocks gives the block of each fact.
func markConflicts(facts []fact.Fact, blocks []int) {
	seen := map[statement]int{}
	for i := range facts {
		f := &facts[i]
		if f.Measure != "level" || len([]rune(f.Indicator)) < shortName || f.Bound != "exact" || strings.HasPrefix(string(f.Value), "[") {
			continue
		}
		key := statement{blocks[i], f.Measure, f.Indicator, f.Area, f.Subject, f.Period, f.Status, f.Basis, f.Scope, f.Agg, f.Unit, f.Bound, f.Kind}
		k, ok := seen[key]
		if !ok {
			seen[key] = i
			continue
		}
		if facts[k].Sentence.Span != f.Sentence.Span && string(facts[k].Value) != string(f.Value) {
			flag(&facts[k], conflict)
			flag(f, conflict)
		}
	}
}

// shortName is the length in characters of a name that may well mean two things.
const shortName = 5

func flag(f *fact.Fact, name string) {
	for _, x := range f.Flags {
		if x == name {
			return
		}
	}
	f.Flags = append(f.Flags, name)
}

// markRepeated flags the second statement of a fact in another block: a summary box, an
// abstract or a repost within the document. The box or abstract is the repetition even
// where it comes first.
func (w *writer) markRepeated(facts []fact.Fact, blocks []int) {
	seen := map[statement]int{}
	for i := range facts {
		f := &facts[i]
		if f.Measure == "" || f.Indicator == "" {
			continue
		}
		key := statement{0, f.Measure, f.Indicator, f.Area, f.Subject, f.Period, f.Status, f.Basis, f.Scope, f.Agg, f.Unit, f.Bound, string(f.Value)}
		k, ok := seen[key]
		switch {
		case !ok:
			seen[key] = i
		case blocks[k] == blocks[i]:
		case w.aside(blocks[k]) && !w.aside(blocks[i]):
			flag(&facts[k], repeated)
			seen[key] = i
		default:
			flag(f, repeated)
		}
	}
}

// aside reports whether a block sums up what the article says elsewhere.
func (w *writer) aside(block int) bool {
	r := w.read.Doc.Blocks[block].Role
	return r == corpus.Abstract || r == corpus.SideBox || r == corpus.Title
}

// blockOf is the number of the block that a sentence stands in.
func (w *writer) blockOf(si int) int {
	at := w.read.Sentences[si].Span.Start
	blocks := w.read.Doc.Blocks
	return sort.Search(len(blocks), func(i int) bool { return blocks[i].Span.End > at })
}
