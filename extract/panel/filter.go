package panel

import (
	"slices"
	"strings"
)

// Filter says which rows are shown: those that every list which is not empty takes.
type Filter struct {
	Indicators []string // names, in any form, or ids; an id takes its facets too
	Areas      []string // names or parts of them, or codes or beginnings of them
	Periods    []string // ISO 8601: a year takes what lies in it, 2020..2025 several
	Measures   []string
	Bases      []string
	Statuses   []string
	Verdicts   []string
}

func (f *Filter) takes(n *namer, r *Row) bool {
	return oneOf(f.Indicators, func(s string) bool { return isIndicator(n, r, s) }) &&
		oneOf(f.Areas, func(s string) bool { return isArea(r, s) }) &&
		oneOf(f.Periods, func(s string) bool { return inPeriod(r.Period, s) }) &&
		oneOf(f.Measures, func(s string) bool { return s == r.Measure }) &&
		oneOf(f.Bases, func(s string) bool { return s == r.Basis }) &&
		oneOf(f.Statuses, func(s string) bool { return s == r.Status }) &&
		oneOf(f.Verdicts, func(s string) bool { return s == r.Verdict })
}

func oneOf(list []string, takes func(string) bool) bool {
	return len(list) == 0 || slices.ContainsFunc(list, takes)
}

func isIndicator(n *namer, r *Row, s string) bool {
	if s == r.Indicator || s == r.IndicatorID || strings.HasPrefix(r.IndicatorID, s+".") {
		return true
	}
	if k, ok := n.lexicon.Find(s); ok {
		return k.ID() == r.IndicatorID
	}
	return n.lexicon.Key(s) == n.lexicon.Key(r.Indicator)
}

func isArea(r *Row, s string) bool {
	return strings.Contains(r.Area, s) || r.AreaCode != "" && strings.HasPrefix(r.AreaCode, s)
}

// inPeriod compares ends: 2020 takes 2020-03 and 2020-01/2020-06, 2016/2020 itself.
func inPeriod(period, s string) bool {
	if period == s {
		return true
	}
	if period == "" {
		return false
	}
	from, to, several := strings.Cut(s, "..")
	if !several {
		to = from
	}
	begin, end, span := strings.Cut(period, "/")
	if !span {
		end = begin
	}
	return begin >= from && (end <= to || strings.HasPrefix(end, to))
}
