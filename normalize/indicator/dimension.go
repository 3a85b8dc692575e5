package indicator

import (
	"slices"
	"strings"
)

// quantity is a kind of mention with the units that a dimension takes.
type quantity struct {
	kind  string
	units []string
}

// any unit, and any denominator of a rate.
const (
	anyUnit = "*"
	per     = "/*"
)

func (q quantity) takes(kind, unit string) bool {
	return q.kind == kind && slices.ContainsFunc(q.units, func(u string) bool {
		of, isRate := strings.CutSuffix(u, per)
		return u == anyUnit || u == unit || isRate && strings.HasPrefix(unit, of+"/")
	})
}

// takes reports whether a level of an indicator can be of a kind and unit.
func (l *Lexicon) takes(i *Indicator, kind, unit string) bool {
	return slices.ContainsFunc(i.Dimensions, func(d string) bool {
		return slices.ContainsFunc(l.dimensions[d], func(q quantity) bool { return q.takes(kind, unit) })
	})
}

// Agrees reports whether a figure can be what a measure says of an indicator: a level in
// one of its dimensions, a change in points only of what is a percentage, a relative
// measure without a dimension.
//
// Example: 25亩 is no level of 地区生产总值; -0.3 pp is a delta of 城镇登记失业率 and of
// 地区生产总值增速, not of 地区生产总值.
func (l *Lexicon) Agrees(k Known, measure, kind, unit string) bool {
	switch measure {
	case "level", "delta", "difference":
		if kind == "points" {
			return measure != "level" && (k.Facet != "" || slices.Contains(k.Dimensions, "percent"))
		}
		if measure == "difference" && kind == "percent" {
			return true // 高于全国20%
		}
		if k.Facet != "" {
			return kind == "percent" || kind == "fraction"
		}
		return l.takes(k.Indicator, kind, unit)
	case "ratio":
		return slices.Contains(k.Dimensions, "ratio")
	}
	return slices.Contains(relative, kind)
}

// relative are the kinds of mention that say how a quantity stands to another.
var relative = []string{"percent", "points", "fraction", "multiple", "rank", "ratio"}
