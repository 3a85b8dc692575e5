package golden

import (
	"cmp"
	"slices"

	"github.com/qushu/qushu/extract/fact"
	"github.com/qushu/qushu/rules"
)

// Compare holds the facts of a document against its golden, sentence by sentence.
// Lines and facts of a sentence are paired by quote, measure, value and indicator; a
// sentence that stands several times in the document is compared as one. A proposed
// line and the fact it pairs with are set aside.
func Compare(f File, facts []fact.Fact) Report {
	c := comparison{given: f.Given, report: Report{Doc: f.Doc, ByMeasure: map[string]Count{}}}
	pools, order := poolsOf(f)
	for _, x := range facts {
		key := sentenceKey(sentenceOf(x).Text)
		p := pools[key]
		if p == nil {
			p = &pool{sentence: oneLine(sentenceOf(x).Text)}
			if len(f.Sections) > 0 {
				p.pos.File = f.Sections[0].Pos.File
			}
			pools[key], order = p, append(order, p)
		}
		p.got = append(p.got, LineOf(x, f.Given))
	}
	for _, p := range order {
		c.pool(p)
	}
	return c.report
}

// pool is everything said of one sentence.
type pool struct {
	sentence string
	pos      rules.Pos
	want     []rules.Line
	got      []rules.Line
	lenient  bool // nothing is only proposed
}

func poolsOf(f File) (map[string]*pool, []*pool) {
	pools := map[string]*pool{}
	var order []*pool
	for _, s := range f.Sections {
		key := sentenceKey(s.Sentence)
		p := pools[key]
		if p == nil {
			p = &pool{sentence: s.Sentence, pos: s.Pos}
			pools[key], order = p, append(order, p)
		}
		p.want = append(p.want, s.Lines...)
		p.lenient = p.lenient || s.Nothing && s.Proposed
	}
	return pools, order
}

type comparison struct {
	given  []rules.KV
	report Report
}

func (c *comparison) pool(p *pool) {
	before := len(c.report.Differences)
	defer func() { c.checked(p, c.report.Differences[before:]) }()
	match := c.pair(p)
	taken := make([]bool, len(p.got))
	for i, want := range p.want {
		var got *rules.Line
		if j := match[i]; j >= 0 {
			got, taken[j] = &p.got[j], true
		}
		c.judge(p, want, got)
	}
	for j, got := range p.got {
		if !taken[j] && !p.lenient {
			c.report.Differences = append(c.report.Differences, Difference{Kind: Unexpected, Sentence: p.sentence, Pos: p.pos, Got: &got})
			c.report.count(got.Measure, Count{FP: 1})
		}
	}
}

// checked notes a sentence of which something was asked.
func (c *comparison) checked(p *pool, found []Difference) {
	proposed := p.lenient || slices.ContainsFunc(p.want, func(l rules.Line) bool { return l.Proposed })
	settled := len(p.want) == 0 || slices.ContainsFunc(p.want, func(l rules.Line) bool { return !l.Proposed })
	if len(found) > 0 || settled && !(proposed && len(p.want) == 0) {
		c.report.Checked = append(c.report.Checked, Checked{p.sentence, p.pos, slices.Clone(found)})
	}
}

// judge says what a line and the fact paired with it, if any, come to.
func (c *comparison) judge(p *pool, want rules.Line, got *rules.Line) {
	if want.Proposed {
		return
	}
	d := Difference{Sentence: p.sentence, Pos: want.Pos, Want: &want, Got: got}
	if got != nil {
		d.Fields = c.differing(want, *got)
	}
	right := got != nil && len(d.Fields) == 0
	switch {
	case right:
		c.report.count(want.Measure, Count{TP: 1})
		d.Kind = TodoPassed
	case got == nil:
		c.report.count(want.Measure, Count{FN: 1})
		d.Kind = Missing
	default:
		c.report.count(want.Measure, Count{FN: 1})
		c.report.count(got.Measure, Count{FP: 1})
		d.Kind = Differs
	}
	if right == want.Todo { // a known miss is no news, nor is a line that holds
		c.report.Differences = append(c.report.Differences, d)
	}
}

// differing names the parts in which a fact is not what a line says.
func (c *comparison) differing(want, got rules.Line) []string {
	var out []string
	for _, part := range []struct {
		name string
		same bool
	}{
		{"measure", want.Measure == got.Measure},
		{"indicator", want.Indicator == got.Indicator},
		{"bound", want.Bound == got.Bound},
		{"value", rules.SameValue(want.Value, got.Value)},
		{"unit", plainUnit(want.Unit) == plainUnit(got.Unit)},
		{"quote", want.Quote == "" || sameQuote(want, got)},
	} {
		if !part.same {
			out = append(out, part.name)
		}
	}
	for _, key := range comparedFields {
		if fieldOf(want, key, c.given) != fieldOf(got, key, c.given) {
			out = append(out, key)
		}
	}
	return out
}

func sameQuote(a, b rules.Line) bool { return sentenceKey(a.Quote) == sentenceKey(b.Quote) }

// pair gives for each line the fact it is paired with, or -1: the most alike first.
func (c *comparison) pair(p *pool) []int {
	type link struct{ want, got, score int }
	var links []link
	for i, w := range p.want {
		for j, g := range p.got {
			if s := c.likeness(w, g); s > 0 {
				links = append(links, link{i, j, s})
			}
		}
	}
	slices.SortStableFunc(links, func(a, b link) int { return cmp.Compare(b.score, a.score) })
	match := slices.Repeat([]int{-1}, len(p.want))
	taken := make([]bool, len(p.got))
	for _, l := range links {
		if match[l.want] < 0 && !taken[l.got] {
			match[l.want], taken[l.got] = l.got, true
		}
	}
	return match
}

// likeness is 0 for a line and a fact that have nothing to do with each other: neither
// the quote nor both value and measure are the same.
func (c *comparison) likeness(want, got rules.Line) int {
	quote := want.Quote != "" && sameQuote(want, got)
	measure := want.Measure == got.Measure
	value := rules.SameValue(want.Value, got.Value)
	if !quote && !(measure && value) {
		return 0
	}
	score := 100 - len(c.differing(want, got))
	for _, part := range []struct {
		same   bool
		weight int
	}{{quote, 8000}, {measure, 4000}, {value, 2000}, {want.Indicator == got.Indicator, 1000}} {
		if part.same {
			score += part.weight
		}
	}
	return score
}
