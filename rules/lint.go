package rules

import "slices"

// Lint says what is wrong with a set that can be used all the same: match lines that can
// never be the better ones, rules of which none could be told from another, and lists and
// tables that nothing reads. lists and tables are those that the program itself reads.
// The error joins every fault, each with its place.
func (s *Set) Lint(lists, tables []string) error {
	var errs faults
	s.checkCovered(&errs)
	s.checkUsed(lists, tables, &errs)
	return errs.join()
}

// checkUsed refuses a word list or table that neither a pattern nor the program names.
func (s *Set) checkUsed(lists, tables []string, errs *faults) {
	named := s.ListsNamed()
	for name, l := range s.Lists {
		if !named[name] && !slices.Contains(lists, name) && !slices.Contains(tables, name) {
			errs.add(l.Pos, "found the list %s, which no rule names and the program does not read, wanted it used or left out", name)
		}
	}
}
