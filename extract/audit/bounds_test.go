package audit

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/qushu/qushu/extract/fact"
)

func TestBounds(t *testing.T) {
	for _, c := range []struct{ name, value, number, kind, bound, want string }{
		{"half of the last digit either way", "15400", "1.54", "count", "exact", "15350 … 15450"},
		{"a whole number", "17", "17", "count", "exact", "16.5 … 17.5"},
		{"with commas", "1205", "1,205", "count", "exact", "1204.5 … 1205.5"},
		{"about", "50", "50", "count", "about", "44.5 … 55.5"},
		{"nearly", "50", "50", "count", "nearly", "44.5 … 50.5"},
		{"over", "200", "200", "count", "over", "≥ 199.5"},
		{"at most", "2", "2", "percent", "at_most", "≤ 2.5"},
		{"a fall of so much and more", "-3", "3", "percent", "at_least", "≤ -2.5"},
		{"a fall of nearly so much", "-40", "40", "percent", "nearly", "-40.5 … -35.5"},
		{"a range", "[3,5]", "3", "count", "exact", "2.1667 … 5.8333"},
		{"a rank", "1", "第1", "rank", "exact", "1"},
		{"a fraction", "0.333333", "1/3", "fraction", "exact", "0.31944 … 0.34722"},
		{"a numeral in words", "4", "四", "count", "exact", "3.8333 … 4.1667"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b, ok := boundsOf(&fact.Fact{Value: json.RawMessage(c.value), Raw: &fact.Raw{Number: c.number}, Kind: c.kind, Bound: c.bound})
			require.True(t, ok)
			assert.Equal(t, c.want, between(b))
		})
	}
}

func TestNoBounds(t *testing.T) {
	for _, value := range []string{`"2031"`, "null", "[1,2,3]", "1e9", "[]", ""} {
		_, ok := boundsOf(&fact.Fact{Value: json.RawMessage(value), Kind: "count"})
		assert.False(t, ok, value)
	}
	_, ok := boundsOf(&fact.Fact{Value: json.RawMessage("[6,55]"), Kind: "ratio"})
	assert.False(t, ok)
}

func TestStretches(t *testing.T) {
	for _, c := range []struct{ period, want, before string }{
		{"2031", "2031", "2030"},
		{"2031-12-31", "2031", "2030"},
		{"2031-01/2031-09", "2031-01-01/2031-09-31", "2030-01-01/2030-09-31"},
		{"2031-05-19", "2031-05-19/2031-05-19", "2030-05-19/2030-05-19"},
		{"2026/2030", "2026-01-01/2030-12-31", "2025-01-01/2029-12-31"},
	} {
		s, ok := stretchOf(c.period)
		require.True(t, ok, c.period)
		assert.Equal(t, c.want, s.String())
		assert.Equal(t, c.before, s.earlier(1).String())
	}
	for _, period := range []string{"", "P1Y", "31", "2031-05-19T20:30:03"} {
		_, ok := stretchOf(period)
		assert.False(t, ok, period)
	}
}

func TestEndedWhenWritten(t *testing.T) {
	year, _ := stretchOf("2031")
	assert.False(t, document{published: "2031-06-01"}.ended(year), "what is counted so far")
	assert.True(t, document{published: "2032-02-01"}.ended(year))
	assert.True(t, document{year: "2031-12-31"}.ended(year))
	assert.False(t, document{year: "2030-12-31"}.ended(year))
	assert.True(t, document{}.ended(year), "nothing is known of it")
}
