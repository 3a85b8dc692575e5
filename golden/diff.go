package golden

import (
	"fmt"
	"strings"

	"github.com/qushu/qushu/extract/fact"
	"github.com/qushu/qushu/rules"
)

// Change is one fact that two runs do not agree on.
type Change struct {
	Before *fact.Fact // nil where the fact is new
	After  *fact.Fact // nil where the fact is gone
	Fields []FieldChange
}

// FieldChange is a field of a fact with what each run says of it.
type FieldChange struct{ Name, Before, After string }

// Diff compares two runs field by field. Facts are paired by document, span, measure
// and indicator, then by ever less, and last by the words of their sentence, so that a
// document whose bytes moved still pairs. Changes come in the order of a, then what is
// new in the order of b. A fact's id is no field: it follows from the others.
func Diff(a, b []fact.Fact) []Change {
	partner := pairFacts(a, b)
	taken := make([]bool, len(b))
	var out []Change
	for i := range a {
		j := partner[i]
		if j < 0 {
			out = append(out, Change{Before: &a[i]})
			continue
		}
		taken[j] = true
		if fields := changedFields(a[i], b[j]); len(fields) > 0 {
			out = append(out, Change{&a[i], &b[j], fields})
		}
	}
	for j := range b {
		if !taken[j] {
			out = append(out, Change{After: &b[j]})
		}
	}
	return out
}

// pairings are the keys by which facts are paired, the surest first.
var pairings = []func(fact.Fact) string{
	func(f fact.Fact) string { return fmt.Sprint(f.Doc, f.Span, f.Measure, "\t", f.Indicator) },
	func(f fact.Fact) string { return fmt.Sprint(f.Doc, f.Span, f.Measure) },
	func(f fact.Fact) string { return fmt.Sprint(f.Doc, f.Span) },
	func(f fact.Fact) string {
		return strings.Join([]string{f.Doc, sentenceKey(sentenceOf(f).Text), f.Text, f.Measure, f.Indicator}, "\t")
	},
	func(f fact.Fact) string {
		return strings.Join([]string{f.Doc, sentenceKey(sentenceOf(f).Text), f.Text}, "\t")
	},
}

// pairFacts gives for each fact of a its partner in b, or -1.
func pairFacts(a, b []fact.Fact) []int {
	partner := make([]int, len(a))
	for i := range partner {
		partner[i] = -1
	}
	taken := make([]bool, len(b))
	for _, key := range pairings {
		waiting := map[string][]int{}
		for j := range b {
			if !taken[j] {
				k := key(b[j])
				waiting[k] = append(waiting[k], j)
			}
		}
		for i := range a {
			if queue := waiting[key(a[i])]; partner[i] < 0 && len(queue) > 0 {
				partner[i], taken[queue[0]] = queue[0], true
				waiting[key(a[i])] = queue[1:]
			}
		}
	}
	return partner
}

// diffFields are the fields of a fact, in the order of a line of facts.jsonl.
var diffFields = []struct {
	name string
	text func(fact.Fact) string
}{
	{"span", func(f fact.Fact) string { return fmt.Sprintf("%d-%d", f.Span.Start, f.Span.End) }},
	{"text", func(f fact.Fact) string { return f.Text }},
	{"kind", func(f fact.Fact) string { return f.Kind }},
	{"value", func(f fact.Fact) string { return string(f.Value) }},
	{"unit", func(f fact.Fact) string { return f.Unit }},
	{"raw", func(f fact.Fact) string { return pointed(f.Raw) }},
	{"base", func(f fact.Fact) string {
		if f.Base == nil {
			return ""
		}
		return string(f.Base.Value) + " " + f.Base.Unit
	}},
	{"bound", func(f fact.Fact) string { return f.Bound }},
	{"measure", func(f fact.Fact) string { return f.Measure }},
	{"indicator", func(f fact.Fact) string { return f.Indicator }},
	{"indicator_id", func(f fact.Fact) string { return f.IndicatorID }},
	{"area", func(f fact.Fact) string { return f.Area }},
	{"area_code", func(f fact.Fact) string { return f.AreaCode }},
	{"subject", func(f fact.Fact) string { return f.Subject }},
	{"period", func(f fact.Fact) string { return f.Period }},
	{"status", func(f fact.Fact) string { return f.Status }},
	{"basis", func(f fact.Fact) string { return f.Basis }},
	{"scope", func(f fact.Fact) string { return f.Scope }},
	{"agg", func(f fact.Fact) string { return f.Agg }},
	{"how", func(f fact.Fact) string { return pointed(f.How) }},
	{"sentence", func(f fact.Fact) string { return sentenceOf(f).Text }},
	{"rule", func(f fact.Fact) string { return f.Rule }},
	{"confidence", func(f fact.Fact) string { return fmt.Sprint(f.Confidence) }},
	{"flags", func(f fact.Fact) string { return strings.Join(f.Flags, " ") }},
	{"repaired", func(f fact.Fact) string { return string(f.Repaired) }},
}

// pointed shows what a pointer points to, nothing for nil.
func pointed[T any](p *T) string {
	if p == nil {
		return ""
	}
	return fmt.Sprintf("%+v", *p)
}

func changedFields(a, b fact.Fact) []FieldChange {
	var out []FieldChange
	for _, f := range diffFields {
		if x, y := f.text(a), f.text(b); x != y {
			out = append(out, FieldChange{f.name, x, y})
		}
	}
	return out
}

// String writes the change as the fact lines before (-) and after (+), and the fields
// that a fact line does not show.
func (c Change) String() string {
	one := c.After
	if one == nil {
		one = c.Before
	}
	lines, marks := []rules.Line{}, []string{}
	for _, side := range []struct {
		f    *fact.Fact
		mark string
	}{{c.Before, "-"}, {c.After, "+"}} {
		if side.f != nil {
			lines, marks = append(lines, LineOf(*side.f, nil)), append(marks, side.mark)
		}
	}
	out := fmt.Sprintf("%s:%d: %s", one.Doc, one.Span.Start, oneLine(sentenceOf(*one).Text))
	for i, l := range rules.FormatLines(lines) {
		out += "\n " + marks[i] + " " + l
	}
	for _, f := range c.Fields {
		out += fmt.Sprintf("\n   %s: %q → %q", f.Name, f.Before, f.After)
	}
	return out
}
