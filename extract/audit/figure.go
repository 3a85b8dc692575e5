package audit

import (
	"math/big"
	"strconv"
	"strings"

	"github.com/qushu/qushu/normalize/number"
)

// joined writes the items as they stand in their documents, with a sign between.
func joined(items []*item, sign string) string {
	texts := make([]string, len(items))
	for n, i := range items {
		texts[n] = i.Text
	}
	return strings.Join(texts, sign)
}

// between writes bounds as a worked figure: the ends to four significant digits, one
// where they are the same.
func between(b bounds) string {
	low, high := short(b.lo), short(b.hi)
	switch {
	case low == high:
		return low
	case b.lo == nil:
		return "≤ " + high
	case b.hi == nil:
		return "≥ " + low
	}
	return low + " … " + high
}

func short(x *big.Rat) string {
	if x == nil {
		return ""
	}
	f, _ := x.Float64()
	s := strconv.FormatFloat(f, 'g', 5, 64)
	if r, ok := new(big.Rat).SetString(s); ok {
		return number.Format(r)
	}
	return s
}
