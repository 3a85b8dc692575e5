package extract

import (
	"fmt"
	"math/big"
	"strings"
	"unicode/utf8"

	"github.com/qushu/qushu/corpus"
	"github.com/qushu/qushu/extract/fact"
	"github.com/qushu/qushu/extract/link"
	"github.com/qushu/qushu/extract/mention"
	"github.com/qushu/qushu/normalize/number"
	"github.com/qushu/qushu/rules"
)

// magnitude is the least that a figure under some name can be; the word any is of every
// name. Where whole is set the things counted cannot be parted.
type magnitude struct {
	word, unit string
	least      *big.Rat
	whole      bool
}

// anyName and whole are the cells of a row for what can only be counted in whole numbers.
const (
	anyName = "*"
	whole   = "whole"
)

// single marks the words of names that speak of one person or household.
const single = "-"

func magnitudes(set *rules.Set) ([]magnitude, error) {
	var out []magnitude
	err := build(set, "magnitudes", func(rows [][]string) (err error) {
		out, err = readMagnitudes(rows)
		return err
	})
	return out, err
}

func readMagnitudes(rows [][]string) (out []magnitude, err error) {
	for _, r := range rows {
		if len(r) < 3 {
			return nil, fmt.Errorf("a row has three cells or more, not %d", len(r))
		}
		m := magnitude{word: r[0], unit: r[1], whole: r[2] == whole}
		if !m.whole {
			var ok bool
			if m.least, ok = new(big.Rat).SetString(r[2]); !ok {
				return nil, fmt.Errorf("%q is no number", r[2])
			}
		}
		out = append(out, m)
	}
	return out, nil
}

// scales are what a figure may have lost, smallest first: 万 and 亿.
var scales = []*big.Rat{big.NewRat(1e4, 1), big.NewRat(1e8, 1)}

// lostScale reports what a level must have been if it is too small to be true, or a
// part of what is counted whole: times the smallest scale that makes it plausible. Only
// a figure written without a scale has lost one.
//
//	征收房屋26.9m2 → 269000
//	接待游客1.8人次 → 18000
func (e *Engine) lostScale(d *link.Draft, m *mention.Mention) (*big.Rat, bool) {
	if d.Measure != "level" || hasScale(m.UnitText) || len(d.Value) != 1 || d.Value[0].Sign() <= 0 {
		return nil, false
	}
	var must magnitude
	for _, row := range e.magnitudes {
		switch {
		case row.word != anyName && !strings.Contains(d.Indicator, row.word):
		case row.unit == single:
			return nil, false
		case row.unit == m.Unit.Code:
			must.take(row)
		}
	}
	if must.allows(d.Value[0]) {
		return nil, false
	}
	for _, s := range scales {
		if v := new(big.Rat).Mul(d.Value[0], s); must.allows(v) {
			return v, true
		}
	}
	return nil, false
}

// take makes m hold what n says as well: the smaller of two least values.
func (m *magnitude) take(n magnitude) {
	m.whole = m.whole || n.whole
	if n.least != nil && (m.least == nil || n.least.Cmp(m.least) < 0) {
		m.least = n.least
	}
}

func (m *magnitude) allows(v *big.Rat) bool {
	return (m.least == nil || v.Cmp(m.least) >= 0) && (!m.whole || v.IsInt())
}

// judgeScales flags the figures that seem to have lost their scale where the document
// bears it out, and takes the repair from the others: it is an official report, whose
// figures are large, or several figures of a unit seem to and none of that unit is
// written with a scale.
func (w *writer) judgeScales(facts []fact.Fact) {
	lost, scaled := map[string]int{}, map[string]bool{}
	last := corpus.Span{Start: -1}
	for i := range facts {
		f := &facts[i]
		if f.Repaired != nil && f.Span != last {
			lost[f.Unit]++
			last = f.Span
		}
		scaled[f.Unit] = scaled[f.Unit] || f.Raw != nil && hasScale(f.Raw.Unit)
	}
	for i := range facts {
		switch f := &facts[i]; {
		case f.Repaired == nil:
		case w.official || lost[f.Unit] >= several && !scaled[f.Unit]:
			f.AddFlag(fact.LostScale)
		default:
			f.Repaired = nil
		}
	}
}

// hasScale reports whether a unit as written begins with a scale: 万亩.
func hasScale(unit string) bool {
	r, _ := utf8.DecodeRuneInString(unit)
	return number.IsScale(r)
}

// several figures are more than a slip.
const several = 3
