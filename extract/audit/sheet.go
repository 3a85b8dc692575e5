package audit

import (
	"fmt"
	"strings"
)

// ofSheet checks what an area states of one stretch of time: sums, quotients and shares.
func (a *Auditor) ofSheet(items []*item) (found []Finding) {
	held := map[string]*item{}
	var shares []*item
	for _, i := range items {
		if !a.addend(i) {
			continue
		}
		switch key := addendKey(i.topic, i.Agg); {
		case i.is == "share":
			shares = append(shares, i)
		case held[key] == nil:
			held[key] = i
		case !held[key].bounds.meets(i.bounds):
			held[key].closed = false // told of as a contradiction; which it is cannot be known
		}
	}
	for key, i := range held {
		if !i.closed {
			delete(held, key)
		}
	}
	for _, agg := range []string{"", "cumulative"} {
		found = append(found, a.sums(held, agg)...)
		found = append(found, a.quotients(held, agg)...)
	}
	return append(found, a.shares(shares, held)...)
}

func addendKey(id, agg string) string { return id + "\x00" + agg }

// addend reports whether an item can stand in a sum. Behind 其中 only what is a part by
// its own name is not a part of something else.
func (a *Auditor) addend(i *item) bool {
	switch {
	case !i.measured(), !i.closed, !i.stretch.within(), i.Confidence < sure, a.laws.varied.hold(i.topic), !i.bounds.closed():
		return false
	case i.is == "share":
		return true
	case i.Kind == "percent" && !a.laws.wholes[i.topic]:
		return false
	}
	return a.laws.parts[i.topic] || !i.behind(a.words.part)
}

// sums holds wholes against the sums of their parts, where all are known in one unit.
func (a *Auditor) sums(held map[string]*item, agg string) (found []Finding) {
	for _, s := range a.laws.sums {
		whole := held[addendKey(s.whole, agg)]
		if whole == nil {
			continue
		}
		parts := make([]*item, 0, len(s.parts))
		var total bounds
		for n, id := range s.parts {
			p := held[addendKey(id, agg)]
			if p == nil || p.unit() != whole.unit() {
				break
			}
			if parts = append(parts, p); n == 0 {
				total = p.bounds
			} else {
				total = total.plus(p.bounds)
			}
		}
		if len(parts) == len(s.parts) && !total.meets(whole.bounds) {
			sum := fmt.Sprintf("%s = %s ≠ %s", joined(parts, " + "), total.as(whole), whole.figure())
			found = append(found, finding(strictly(append(parts, whole)...), Sum, sum, append([]*item{whole}, parts...)...))
		}
	}
	return found
}

// strictly is an error where one document about its area says it all in plain values.
func strictly(items ...*item) string {
	for _, i := range items {
		if i.Doc != items[0].Doc || !plain(i) {
			return Warning
		}
	}
	return Error
}

// quotients holds what is per head against the whole and the heads.
func (a *Auditor) quotients(held map[string]*item, agg string) (found []Finding) {
	for _, q := range a.laws.quotients {
		per, over, under := held[addendKey(q.id, agg)], held[addendKey(q.over, agg)], held[addendKey(q.under, agg)]
		if per == nil || over == nil || under == nil {
			continue
		}
		got, ok := over.bounds.over(under.bounds)
		switch {
		case per.Kind == "percent" && over.unit() == under.unit():
			got = got.times(hundred)
		case !strings.HasPrefix(per.unit(), over.unit()):
			continue
		}
		if ok && !got.widened(q.leeway).meets(per.bounds) {
			sum := fmt.Sprintf("%s ÷ %s = %s ≠ %s", over.figure(), under.figure(), got.as(per), per.figure())
			found = append(found, finding(Warning, PerCapita, sum, per, over, under))
		}
	}
	return found
}
