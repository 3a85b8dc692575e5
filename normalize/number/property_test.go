package number

import (
	"math/rand"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// spread gives n numbers of every length up to 10^16, with many zeros among the digits.
func spread(n int, seed int64) []int64 {
	r := rand.New(rand.NewSource(seed))
	out := []int64{0, 1, 9, 10, 11, 100, 101, 110, 1000, 1001, 1010, 1e4, 10001, 1e8, 1e8 + 1, 1e12, 1e12 + 1e8, 1e16}
	for range n {
		v := int64(0)
		for range 1 + r.Intn(16) {
			d := int64(0)
			if r.Intn(2) == 0 {
				d = r.Int63n(10)
			}
			v = 10*v + d
		}
		out = append(out, v)
	}
	return out
}

func grouped(n int64) string {
	s := strconv.FormatInt(n, 10)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// decimal writes a number as so many 亿: 123456789 is 1.23456789亿.
func decimal(n int64) string {
	s := strings.TrimRight(strconv.FormatInt(n/1e8, 10)+"."+strconv.FormatInt(1e8+n%1e8, 10)[1:], "0")
	return strings.TrimSuffix(s, ".") + "亿"
}

func TestFormatAndParseAreInverse(t *testing.T) {
	for name, write := range map[string]func(int64) string{
		"arabic":  func(n int64) string { return strconv.FormatInt(n, 10) },
		"grouped": grouped, "han": Han, "capital": Capital, "stacked": Stacked, "decimal": decimal,
	} {
		for _, v := range spread(20000, 1) {
			text := write(v)
			n, ok := Scan([]rune(text))
			require.True(t, ok, "%s %d %s", name, v, text)
			require.Equal(t, strconv.FormatInt(v, 10), Format(n.Value), "%s %s", name, text)
			require.Equal(t, len([]rune(text)), n.N, "%s %s", name, text)
			require.Nil(t, n.High, "%s %s", name, text)
		}
	}
}
