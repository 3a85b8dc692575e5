package extract

import (
	"math/big"
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
		if facts[k].Sentence.Span != f.Sentence.Span && string(facts[k].Value) != string(f.Value) && !agree(&facts[k], f) {
			facts[k].AddFlag(fact.Conflict)
			f.AddFlag(fact.Conflict)
		}
	}
}

// shortName is the length in characters of a name that may well mean two things.
const shortName = 5

// agree reports whether two values are one by rounding: the coarser of them as written
// is the other to its last digit, as 2.3万 and 2.34万 are.
func agree(a, b *fact.Fact) bool {
	x, sx := written(a)
	y, sy := written(b)
	if sx == nil || sy == nil {
		return false
	}
	step := sx
	if sy.Cmp(sx) > 0 {
		step = sy
	}
	off := new(big.Rat).Sub(x, y)
	return off.Abs(off).Cmp(new(big.Rat).Mul(step, big.NewRat(1, 2))) <= 0
}

// written is the value of a fact and what one in its last written digit is worth; nil
// for a number that is not written in plain digits, or rounded to tens.
func written(f *fact.Fact) (value, step *big.Rat) {
	if f.Raw == nil {
		return nil, nil
	}
	n, ok := new(big.Rat).SetString(f.Raw.Number)
	v, ok2 := new(big.Rat).SetString(string(f.Value))
	if !ok || !ok2 || n.Sign() == 0 {
		return nil, nil
	}
	step = new(big.Rat).Quo(v, n)
	if _, decimals, ok := strings.Cut(f.Raw.Number, "."); ok {
		step.Quo(step, new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(len(decimals))), nil)))
	}
	return v, step.Abs(step)
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
			facts[k].AddFlag(fact.Repeated)
			seen[key] = i
		default:
			f.AddFlag(fact.Repeated)
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
