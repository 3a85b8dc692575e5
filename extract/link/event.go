package link

import "github.com/qushu/qushu/extract/segment"

// carryEvent notes the event that a dated sentence makes known, for the sentences after
// it in the paragraph: 5月12日，春季招聘会在青屿广场举行。现场达成意向1593人.
func (c *context) carryEvent() {
	if !c.datedByDay() {
		return
	}
	end := len(c.r)
	for end > 0 && segment.IsComma(c.r[end-1]) {
		end--
	}
	n := c.words.TakesPlace.EndsAt(c.r, 0, end)
	if n == 0 {
		return
	}
	from := end
	for from > 0 && c.r[from-1] != ',' && c.r[from-1] != ';' {
		from--
	}
	for i := end - n; i > from; i-- {
		if c.words.EventTail.EndsAt(c.r, from, i) > 0 && !c.insideToken(i) && (i == end-n || c.eventPlace(i)) {
			c.event = c.eventName(from, i)
			return
		}
	}
}

// eventPlace reports whether what follows the name of an event at rune i tells where it
// takes place, a quotation mark aside.
func (c *context) eventPlace(i int) bool {
	if segment.IsQuote(c.r[i]) {
		i++
	}
	return c.words.In.BeginsAt(c.r, i) > 0
}

// eventName is the name between a and b: from the quotation mark that opens it, or
// behind the last word that joins a modifier.
func (c *context) eventName(a, b int) string {
	name := []rune{}
	if i := c.openQuote(a, b); i >= 0 {
		a = i + 1
	}
	for i := a; i < b; i++ {
		if c.words.Of.BeginsAt(c.r, i) > 0 {
			a = i + 1
		}
	}
	for _, r := range c.text(a, b) {
		if r != '“' && r != '”' {
			name = append(name, r)
		}
	}
	if len(name) > maxEvent {
		return ""
	}
	return string(name)
}

// maxEvent is the longest name of an event, in runes.
const maxEvent = 40

// openQuote is the first opening quotation mark between a and b, -1 without one.
func (c *context) openQuote(a, b int) int {
	for i := a; i < b; i++ {
		if c.r[i] == '“' {
			return i
		}
	}
	return -1
}

// datedByDay reports whether the sentence opens with a day.
func (c *context) datedByDay() bool {
	for k := range c.ms {
		if m := &c.ms[k]; m.IsTime() {
			return m.Time.Means == "day" && c.opens(m.Start)
		}
	}
	return false
}

// endEvent ends the event told of where a sentence opens with another time.
func (c *context) endEvent() {
	for k := range c.ms {
		if m := &c.ms[k]; m.IsTime() && c.opens(m.Start) {
			c.event = ""
			return
		}
	}
}
