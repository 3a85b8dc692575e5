package number

import (
	"math/big"
	"strings"
)

// Format writes a value as an exact decimal without an exponent: "1640000000",
// "-13.9". A value that no decimal can hold, such as 1/3, is rounded to six places:
// "0.333333".
func Format(r *big.Rat) string {
	if r.IsInt() {
		return r.Num().String()
	}
	places, exact := r.FloatPrec()
	if !exact {
		places = 6
	}
	s := strings.TrimRight(r.FloatString(places), "0")
	return strings.TrimSuffix(s, ".")
}
