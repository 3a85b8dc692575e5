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
	return c.v.NotTime.BeginsAt(c.r, m.Start) > 0
}
