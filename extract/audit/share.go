package audit

import (
	"encoding/json"
	"fmt"
	"math/big"
	"slices"
	"strings"
)

// shares holds shares of a known whole against the whole and the part, and those of all
// parts of a whole against a hundred.
func (a *Auditor) shares(shares []*item, held map[string]*item) (found []Finding) {
	of := map[string]*item{}
	for _, s := range shares {
		whole, ok := a.indicators.Find(s.Scope)
		if !ok || whole.Facet != "" {
			continue
		}
		if key := whole.Indicator.ID + "\x00" + s.topic; of[key] == nil {
			of[key] = s
		}
		found = append(found, share(s, held[addendKey(s.topic, s.Agg)], held[addendKey(whole.Indicator.ID, s.Agg)])...)
	}
	for _, s := range a.laws.sums {
		parts := make([]*item, 0, len(s.parts))
		for _, id := range s.parts {
			if p := of[s.whole+"\x00"+id]; p != nil {
				parts = append(parts, p)
			}
		}
		if len(parts) == len(s.parts) {
			found = append(found, hundredOf(parts)...)
		}
	}
	return found
}

// share holds share × whole = part.
func share(s, part, whole *item) []Finding {
	if part == nil || whole == nil || part == whole || part.unit() != whole.unit() {
		return nil
	}
	got, ok := s.bounds.product(whole.bounds)
	if got = got.times(big.NewRat(1, 100)); !ok || got.meets(part.bounds) {
		return nil
	}
	sum := fmt.Sprintf("%s × %s = %s ≠ %s", whole.figure(), s.figure(), got.as(part), part.figure())
	return []Finding{finding(together(s, part, whole), Share, sum, s, part, whole)}
}

// hundredOf holds the shares of all parts of a whole against a hundred percent.
func hundredOf(parts []*item) []Finding {
	total := parts[0].bounds
	for _, p := range parts[1:] {
		total = total.plus(p.bounds)
	}
	if total.meets(bounds{hundred, hundred}) {
		return nil
	}
	sum := fmt.Sprintf("%s = %s ≠ 100", joined(parts, " + "), between(total))
	return []Finding{finding(strictly(parts...), Shares, sum, parts...)}
}

// nearHundred is how far the terms of a ratio may be from a hundred and still be meant
// as percentages of a whole.
var nearHundred = big.NewRat(5, 1)

// structure holds the terms of a ratio that are percentages of a whole, 6.1:55:38.9,
// against a hundred.
func structure(i *item) []Finding {
	var terms []json.Number
	if i.Measure != "ratio" || json.Unmarshal(i.Value, &terms) != nil || len(terms) < 3 || i.Raw == nil {
		return nil
	}
	total, most := new(big.Rat), 0
	for _, t := range terms {
		x, ok := rational(string(t))
		if !ok {
			return nil
		}
		total.Add(total, x)
		_, decimals, _ := strings.Cut(string(t), ".")
		most = max(most, len(decimals))
	}
	off := abs(new(big.Rat).Sub(total, hundred))
	rounding := new(big.Rat).Quo(big.NewRat(int64(len(terms)), 2), powerOfTen(most))
	if off.Cmp(rounding) <= 0 || off.Cmp(nearHundred) > 0 || slices.Contains(i.Flags, "stitched") {
		return nil
	}
	return []Finding{finding(Warning, Shares, strings.Join(numbers(terms), " + ")+" = "+short(total)+" ≠ 100", i)}
}

func numbers(terms []json.Number) []string {
	out := make([]string, len(terms))
	for n, t := range terms {
		out[n] = string(t)
	}
	return out
}
