// Package period reads Chinese expressions of time and resolves them to ISO 8601.
//
// The expressions are patterns of the lexicon; this package knows the calendar. It
// works on folded runes, as package number does.
package period

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/qushu/qushu/normalize/pattern"
)

// Grammar finds expressions of time at the beginning of a text.
type Grammar struct {
	years, links, shorts, parts, wholes, clocks family
}

type expression struct {
	pattern.Pattern
	means string
	args  []int
	alone bool
}

// Columns are the columns of the periods table: role, pattern, means, alone.
var Columns = []string{"role", "pattern", "means", "alone"}

// New compiles a grammar from rows with the cells of [Columns]; macros come before the
// patterns that use them.
func New(rows [][]string) (*Grammar, error) {
	g := &Grammar{}
	macros := &pattern.Macros{}
	for _, row := range rows {
		if row[0] == "macro" {
			macros.Add(row[1], row[2])
			continue
		}
		p, err := compile(row, macros)
		if err != nil {
			return nil, err
		}
		switch row[0] {
		case "link":
			g.links.add(p)
		case "short":
			g.shorts.add(p)
		case "clock":
			g.clocks.add(p)
		case "year":
			g.years.add(p)
		case "part":
			g.parts.add(p)
		case "whole":
			g.wholes.add(p)
		default:
			return nil, fmt.Errorf("a role is macro, year, link, short, part, whole or clock, not %q", row[0])
		}
	}
	for _, f := range []*family{&g.years, &g.links, &g.shorts, &g.parts, &g.wholes, &g.clocks} {
		if err := f.join(); err != nil {
			return nil, err
		}
	}
	return g, nil
}

// family are the expressions of one role.
type family struct {
	list []expression
	set  *pattern.Set
}

func (f *family) add(p expression) { f.list = append(f.list, p) }

func (f *family) join() error {
	if len(f.list) > pattern.SetSize {
		return fmt.Errorf("%d patterns of one role are more than %d", len(f.list), pattern.SetSize)
	}
	patterns := make([]pattern.Pattern, len(f.list))
	for i, p := range f.list {
		patterns[i] = p.Pattern
	}
	f.set = pattern.NewSet(patterns)
	return nil
}

// longest finds the expression that reads most of s, among those that ok allows.
func (f *family) longest(s []rune, ok func(*expression) bool) (best Expr, found bool) {
	may, any := f.set.May(s)
	if !any {
		return Expr{}, false
	}
	text, at := "", -1
	var longest pattern.Match
	may.Each(func(i int) {
		if i >= len(f.list) || ok != nil && !ok(&f.list[i]) {
			return
		}
		if text == "" {
			text = pattern.Text(s)
		}
		if m, ok := f.list[i].Match(text); ok && m.N > longest.N {
			longest, at = m, i
		}
	})
	if at < 0 {
		return Expr{}, false
	}
	return f.list[at].expr(longest), true
}

func compile(row []string, macros *pattern.Macros) (expression, error) {
	compiled, err := macros.Compile(row[1])
	if err != nil {
		return expression{}, err
	}
	means := strings.Fields(row[2])
	if len(means) == 0 || !known[means[0]] {
		return expression{}, fmt.Errorf("pattern %q: %q is no meaning this program knows", row[1], row[2])
	}
	p := expression{Pattern: compiled, means: means[0], alone: row[3] == "yes"}
	for _, a := range means[1:] {
		n, err := strconv.Atoi(a)
		if err != nil {
			return expression{}, fmt.Errorf("pattern %q: %q is not a number", row[1], a)
		}
		p.args = append(p.args, n)
	}
	return p, nil
}
