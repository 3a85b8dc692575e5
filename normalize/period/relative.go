package period

import (
	"fmt"
	"strings"
	"time"
)

// fromMonth resolves what counts from the month the text was written in: 本月, 上个月,
// 下月5号, 月底, 上半月, 29日.
func (e Expr) fromMonth(c Context) (string, bool) {
	shift := 0
	if len(e.args) > 0 {
		shift = e.args[0]
	}
	switch e.Means {
	case "rel-month", "rel-day", "rel-month-end", "rel-month-start", "half-month", "rel-half", "rel-quarter", "rel-tenday":
	default:
		return "", false
	}
	y := c.Now
	if e.Year.Said || y == 0 {
		y = e.YearIn(c)
	}
	if y == 0 || c.Month == 0 {
		return "", true
	}
	if e.Means == "half-month" {
		return halfMonth(y, c.Month, e.args[0]), true
	}
	if e.Means == "rel-half" {
		return half(y, (c.Month-1)/6+shift), true
	}
	if e.Means == "rel-quarter" {
		at := time.Date(y, time.Month((c.Month-1)/3*3+1+3*shift), 1, 0, 0, 0, 0, time.UTC)
		return months(at.Year(), int(at.Month()), int(at.Month())+2), true
	}
	at := time.Date(y, time.Month(c.Month+shift), 1, 0, 0, 0, 0, time.UTC)
	y, m := at.Year(), int(at.Month())
	switch e.Means {
	case "rel-tenday":
		return tenday(y, m, e.args[1]), true
	case "rel-day":
		return day(y, m, e.nums.get("D")), true
	case "rel-month-end":
		return monthEnd(y, m), true
	case "rel-month-start":
		return day(y, m, 1), true
	}
	return fmt.Sprintf("%04d-%02d", y, m), true
}

func halfMonth(y, m, which int) string {
	if which == 1 {
		return day(y, m, 1) + "/" + day(y, m, 15)
	}
	return day(y, m, 16) + "/" + monthEnd(y, m)
}

// half is the half year that n halves after the first of the year y is.
func half(y, n int) string {
	for n < 0 {
		y, n = y-1, n+2
	}
	y, n = y+n/2, n%2
	return months(y, 6*n+1, 6*n+6)
}

// resolveRange resolves both ends. The second takes its year from the first where it
// names none, and lies in the year after where it would lie before.
func (e Expr) resolveRange(c Context) string {
	first := e
	first.to = nil
	from := first.Resolve(c)
	a, _, _ := strings.Cut(from, "/")
	if a == "" {
		return ""
	}
	if e.class() == 'y' && e.to.class() != 'y' { // 1985到89年9月
		a += "-01"
	}
	inner := c
	if e.Year.Abs > 0 && !e.to.Year.Said {
		inner.Year = e.Year.Abs
	}
	b := e.to.end(inner)
	if b == "" {
		return ""
	}
	if b < a[:min(len(a), len(b))] && !e.to.Year.Said && e.to.class() != 'y' {
		inner.Year = e.YearIn(c) + 1
		b = e.to.end(inner)
	}
	return a + "/" + b
}

// end is the last moment of an expression.
func (e Expr) end(c Context) string {
	s := e.Resolve(c)
	if _, b, ok := strings.Cut(s, "/"); ok {
		return b
	}
	return s
}

// decade is the ten years of 上世纪90年代 and 九十年代: the argument is the first year of
// the century, a captured C its number; without either the one that is nearest is meant.
func decade(n captured, args []int) string {
	century := 1900
	switch {
	case n.get("C") > 0:
		century = 100 * (n.get("C") - 1)
	case len(args) > 0:
		century = args[0]
	case n.get("E") < 30:
		century = 2000
	}
	return years(century+n.get("E"), century+n.get("E")+9)
}

// time is the time of day as ISO 8601 adds it to a day. The argument is added to hours
// before noon: 下午3时.
func (e Expr) time() string {
	h := e.nums.get("h")
	if len(e.args) > 0 && h < 12 {
		h += e.args[0]
	}
	if e.nums.has("s") {
		return fmt.Sprintf("T%02d:%02d:%02d", h, e.nums.get("i"), e.nums.get("s"))
	}
	return fmt.Sprintf("T%02d:%02d", h, e.nums.get("i"))
}

// holiday finds the days off of the year y among pairs of days written as 20230929.
func holiday(y int, days []int) string {
	for i := 0; i+1 < len(days); i += 2 {
		if days[i]/10000 == y {
			return iso(days[i]) + "/" + iso(days[i+1])
		}
	}
	return ""
}

func iso(d int) string { return day(d/10000, d/100%100, d%100) }
