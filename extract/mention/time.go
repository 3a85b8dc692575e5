package mention

import (
	"github.com/qushu/qushu/extract/segment"
	"github.com/qushu/qushu/normalize/number"
)

// time reads an expression of time at rune i. A year without 年 counts only where it
// ends a clause or a heading: 拼搏2021：, not 洋炮局1862.
func (c *cursor) time(i int) (Mention, bool) {
	if i > 0 && number.IsDigit(c.r[i]) && (number.IsDigit(c.r[i-1]) || c.r[i-1] == '.' || segment.IsLatin(c.r[i-1])) {
		return Mention{}, false
	}
	e, ok := c.Periods.Scan(c.r[i:])
	if !ok {
		return Mention{}, false
	}
	if e.Alone {
		if !c.dayAlone(i, e.N) {
			return Mention{}, false
		}
		if prev := len(c.out) - 1; prev >= 0 && c.out[prev].Kind == Date && c.joined(c.out[prev].End, i) {
			e = e.InMonthOf(c.out[prev].Time)
		}
	}
	m := Mention{Start: i, End: i + e.N, Core: [2]int{i, i + e.N}, Kind: Period, Time: e, Bound: "exact"}
	if e.Date {
		m.Kind = Date
	}
	if c.timeRefused(m) {
		return Mention{}, false
	}
	return m, true
}

// timeRefused keeps words out that only look like time: a part of a longer word (本年级),
// a bare month without a figure before it.
func (c *cursor) timeRefused(m Mention) bool {
	if m.Time.Means == "last" && c.v.LengthNoun.BeginsAt(c.r, m.End) > 0 { // 近一年时间 is a length
		return true
	}
	return c.v.NotTime.BeginsAt(c.r, m.Start) > 0 || m.Start > 0 && c.v.NotTime.BeginsAt(c.r, m.Start-1) > 1
}

// dayAlone reports whether N日 names a day of the month and not so many days: 28日晚间
// against 30日内, 连续5日.
func (c *cursor) dayAlone(i, n int) bool {
	if c.hedged(i) || c.hedgeAfter(i+n) || c.v.BeforeDays.EndsAt(c.r, c.from(), i) > 0 || c.v.AfterDays.BeginsAt(c.r, i+n) > 0 {
		return false
	}
	return number.IsDigit(c.r[i]) || n > 2
}

// signed is the rule of the day under a text.
const signed = "signature"

// signature turns the day at the end of a line that is nothing but the name of a body
// and a day into a part of the page: 某区统计局 2024年3月20日, 某通讯社 2024年3月20日电.
func (sc *Scanner) signature(r []rune, out []Mention) {
	if len(out) != 1 || out[0].Kind != Date || out[0].Time.Means != "day" || out[0].Time.Year.Abs == 0 {
		return
	}
	if end := out[0].End; end != len(r) && sc.v.Wire.BeginsAt(r, end) != len(r)-end {
		return
	}
	i := out[0].Start
	if i < 4 || r[i-1] != ' ' {
		return
	}
	for _, x := range r[:i-1] {
		if !segment.IsHan(x) {
			return
		}
	}
	if sc.v.Office.EndsAt(r, 0, i-1) > 0 {
		out[0] = out[0].sign()
	}
}

// sign makes a day one of the page, which still dates the text.
func (m Mention) sign() Mention {
	return Mention{Start: m.Start, End: m.End, Kind: None, Why: "boilerplate", Rule: signed, Time: m.Time}
}

// SignLast takes the day that is all of a text's last line for its signature.
func SignLast(r []rune, ms []Mention) {
	if len(ms) == 1 && ms[0].Kind == Date && ms[0].Time.Means == "day" && ms[0].Time.Year.Abs > 0 && ms[0].Start == 0 && ms[0].End == len(r) {
		ms[0] = ms[0].sign()
	}
}
