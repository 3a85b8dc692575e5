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
			found = append(found, finding(Note, Outcome, said.Text+" → "+was.Text+": "+a.met(said, was), said, was))
		case !said.bounds.meets(was.bounds):
			found = append(found, finding(Note, Expected, said.Text+" → "+was.Text, said, was))
		}
	}
	return found
}

// met reports whether a target was met: reached, or where it is a ceiling not passed.
func (a *Auditor) met(target, was *item) string {
	reached := !was.bounds.below(target.bounds)
	if a.laws.ceiling.hold(target.topic) || target.Bound == "under" || target.Bound == "at_most" {
		reached = !target.bounds.below(was.bounds)
	}
	if reached {
		return "met"
	}
	return "missed"
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
