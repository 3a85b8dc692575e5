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
		set := NewSet([]Pattern{p})
		require.True(t, set.Begins([]rune(c.text)[0]))
		require.False(t, set.Begins('猫'))
		got, ok := p.Match(c.text)
		require.True(t, ok, c.src)
		require.Equal(t, c.n, got.N, c.src)
	}
}

func TestCompileNamesTheBadPattern(t *testing.T) {
	_, err := new(Macros).Compile("(一")
	require.ErrorContains(t, err, "(一")
}

// TestSetNamesEveryMatch checks the automaton against the regular expressions one by one.
func TestSetNamesEveryMatch(t *testing.T) {
	var m Macros
	m.Add("%C", "[一二三四五六七八九十]+")
	var list []Pattern
	for _, src := range []string{"%C届", "{%C}线城市", `20\d\d年`, `{20\d\d年}\p{Han}{0,6}节`, "上半年", "上月", "前%C月", "(?:一|二)?年$", "第?%C季度"} {
		p, err := m.Compile(src)
		require.NoError(t, err)
		list = append(list, p)
	}
	set := NewSet(list)
	for _, text := range []string{"三届", "三四线城市群", "2020年金秋节", "上半场", "上月", "前十月", "年", "一年", "第三季度", "季度", "猫", "", "😀", "20😀"} {
		may, any := set.May([]rune(text))
		for i, p := range list {
			if _, ok := p.Match(text); ok {
				require.True(t, any && may.Has(i), "%s %d", text, i)
			}
		}
	}
	_, any := set.May([]rune("上半场的球"))
	require.False(t, any)
}

func FuzzSet(f *testing.F) {
	var m Macros
	var list []Pattern
	for _, src := range []string{"[一-九]+届", `20\d\d年?`, "{第[一-九]+}次会", "(?:上|下)半年", "[a-z]+[0-9]{1,3}"} {
		p, err := m.Compile(src)
		require.NoError(f, err)
		list = append(list, p)
	}
	set := NewSet(list)
	f.Add("第三次会议")
	f.Fuzz(func(t *testing.T, text string) {
		r := []rune(text)
		if len(r) > Window {
			r = r[:Window]
		}
		may, any := set.May(r)
		for i, p := range list {
			if _, ok := p.Match(string(r)); ok {
				require.True(t, any && may.Has(i))
			}
		}
	})
}
