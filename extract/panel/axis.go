package panel

import (
	"slices"
	"strconv"
	"strings"
)

// axis is the moments of a chart on a line from 0 to 1, true to time: a period stands
// where it ends.
type axis []tick

// tick is a moment of an axis: periods that end at one time, and statuses, share it.
type tick struct {
	end    string
	at     float64
	period string // the shortest that ends there
	name   string
}

func axisOf(when []moment) axis {
	var a axis
	for _, m := range when {
		switch n := len(a); {
		case m.period == "":
		case n > 0 && a[n-1].end == endOf(m.period):
			if a[n-1].name != m.name() {
				a[n-1].name = a[n-1].period // of several statuses: the time alone
			}
		default:
			a = append(a, tick{end: endOf(m.period), period: m.period, name: m.name()})
		}
	}
	if len(a) == 0 {
		return nil
	}
	first, last := yearsOf(a[0].end), yearsOf(a[len(a)-1].end)
	for i := range a {
		if a[i].at = 0.5; last > first {
			a[i].at = (yearsOf(a[i].end) - first) / (last - first)
		}
	}
	return a
}

// at is where a period stands.
func (a axis) at(period string) float64 {
	i := slices.IndexFunc(a, func(t tick) bool { return t.end == endOf(period) })
	if i < 0 {
		return 0.5
	}
	return a[i].at
}

// yearsOf is a day as a number of years: 2020-07-01 is 2020.5.
func yearsOf(day string) float64 {
	day, _, _ = strings.Cut(day, "T")
	out := 0.0
	for i, part := range strings.SplitN(day, "-", 3) {
		n, err := strconv.ParseFloat(part, 64)
		if err != nil {
			break
		}
		out += []float64{n, (n - 1) / 12, (n - 1) / 12 / 31}[i]
	}
	return out
}
