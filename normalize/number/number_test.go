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
		{"十几万", "100000", "", 3, true},
		{"一百零几万", "1000000", "", 5, true},
		{"四十五六万", "450000", "460000", 5, false},
		{"七百三四十", "730", "740", 5, false},
		{"一万六七", "16000", "17000", 4, false},
		{"1万600", "10600", "", 5, false},
		{"1万5", "15000", "", 3, false},
		{"五点五千", "5500", "", 4, false},
		{"5万4千6百", "54600", "", 6, false},
		{"2千零30万", "20300000", "", 6, false},
		{"10万万", "1000000000", "", 4, false},
		{"三百五十一万亿", "351000000000000", "", 7, false},
		{"3万亿5000亿", "3500000000000", "", 8, false},
		{"五兆六十二亿四万五千二", "5006200045200", "", 11, false},
		{"二十点一万", "201000", "", 5, false},
		{"两千万点五五", "20000000.55", "", 6, false},
		{"零点77", "0.77", "", 4, false},
		{"廿二", "22", "", 2, false},
		{"五百卅四", "534", "", 4, false},
		{"参拾参", "33", "", 3, false},
		{"万九", "19000", "", 2, false},
		{"三万五万", "30000", "", 2, false},
		{"两万两", "20000", "", 2, false},
		{"三百一十一千米", "311", "", 5, false},
		{"1亿2020年", "100000000", "", 2, false},
		{".77", "0.77", "", 3, false},
		{"三点五十分", "3", "", 1, false},
		{"三点一刻", "3", "", 1, false},
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

func TestScanRefuses(t *testing.T) {
	for _, s := range []string{"", "人", "参加", "点五", ".", "又三"} {
		_, ok := Scan([]rune(s))
		require.False(t, ok, s)
	}
}

func TestForms(t *testing.T) {
	v, n := Mixed([]rune("3又一千分之23"))
	require.Equal(t, "3.023", Format(v))
	require.Equal(t, 8, n)
	_, n = Mixed([]rune("3又"))
	require.Zero(t, n)
	v, of, _ := Part([]rune("二十五分之一百四十四"))
	require.Equal(t, "5.76", Format(v))
	require.EqualValues(t, 25, of)
	_, n = Slash([]rune("2020/12/3"))
	require.Zero(t, n)
	require.Equal(t, 4, Until([]rune("(含)-5")))
	_, ok := Literal([]rune("九十"))
	require.False(t, ok)
}

func FuzzForms(f *testing.F) {
	for _, s := range []string{"一又二分之一", "百分之三十到四十一", "1/3", "6:4:1", "倒数第二", "三比一", "每千人", "½"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		r := []rune(s)
		_, a := Mixed(r)
		_, _, b := Part(r)
		_, c := Slash(r)
		_, d := Ratio(r)
		_, e := Versus(r)
		_, g := Ordinal(r)
		for _, n := range []int{a, b, c, d, e, g, Until(r), Both(r), Amid(r)} {
			require.LessOrEqual(t, n, len(r))
		}
	})
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
