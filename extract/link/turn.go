package link

import (
	"strconv"

	"github.com/qushu/qushu/extract/segment"
)

// turn lets the time that a sentence of a report's look back turns to hold for what
// follows, subsections too: 刚刚过去的2025年，… ends what is told of the five years, and
// 五年来，… goes back to them.
func (c *context) turn() {
	if !c.defaults.Official || !c.defaults.LooksBack || len(c.sections) == 0 || c.section.status == "target" {
		return
	}
	from := c.address()
	for k := range c.ms {
		m := &c.ms[k]
		if !m.IsTime() {
			continue
		}
		if m.Start-from < maxTurn && !c.clauseBetween(from, m.Start) {
			c.turnTo(c.turned(k))
		}
		return
	}
}

// planYears is how many years a five-year plan and a term of office have.
const planYears = 5

// maxTurn is how far from its beginning a sentence names the time it turns to, in runes.
const maxTurn = 8

// address is where a sentence goes on behind the words that address an assembly.
func (c *context) address() int {
	n := c.words.Address.BeginsAt(c.r, 0)
	for n > 0 && n < len(c.r) && segment.IsComma(c.r[n]) {
		n++
	}
	return n
}

// turned is the year or the years reported on that time k turns to, "" where it does not.
func (c *context) turned(k int) string {
	m := &c.ms[k]
	iso := c.resolve(k)
	if lastYear(iso) != c.defaults.Year {
		return ""
	}
	end := m.End
	for end < len(c.r) && segment.IsQuote(c.r[end]) {
		end++
	}
	switch {
	case m.Time.Means == "last" && c.defaults.Year-firstYear(iso) < planYears:
		return iso // ten years are looked back on in passing only
	case m.Time.Means == "year" && iso == strconv.Itoa(c.defaults.Year):
		if c.words.JustPast.EndsAt(c.r, 0, m.Start) > 0 || c.words.TurnIs.BeginsAt(c.r, end) > 0 {
			return iso
		}
	case m.Time.Means == "plan" && (c.words.TurnPlan.BeginsAt(c.r, end) > 0 || c.words.TurnPlan.EndsAt(c.r, m.Start, m.End) > 0):
		return iso
	}
	return ""
}

func (c *context) turnTo(iso string) {
	if iso == "" {
		return
	}
	c.section.period = iso
	for i := range c.sections {
		c.sections[i].period = iso
	}
}
