package golden

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/qushu/qushu/corpus"
)

// Score measures facts.jsonl against annotated gold: the folder goldDir of files
// NAME.gold.jsonl, or of goldens, whose raw documents NAME.txt, .html or .htm lie in docsDir or, where
// that is empty or lacks one, beside the gold.
//
// A mention is right where a prediction overlaps it with the same value and unit; span
// also wants exactly the same bytes. A core fact has the right measure, indicator and
// period too, a fact the right area, subject and status as well. Optional mentions are
// neither asked for nor held against a prediction.
func Score(facts io.Reader, goldDir, docsDir string) (Scores, error) {
	predictions, err := readPredicted(facts)
	if err != nil {
		return Scores{}, err
	}
	gold, err := allGold(goldDir, docsDir, predictions)
	if err != nil {
		return Scores{}, err
	}
	var total tally
	total.init()
	var tallies []tally
	out := Scores{Docs: map[string]DocScores{}}
	for _, doc := range gold {
		d := predictions[doc.name]
		if d == nil {
			d = &predictedDoc{}
		}
		s := scorer{doc: doc.name, pred: d, used: map[corpus.Span]bool{}}
		s.init()
		s.run(doc.mentions)
		out.Docs[doc.name] = s.tally.scores()
		out.Errors = append(out.Errors, s.errors...)
		total.add(s.tally)
		tallies = append(tallies, s.tally)
	}
	total.fill(&out)
	out.Intervals = intervals(tallies)
	return out, nil
}

// allGold is the gold of a folder: annotated files, else goldens.
func allGold(goldDir, docsDir string, predictions map[string]*predictedDoc) ([]goldDoc, error) {
	goldens, err := readGoldens(goldDir, predictions)
	if err != nil || len(goldens) > 0 {
		return goldens, err
	}
	return readGold(goldDir, docsDir)
}

// scorer scores one document.
type scorer struct {
	tally
	doc    string
	pred   *predictedDoc
	used   map[corpus.Span]bool
	errors []ScoreError
}

func (s *scorer) run(mentions []goldMention) {
	gold := s.withoutOptional(mentions)
	s.mentions.wanted = len(gold)
	s.mentions.given = len(s.pred.spans)
	s.pred.facts(func(p predicted) {
		s.facts.given++
		s.measures[*p.Measure] = s.measures[*p.Measure].plus(Count{FP: 1})
		s.bands.given(p.Confidence)
	})
	for _, g := range gold {
		s.mention(g)
	}
	s.spurious(gold)
}

// withoutOptional drops optional mentions and the predictions that touch only those.
func (s *scorer) withoutOptional(mentions []goldMention) []goldMention {
	var sure, optional []goldMention
	for _, g := range mentions {
		if g.Optional {
			optional = append(optional, g)
		} else {
			sure = append(sure, g)
		}
	}
	s.pred.drop(func(p corpus.Span) bool { return touches(optional, p) && !touches(sure, p) })
	return sure
}

func touches(mentions []goldMention, p corpus.Span) bool {
	return slices.ContainsFunc(mentions, func(g goldMention) bool { return g.span.Overlaps(p) })
}

func (s *scorer) mention(g goldMention) {
	s.facts.wanted += len(g.Facts)
	for _, f := range g.Facts {
		m := measureOf(f)
		s.measures[m] = s.measures[m].plus(Count{FN: 1})
	}
	s.kinds[g.Kind] = s.kinds[g.Kind].plus(Count{FN: 1})
	near := s.candidates(g)
	s.suspect(g, near)
	i := slices.IndexFunc(near, func(k corpus.Span) bool { return mentionRight(s.pred.lines[k][0], g) })
	if i < 0 {
		s.missed(g, near)
		return
	}
	hit := near[i]
	s.used[hit] = true
	s.mentions.right++
	if hit == g.span {
		s.spans++
	}
	s.kinds[g.Kind] = s.kinds[g.Kind].plus(Count{TP: 1, FN: -1})
	s.bound(s.pred.lines[hit][0], g)
	s.match(s.pred.lines[hit], g)
}

