package extract

import (
	"strings"

	"github.com/qushu/qushu/extract/audit"
	"github.com/qushu/qushu/extract/fact"
	"github.com/qushu/qushu/extract/mention"
	"github.com/qushu/qushu/extract/segment"
	"github.com/qushu/qushu/normalize/indicator"
	"github.com/qushu/qushu/rules"
)

// Indicators builds the lexicon of standard indicators of a rule set.
func Indicators(set *rules.Set) (*indicator.Lexicon, error) {
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

// Auditor builds what checks the facts of a run against each other.
func Auditor(set *rules.Set) (*audit.Auditor, error) {
	known, err := Indicators(set)
	if err != nil {
		return nil, err
	}
	return audit.New(set, known)
}

// identify gives a fact the id of its indicator where that is a known one and the figure
// can be one of it; odd reports a known one that it cannot be of. Points of what is no
// percentage are neither: they may be of its share or its growth.
func (e *Engine) identify(f *fact.Fact) (odd bool) {
	k, ok := e.indicators.Find(f.Indicator)
	if !ok {
		return false
	}
	e.asShare(f, &k)
	if !e.indicators.Agrees(k, f.Measure, f.Kind, f.Unit) {
		return !e.mayBe(f)
	}
	f.IndicatorID = k.ID()
	return false
}

// mayBe reports whether a figure that is none of its indicator as such may be right all
// the same: points and parts may be of its share, a number may have left out its unit,
// and an action may count those that it is for: 发放补贴18万人.
func (e *Engine) mayBe(f *fact.Fact) bool {
	switch f.Kind {
	case mention.Points, mention.Percent, mention.Fraction:
		return true
	case mention.Money: // 拟3亿元回购股份: what it costs
		return e.belief.words.Action.BeginsAt(segment.FoldString(f.Indicator), 0) > 1
	case mention.Count:
		return f.Unit == "" || e.belief.words.Action.BeginsAt(segment.FoldString(f.Indicator), 0) > 1
	}
	return false
}

// asShare reads a percentage of the share of a known indicator, 民间投资占比, as a share of
// the indicator itself.
func (e *Engine) asShare(f *fact.Fact, k *indicator.Known) {
	if k.Facet != "share" || f.Measure != "level" || f.Kind != mention.Percent && f.Kind != mention.Fraction {
		return
	}
	for _, w := range e.Set.Lists["share-facet"].Words {
		if name, ok := strings.CutSuffix(f.Indicator, w); ok {
			f.Measure, f.Indicator, k.Facet = "share", name, ""
			return
		}
	}
}
