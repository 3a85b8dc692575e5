package segment

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/qushu/qushu/corpus"
)

func doc(text string) *corpus.Document {
	return &corpus.Document{Text: text, Blocks: []corpus.Block{{Span: corpus.Span{End: len(text)}, Role: corpus.Body}}}
}

func TestSentencesKeepOffsets(t *testing.T) {
	d := doc("产值达１５.６亿元，增长8％。“再创新高！”他说。\n尾句")
	ss := Sentences(d)
	require.Len(t, ss, 4)
	require.Equal(t, "产值达15.6亿元,增长8%。", string(ss[0].Runes))
	for _, s := range ss {
		require.Equal(t, d.Text[s.Span.Start:s.Span.End], d.Text[s.Off[0]:s.Off[len(s.Runes)]])
	}
	require.Equal(t, "１５.６", d.Text[ss[0].Off[3]:ss[0].Off[7]])
}

func TestTraditionalIsSimplifiedRuneByRune(t *testing.T) {
	d := doc("全年貨物吞吐量1.2億噸，較去年增長百分之三。")
	s := Sentences(d)[0]
	require.Equal(t, "全年货物吞吐量1.2亿吨,较去年增长百分之三。", string(s.Runes))
}

func TestTagTilesTheSentence(t *testing.T) {
	g, err := Default()
	require.NoError(t, err)
	for _, text := range []string{"实现地区生产总值1325亿元", "a/b/c 1/2 //", "，。", "𠀀𠀁第1位"} {
		s := Sentences(doc(text))[0]
		g.Tag(&s)
		at := 0
		for _, tok := range s.Tokens() {
			require.Equal(t, at, tok.Start)
			at = tok.End
		}
		require.Equal(t, len(s.Runes), at)
	}
}

func FuzzTag(f *testing.F) {
	f.Add("占全市的1∕3\x00后")
	g, err := Default()
	require.NoError(f, err)
	f.Fuzz(func(t *testing.T, text string) {
		d := doc(string([]rune(text)))
		for _, s := range Sentences(d) {
			g.Tag(&s)
			at := 0
			for _, tok := range s.Tokens() {
				require.Equal(t, at, tok.Start)
				at = tok.End
			}
			require.Equal(t, len(s.Runes), at)
		}
	})
}
