package number

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// TestReadingIsLinear reads every position of long texts of nothing but numerals, in
// which an unbounded look ahead would show as quadratic time.
func TestReadingIsLinear(t *testing.T) {
	for _, unit := range []string{"三", "百", "万", "一百", "三点", "1", "1,", "1万", "又", "零", "几", "半", "分之"} {
		small, large := scanAll(unit, 2000), scanAll(unit, 20000)
		require.Less(t, large, 40*small+200*time.Millisecond, unit)
	}
}

// scanAll scans from each end of what was read, as a scanner of text does.
func scanAll(unit string, n int) time.Duration {
	r := []rune(strings.Repeat(unit, n))
	start := time.Now()
	for i := 0; i < len(r); {
		k := 1
		if num, ok := Scan(r[i:]); ok {
			k = num.N
		}
		if _, m := Mixed(r[i:]); m > k {
			k = m
		}
		i += k
	}
	return time.Since(start)
}