// suspect counts a damaged mention, and whether a prediction that overlaps it has a flag.
func (s *scorer) suspect(g goldMention, near []corpus.Span) {
	if !g.Suspect {
		return
	}
	s.suspects.Gold++
	if slices.ContainsFunc(near, func(k corpus.Span) bool {
		return slices.ContainsFunc(s.pred.lines[k], func(p predicted) bool { return len(p.Flags) > 0 })
	}) {
		s.suspects.Hit++
	}
}

// candidates are the unused predictions that overlap a mention, the exact span first,
// then by how far their ends are off.
func (s *scorer) candidates(g goldMention) []corpus.Span {
	var out []corpus.Span
	for _, k := range s.pred.spans {
		if !s.used[k] && k.Overlaps(g.span) {
			out = append(out, k)
		}
	}
	off := func(k corpus.Span) int { return abs(k.Start-g.span.Start) + abs(k.End-g.span.End) }
	slices.SortStableFunc(out, func(a, b corpus.Span) int { return cmp.Compare(off(a), off(b)) })
	return out
}

func abs(n int) int { return max(n, -n) }

func (s *scorer) bound(p predicted, g goldMention) {
	got, want := "exact", g.Bound
	if p.Bound != nil {
		got = *p.Bound
	}
	if want == nil {
		want = "exact"
	}
	if exactly(&got, want) {
		s.bounds++
	}
}

// match pairs the facts of a mention with those predicted of it, each with the most
// alike that is left.
func (s *scorer) match(lines []predicted, g goldMention) {
	var left []predicted
	for _, p := range lines {
		if p.isFact() {
			left = append(left, p)
		}
	}
	for _, f := range g.Facts {
		if len(left) == 0 {
			s.fault("no fact", g, fmt.Sprintf("want %v %s", f.Measure, f.Indicator))
			continue
		}
		best := mostAlike(left, f)
		s.judge(left[best], f, g)
		left = slices.Delete(left, best, best+1)
	}
}

// mostAlike is the prediction with most of the fields that make a fact right.
func mostAlike(left []predicted, f goldFact) int {
	best, most := 0, -1
	for i, p := range left {
		ok, n := fieldsRight(p, f), 0
		for _, right := range ok[:fullFields] {
			if right {
				n++
			}
		}
		if n > most {
			best, most = i, n
		}
	}
	return best
}

func (s *scorer) judge(p predicted, f goldFact, g goldMention) {
	ok := fieldsRight(p, f)
	s.judged++
	s.bands.judged(p.Confidence, allRight(ok, coreFields), allRight(ok, fullFields))
	for i, b := range ok {
		if b {
			s.fields[i]++
		}
	}
	if allRight(ok, coreFields) {
		s.core++
		s.settle(p, f)
	}
	if allRight(ok, fullFields) {
		s.facts.right++
		return
	}
	s.fault("fields", g, wrongFields(p, f, ok))
}

// settle counts a core fact as right for its measure: it was wanted and given above.
func (s *scorer) settle(p predicted, f goldFact) {
	m := measureOf(f)
	s.measures[m] = s.measures[m].plus(Count{TP: 1, FN: -1})
	s.measures[*p.Measure] = s.measures[*p.Measure].plus(Count{FP: -1})
}

// measureOf is the measure a gold fact counts under: the first it gives.
func measureOf(f goldFact) string {
	m, _ := oneOf(f.Measure)[0].(string)
	return m
}

func wrongFields(p predicted, f goldFact, ok [8]bool) string {
	got := []*string{p.Measure, p.Indicator, p.Period, p.Area, p.Subject, p.Status}
	want := []any{f.Measure, f.Indicator, f.Period, f.Area, f.Subject, f.Status}
	var out []string
	for i := range got {
		if !ok[i] {
			out = append(out, fmt.Sprintf("%s: got %s want %s", Fields[i], shown(got[i]), shownAny(want[i])))
		}
	}
	return strings.Join(out, "; ")
}

func shown(s *string) string {
	if s == nil {
		return "null"
	}
	return *s
}

func shownAny(v any) string {
	if v == nil {
		return "null"
	}
	return fmt.Sprint(v)
}
