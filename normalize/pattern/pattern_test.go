package pattern

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestMatch(t *testing.T) {
	var m Macros
	m.Add("%C", "[一二三四五六七八九十]+")
	m.Add("%K", "第?%C")
	for _, c := range []struct {
		src, text string
		n         int
	}{
		{"%K届", "第十八届大会", 4},
		{"{%C}线城市", "三四线城市", 2},
		{"(?:%C){1,2}届", "二届", 2},
		{`{20\d\d年}\p{Han}{0,6}节`, "2020年消费节", 5},
	} {
		p, err := m.Compile(c.src)
		require.NoError(t, err)
		require.True(t, p.Begins([]rune(c.text)[0]))
		require.False(t, p.Begins('猫'))
		got, ok := p.Match(c.text)
		require.True(t, ok, c.src)
		require.Equal(t, c.n, got.N, c.src)
	}
}

func TestCompileNamesTheBadPattern(t *testing.T) {
	_, err := new(Macros).Compile("(一")
	require.ErrorContains(t, err, "(一")
}
