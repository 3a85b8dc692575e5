package period

import (
	"fmt"
	"time"
)

// Context is what an expression is resolved against. A zero year is unknown.
type Context struct {
	Year  int // the year spoken of: of a bare 5月19日, 全年, 前三季度
	Now   int // the year the text was written in: of 今年, 去年
	Month int // the month it was written in: of 今年以来
}

// known are the meanings a pattern may have.
var known = map[string]bool{
	"abs": true, "abs-bare": true, "rel": true, "prior": true, "same": true, "day": true, "days": true, "month": true, "months": true,
	"tenday": true, "month-end": true, "span": true, "quarter": true, "quarter-end": true, "first-months": true,
	"year": true, "year-end": true, "year-start": true, "to-date": true, "same-stretch": true, "plan": true,
	"plan-end": true, "years": true, "year-months": true, "school-year": true, "school-year-short": true,
	"abs-short": true, "roc": true, "range-years": true, "decade": true, "year-pair": true, "rel-month": true, "rel-day": true,
	"rel-month-end": true, "rel-month-start": true, "half-month": true, "rel-half": true, "first-days": true, "last-day": true,
	"last-months-of": true, "quarter-start": true, "clock": true, "holiday": true, "rel-quarter": true,
	"decade-of": true, "quarters": true, "school-year-one": true, "first-day": true, "rel-tenday": true,
	"fiscal-year": true, "last": true, "next": true, "last-months": true, "years-ago": true,
}

// YearIn is the year the expression names or falls in, 0 where the context lacks it.
func (e Expr) YearIn(c Context) int {
	switch {
	case e.Year.Abs > 0:
		return e.Year.Abs
	case e.Year.Back > 0 && c.Year > 0:
		return c.Year - e.Year.Back
	case e.Year.Said && c.Now > 0:
		return c.Now + e.Year.Rel
	case e.Year.Said && c.Year > 0:
		return c.Year + e.Year.Rel
	case e.Means == "to-date" && c.Now > 0:
		return c.Now
	case e.Year.Said:
		return 0
	}
	return c.Year
}

// Resolve gives the ISO 8601 form: a year "2020", a month "2020-10", a day, or an
// interval "2020-01/2020-09"; "" where the context does not settle it.
//
// Example: 前三季度 with Year 2023 is "2023-01/2023-09".
func (e Expr) Resolve(c Context) string {
	if e.to != nil {
		return e.resolveRange(c)
	}
	s := e.single(c)
	if e.clock != nil && s != "" {
		s += e.clock.time()
	}
	return s
}

func (e Expr) single(c Context) string {
	if s, ok := e.absolute(); ok {
		return s
	}
	if s, ok := e.span(c); ok {
		return s
	}
	if s, ok := e.fromMonth(c); ok {
		return s
	}
	y := e.YearIn(c)
	if y == 0 {
		return ""
	}
	return e.within(y, c)
}

// absolute resolves what needs no context.
func (e Expr) absolute() (string, bool) {
	n := e.nums
	switch e.Means {
	case "decade":
		return decade(n, e.args), true
	case "decade-of":
		return years(n.get("Y"), n.get("Y")+9), true
	case "school-year-one":
		return fmt.Sprintf("%04d-09/%04d-08", n.get("Y"), n.get("Y")+1), true
	case "plan":
		return plan(n.get("P")), true
	case "plan-end":
		return fmt.Sprintf("%04d-12-31", 1955+5*n.get("P")), true
	case "years":
		return years(n.get("Y"), n.get("y")), true
	case "year-months":
		return fmt.Sprintf("%04d-%02d/%04d-%02d", n.get("Y"), n.get("M"), n.get("y"), n.get("m")), true
	case "school-year":
		return fmt.Sprintf("%04d-09/%04d-08", n.get("Y"), n.get("y")), true
	case "school-year-short":
		return fmt.Sprintf("%04d-09/%04d-08", n.get("Y"), n.get("Y")/100*100+n.get("z")), true
	case "fiscal-year":
		return fmt.Sprintf("%04d-04/%04d-03", n.get("Y"), n.get("Y")/100*100+n.get("z")), true
	}
	return "", false
}

