package match

import (
	"slices"
	"sort"

	"github.com/qushu/qushu/extract/mention"
	"github.com/qushu/qushu/extract/segment"
	"github.com/qushu/qushu/rules"
)

// Match is a rule that holds for a value.
type Match struct {
	Rule     *rules.Rule
	Value    int               // index of the value's mention
	Spans    map[string][2]int // captures: scope, subject, verb, noun, object as rune offsets
	Mentions map[string]int    // captures that are mentions: base, time
	// End is where the phrase of the indicator ends; Phrase is false where the rule
	// names no <indicator>, so that the indicator is taken from around the match.
	End    int
	Phrase bool
	Start  int // the leftmost rune the match read
	Read   int // runes matched by words, the measure of how much a rule knows
	Repeat bool
	asks   int // how much the pattern asks for
}

// Lacking is the field of an element that stands in the place of one left out: it holds
// for nothing and captures where that would be.
const Lacking = "lacking"

// maxGap is how far … reaches, maxPhrase how long a captured phrase may be, in runes.
const (
	maxGap    = 12
	maxPhrase = 20
)

// Best returns the rules that hold for mention k, best first: the one that read most,
// then the one with more captures, then the one that asks for more, then by name.
func (e *Engine) Best(s *segment.Sentence, ms []mention.Mention, k int) []Match {
	var out []Match
	t := new(try)
	for _, p := range e.byKind[ms[k].Kind] {
		*t = try{e: e, r: s.Runes, ms: ms, k: k, p: p}
		if m, ok := t.run(); ok {
			out = append(out, m)
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].better(&out[j]) })
	return out
}

func (m *Match) captures() int { return len(m.Spans) + len(m.Mentions) }

// Ties reports whether only the names of their rules tell two matches of a value apart.
func (m *Match) Ties(n *Match) bool {
	return m.Read == n.Read && m.captures() == n.captures() && m.asks == n.asks
}

func (m *Match) better(n *Match) bool {
	if m.Read != n.Read {
		return m.Read > n.Read
	}
	if m.captures() != n.captures() {
		return m.captures() > n.captures()
	}
	if m.asks != n.asks {
		return m.asks > n.asks
	}
	return m.Rule.Name < n.Rule.Name
}

// try is one pattern tried at one value.
type try struct {
	e  *Engine
	r  []rune
	ms []mention.Mention
	k  int
	p  *pattern
	m  Match
	// best so far: patterns with optional parts can hold in several ways
	found bool
	best  Match
}

func (t *try) run() (Match, bool) {
	v := &t.ms[t.k]
	t.m = Match{Rule: t.p.rule, Value: t.k, End: v.Start, Start: v.Start, Repeat: t.p.repeat, asks: t.p.asks}
	t.forward(0, v.End, func() { t.back(0, v.Start) })
	return t.best, t.found
}

// forward matches the elements after the value and then calls done.
func (t *try) forward(i, at int, done func()) {
	if i == len(t.p.right) {
		done()
		return
	}
	el := &t.p.right[i]
	if el.Optional {
		t.forward(i+1, at, done)
	}
	at = t.skip(at, +1)
	switch el.Kind {
	case rules.Literal, rules.Choice, rules.WordOf:
		el.words.After(t.r, at, func(n int) bool {
			t.m.Read += n
			t.forward(i+1, at+n, done)
			t.m.Read -= n
			return false
		})
	case rules.Comma:
		if at < len(t.r) && t.r[at] == ',' {
			t.forward(i+1, at+1, done)
		}
	case rules.Gap:
		for n := 0; n <= maxGap && at+n <= len(t.r) && !segment.HasStop(t.r[at:at+n]); n++ {
			t.forward(i+1, at+n, done)
		}
	case rules.Capture:
		if el.Field == Lacking {
			t.keepSpan(Lacking, at, at, func() { t.forward(i+1, at, done) })
			return
		}
		t.captureForward(i, el, at, done)
	}
}

func (t *try) captureForward(i int, el *elem, at int, done func()) {
	if isMention(el.Field) {
		for j := t.k + 1; j < len(t.ms) && t.ms[j].Start <= at; j++ {
			if t.ms[j].Start == at && fits(&t.ms[j], el.Kinds) {
				t.keepMention(el.Field, j, func() { t.forward(i+1, t.ms[j].End, done) })
			}
		}
		return
	}
	if i == len(t.p.right)-1 { // a phrase at the end runs to the end of the clause
		end := at
		for end < len(t.r) && !segment.IsComma(t.r[end]) && end-at < maxPhrase {
			end++
		}
		if end > at {
			t.keepSpan(el.Field, at, end, func() { t.forward(i+1, end, done) })
		}
		return
	}
	for n := 1; n <= maxPhrase && at+n <= len(t.r) && !segment.HasStop(t.r[at:at+n]); n++ {
		t.keepSpan(el.Field, at, at+n, func() { t.forward(i+1, at+n, done) })
	}
}

// back matches the elements before the value, from it to the left.
func (t *try) back(i, at int) {
	if i == len(t.p.left) {
		t.keep(at)
		return
	}
	el := &t.p.left[i]
	if el.Optional {
		t.back(i+1, at)
	}
	at = t.skip(at, -1)
	switch el.Kind {
	case rules.Literal, rules.Choice, rules.WordOf:
		t.backWord(i, el, at)
	case rules.Comma:
		if at > 0 && t.r[at-1] == ',' {
			t.back(i+1, at-1)
		}
	case rules.Gap:
		for n := 0; n <= maxGap && at-n >= 0 && !segment.HasStop(t.r[at-n:at]); n++ {
			t.back(i+1, at-n)
		}
	case rules.Capture:
		t.captureBack(i, el, at)
	}
}

