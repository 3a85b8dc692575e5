package period

import (
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
	nums  map[string]int // the numbers captured: M, m, D, d, y, z, N, Q, P
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

// Scan reads the longest expression of time at the beginning of s.
func (g *Grammar) Scan(s []rune) (Expr, bool) {
	best, ok := longest(g.wholes, s, nil)
	year, said := longest(g.years, s, nil)
	if said {
		year.asYear()
		if year.Bare {
			year.N, said = 0, false
		} else if year.N > best.N {
			best, ok = year, true
		}
	}
	part, found := longest(g.parts, s[year.N:], func(p expression) bool { return p.alone || said })
	if found && year.N+part.N > best.N {
		part.Year = year.Year
		if part.Year.Same && part.Means == "to-date" {
			part.Year = Year{}
		}
		part.N += year.N
		return part, true
	}
	return best, ok
}

// BareYear reads a four-digit year without 年 at the beginning of s.
func (g *Grammar) BareYear(s []rune) (Expr, bool) {
	e, ok := longest(g.years, s, func(p expression) bool { return p.means == "abs-bare" })
	if ok {
		e.asYear()
	}
	return e, ok
}

func (e *Expr) asYear() {
	y := Year{Said: true}
	switch e.Means {
	case "abs":
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

func longest(list []expression, s []rune, ok func(expression) bool) (best Expr, found bool) {
	if len(s) == 0 {
		return Expr{}, false
	}
	text := ""
	for _, p := range list {
		if !p.Begins(s[0]) || ok != nil && !ok(p) {
			continue
		}
		if text == "" {
			text = pattern.Text(s)
		}
		if m, ok := p.Match(text); ok && m.N > best.N {
			best, found = p.expr(m), true
		}
	}
	return best, found
}

// expr makes an expression of a match, reading every captured number.
func (p expression) expr(m pattern.Match) Expr {
	e := Expr{N: m.N, Means: p.means, args: p.args, nums: map[string]int{}}
	for name, text := range m.Groups {
		if v, ok := number.Scan([]rune(text)); ok {
			e.nums[name] = int(v.Value.Num().Int64())
		}
	}
	if y, ok := e.nums["Y"]; ok {
		e.Year = Year{Abs: y, Said: true}
	}
	e.Date = p.means == "day" || p.means == "days" || p.means == "month" || p.means == "tenday"
	return e
}
