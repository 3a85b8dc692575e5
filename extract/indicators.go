package extract

import (
	"github.com/qushu/qushu/extract/fact"
	"github.com/qushu/qushu/extract/segment"
	"github.com/qushu/qushu/normalize/indicator"
	"github.com/qushu/qushu/rules"
)

// indicators builds the lexicon of standard indicators of a rule set.
func indicators(set *rules.Set) (*indicator.Lexicon, error) {
	var t indicator.Tables
	for _, part := range []struct {
		table string
		to    *rules.Table
	}{{"indicators", &t.Indicators}, {"dimensions", &t.Dimensions}, {"indicator-parts", &t.Parts}} {
		if _, err := cells(set, part.table); err != nil {
			return nil, err
		}
		*part.to = set.Tables[part.table]
	}
	return indicator.New(t, func(r rune) rune { return segment.Fold(r, true) })
}

// identify gives a fact the id of its indicator where that is a known one and the figure
// can be one of it; odd reports a known one that it cannot be of.
func (e *Engine) identify(f *fact.Fact) (odd bool) {
	k, ok := e.indicators.Find(f.Indicator)
	if !ok {
		return false
	}
	if !e.indicators.Agrees(k, f.Measure, f.Kind, f.Unit) {
		return true
	}
	f.IndicatorID = k.ID()
	return false
}
