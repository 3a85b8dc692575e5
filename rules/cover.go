package rules

import "slices"

// checkCovered refuses a match line that can never be the better one: wherever it holds
// another holds too, reading the same words, capturing the same and asking for as much.
func (s *Set) checkCovered(errs *faults) {
	type line struct {
		rule  *Rule
		elems []Elem
	}
	var lines []line
	for i := range s.Rules {
		for _, elems := range s.Rules[i].Match {
			lines = append(lines, line{&s.Rules[i], elems})
		}
	}
	for i, b := range lines {
		for j, a := range lines {
			if i == j || Asks(b.elems) > Asks(a.elems) || !s.covers(a.elems, b.elems) || j > i && s.covers(b.elems, a.elems) {
				continue // of two that are alike the later one is refused
			}
			pos, at := b.elems[0].Pos, a.elems[0].Pos
			if a.rule == b.rule {
				errs.add(pos, "found a match line that never reads more than the one in line %d, wanted it told apart or left out", at.Line)
			} else {
				errs.add(pos, "found a match line of %s that ties with %s (%s) wherever it holds, wanted it told apart", b.rule.Name, a.rule.Name, at)
			}
			break
		}
	}
}

// Asks is how much a pattern asks for: its elements but those that may be missing, what
// is captured only if it is of a kind counting twice. Of two rules that read the same
// words and capture as much the one that asks for more is the better.
func Asks(elems []Elem) int {
	n := 0
	for _, e := range elems {
		if !e.Optional {
			n++
			n += min(len(e.Kinds), 1)
		}
	}
	return n
}

// covers reports whether the pattern a holds for all that b holds for, with the same
// captures. It may say no where that is so in a roundabout way.
func (s *Set) covers(a, b []Elem) bool {
	switch {
	case len(a) == 0:
		return len(b) == 0
	case len(b) > 0 && s.includes(a[0], b[0]) && s.covers(a[1:], b[1:]):
		return true
	}
	return a[0].Optional && s.covers(a[1:], b)
}

// includes reports whether one element holds for all that another holds for.
func (s *Set) includes(a, b Elem) bool {
	if b.Optional && !a.Optional || b.Repeat && !a.Repeat {
		return false
	}
	if words := s.words(b); words != nil {
		has := s.words(a)
		return !slices.ContainsFunc(words, func(w string) bool { return !slices.Contains(has, w) })
	}
	if a.Kind != b.Kind || a.Field != b.Field {
		return false
	}
	return len(a.Kinds) == 0 || len(b.Kinds) > 0 &&
		!slices.ContainsFunc(b.Kinds, func(k string) bool { return !slices.Contains(a.Kinds, k) })
}

// words are those that an element of words stands for, nil for any other.
func (s *Set) words(e Elem) []string {
	switch e.Kind {
	case Literal, Choice:
		return e.Alts
	case WordOf:
		return s.Lists[e.List].Words
	}
	return nil
}
