package number

import (
	"math/big"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestScan(t *testing.T) {
	for _, c := range []struct {
		in, value, high string
		n               int
		more            bool
	}{
		{"5,865人", "5865", "", 5, false},
		{"1 379个", "1379", "", 5, false},
		{"47.6%", "47.6", "", 4, false},
		{"0·3个", "0.3", "", 3, false},
		{"16.4亿元", "1640000000", "", 5, false},
		{"2.3万亿元", "2300000000000", "", 5, false},
		{"3亿5600万元", "356000000", "", 7, false},
		{"2万4千平方米", "24000", "", 4, false},
		{"10多亿元", "1000000000", "", 4, true},
		{"10亿多元", "1000000000", "", 4, true},
		{"1.2万余件", "12000", "", 5, true},
		{"30余万件", "300000", "", 4, true},
		{"两千三百零八件", "2308", "", 6, false},
		{"三万五千元", "35000", "", 4, false},
		{"三万五", "35000", "", 3, false},
		{"三万零五十元", "30050", "", 5, false},
		{"三万零五", "30005", "", 4, false},
		{"十一个", "11", "", 2, false},
		{"二十八", "28", "", 3, false},
		{"二〇二三年", "2023", "", 4, false},
		{"一百五", "150", "", 3, false},
		{"百万", "1000000", "", 2, false},
		{"千亿", "100000000000", "", 2, false},
		{"七八百人", "700", "800", 3, false},
		{"三五家", "3", "5", 2, false},
		{"三四十户", "30", "40", 3, false},
		{"十七八个", "17", "18", 3, false},
		{"两三成", "2", "3", 2, false},
		{"九十八点五", "98.5", "", 5, false},
		{"伍仟叁佰万圆", "53000000", "", 5, false},
		{"一亿二千万", "120000000", "", 5, false},
		{"两万亿", "2000000000000", "", 3, false},
		{"二十多万", "200000", "", 4, true},
	} {
		n, ok := Scan([]rune(c.in))
		require.True(t, ok, c.in)
		require.Equal(t, c.value, Format(n.Value), c.in)
		require.Equal(t, c.n, n.N, c.in)
		require.Equal(t, c.more, n.More, c.in)
		if c.high == "" {
			require.Nil(t, n.High, c.in)
		} else {
			require.Equal(t, c.high, Format(n.High), c.in)
		}
	}
}

func TestFormat(t *testing.T) {
	require.Equal(t, "0.333333", Format(big.NewRat(1, 3)))
	require.Equal(t, "-13.9", Format(big.NewRat(-139, 10)))
	require.Equal(t, "0.00000001", Format(big.NewRat(1, 100000000)))
}

func FuzzScan(f *testing.F) {
	for _, s := range []string{"3亿5600万元", "七八百", "二〇二三", "1,2,3", "万万亿", "零零"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		r := []rune(s)
		if n, ok := Scan(r); ok {
			require.NotNil(t, n.Value)
			require.Positive(t, n.N)
			require.LessOrEqual(t, n.N, len(r))
		}
	})
}
