package golden

import (
	"errors"
	"fmt"
	"slices"

	"github.com/qushu/qushu/extract"
	"github.com/qushu/qushu/extract/match"
	"github.com/qushu/qushu/rules"
)

// CheckRules says what is wrong with the rules of an engine beyond what loading them
// refuses: what [rules.Set.Lint] finds, cases that do not come out as they say, and rules
// that tie over a value of a case. The error joins every fault, each with its place.
func CheckRules(e *extract.Engine) error {
	errs := []error{e.Set.Lint(extract.WordLists(), extract.Tables())}
	if _, err := extract.Auditor(e.Set); err != nil {
		errs = append(errs, err)
	}
	for _, f := range RunCases(e, nil) {
		errs = append(errs, errors.New(f.String()))
	}
	seen := map[[2]string]bool{}
	for i := range e.Set.Rules {
		r := &e.Set.Rules[i]
		for _, c := range r.Cases {
			e.Matches(extract.Plain(r.Name, c.Text), func(quote string, best []match.Match) {
				if err := tie(c, quote, best, seen); err != nil {
					errs = append(errs, err)
				}
			})
		}
	}
	return errors.Join(errs...)
}

// tie finds the two best rules of a value that read the same and say different things, so
// that only their names decide.
func tie(c rules.Case, quote string, best []match.Match, seen map[[2]string]bool) error {
	if len(best) < 2 || best[0].Rule.Name == best[1].Rule.Name || !best[0].Ties(&best[1]) || sayTheSame(best[0].Rule, best[1].Rule) {
		return nil
	}
	pair := [2]string{best[0].Rule.Name, best[1].Rule.Name}
	if seen[pair] {
		return nil
	}
	seen[pair] = true
	return &rules.Error{Pos: c.Pos, Msg: fmt.Sprintf("found a tie of %s (%s) and %s (%s) over “%s”, wanted one to read or capture more", pair[0], best[0].Rule.Pos, pair[1], best[1].Rule.Pos, quote)}
}

func sayTheSame(a, b *rules.Rule) bool {
	return slices.EqualFunc(a.Yields, b.Yields, func(x, y rules.Yield) bool { return x.String() == y.String() })
}
