package extract

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/qushu/qushu/extract/fact"
	"github.com/qushu/qushu/extract/link"
	"github.com/qushu/qushu/extract/mention"
	"github.com/qushu/qushu/extract/segment"
	"github.com/qushu/qushu/extract/words"
	"github.com/qushu/qushu/rules"
)

// belief says how far a fact is to be believed: the signs that speak for it and against
// it are added up, as the table confidence.tsv weighs them.
type belief struct {
	base      float64
	doublings []float64 // of the odds, by the signs that a fact shows
	words     beliefWords
}

// beliefWords are the words that names of indicators begin with or end in.
type beliefWords struct {
	HeadNoun words.Set `list:"head"`
	Facet    words.Set `list:"facet"`
	Action   words.Set `list:"action"`
}

// sign is something a fact shows that speaks for it or against it.
type sign struct {
	name  string
	shows func(*witness) bool
}

// witness is a fact with what the signs ask of it.
type witness struct {
	*fact.Fact
	draft *link.Draft
	name  name
}

// name is what the signs ask of the name of an indicator that is in no table.
type name struct {
	open         bool // in no table
	short        bool // too short to tell much
	head, action bool
}

const baseSign = "base"

// signs are all of them, in the order of the table.
var signs = []sign{
	{"known", func(w *witness) bool { return !w.name.open }},
	{"bare", func(w *witness) bool { return w.name.open && !w.name.head && !w.name.action }},
	{"short", func(w *witness) bool { return w.name.open && w.name.short }},
	{"carried", func(w *witness) bool { return w.name.open && w.How.Indicator == fact.Carried }},
	{"behind", func(w *witness) bool { return w.draft.Behind }},
	{"turn", func(w *witness) bool { return w.draft.Turn }},
	{"change", func(w *witness) bool { return slices.Contains(changes, w.Measure) }},
	{"multiple", func(w *witness) bool { return w.Measure == "multiple" || w.Measure == "growth_multiple" }},
	{"measured", func(w *witness) bool {
		return w.Kind == mention.Measure || w.Kind == mention.Rate || w.Kind == mention.Duration
	}},
	{"number", func(w *witness) bool { return w.Kind == mention.Number || w.Kind == mention.Fraction }},
	{"part", func(w *witness) bool {
		from, _, span := strings.Cut(w.Period, "/")
		return span && len(from) > len("2031")
	}},
	{"no-area", func(w *witness) bool { return w.Area == "" }},
	{"subject", func(w *witness) bool { return w.How.Subject == fact.Stated }},
	{"stitched", func(w *witness) bool { return w.has(fact.Stitched) && !w.has(fact.Repeated) }},
	{"repeated", func(w *witness) bool { return w.has(fact.Repeated) }},
}

// changes are the measures that verbs of change and ordinals tell from all others.
var changes = []string{"growth", "delta", "rank", "rank_change"}

func (w *witness) has(flag string) bool { return slices.Contains(w.Flags, flag) }

// newBelief reads the table, which weighs each of the signs once and no other.
func newBelief(set *rules.Set, sets map[string]words.Set) (*belief, error) {
	b := &belief{doublings: make([]float64, len(signs))}
	t, ok := set.Tables["confidence"]
	if !ok {
		return nil, fmt.Errorf("the lexicon has no table confidence.tsv")
	}
	weighed := map[string]bool{}
	for _, r := range t.Rows {
		name := r.Cells[0]
		if weighed[name] {
			return nil, &rules.Error{Pos: r.Pos, Msg: "found the sign " + name + " a second time"}
		}
		weighed[name] = true
		if err := b.weigh(name, t.Cell(r, "doublings")); err != nil {
			return nil, &rules.Error{Pos: r.Pos, Msg: err.Error()}
		}
	}
	for _, s := range append([]sign{{name: baseSign}}, signs...) {
		if !weighed[s.name] {
			return nil, fmt.Errorf("confidence.tsv: found no line for the sign %s", s.name)
		}
	}
	return b, words.Fill(&b.words, sets)
}

// weigh sets the doublings of a sign.
func (b *belief) weigh(name, doublings string) error {
	x, err := strconv.ParseFloat(doublings, 64)
	if err != nil || !(math.Abs(x) <= 10) {
		return fmt.Errorf("found %q doublings, wanted a number from -10 to 10", doublings)
	}
	if name == baseSign {
		b.base = x
		return nil
	}
	i := slices.IndexFunc(signs, func(s sign) bool { return s.name == name })
	if i < 0 {
		return fmt.Errorf("found the sign %s, which nothing shows", name)
	}
	b.doublings[i] = x
	return nil
}

// in is the confidence in a fact: the share of such facts that should be right.
func (b *belief) in(f *fact.Fact, d *link.Draft) float64 {
	w := &witness{Fact: f, draft: d, name: b.nameOf(f)}
	sum := b.base
	for i, s := range signs {
		if s.shows(w) {
			sum += b.doublings[i]
		}
	}
	p := 1 / (1 + math.Exp2(-sum))
	return fact.Doubted(max(0.01, math.Round(100*p)/100), f.Flags)
}

func (b *belief) nameOf(f *fact.Fact) name {
	r := segment.FoldString(f.Indicator)
	return name{
		open:   f.IndicatorID == "",
		short:  len(r) <= 3,
		head:   b.words.HeadNoun.EndsAt(r, 0, len(r)) > 0 || b.words.Facet.EndsAt(r, 0, len(r)) > 0,
		action: b.words.Action.BeginsAt(r, 0) > 1,
	}
}
