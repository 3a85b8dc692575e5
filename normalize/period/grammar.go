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
	years, links, shorts, parts, wholes, clocks []expression
	begins                                      pattern.Runes
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
		if row[0] != "clock" && row[0] != "link" {
			g.begins.Add(p.Pattern)
		}
		switch row[0] {
		case "link":
			g.links = append(g.links, p)
		case "short":
			g.shorts = append(g.shorts, p)
		case "clock":
			g.clocks = append(g.clocks, p)
		case "year":
			g.years = append(g.years, p)
		case "part":
			g.parts = append(g.parts, p)
		case "whole":
			g.wholes = append(g.wholes, p)
		default:
			return nil, fmt.Errorf("a role is macro, year, link, short, part, whole or clock, not %q", row[0])
		}
	}
	return g, nil
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
