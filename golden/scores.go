package golden

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/qushu/qushu/corpus"
)

// Scores is what came of scoring a run against gold.
type Scores struct {
	All       DocScores          `json:"all"`
	Fields    map[string]float64 `json:"fields"`   // how often each field is right, over facts paired with gold
	Bound     float64            `json:"bound"`    // how often the bound is right, over right mentions
	Suspects  Hits               `json:"suspects"` // damaged mentions of gold that carry a flag
	ByMeasure map[string]PRF     `json:"by_measure"`
	Kinds     map[string]Hits    `json:"by_kind"`
	// Confidence is how the facts came out by how far they were believed, the least first.
	Confidence []Band               `json:"by_confidence"`
	Docs       map[string]DocScores `json:"docs"`
	Intervals  map[string]Interval  `json:"intervals,omitempty"` // of F1, by the names of Named
	Measures   map[string]Count     `json:"-"`                   // the core facts behind ByMeasure
	Errors     []ScoreError         `json:"-"`
}

// DocScores are the scores of one document, or of all of them together.
type DocScores struct {
	Mention  PRF `json:"mention"`
	Span     PRF `json:"span"`
	Core     PRF `json:"core"`
	Fact     PRF `json:"fact"`
	Mentions int `json:"mentions"` // in gold
	Facts    int `json:"facts"`
}

// Hits is how many mentions of a kind were right, of those in gold.
type Hits struct {
	Hit  int `json:"hit"`
	Gold int `json:"gold"`
}

// ScoreError is one place where a run and gold disagree.
type ScoreError struct {
	Doc    string
	Kind   string // missed, wrong value, no fact, fields, spurious
	Quote  string
	Detail string
	Span   corpus.Span
	Place  string // in a golden: its file and line
}

// String gives the error on one line.
func (e ScoreError) String() string {
	place := e.Place
	if place == "" {
		place = fmt.Sprintf("%s:%d", e.Doc, e.Span.Start)
	}
	return fmt.Sprintf("%s: %s: %s: %s", place, e.Kind, oneLine(e.Quote), e.Detail)
}

// Named gives the scores that floors are set for: mention, span, core, fact and each
// measure.
func (s Scores) Named() map[string]PRF {
	out := map[string]PRF{"mention": s.All.Mention, "span": s.All.Span, "core": s.All.Core, "fact": s.All.Fact}
	maps.Copy(out, s.ByMeasure)
	return out
}

// interval shows where the F1 of a name lies with 95 % confidence.
func (s Scores) interval(name string) string {
	i, ok := s.Intervals[name]
	if !ok {
		return ""
	}
	return fmt.Sprintf("  [%.3f, %.3f]", i.Low, i.High)
}

// String writes the scores as a table: by document, together, by field, by measure and
// by kind.
func (s Scores) String() string {
	var b strings.Builder
	for _, name := range slices.Sorted(maps.Keys(s.Docs)) {
		d := s.Docs[name]
		fmt.Fprintf(&b, "%-28.28s mention %.3f  span %.3f  core %.3f  fact %.3f  (%d mentions, %d facts)\n",
			name, d.Mention.F, d.Span.F, d.Core.F, d.Fact.F, d.Mentions, d.Facts)
	}
	b.WriteString("\n")
	for _, row := range []struct {
		name string
		PRF
	}{{"mention", s.All.Mention}, {"span", s.All.Span}, {"core", s.All.Core}, {"fact", s.All.Fact}} {
		fmt.Fprintf(&b, "%-16s %s%s\n", row.name, row.PRF, s.interval(row.name))
	}
	fmt.Fprintf(&b, "\nright, of facts paired with gold\n%-16s %.3f\n", "bound", s.Bound)
	for _, name := range Fields {
		fmt.Fprintf(&b, "%-16s %.3f\n", name, s.Fields[name])
	}
	if n := s.Suspects; n.Gold > 0 {
		fmt.Fprintf(&b, "\n%-16s %d/%d\n", "damage flagged", n.Hit, n.Gold)
	}
	b.WriteString("\ncore facts by measure\n")
	for _, m := range slices.Sorted(maps.Keys(s.ByMeasure)) {
		fmt.Fprintf(&b, "%-16s %s%s\n", m, s.ByMeasure[m], s.interval(m))
	}
	b.WriteString("\nmentions by kind, right of gold\n")
	for _, k := range slices.Sorted(maps.Keys(s.Kinds)) {
		fmt.Fprintf(&b, "%-16s %d/%d\n", k, s.Kinds[k].Hit, s.Kinds[k].Gold)
	}
	b.WriteString("\nright, of facts by confidence\n")
	for _, band := range s.Confidence {
		b.WriteString(band.String() + "\n")
	}
	return b.String()
}
