package mention

import "github.com/qushu/qushu/extract/segment"

// quotes lists the short quotations and the titles of a sentence, without their marks.
func quotes(r []rune) [][2]int {
	var out [][2]int
	for i := 0; i < len(r); i++ {
		closing, limit := segment.Closing(r[i])
		if closing == 0 {
			continue
		}
		for j := i + 1; j < len(r) && j-i <= limit; j++ {
			if r[j] == closing {
				out = append(out, [2]int{i + 1, j})
				break
			}
		}
	}
	return out
}

// inQuotes turns a count or a bare number inside a short quotation into a name: “885”,
// “三送两办”, “10条措施”. Times, percentages, multiples and ranks keep their meaning
// there, and so does a value that fills a quotation with its own clause.
func (c *cursor) inQuotes(m Mention) Mention {
	switch m.Kind {
	case Percent, Points, Multiple, Rank, Period, Date, Money, Measure:
		return m
	}
	if m.Rule == "零" {
		return m
	}
	for _, q := range c.quoted {
		if q[0] <= m.Start && m.End <= q[1] && !segment.HasStop(c.r[q[0]:q[1]]) {
			return Mention{Start: m.Start, End: m.End, Kind: None, Why: "name", Rule: "quotation"}
		}
	}
	return m
}
