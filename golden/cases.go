package golden

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/qushu/qushu/extract"
	"github.com/qushu/qushu/extract/fact"
	"github.com/qushu/qushu/rules"
)

// CaseFailure is a case of a rule that does not come out as it says.
type CaseFailure struct {
	Rule string
	Case rules.Case
	Why  string       // what is wrong, in a few words
	Got  []rules.Line // every fact found in the case's sentence
}

// OfPacks holds for the rules of packs, and not for those built in.
func OfPacks(r *rules.Rule) bool { return r.Pack != "" }

// RunCases reads the sentence of every case of the rules that of holds for, or of all
// where it is nil, as a document of its own and returns the cases that fail, in the order
// of the rules.
//
// A case holds where each of its lines is met by a fact of its own and no fact is left;
// a line is met where the fact has the same measure, indicator, value and bound, and the
// same unit, quote and fields as far as the line writes them. Times and lengths of time
// that state no fact need not be written. Besides, one of the facts of a rule's first
// case must be that rule's.
func RunCases(e *extract.Engine, of func(*rules.Rule) bool) []CaseFailure {
	var out []CaseFailure
	for i := range e.Set.Rules {
		r := &e.Set.Rules[i]
		if of != nil && !of(r) {
			continue
		}
		for n, c := range r.Cases {
			facts := factsOf(e, r, c)
			if why := caseFault(r, c, facts, n == 0); why != "" {
				out = append(out, CaseFailure{r.Name, c, why, linesOf(facts)})
			}
		}
	}
	return out
}

// factsOf reads a case as a document that is empty but for its sentence and of which the
// rule's given is known.
func factsOf(e *extract.Engine, r *rules.Rule, c rules.Case) []fact.Fact {
	d := extract.Plain(r.Name, c.Text)
	d.Given.Title = firstGiven(r.Given, "", "title")
	d.Given.Genre = firstGiven(r.Given, "", "genre")
	return e.Document(d, OptionsOf(r.Given)).Facts
}

// OptionsOf are the options of extraction that a given line of a rule or a golden stands
// for.
func OptionsOf(given []rules.KV) extract.Options {
	o := extract.Options{Published: firstGiven(given, "", "published"), Area: firstGiven(given, "", "area")}
	o.Year, _ = strconv.Atoi(firstGiven(given, "", "year", "period"))
	return o
}

func linesOf(facts []fact.Fact) []rules.Line {
	out := make([]rules.Line, len(facts))
	for i, f := range facts {
		out[i] = LineOf(f, nil)
	}
	return out
}

// caseFault says what is wrong with the facts of a case, or "".
func caseFault(r *rules.Rule, c rules.Case, facts []fact.Fact, first bool) string {
	left := slices.Clone(facts)
	own := false
	for _, want := range c.Want {
		i := slices.IndexFunc(left, func(f fact.Fact) bool { return meets(LineOf(f, nil), want) })
		if i < 0 {
			return "no fact for " + want.String()
		}
		own = own || left[i].Rule == r.Name
		left = slices.Delete(left, i, i+1)
	}
	for _, f := range left {
		if f.Measure != "" {
			return "not asked for: " + LineOf(f, nil).String()
		}
	}
	if first && !own && len(c.Want) > 0 {
		return "no fact of this first case was made by the rule itself, but by " + rulesOf(facts)
	}
	return ""
}

func rulesOf(facts []fact.Fact) string {
	var names []string
	for _, f := range facts {
		if f.Rule != "" && !slices.Contains(names, f.Rule) {
			names = append(names, f.Rule)
		}
	}
	return strings.Join(names, ", ")
}

// meets reports whether a fact is what a line of a case asks for.
func meets(got, want rules.Line) bool {
	same := got.Measure == want.Measure && got.Indicator == want.Indicator && got.Bound == want.Bound &&
		rules.SameValue(got.Value, want.Value) &&
		(want.Unit == "" || plainUnit(want.Unit) == got.Unit) &&
		(want.Quote == "" || sameQuote(want, got))
	for _, kv := range want.Fields {
		same = same && fieldOf(want, kv.Key, nil) == fieldOf(got, kv.Key, nil)
	}
	return same
}

// String writes the failure with what the case wants and what was found:
//
//	level.rule:21: 双方签署8个专项协议。
//	   no fact for level  签署专项协议  8 个  “8个”
//	   want  level  签署专项协议  8 个  “8个”
//	   got   level  专项协议      8 个  “8个”  period=2031
func (f CaseFailure) String() string {
	place := rules.Pos{File: f.Case.Pos.File, Line: f.Case.Pos.Line}
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s: %s\n   %s\n", place, f.Rule, f.Case.Text, f.Why)
	rows := rules.FormatLines(append(slices.Clone(f.Case.Want), f.Got...))
	for i, row := range rows {
		mark := "want"
		if i >= len(f.Case.Want) {
			mark = "got "
		}
		fmt.Fprintf(&b, "   %s  %s\n", mark, row)
	}
	if len(f.Case.Want) == 0 {
		b.WriteString("   want  nothing\n")
	}
	if len(f.Got) == 0 {
		b.WriteString("   got   nothing\n")
	}
	return strings.TrimRight(b.String(), "\n")
}
