package unit

import (
	"math/big"
	"testing"

	"github.com/stretchr/testify/require"
)

func table(t *testing.T) *Table {
	t.Helper()
	u, err := New([][]string{
		{"元 圆", "money", "CNY", "", "", ""},
		{"平方米 ㎡ m2", "measure", "m2", "", "", ""},
		{"亩", "measure", "亩", "", "m2", "2000/3"},
		{"人", "count", "", "", "", ""},
		{"人次", "count", "", "", "", ""},
		{"‰", "percent", "%", "0.1", "", ""},
	}, func(s string) []rune { return []rune(s) })
	require.NoError(t, err)
	return u
}

func TestMatchTakesTheLongest(t *testing.T) {
	u, n := table(t).Match([]rune("人次，"))
	require.Equal(t, 2, n)
	require.Equal(t, "人次", u.Code)
	_, n = table(t).Match([]rune("口"))
	require.Zero(t, n)
}

func TestFactorsAreExact(t *testing.T) {
	u, _ := table(t).Match([]rune("亩"))
	require.Equal(t, big.NewRat(2000, 3), u.BaseFactor)
	u, _ = table(t).Match([]rune("‰"))
	require.Equal(t, big.NewRat(1, 10), u.Factor)
}

func TestPer(t *testing.T) {
	yuan, _ := table(t).Match([]rune("元"))
	sqm, _ := table(t).Match([]rune("㎡"))
	require.Equal(t, "CNY/m2", Per(yuan, "", sqm).Code)
}

func TestNewRefusesABadFactor(t *testing.T) {
	_, err := New([][]string{{"尺", "measure", "尺", "x", "", ""}}, func(s string) []rune { return []rune(s) })
	require.ErrorContains(t, err, `not "x"`)
}
