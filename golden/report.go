package golden

import (
	"fmt"
	"strings"

	"github.com/qushu/qushu/rules"
)

// DifferenceKind says how a run and a golden disagree.
type DifferenceKind string

// The kinds of difference.
const (
	Missing    DifferenceKind = "missing"     // asked for and not found
	Unexpected DifferenceKind = "unexpected"  // found and not in the golden
	Differs    DifferenceKind = "differs"     // found with something else in it
	TodoPassed DifferenceKind = "todo passed" // a known miss that is now right: take the mark off
)

// Difference is one disagreement, with its place in the golden file.
type Difference struct {
	Kind     DifferenceKind
	Sentence string
	Pos      rules.Pos
	Want     *rules.Line // nil where unexpected
	Got      *rules.Line // nil where missing
	Fields   []string    // where it differs: the parts that do
}

// Count is how many facts of one measure were right, too many and missed. A fact that
// differs is one too many and one missed.
type Count struct{ TP, FP, FN int }

// Score gives precision, recall and F1; of nothing all are 0.
func (c Count) Score() PRF { return NewPRF(c.TP, c.TP+c.FP, c.TP+c.FN) }

// Report is what came of comparing a document with its golden.
type Report struct {
	Doc         string
	Differences []Difference
	ByMeasure   map[string]Count // date and period count under their own names
	Checked     []Checked        // the sentences of which something was asked
}

// Checked is a sentence of a golden of which something was asked, with how it differs.
type Checked struct {
	Sentence    string
	Pos         rules.Pos
	Differences []Difference
}

// OK reports whether nothing differs.
func (r Report) OK() bool { return len(r.Differences) == 0 }

// Of gives the differences of one kind.
func (r Report) Of(kind DifferenceKind) []Difference {
	var out []Difference
	for _, d := range r.Differences {
		if d.Kind == kind {
			out = append(out, d)
		}
	}
	return out
}

// Total adds up the counts of all measures.
func (r Report) Total() Count {
	var t Count
	for _, c := range r.ByMeasure {
		t = t.plus(c)
	}
	return t
}

// Add takes in the report of another document.
func (r *Report) Add(other Report) {
	r.Differences = append(r.Differences, other.Differences...)
	r.Checked = append(r.Checked, other.Checked...)
	for m, c := range other.ByMeasure {
		r.count(m, c)
	}
}

func (c Count) plus(d Count) Count { return Count{c.TP + d.TP, c.FP + d.FP, c.FN + d.FN} }

func (r *Report) count(measure string, c Count) {
	if r.ByMeasure == nil {
		r.ByMeasure = map[string]Count{}
	}
	r.ByMeasure[measure] = r.ByMeasure[measure].plus(c)
}

// String writes every difference, one below the other.
func (r Report) String() string {
	var b strings.Builder
	for _, d := range r.Differences {
		b.WriteString(d.String() + "\n")
	}
	return b.String()
}

// String writes the difference as two fact lines below the sentence:
//
//	tea.golden:7: differs in value: 全省茶叶产值12.5亿元，增长3.6%。
//	   want  growth  茶叶产值  +3.6 %  “3.6%”  basis=yoy
//	   got   growth  茶叶产值  +36 %   “3.6%”  basis=yoy
func (d Difference) String() string {
	place := rules.Pos{File: d.Pos.File, Line: d.Pos.Line}
	want, got := d.lines()
	return fmt.Sprintf("%s: %s: %s\n   want  %s\n   got   %s", place, d.What(), d.Sentence, want, got)
}

// What says in a few words how it differs: "differs in value".
func (d Difference) What() string {
	if len(d.Fields) == 0 {
		return string(d.Kind)
	}
	return string(d.Kind) + " in " + strings.Join(d.Fields, ", ")
}

func (d Difference) lines() (want, got string) {
	switch {
	case d.Want == nil:
		return "nothing", d.Got.String()
	case d.Got == nil:
		return d.Want.String(), "nothing"
	}
	both := rules.FormatLines([]rules.Line{*d.Want, *d.Got})
	return both[0], both[1]
}
