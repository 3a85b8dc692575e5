package mention

import (
	"sort"

	"github.com/qushu/qushu/extract/segment"
)

// quotes adds to out the short quotations and the titles of a sentence, without their
// marks.
func quotes(r []rune, out [][2]int) [][2]int {
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
// “三送两办”, “10条措施”; and a time inside a title or the name of an event. A time that
// fills its quotation (“十三五”), a percentage, a multiple and a rank keep their meaning.
func (c *cursor) inQuotes(m Mention) Mention {
	if !c.quotesRead {
		c.quoted, c.quotesRead = quotes(c.r, c.quoted), true
	}
	first := sort.Search(len(c.quoted), func(k int) bool { return c.quoted[k][0] >= m.Start-segment.LongestQuote })
	for _, q := range c.quoted[first:] {
		if q[0] > m.Start {
			break
		}
		if q[1] < m.End || segment.HasStop(c.r[q[0]:q[1]]) || c.keepsMeaning(&m, q) {
			continue
		}
		return Mention{Start: m.Start, End: m.End, Kind: None, Why: "name", Rule: "quotation"}
	}
	return m
}

func (c *cursor) keepsMeaning(m *Mention, q [2]int) bool {
	switch m.Kind {
	case Period, Date:
		return q[1]-q[0] < m.End-m.Start+4
	case Percent, Points, Multiple, Rank, Money, Measure:
		return c.r[q[0]-1] != '《'
	}
	return m.Measure != "" || m.Value[0].Sign() == 0 || q[1]-q[0] > shortQuote && c.r[q[0]-1] != '《'
}

// shortQuote is the longest quotation in which a count is read as part of a name.
const shortQuote = 14
