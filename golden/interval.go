package golden

import (
	"math/rand/v2"
	"slices"
)

// Interval is where a score lies with 95 % confidence, as far as the documents are drawn
// from those that will come.
type Interval struct {
	Low  float64 `json:"low"`
	High float64 `json:"high"`
}

// resamples is how many sets of documents are drawn for an interval; the draws are the
// same each time.
const resamples = 1000

// intervals draws sets of documents, with one document as often as it comes, and gives
// for each score the bounds between which the middle 95 % of its F1 lie. One document
// alone gives none.
func intervals(docs []tally) map[string]Interval {
	if len(docs) < 2 {
		return nil
	}
	draw := rand.New(rand.NewPCG(1, 2))
	drawn := map[string][]float64{}
	for range resamples {
		var t tally
		t.init()
		for range docs {
			t.add(docs[draw.IntN(len(docs))])
		}
		for name, score := range t.named() {
			drawn[name] = append(drawn[name], score.F)
		}
	}
	out := map[string]Interval{}
	for name, list := range drawn {
		slices.Sort(list)
		out[name] = Interval{list[len(list)*25/1000], list[(len(list)-1)*975/1000]}
	}
	return out
}

// named are the scores of a tally by name.
func (t *tally) named() map[string]PRF {
	var s Scores
	t.fill(&s)
	return s.Named()
}
