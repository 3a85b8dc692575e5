package period

import (
	"slices"

	"github.com/qushu/qushu/normalize/number"
	"github.com/qushu/qushu/normalize/pattern"
)

// Expr is an expression of time as written, not yet resolved.
type Expr struct {
	N     int    // runes read
	Means string // the meaning of its part or whole, or "year" for a bare year
	Date  bool   // a day, a month or days: something happened then
	Bare  bool   // a year without 年: 2021
	Year  Year
	Alone bool     // a day without month and year: 29日
	to    *Expr    // the end of a range: 2014年11月到去年3月
	clock *Expr    // the time of day
	nums  captured // the numbers captured: M, m, D, d, y, z, N, Q, P
	args  []int
}

// Year is how an expression names its year.
type Year struct {
	Abs  int  // 2020, or 0
	Rel  int  // -1 for 去年
	Said bool // the expression names a year, absolute or relative
	Back int  // years before the year spoken of: 1 for 上年
	Same bool // 当年, 全年: the year spoken of
}

// Scan reads the longest expression of time at the beginning of s: a year, a part of
// one, a day with its time of day, or a range of two of these.
func (g *Grammar) Scan(s []rune) (Expr, bool) {
	if len(s) == 0 || !g.Begins(s[0]) {
		return Expr{}, false
	}
	e, ok := g.one(s)
	if !ok {
		e, ok = g.BareYear(s)
		if to, n := g.rangeTo(e, s); ok && n > e.N && to.Year.Said {
			return e.until(to, n), true
		}
		return Expr{}, false
	}
	if to, n := g.rangeTo(e, s); n > 0 {
		return e.until(to, n), true
	}
	return e, true
}

// rangeTo reads the second half of a range and returns the runes of the whole.
func (g *Grammar) rangeTo(e Expr, s []rune) (Expr, int) {
	if e.class() == 0 || e.to != nil {
		return Expr{}, 0
	}
	k, both := number.Until(s[e.N:]), 0
	if k == 0 {
		k = number.Both(s[e.N:])
		both = k
	}
	if k == 0 || e.N+k >= len(s) || !g.Begins(s[e.N+k]) {
		return Expr{}, 0
	}
	to, ok := g.one(s[e.N+k:])
	n := e.N + k + to.N
	if !ok || to.class() != e.class() && !(e.class() == 'y' && to.Year.Said && to.class() != 0) {
		return Expr{}, 0
	}
	if both > 0 {
		amid := number.Amid(s[n:])
		if amid == 0 {
			return Expr{}, 0
		}
		n += amid
	}
	return to, n
}

// class is what a range is made of: 'd' days, 'm' months, 'y' years, 0 for what has no
// ends to go from or to.
func (e Expr) class() byte {
	switch e.Means {
	case "day", "rel-day", "year-end", "year-start", "month-end", "rel-month-end", "rel-month-start", "first-day", "last-day":
		return 'd'
	case "month", "rel-month", "quarter", "span", "rel-quarter":
		return 'm'
	case "year":
		if e.Year.Said && !e.Year.Same {
			return 'y'
		}
	}
	return 0
}

func (e Expr) until(to Expr, n int) Expr {
	e.to, e.N = &to, n
	e.Date = e.Date && to.Date && e.class() == 'd'
	e.Alone = false
	return e
}

// one reads an expression that is no range of two.
func (g *Grammar) one(s []rune) (Expr, bool) {
	best, ok := g.wholes.longest(s, nil)
	year, said := g.years.longest(s, nil)
	if said {
		year.asYear()
		if year.Bare {
			year.N, said = 0, false
		} else if year.N > best.N {
			best, ok = year, true
		}
	}
	after := year.N
	if said {
		if link, found := g.links.longest(s[after:], nil); found { // 2012年的3月
			after += link.N
		}
	}
	part, found := g.parts.longest(s[after:], func(p *expression) bool { return p.alone || said })
	if found && after+part.N > best.N {
		part.Year = year.Year
		if part.Year.Same && part.Means == "to-date" {
			part.Year = Year{}
		}
		part.N += after
		best, ok = part, true
	}
	if short, found := g.short(s); found && short.N > best.N {
		best, ok = short, true
	}
	if ok && best.Means == "day" {
		if clock, found := g.clocks.longest(s[best.N:], nil); found && clock.valid() {
			best.clock, best.N = &clock, best.N+clock.N
		}
	}
	return best, ok
}

