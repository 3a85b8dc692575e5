package golden

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const proposedTea = `doc      tea.txt

> 全省茶叶产值12.5亿元，增长3.6%。
? level   茶叶产值  1250000000 CNY  “12.5亿元”
? growth  茶叶产值  +3.6 %          “3.6%”      basis=yoy

> 茶园更美，茶农更富。
? nothing
`

func TestAccept(t *testing.T) {
	parse := func() File {
		f, err := Parse("tea.golden", []byte(proposedTea))
		require.NoError(t, err)
		return f
	}
	f := parse()
	assert.Equal(t, 3, f.Proposed())
	n, err := f.Accept()
	require.NoError(t, err)
	assert.Equal(t, 3, n)
	assert.Zero(t, f.Proposed())
	assert.NotContains(t, string(f.Format()), "?")

	f = parse()
	n, err = f.Accept(5, 8)
	require.NoError(t, err)
	assert.Equal(t, 2, n)
	assert.Contains(t, string(f.Format()), "? level ")
	assert.Contains(t, string(f.Format()), "\ngrowth ")
	assert.Contains(t, string(f.Format()), "\nnothing\n")

	f = parse()
	_, err = f.Accept(4, 7)
	assert.EqualError(t, err, "tea.golden:7: found no proposed line here, wanted one that begins with ?")
	assert.Equal(t, 3, f.Proposed(), "none is accepted where one is wrong")
}

func TestParseLines(t *testing.T) {
	for text, want := range map[string][]int{"7": {7}, "7-9": {7, 8, 9}, "7-7": {7}} {
		got, err := ParseLines(text)
		require.NoError(t, err, text)
		assert.Equal(t, want, got)
	}
	for _, text := range []string{"", "0", "x", "7-", "9-7", "7-8-9", "-7", "7x", "1-9999999"} {
		_, err := ParseLines(text)
		assert.Error(t, err, text)
	}
}
