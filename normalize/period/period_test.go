package period

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// grammar reads the lexicon's own table: the patterns and the calendar are tested together.
func grammar(t testing.TB) *Grammar {
	t.Helper()
	data, err := os.ReadFile("../../rules/lexicon/periods.tsv")
	require.NoError(t, err)
	var rows [][]string
	for i, line := range strings.Split(string(data), "\n") {
		if line == "" || strings.HasPrefix(line, "#") || i < 4 || strings.HasPrefix(line, "role\t") {
			continue
		}
		cells := strings.Split(line, "\t")
		rows = append(rows, append(cells, make([]string, 4-len(cells))...))
	}
	g, err := New(rows)
	require.NoError(t, err)
	return g
}

func TestResolve(t *testing.T) {
	g := grammar(t)
	c := Context{Year: 2023, Now: 2024, Month: 1}
	for _, x := range []struct {
		in, want string
		n        int
	}{
		{"2020年，", "2020", 5},
		{"二〇二三年", "2023", 5},
		{"2020年12月3日", "2020-12-03", 10},
		{"5月19日，", "2023-05-19", 5},
		{"9月27—29日", "2023-09-27/2023-09-29", 8},
		{"11月，", "2023-11", 3},
		{"12月份", "2023-12", 4},
		{"2020年1月到10月", "2020-01/2020-10", 11},
		{"1—10月签约", "2023-01/2023-10", 5},
		{"2020年2月上旬", "2020-02-01/2020-02-10", 9},
		{"上半年", "2023-01/2023-06", 3},
		{"今年上半年", "2024-01/2024-06", 5},
		{"2020年前三季度", "2020-01/2020-09", 9},
		{"三季度，", "2023-07/2023-09", 3},
		{"三季度末", "2023-09-30", 4},
		{"11月末", "2023-11-30", 4},
		{"2020年末", "2020-12-31", 6},
		{"2024年底", "2024-12-31", 6},
		{"2020年初", "2020-01-01", 6},
		{"去年12月末", "2023-12-31", 6},
		{"上年度末", "2022-12-31", 4},
		{"全年接待", "2023", 2},
		{"今年以来", "2024-01/2024-01", 4},
		{"“十三五”时期", "2016/2020", 7},
		{"“十四五”开", "2021/2025", 5},
		{"过去的五年", "2019/2023", 5},
		{"五年来", "2019/2023", 3},
		{"近三年", "2021/2023", 3},
		{"今后三年", "2024/2026", 4},
		{"2022—2023学年", "2022-09/2023-08", 11},
		{"2017/18年度", "2017-04/2018-03", 9},
		{"2016-2020年", "2016/2020", 10},
		{"前两个月", "2023-01/2023-02", 4},
		{"2016年全年", "2016", 7},
	} {
		e, ok := g.Scan([]rune(x.in))
		require.True(t, ok, x.in)
		require.Equal(t, x.n, e.N, x.in)
		require.Equal(t, x.want, e.Resolve(c), x.in)
	}
}

func TestScanLeavesNumbersAlone(t *testing.T) {
	g := grammar(t)
	for _, s := range []string{"2023个", "3至5家", "五大", "1300亿", "20年"} {
		_, ok := g.Scan([]rune(s))
		require.False(t, ok, s)
	}
}

func TestUnknownYearIsNoGuess(t *testing.T) {
	e, ok := grammar(t).Scan([]rune("9月26日"))
	require.True(t, ok)
	require.Empty(t, e.Resolve(Context{}))
}

func FuzzScan(f *testing.F) {
	for _, s := range []string{"2020年1月到10月", "“十三五”时期", "前三季度", "9月27—29日"} {
		f.Add(s)
	}
	g := grammar(f)
	f.Fuzz(func(t *testing.T, s string) {
		r := []rune(s)
		if e, ok := g.Scan(r); ok {
			require.Positive(t, e.N)
			require.LessOrEqual(t, e.N, len(r))
			e.Resolve(Context{Year: 2023, Now: 2024, Month: 5})
		}
	})
}
