package audit

import (
	"fmt"
	"math/big"
	"strconv"
)

// history are the levels of one thing by their times, for all documents and for each, and
// the growths by their sentences.
type history struct {
	levels  map[moment]*item
	growths map[string]*item
}

// moment is a time with what else has to be the same of two levels; doc is the document
// that states one, "" for any.
type moment struct{ time, agg, doc string }

func (i *item) moment(s stretch, doc string) moment { return moment{s.String(), i.Agg, doc} }

// own is the level of an item's thing at a time by the item's document, nil where there
// is none or there are two: in yuan and in dollars, or such as contradict each other.
func (h history) own(i *item, s stretch) *item {
	if l := h.levels[i.moment(s, i.Doc)]; l != nil && l.closed {
		return l
	}
	return nil
}

// any is the level by the item's document or by the others.
func (h history) any(i *item, s stretch) *item {
	if l := h.levels[i.moment(s, i.Doc)]; l != nil {
		return h.own(i, s)
	}
	if l := h.levels[i.moment(s, "")]; l != nil && l.closed {
		return l
	}
	return nil
}

// add files a level.
func (h history) add(m moment, i *item) {
	switch l := h.levels[m]; {
	case l == nil:
		h.levels[m] = i
	case l.unit() != i.unit() || !l.bounds.meets(i.bounds):
		two := *l
		two.closed = false
		h.levels[m] = &two
	}
}

// place is a key of the sentence that an item stands in.
func (i *item) place() string {
	if i.Sentence == nil {
		return ""
	}
	return i.Doc + "\x00" + strconv.Itoa(i.Sentence.Start) + "\x00" + i.stretch.String()
}

// history files the levels and growths of a thing.
func (a *Auditor) history(items []*item) history {
	h := history{map[moment]*item{}, map[string]*item{}}
	for _, i := range items {
		switch {
		case !a.comparable(i):
		case i.is == "growth" && i.basis() == "yoy" && !a.isReal(i) && h.growths[i.place()] == nil:
			h.growths[i.place()] = i
		case i.is == "level":
			h.add(i.moment(i.stretch, ""), i)
			h.add(i.moment(i.stretch, i.Doc), i)
		}
	}
	return h
}

// changes holds the levels of one thing at two times against what is said of its change.
func (a *Auditor) changes(items []*item) (found []Finding) {
	h, told := a.history(items), map[string]bool{}
	for _, i := range items {
		says := i.cell() + i.Text
		if !a.comparable(i) || a.laws.varied.hold(i.topic) || told[says] {
			continue
		}
		told[says] = true
		switch i.is {
		case "growth":
			found = append(found, a.growth(i, h)...)
		case "delta":
			found = append(found, delta(i, h)...)
		case "multiple":
			found = append(found, multiple(i, h)...)
		}
	}
	return found
}

// comparable reports whether an item can stand in a sum over time.
func (a *Auditor) comparable(i *item) bool {
	return i.known() && i.measured() && i.closed && i.Confidence >= sure && !i.behind(a.words.part)
}

// growth holds a growth against the levels of its year and of the year before. A growth
// at constant prices or on a comparable basis says nothing of the levels as they are.
func (a *Auditor) growth(i *item, h history) []Finding {
	if i.basis() != "yoy" || a.isReal(i) || !i.stretch.within() {
		return nil
	}
	now, before := h.own(i, i.stretch), h.any(i, i.stretch.earlier(1))
	if now == nil || before == nil || now.unit() != before.unit() || now.Kind == "percent" || before.Doc != now.Doc && farApart(now, before) {
		return nil
	}
	ratio, ok := now.bounds.over(before.bounds)
	if !ok {
		return nil
	}
	grew := ratio.each(percentOver)
	if grew.meets(i.bounds) {
		return nil
	}
	sum := fmt.Sprintf("%s ÷ %s − 1 = %s %% ≠ %s", now.figure(), before.figure(), between(grew), i.figure())
	return []Finding{finding(together(i, now, before), Growth, sum, i, now, before)}
}

func percentOver(ratio *big.Rat) *big.Rat {
	x := new(big.Rat).Sub(ratio, big.NewRat(1, 1))
	return x.Mul(x, hundred)
}

// isReal reports whether a growth is at constant prices or on a comparable basis, by
// convention or by its sentence.
func (a *Auditor) isReal(i *item) bool { return a.laws.real.hold(i.topic) || i.says(a.words.real) }

// together is a warning where one document says it all, else a note: figures of other
// years are revised.
func together(items ...*item) string {
	for _, i := range items {
		if i.Doc != items[0].Doc {
			return Note
		}
	}
	return Warning
}

// delta holds an absolute change against the levels, and against the growth and the level
// that its sentence gives.
func delta(d *item, h history) (found []Finding) {
	now, before := h.own(d, d.stretch), h.any(d, d.stretch.earlier(1))
	if now == nil || d.basis() != "yoy" || !d.stretch.within() || now.unit() != d.unit() {
		return nil
	}
	if before != nil && before.unit() == d.unit() {
		if diff := now.bounds.minus(before.bounds); !diff.meets(d.bounds) {
			sum := fmt.Sprintf("%s − %s = %s ≠ %s", now.figure(), before.figure(), diff.as(d), d.figure())
			found = append(found, finding(together(d, now, before), Delta, sum, d, now, before))
		}
	}
	g := h.growths[d.place()]
	if g == nil || apart(now, d) {
		return found
	}
	grew, ok := d.bounds.over(now.bounds.minus(d.bounds))
	if grew = grew.times(hundred); ok && !grew.meets(g.bounds) {
		sum := fmt.Sprintf("%s ÷ (%s − %s) = %s %% ≠ %s", d.figure(), now.figure(), d.figure(), between(grew), g.figure())
		found = append(found, finding(strictly(now, d, g), Delta, sum, now, d, g))
	}
	return found
}

// multiple holds being so many times what it was in a year against the two levels.
func multiple(m *item, h history) []Finding {
	base, ok := stretchOf(m.Basis)
	if !ok || base.to >= m.stretch.from {
		return nil
	}
	now, before := h.own(m, m.stretch), h.any(m, base)
	if now == nil || before == nil || now.unit() != before.unit() {
		return nil
	}
	times, ok := now.bounds.over(before.bounds)
	if !ok || times.meets(m.bounds) {
		return nil
	}
	sum := fmt.Sprintf("%s ÷ %s = %s ≠ %s", now.figure(), before.figure(), between(times), m.figure())
	return []Finding{finding(together(m, now, before), Multiple, sum, m, now, before)}
}
