package link

import (
	"github.com/qushu/qushu/extract/mention"
	"github.com/qushu/qushu/extract/segment"
	"github.com/qushu/qushu/normalize/period"
)

// maxCompany is the longest name of a company that is read off an announcement, in runes.
const maxCompany = 14

// announcer notes the company a sentence makes something known about: it is the subject
// of a document about no area, until another is named.
//
// Example: 28日晚间，青屿股份发布上半年财务报告 names 青屿股份.
func (c *context) announcer() {
	c.announced = 0
	if !c.defaults.Notice {
		return
	}
	for i := 1; i < len(c.r) && i < 60; i++ {
		if c.words.Announce.BeginsAt(c.r, i) == 0 || c.insideToken(i) {
			continue
		}
		if name := c.nameBefore(i); name != "" {
			c.company, c.announced = name, i
			return
		}
	}
}

// reportPeriod lets the stretch an announcement names hold for what follows: 发布2019年
// 上半年报告.
func (c *context) reportPeriod() {
	for k := range c.ms {
		m := &c.ms[k]
		if c.announced == 0 || m.Start < c.announced || m.Kind != mention.Period && (m.Kind != mention.None || m.Time.Means == "") {
			continue
		}
		if iso := c.resolve(k); iso != "" {
			c.section = frame{level: unnumbered, period: iso, now: lastYear(iso)}
			if len(iso) == len("2019") { // on a whole year it is written in the next
				c.section.now++
			}
			c.sections = []frame{c.section}
		}
		return
	}
}

// writtenIn is the year in which the report that the sentence announces was made known, 0
// where it names none: a report on a whole year comes in the next.
func (c *context) writtenIn() int {
	for k := range c.ms {
		m := &c.ms[k]
		if m.Start < c.announced || m.Time.Year.Abs == 0 {
			continue
		}
		if iso := m.Time.Resolve(period.Context{}); len(iso) == len("2030") {
			return m.Time.Year.Abs + 1
		}
		return m.Time.Year.Abs
	}
	return 0
}

// topicCompany is the company named before the colon of the value's clause group, as in
// a digest: 青屿股份：上半年净利增长5%；…
func (c *context) topicCompany(at int) string {
	for i := c.groupStart(at); i < at; i++ {
		if c.r[i] != ':' || i > 0 && c.digitAt(i-1) && c.digitAt(i+1) {
			continue
		}
		if name := c.nameBefore(i); name != "" { // 原标题: names none
			return name
		}
	}
	return ""
}

func (c *context) digitAt(i int) bool { return i < len(c.r) && c.r[i] >= '0' && c.r[i] <= '9' }

// nameBefore reads a name that ends at rune i, brackets and a time between left out.
func (c *context) nameBefore(i int) string {
	end := i
	for end > 0 {
		switch m := c.endingAt(end); {
		case c.r[end-1] == ' ':
			end--
		case c.words.Daytime.EndsAt(c.r, 0, end) > 0:
			end -= c.words.Daytime.EndsAt(c.r, 0, end)
		case c.r[end-1] == ')':
			for end > 0 && c.r[end-1] != '(' {
				end--
			}
			end = max(end-1, 0)
		case m != nil && m.IsTime():
			end = m.Start
		default:
			return c.plainName(end)
		}
	}
	return ""
}

func (c *context) plainName(end int) string {
	start := end
	for start > 0 && (segment.IsHan(c.r[start-1]) || segment.IsLatin(c.r[start-1]) || c.r[start-1] == '·') {
		if m := c.endingAt(start); m != nil && m.Kind != mention.None {
			break
		}
		start--
	}
	if n := c.words.Lead.BeginsAt(c.r, start); n > 0 && start+n < end && !c.insideToken(start+n) {
		start += n
	}
	if end-start < 2 || end-start > maxCompany || c.words.NoSubject.Is(c.r[start:end]) || c.words.General.Is(c.r[start:end]) {
		return ""
	}
	for t, ok := c.s.TokenAt(start); ok && t.Start < end; t, ok = c.s.TokenAt(t.End) {
		if t.Start >= start && t.End <= end && (t.Pos == "v" || t.Pos == "p" || t.Pos == "c" || t.Pos == "r") && t.End-t.Start > 1 {
			return ""
		}
	}
	return c.text(start, end)
}
