package golden

import (
	"fmt"

	"github.com/qushu/qushu/corpus"
)

// ratio counts right answers, those given and those wanted.
type ratio struct{ right, given, wanted int }

// tally is what scoring counts, of one document or of all.
type tally struct {
	mentions ratio
	spans    int // mentions with exactly the right span
	core     int
	facts    ratio
	bounds   int
	suspects Hits // damaged mentions that are flagged, of those in gold
	judged   int  // facts paired with gold
	fields   [8]int
	measures map[string]Count // of core facts
	kinds    map[string]Count // of mentions; FP is not counted
	bands    bands
}

func (t *tally) init() { t.measures, t.kinds = map[string]Count{}, map[string]Count{} }

func (t *tally) add(u tally) {
	t.mentions = t.mentions.plus(u.mentions)
	t.facts = t.facts.plus(u.facts)
	t.spans += u.spans
	t.core += u.core
	t.bounds += u.bounds
	t.suspects.Hit += u.suspects.Hit
	t.suspects.Gold += u.suspects.Gold
	t.judged += u.judged
	for i, n := range u.fields {
		t.fields[i] += n
	}
	for m, c := range u.measures {
		t.measures[m] = t.measures[m].plus(c)
	}
	t.bands.add(u.bands)
	for k, c := range u.kinds {
		t.kinds[k] = t.kinds[k].plus(c)
	}
}

func (r ratio) plus(s ratio) ratio {
	return ratio{r.right + s.right, r.given + s.given, r.wanted + s.wanted}
}

func (t *tally) scores() DocScores {
	m, f := t.mentions, t.facts
	return DocScores{
		Mention:  NewPRF(m.right, m.given, m.wanted),
		Span:     NewPRF(t.spans, m.given, m.wanted),
		Core:     NewPRF(t.core, f.given, f.wanted),
		Fact:     NewPRF(f.right, f.given, f.wanted),
		Mentions: m.wanted,
		Facts:    f.wanted,
	}
}

// fill writes the counts of all documents as scores.
func (t *tally) fill(out *Scores) {
	out.All = t.scores()
	out.Fields = map[string]float64{}
	for i, name := range Fields {
		out.Fields[name] = share(t.fields[i], t.judged)
	}
	out.Bound = share(t.bounds, t.mentions.right)
	out.Suspects = t.suspects
	out.ByMeasure = map[string]PRF{}
	for m, c := range t.measures {
		out.ByMeasure[m] = c.Score()
	}
	out.Kinds = map[string]Hits{}
	for k, c := range t.kinds {
		out.Kinds[k] = Hits{c.TP, c.TP + c.FN}
	}
	out.Measures = t.measures
	out.Confidence = t.bands.list()
}

func share(n, of int) float64 {
	if of == 0 {
		return 0
	}
	return float64(n) / float64(of)
}

// missed notes a mention that no prediction has right.
func (s *scorer) missed(g goldMention, near []corpus.Span) {
	if len(near) == 0 {
		s.fault("missed", g, fmt.Sprintf("want %s", valueAndUnit(g.Value, g.Unit)))
		return
	}
	p := s.pred.lines[near[0]][0]
	s.fault("wrong value", g, fmt.Sprintf("got %s %s want %s", p.Kind, valueAndUnit(p.Value, p.Unit), valueAndUnit(g.Value, g.Unit)))
}

func valueAndUnit(value, unit any) string {
	if x, ok := value.(float64); ok {
		value = plainNumber(fmt.Sprint(x))
	}
	return fmt.Sprintf("%s %s", shownAny(value), shownAny(unit))
}

// spurious notes the predictions that touch no gold.
func (s *scorer) spurious(gold []goldMention) {
	for _, k := range s.pred.spans {
		if p := s.pred.lines[k][0]; !s.used[k] && !touches(gold, k) {
			s.errors = append(s.errors, ScoreError{Doc: s.doc, Kind: "spurious", Quote: p.Text, Detail: p.Kind + " " + valueAndUnit(p.Value, p.Unit), Span: p.origin()})
		}
	}
}

func (s *scorer) fault(kind string, g goldMention, detail string) {
	s.errors = append(s.errors, ScoreError{s.doc, kind, g.Quote, detail, g.span, g.place})
}
