package golden

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Group is the changes of the facts of one rule: of the rule that makes them now, or of
// the one that made those that are gone.
type Group struct {
	Rule    string // "" for times and what no rule made
	Added   int
	Lost    int
	Changed int
	Fields  []FieldCount // of those changed, the worst first
	Changes []Change     // the worst first
}

// FieldCount is how many facts changed in a field.
type FieldCount struct {
	Name  string
	Count int
}

// Grouped sorts changes by rule, the rule with the worst changes first: what is lost,
// what is new, another value, another name, time or place, and last what is said
// otherwise of the same figure.
func Grouped(changes []Change) []Group {
	var out []Group
	at := map[string]int{}
	for _, c := range changes {
		rule := c.rule()
		i, ok := at[rule]
		if !ok {
			i = len(out)
			at[rule] = i
			out = append(out, Group{Rule: rule})
		}
		out[i].take(c)
	}
	for i := range out {
		out[i].sort()
	}
	slices.SortStableFunc(out, func(a, b Group) int { return cmp.Compare(b.weight(), a.weight()) })
	return out
}

func (c Change) rule() string {
	if c.After != nil {
		return c.After.Rule
	}
	return c.Before.Rule
}

func (g *Group) take(c Change) {
	g.Changes = append(g.Changes, c)
	switch {
	case c.After == nil:
		g.Lost++
	case c.Before == nil:
		g.Added++
	default:
		g.Changed++
	}
	for _, f := range c.Fields {
		i := slices.IndexFunc(g.Fields, func(x FieldCount) bool { return x.Name == f.Name })
		if i < 0 {
			g.Fields, i = append(g.Fields, FieldCount{Name: f.Name}), len(g.Fields)
		}
		g.Fields[i].Count++
	}
}

func (g *Group) sort() {
	slices.SortStableFunc(g.Changes, func(a, b Change) int { return cmp.Compare(b.weight(), a.weight()) })
	slices.SortStableFunc(g.Fields, func(a, b FieldCount) int { return cmp.Compare(fieldWeight(b.Name), fieldWeight(a.Name)) })
}

func (g *Group) weight() int {
	n := 0
	for _, c := range g.Changes {
		n += c.weight()
	}
	return n
}

// weight is how bad a change is: powers of ten, so that many small ones weigh as much as
// a large one.
func (c Change) weight() int {
	switch {
	case c.After == nil:
		return 2000
	case c.Before == nil:
		return 1000
	}
	worst := 0
	for _, f := range c.Fields {
		worst = max(worst, fieldWeight(f.Name))
	}
	return worst
}

func fieldWeight(name string) int {
	switch name {
	case "value", "unit", "kind", "measure":
		return 1000
	case "indicator", "period", "area", "subject", "status", "bound":
		return 100
	case "basis", "scope", "agg", "flags", "repaired", "text":
		return 10
	}
	return 1
}

// String says in a line how much changed, and in which fields:
//
//	growth.rise: 2 lost, 1 added, 3 changed (value 1, indicator 2)
func (g Group) String() string {
	name := g.Rule
	if name == "" {
		name = "no rule"
	}
	var parts []string
	for _, p := range []struct {
		n    int
		what string
	}{{g.Lost, "lost"}, {g.Added, "added"}, {g.Changed, "changed"}} {
		if p.n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", p.n, p.what))
		}
	}
	out := name + ": " + strings.Join(parts, ", ")
	if len(g.Fields) == 0 {
		return out
	}
	fields := make([]string, len(g.Fields))
	for i, f := range g.Fields {
		fields[i] = fmt.Sprintf("%s %d", f.Name, f.Count)
	}
	return out + " (" + strings.Join(fields, ", ") + ")"
}
