package link

import (
	"fmt"
	"sort"
	"strings"
)

// Pair is a word that names two things at once: 城乡 is 城镇 and 农村.
type Pair struct{ Word, First, Second string }

// Pairs are tried longest first.
type Pairs []Pair

// NewPairs reads rows with the cells word, first and second.
func NewPairs(rows [][]string) (Pairs, error) {
	var out Pairs
	for _, r := range rows {
		if len(r) < 3 || r[1] == "" || r[2] == "" {
			return nil, fmt.Errorf("%s is a pair of nothing, wanted the two things that it names", r[0])
		}
		out = append(out, Pair{r[0], r[1], r[2]})
	}
	sort.SliceStable(out, func(i, j int) bool { return len(out[i].Word) > len(out[j].Word) })
	return out, nil
}

// paired names the two things of a head before two figures of a kind: 城乡居民收入 before
// 5%、7% is 城镇居民收入 and 农村居民收入; nil where it names one.
func (c *context) paired(k int, heads []string) []string {
	if len(heads) != 1 || c.listed(k) != 2 || c.ms[k].Kind != c.ms[k+1].Kind {
		return nil
	}
	for _, p := range c.pairs {
		if before, behind, ok := strings.Cut(heads[0], p.Word); ok {
			return []string{before + p.First + behind, before + p.Second + behind}
		}
	}
	return nil
}

// goesOn reads a value without words of its own as the one before it is read: a change
// right behind another (the 7% of 标准分别提高5%、7%), and the end of a change of a share
// (the 54% of 占比由31%提高到54%).
func (c *context) goesOn(k int, r *reading) {
	p := c.prev
	if p.k < 0 || p.k != k-1 || r.measure != "level" || c.ms[p.k].Kind != c.ms[k].Kind {
		return
	}
	switch {
	case p.measure == "growth" && r.m.Read == 0 && c.adjoins(p.k, k, false):
		*r = reading{m: p.m, measure: p.measure, sign: p.sign, fields: c.yield(p.m, 0).fields}
	case p.measure == "share" && c.startsChange(p.k):
		r.measure = "share"
	}
}

// spreadAgain reports whether value k begins a list that goes through the heads before it:
// behind a 分别, or of as many changes as the values that named them (城乡居民收入达6万元、
// 3万元，增长4%、5%), or of what the values of a list have changed to.
func (c *context) spreadAgain(k int, r *reading, p phrase) bool {
	switch n := len(c.spread.heads); {
	case p.empty() && p.respectively:
		return true
	case p.empty() && r.measure == "growth":
		return c.justNamed(k)
	default:
		return n > 1 && c.spread.next == n && k > 0 && c.prev.k == k-1 && c.startsChange(k-1) && c.listed(k) == n
	}
}