// short reads a part behind a year that is one only there: 98年4月, 19年底.
func (g *Grammar) short(s []rune) (Expr, bool) {
	year, ok := g.shorts.longest(s, nil)
	if !ok {
		return Expr{}, false
	}
	part, ok := g.parts.longest(s[year.N:], func(p *expression) bool {
		return p.means != "to-date" && p.means != "same-stretch" && p.means != "year" && p.means != "rel-day" && p.means != "rel-month"
	})
	if !ok {
		return Expr{}, false
	}
	year.asYear()
	part.Year = year.Year
	part.N += year.N
	return part, true
}

// Begins reports whether an expression of time can begin with r.
func (g *Grammar) Begins(r rune) bool {
	return g.wholes.set.Begins(r) || g.years.set.Begins(r) || g.parts.set.Begins(r) || g.shorts.set.Begins(r)
}

// BareYear reads a four-digit year without 年 at the beginning of s.
func (g *Grammar) BareYear(s []rune) (Expr, bool) {
	e, ok := g.years.longest(s, func(p *expression) bool { return p.means == "abs-bare" })
	if ok {
		e.asYear()
	}
	return e, ok
}

// InMonthOf gives a day alone the month and year of the day before it in a list: the
// 28日 of 9月27日、28日.
func (e Expr) InMonthOf(day Expr) Expr {
	for day.to != nil {
		day = *day.to
	}
	if e.Alone && day.Means == "day" {
		e.Means, e.Alone, e.Year = "day", false, day.Year
		e.nums = captured{{"D", e.nums.get("D")}, {"M", day.nums.get("M")}}
	}
	return e
}

func (e *Expr) asYear() {
	y := Year{Said: true}
	switch e.Means {
	case "abs", "abs-short", "roc":
		y.Abs = e.Year.Abs
	case "abs-bare":
		y.Abs, e.Bare = e.Year.Abs, true
	case "rel":
		y.Rel = e.args[0]
	case "prior":
		y.Back, y.Said = e.args[0], false
	case "same":
		y.Same, y.Said = true, false
	}
	e.Year, e.Means = y, "year"
}

// captured are the numbers a pattern captured, by the names of their groups.
type captured []capture

type capture struct {
	name  string
	value int
}

// get is the number of a name, 0 without one.
func (c captured) get(name string) int {
	for _, x := range c {
		if x.name == name {
			return x.value
		}
	}
	return 0
}

func (c captured) has(name string) bool {
	return slices.ContainsFunc(c, func(x capture) bool { return x.name == name })
}

// expr makes an expression of a match, reading every captured number.
func (p expression) expr(m pattern.Match) Expr {
	e := Expr{N: m.N, Means: p.means, args: p.args, nums: make(captured, 0, len(m.Groups)+1)}
	for _, g := range m.Groups {
		e.nums = append(e.nums, capture{g.Name, numeral(g.Name, []rune(g.Text))})
	}
	if e.nums.has("S") {
		e.nums = append(e.nums, capture{"Y", inCentury(e.nums.get("S"))})
	}
	if e.nums.has("Y") {
		y := e.nums.get("Y")
		if p.means == "roc" {
			y += 1911
		}
		e.Year = Year{Abs: y, Said: true}
	}
	e.Alone = p.means == "rel-day" && m.Groups.Text("D") != "" && len(p.args) == 0
	switch p.means {
	case "day", "days", "month", "tenday", "rel-day", "first-days", "last-day", "quarter-start", "half-month", "rel-month-end", "rel-month-start", "rel-tenday", "first-day", "holiday":
		e.Date = true
	}
	return e
}

// numeral is the number a group captured; years are said digit by digit.
func numeral(group string, text []rune) int {
	switch group {
	case "Y", "y", "S":
		if v, ok := number.Literal(text); ok {
			return int(v)
		}
	}
	v, ok := number.Scan(text)
	if !ok || !v.Value.IsInt() || !v.Value.Num().IsInt64() {
		return 0
	}
	return int(v.Value.Num().Int64())
}

// inCentury is the year that two digits stand for: 98 is 1998, 08 is 2008. A year
// written with three digits is meant as it stands.
func inCentury(s int) int {
	switch {
	case s >= 100:
		return s
	case s < 50:
		return 2000 + s
	}
	return 1900 + s
}

// valid reports whether a time of day is one.
func (e Expr) valid() bool {
	return e.nums.get("h") <= 24 && e.nums.get("i") < 60 && e.nums.get("s") < 60
}