func (t *try) backWord(i int, el *elem, at int) {
	asked := false
	el.words.Before(t.r, 0, at, func(n int) bool {
		if !asked && t.cuts(at) {
			return true
		}
		asked = true
		if n == 1 && t.cuts(at-1) {
			return false // the 比 of 占比 compares nothing
		}
		t.m.Read += n
		t.back(i+1, at-n)
		if el.Repeat {
			t.back(i, at-n)
		}
		t.m.Read -= n
		return false
	})
}

// mentionEnds reports whether a mention ends at rune i: an indicator holds none.
func (t *try) mentionEnds(i int) bool {
	for j := t.k - 1; j >= 0 && t.ms[j].End >= i; j-- {
		if t.ms[j].End == i && t.ms[j].Kind != mention.None {
			return true
		}
	}
	return false
}

// outlineEnds reports whether the number of an item ends at rune i.
func (t *try) outlineEnds(i int) bool {
	return slices.ContainsFunc(t.ms[:t.k], func(m mention.Mention) bool { return m.End == i && m.Why == "outline" })
}

// cuts reports whether rune offset i lies inside a noun that begins like a verb: 增加
// is no verb in 增加值.
func (t *try) cuts(i int) bool {
	for j := max(0, i-3); j < i; j++ {
		if n := t.e.notVerb.BeginsAt(t.r, j); j+n > i {
			return true
		}
	}
	return false
}

func (t *try) captureBack(i int, el *elem, at int) {
	switch {
	case el.Field == Lacking:
		t.keepSpan(Lacking, at, at, func() { t.back(i+1, at) })
	case el.Field == "indicator" && i == len(t.p.left)-1:
		end, phrase := t.m.End, t.m.Phrase
		t.m.End, t.m.Phrase = at, true
		t.back(i+1, at)
		t.m.End, t.m.Phrase = end, phrase
	case isMention(el.Field):
		for j := t.k - 1; j >= 0 && t.ms[j].End >= at; j-- {
			if t.ms[j].End == at && fits(&t.ms[j], el.Kinds) {
				t.keepMention(el.Field, j, func() { t.back(i+1, t.ms[j].Start) })
			}
		}
	case i == len(t.p.left)-1 && len(el.Kinds) == 0: // a phrase at the beginning runs from that of the clause
		start := at
		for start > 0 && at-start < maxPhrase && !segment.IsComma(t.r[start-1]) && !t.mentionEnds(start) && !t.outlineEnds(start) {
			start--
		}
		if start < at {
			t.keepSpan(el.Field, start, at, func() { t.back(i+1, start) })
		}
	default:
		for n := 1; n <= maxPhrase && at-n >= 0 && !segment.HasStop(t.r[at-n:at]); n++ {
			if t.mentionEnds(at-n+1) && el.Field == "indicator" {
				return
			}
			if len(el.Kinds) > 0 && !t.e.isRegion(t.r[at-n:at]) {
				continue
			}
			t.keepSpan(el.Field, at-n, at, func() { t.back(i+1, at-n) })
		}
	}
}

// isRegion reports whether r is a field that places are places in, or one narrowed by
// another in brackets: 全市, 全市（行政区）.
func (e *Engine) isRegion(r []rune) bool {
	regions := e.region
	if i := slices.Index(r, '('); i > 0 && r[len(r)-1] == ')' {
		return regions.Is(r[:i]) && regions.Is(r[i+1:len(r)-1])
	}
	return regions.Is(r)
}

// keep notes a way the whole pattern holds, if it is better than the one before.
func (t *try) keep(start int) {
	m := t.m
	m.Start = start
	if !m.Phrase {
		m.End = start
	}
	if t.found && !m.better(&t.best) {
		return
	}
	t.found, t.best = true, m
	t.best.Spans, t.best.Mentions = clone(m.Spans), clone(m.Mentions)
}

func (t *try) keepSpan(field string, a, b int, then func()) {
	if t.m.Spans == nil {
		t.m.Spans = map[string][2]int{}
	}
	t.m.Spans[field] = [2]int{a, b}
	then()
	delete(t.m.Spans, field)
}

func (t *try) keepMention(field string, j int, then func()) {
	if t.m.Mentions == nil {
		t.m.Mentions = map[string]int{}
	}
	t.m.Mentions[field] = j
	then()
	delete(t.m.Mentions, field)
}

func clone[V any](m map[string]V) map[string]V {
	if len(m) == 0 {
		return nil
	}
	out := make(map[string]V, len(m))
	for k, v := range m {
		out[k] = v
	}
	return out
}

// skip steps over spaces.
func (t *try) skip(at, dir int) int {
	if dir > 0 {
		for at < len(t.r) && t.r[at] == ' ' {
			at++
		}
		return at
	}
	for at > 0 && t.r[at-1] == ' ' {
		at--
	}
	return at
}

func isMention(field string) bool { return field == "base" || field == "time" }

func fits(m *mention.Mention, kinds []string) bool {
	if len(kinds) == 0 {
		return m.Kind != mention.None
	}
	for _, k := range kinds {
		if m.Kind == k {
			return true
		}
	}
	return false
}
