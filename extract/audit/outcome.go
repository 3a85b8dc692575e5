package audit

// outcomes holds what was aimed at or expected against what came of it. The items of a
// cell are of all statuses.
func (a *Auditor) outcomes(cell []*item) (found []Finding) {
	was := first(cell, func(i *item) bool { return i.measured() && i.closed && !i.behind(a.words.part) })
	if was == nil || a.laws.varied.hold(was.topic) || !was.known() {
		return nil
	}
	for _, status := range []string{"target", "expected"} {
		said := first(cell, func(i *item) bool { return i.Status == status && !i.behind(a.words.part) && apart(i, was) })
		switch {
		case said == nil:
		case status == "target":
			if met := a.met(said, was); met != "" {
				found = append(found, finding(Note, Outcome, said.figure()+" → "+was.figure()+": "+met, said, was))
			}
		case !said.bounds.meets(was.bounds):
			found = append(found, finding(Note, Expected, said.figure()+" → "+was.figure(), said, was))
		}
	}
	return found
}

// met tells whether a target was met: reached, or where it is a ceiling not passed; "" is
// what the bounds of the two leave open.
func (a *Auditor) met(target, was *item) string {
	t, w := target.bounds, was.bounds
	if a.laws.ceiling.hold(target.topic) || target.Bound == "under" || target.Bound == "at_most" {
		t, w = t.negative(), w.negative()
	}
	switch {
	case w.below(t):
		return "missed"
	case t.below(w), w.lo != nil && t.lo != nil && w.lo.Cmp(t.lo) >= 0:
		return "met"
	case t.meets(w) && w.hi != nil:
		return "met"
	}
	return ""
}

// first is the first item that something holds for, nil where it holds for none.
func first(items []*item, is func(*item) bool) *item {
	for _, i := range items {
		if is(i) {
			return i
		}
	}
	return nil
}
