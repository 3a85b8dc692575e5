package audit

import (
	"fmt"
	"math/big"
	"slices"
	"strings"
)

// nearly is how near a sum must come to a whole for its parts to be meant as all of it.
var nearWhole = big.NewRat(1, 50)

// ofSentence holds what a sentence counts behind 其中 against what it counts before: no
// part is more than its whole, and parts that nearly make it up make it up.
func (a *Auditor) ofSentence(items []*item) (found []Finding) {
	slices.SortFunc(items, order)
	whole, parts := a.parted(items)
	if whole == nil {
		return nil
	}
	var total bounds
	for n, p := range parts {
		if whole.bounds.below(p.bounds) {
			return []Finding{finding(Warning, Part, p.Text+" > "+whole.Text, whole, p)}
		}
		if n == 0 {
			total = p.bounds
		} else {
			total = total.plus(p.bounds)
		}
	}
	if len(parts) < 2 || total.meets(whole.bounds) || !total.closed() || !whole.bounds.closed() || !total.widened(nearWhole).meets(whole.bounds) {
		return nil
	}
	sum := fmt.Sprintf("%s = %s ≠ %s", joined(parts, " + "), between(total), whole.Text)
	return []Finding{finding(Warning, Sum, sum, append([]*item{whole}, parts...)...)}
}

// parted finds the whole, the last figure before the first word for parts, and the parts,
// those of its unit behind it.
func (a *Auditor) parted(items []*item) (whole *item, parts []*item) {
	text := items[0].Sentence.Text
	cut := len(text)
	for _, w := range a.words.part {
		if n := strings.Index(text, w); n >= 0 {
			cut = min(cut, n)
		}
	}
	from := 0
	for _, i := range items {
		n := strings.Index(text[from:], i.Text)
		if n < 0 {
			return nil, nil
		}
		from += n
		switch {
		case from < cut:
			whole = i
		case whole != nil && i.unit() == whole.unit() && i.stretch == whole.stretch && i.Status == whole.Status:
			parts = append(parts, i)
		}
	}
	return whole, parts
}