// span resolves what counts years or months from the year of the text.
func (e Expr) span(c Context) (string, bool) {
	n := e.nums.get("N")
	y := c.Year
	switch e.Means {
	case "last":
		return years(y-n+1, y), y > 0
	case "year-pair":
		return years(c.Now+e.args[0], c.Now+e.args[1]), c.Now > 0
	case "next":
		return years(y+1, y+n), y > 0
	case "years-ago":
		return fmt.Sprintf("%04d", y - n), y > 0
	case "last-months":
		if c.Now == 0 || c.Month == 0 {
			return "", true
		}
		end := time.Date(c.Now, time.Month(c.Month), 1, 0, 0, 0, 0, time.UTC)
		return end.AddDate(0, 1-n, 0).Format("2006-01") + "/" + end.Format("2006-01"), true
	case "to-date":
		if y = e.YearIn(c); y == 0 {
			return "", true
		}
		if c.Month == 0 {
			return fmt.Sprintf("%04d", y), true
		}
		return fmt.Sprintf("%04d-01/%04d-%02d", y, max(c.Now, y), c.Month), true
	}
	return "", false
}

// within resolves a part of the year y.
func (e Expr) within(y int, c Context) string {
	n := e.nums
	switch e.Means {
	case "day":
		return day(y, n.get("M"), n.get("D"))
	case "days":
		m := n.get("M")
		if n.get("m") > 0 {
			m = n.get("m")
		}
		return days(day(y, n.get("M"), n.get("D")), day(y, m, n.get("d")))
	case "first-days":
		return day(y, 1, 1) + "/" + time.Date(y, 1, n.get("N"), 0, 0, 0, 0, time.UTC).Format("2006-01-02")
	case "first-day":
		return day(y, n.get("M"), 1)
	case "last-day":
		return monthEnd(y, n.get("M"))
	case "last-months-of":
		return months(y, 13-n.get("N"), 12)
	case "quarter-start":
		return day(y, 3*n.get("Q")-2, 1)
	case "holiday":
		return holiday(y, e.args)
	case "month":
		return fmt.Sprintf("%04d-%02d", y, n.get("M"))
	case "months":
		return months(y, n.get("M"), n.get("m"))
	case "tenday":
		return tenday(y, n.get("M"), e.args[0])
	case "month-end":
		return monthEnd(y, n.get("M"))
	case "span":
		return months(y, e.args[0], e.args[1])
	case "quarter":
		return months(y, 3*n.get("Q")-2, 3*n.get("Q"))
	case "quarters":
		return months(y, 3*n.get("Q")-2, 3*n.get("q"))
	case "quarter-end":
		return monthEnd(y, 3*n.get("Q"))
	case "first-months":
		return months(y, 1, n.get("N"))
	case "year-end":
		return fmt.Sprintf("%04d-12-31", y)
	case "year-start":
		return fmt.Sprintf("%04d-01-01", y)
	}
	return fmt.Sprintf("%04d", y)
}

// plan is the span of the n-th five-year plan. The first two lay off the later count:
// three years of adjustment followed them.
func plan(n int) string {
	if n == 1 || n == 2 {
		return years(1948+5*n, 1952+5*n)
	}
	return years(1951+5*n, 1955+5*n)
}

func years(a, b int) string {
	if a == b {
		return fmt.Sprintf("%04d", a)
	}
	return fmt.Sprintf("%04d/%04d", a, b)
}

func months(y, a, b int) string {
	if a == b {
		return fmt.Sprintf("%04d-%02d", y, a)
	}
	end := y
	if b < a { // 8月至2月 ends in the year after
		end++
	}
	return fmt.Sprintf("%04d-%02d/%04d-%02d", y, a, end, b)
}

// day is "" for a day that the calendar does not have, such as 2月30日.
func day(y, m, d int) string {
	if t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC); t.Day() != d || int(t.Month()) != m {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", y, m, d)
}

// days is the interval of two days, "" where the calendar lacks one of them.
func days(a, b string) string {
	if a == "" || b == "" {
		return ""
	}
	return a + "/" + b
}

func monthEnd(y, m int) string {
	return time.Date(y, time.Month(m)+1, 0, 0, 0, 0, 0, time.UTC).Format("2006-01-02")
}

func tenday(y, m, third int) string {
	if third == 3 {
		return day(y, m, 21) + "/" + monthEnd(y, m)
	}
	return day(y, m, 10*third-9) + "/" + day(y, m, 10*third)
}

// LastMonth is the month a part of a year ends in, 0 for what is no part.
func (e Expr) LastMonth() int {
	switch e.Means {
	case "span":
		return e.args[1]
	case "quarter", "quarter-end":
		return 3 * e.nums.get("Q")
	case "months":
		return e.nums.get("m")
	case "first-months":
		return e.nums.get("N")
	case "month-end":
		return e.nums.get("M")
	}
	return 0
}
