package link

import "github.com/qushu/qushu/extract/segment"

// lend completes heads that name a branch or a good only, as 其中 and 分…看 list them,
// by the noun of the whole they are parts of: behind 固定资产投资增长5%， the 第一产业
// of 其中第一产业增长3% is 第一产业投资, and behind 居民消费价格上涨2%， 衣着 is 衣着价格.
func (c *context) lend(r *reading, n *named) {
	if r.measure != "growth" || n.phrase.empty() {
		return
	}
	noun, price := c.lent(n.phrase.a)
	if noun == "" {
		return
	}
	for i, h := range n.heads {
		if c.lacksNoun(h, price) {
			n.heads[i] += noun
		}
	}
}

// lacksNoun reports whether a head names no quantity itself: any noun can have a price,
// only a branch of the economy has a product or an investment.
func (c *context) lacksNoun(head string, price bool) bool {
	f := segment.FoldString(head)
	if c.words.HeadNoun.EndsAt(f, 0, len(f)) > 0 || c.words.Facet.EndsAt(f, 0, len(f)) > 0 {
		return false
	}
	return price && c.words.Action.BeginsAt(f, 0) == 0 || c.words.Sector.EndsAt(f, 0, len(f)) > 0
}

// lent is the noun that the parts listed at rune at share, and whether it is one of
// prices: named by the clause that opens the list (从消费品价格看), else by the heads
// before it. Heads that differ lend nothing.
func (c *context) lent(at int) (string, bool) {
	open, from := c.listOpening(at)
	if open < 0 {
		return "", false
	}
	for _, h := range c.heads {
		if h.at > open && h.measure != "contribution" && c.ownNoun(h.text) == "" {
			return "", false
		}
	}
	for n := 1; n > 0 && open-n > from; open -= n {
		n = c.words.Trail.EndsAt(c.r, from, open)
	}
	if noun, price := c.lentBy(c.r[from:open]); noun != "" {
		return noun, price
	}
	heads := c.headsBefore
	if len(c.heads) > 0 && c.heads[0].at < open {
		heads = c.heads
	}
	return c.commonNoun(heads)
}

// listOpening is where the nearest 其中 or 分…看， before rune at ends, with the
// beginning of what it says; -1 without one.
func (c *context) listOpening(at int) (open, from int) {
	for i := at; i > 0; i-- {
		if n := c.words.Subset.EndsAt(c.r, 0, i); n > 0 && !c.insideToken(i-n) {
			return i - n, i - n
		}
		n := c.words.View.EndsAt(c.r, 0, i)
		if n == 0 || i >= len(c.r) || c.r[i] != ',' {
			continue
		}
		from := i - n
		for from > 0 && !segment.IsComma(c.r[from-1]) {
			from--
		}
		if c.words.ViewOpen.BeginsAt(c.r, from) > 0 {
			return i - n, from
		}
	}
	return -1, -1
}

// commonNoun is the noun that all heads which end in one to lend agree on.
func (c *context) commonNoun(heads []head) (noun string, price bool) {
	for _, h := range heads {
		own, of := c.lentBy(segment.FoldString(h.text))
		if own == "" || noun != "" && own != noun {
			return "", false
		}
		noun, price = own, of
	}
	return noun, price
}

func (c *context) ownNoun(text string) string {
	noun, _ := c.lentBy(segment.FoldString(text))
	return noun
}

// lentBy is the noun that a phrase ends in and can lend, an index standing for what it
// is an index of.
func (c *context) lentBy(r []rune) (noun string, price bool) {
	end := len(r) - c.words.IndexNoun.EndsAt(r, 0, len(r))
	if n := c.words.PriceNoun.EndsAt(r, 0, end); n > 0 {
		return string(r[end-n : end]), true
	}
	n := c.words.LentNoun.EndsAt(r, 0, end)
	return string(r[end-n : end]), false
}
