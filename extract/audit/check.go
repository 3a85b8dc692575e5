package audit

import (
	"slices"

	"github.com/qushu/qushu/extract/fact"
)

// check goes through the facts that share a key and gathers what is found of them.
func (a *Auditor) check(l *lines, docs map[string]document, cards []card, o Options) (found []Finding, err error) {
	err = groups(cards, func(g []card) error {
		if g[0].view != alone && same(g) && !o.Agreements {
			return nil
		}
		switch g[0].view {
		case peers:
			g = outliers(g)
		case sheet:
			g = anchored(g)
		}
		items, err := a.read(l, docs, g)
		if err != nil || len(items) == 0 {
			return err
		}
		found = append(found, a.checks(items, g[0].view, o)...)
		return nil
	})
	return found, err
}

// same reports whether all cards say the same: one fact, or what is repeated.
func same(g []card) bool {
	return !slices.ContainsFunc(g, func(c card) bool { return c.says != g[0].says || c.view == field || c.view == peers }) || len(g) < 2
}

// anchored are cards among which there is a share or a whole, else none.
func anchored(g []card) []card {
	if slices.ContainsFunc(g, func(c card) bool { return c.value == anchor }) {
		return g
	}
	return nil
}

// read reads the facts of cards, in the order of the documents.
func (a *Auditor) read(l *lines, docs map[string]document, g []card) ([]*item, error) {
	out := make([]*item, 0, len(g))
	for _, c := range g {
		f, err := l.fact(c)
		if err != nil {
			return nil, err
		}
		i, ok := a.itemOf(&f, docs)
		if ok {
			out = append(out, &i)
		} else if c.view == alone {
			out = append(out, &item{Fact: f})
		}
	}
	slices.SortFunc(out, order)
	return out, nil
}

// checks are what is looked for in each view.
func (a *Auditor) checks(items []*item, v view, o Options) (found []Finding) {
	switch v {
	case alone:
		for _, i := range items {
			found = append(found, damage(i)...)
			found = append(found, structure(i)...)
		}
	case series:
		for _, s := range apartBy(items, func(i *item) string { return i.Area + "\x00" + i.Subject + "\x00" + i.topic }) {
			found = append(found, a.ofSeries(s, o)...)
		}
	case sheet:
		for _, s := range apartBy(items, func(i *item) string { return i.Area + "\x00" + i.stretch.String() }) {
			found = append(found, a.ofSheet(s)...)
		}
	case field:
		for _, s := range apartBy(items, func(i *item) string { return i.IndicatorID + "\x00" + i.Scope }) {
			found = append(found, a.ranks(s)...)
		}
	case peers:
		found = magnitudes(items)
	case sentence:
		for _, s := range apartBy(items, func(i *item) string { return i.Doc + "\x00" + i.Sentence.Text }) {
			found = append(found, a.ofSentence(s)...)
		}
	}
	return found
}

// apartBy parts items by a key, in the order in which they come: two keys may share a
// hash.
func apartBy(items []*item, key func(*item) string) (out [][]*item) {
	at := map[string]int{}
	for _, i := range items {
		k := key(i)
		n, ok := at[k]
		if !ok {
			n = len(out)
			at[k], out = n, append(out, nil)
		}
		out[n] = append(out[n], i)
	}
	return out
}

// worthSaying reports whether a fact has a flag of which the audit tells.
func worthSaying(f *fact.Fact) bool { return f.Measure != "" && slices.ContainsFunc(f.Flags, doubtful) }
