package audit

import (
	"fmt"
	"math/big"
	"slices"
	"strings"
)

// nearWhole is how near a sum must come to a whole, as a part of it, for its parts to be
// meant as all of it.
var nearWhole = big.NewRat(1, 200)

// ofSentence holds what a sentence counts behind 其中 against what it counts before: the
// first part is no more than the whole, and parts that nearly make it up make it up.
func (a *Auditor) ofSentence(items []*item) []Finding {
	slices.SortFunc(items, order)
	whole, parts := a.parted(items)
	if whole == nil || len(parts) == 0 {
		return nil
	}
	if whole.bounds.below(parts[0].bounds) {
		return []Finding{finding(Warning, Part, parts[0].figure()+" > "+whole.figure(), whole, parts[0])}
	}
	total := parts[0].bounds
	for _, p := range parts[1:] {
		total = total.plus(p.bounds)
	}
	if len(parts) < 2 || total.meets(whole.bounds) || !total.closed() || !whole.bounds.closed() || !total.widened(nearWhole).meets(whole.bounds) {
		return nil
	}
	sum := fmt.Sprintf("%s = %s ≠ %s", joined(parts, " + "), total.as(whole), whole.figure())
	return []Finding{finding(Warning, Sum, sum, append([]*item{whole}, parts...)...)}
}

// parted finds the whole, the last figure before the first word for parts, and the parts,
// those of its unit behind it up to a semicolon. Where the first figure behind the word
// has another unit, what is counted is no part.
func (a *Auditor) parted(items []*item) (whole *item, parts []*item) {
	text := items[0].Sentence.Text
	cut := len(text)
	for _, w := range a.words.part {
		if n := strings.Index(text, w); n >= 0 {
			cut = min(cut, n)
		}
	}
	end := len(text)
	if n := strings.IndexAny(text[cut:], ";；"); n >= 0 {
		end = cut + n
	}
	from, next := 0, 0
	for k, i := range items {
		if k == 0 || i.Span != items[k-1].Span {
			n := strings.Index(text[next:], i.Text)
			if n < 0 {
				return nil, nil
			}
			from = next + n
			next = from + len(i.Text)
		}
		switch {
		case from < cut:
			whole = i
		case from > end || whole == nil:
			return whole, parts
		case i.unit() == whole.unit() && i.stretch == whole.stretch && i.Status == whole.Status:
			parts = append(parts, i)
		case len(parts) == 0:
			return nil, nil
		}
	}
	return whole, parts
}

// additive reports whether parts of what an item counts add up: not rates, degrees and
// what is given as a range.
func additive(i *item) bool {
	return (i.Kind == "money" || i.Kind == "count" || i.Kind == "measure") && !strings.HasPrefix(string(i.Value), "[") && i.Unit != "°C" && i.Unit != "K"
}
