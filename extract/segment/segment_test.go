package segment

import (
	"os"
	"path/filepath"
	"strings"
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

// TestClausesAreCutAsTheirSentence wants the same words of a sentence whether it is cut
// as a whole or clause by clause, from either end.
func TestClausesAreCutAsTheirSentence(t *testing.T) {
	g, err := Default()
	require.NoError(t, err)
	names, err := filepath.Glob("../../corpus/samples/*")
	require.NoError(t, err)
	clauses := 0
	for _, name := range names {
		data, err := os.ReadFile(name)
		require.NoError(t, err)
		for _, s := range Sentences(doc(strings.ToValidUTF8(string(data), "?"))) {
			want := g.jieba.Tag(string(s.Runes))
			g.Tag(&s)
			for i := len(s.Runes) - 1; i >= 0; i-- {
				tok, ok := s.TokenAt(i)
				require.True(t, ok)
				require.True(t, tok.Start <= i && i < tok.End)
				if cuts(s.Runes[i]) {
					clauses++
				}
			}
			require.Equal(t, want, spelled(&s))
		}
	}
	require.Greater(t, clauses, 500)
}

// spelled are the tokens as the segmenter writes them.
func spelled(s *Sentence) (out []string) {
	for _, tok := range s.Tokens() {
		out = append(out, s.Fold(tok.Start, tok.End)+"/"+tok.Pos)
	}
	return out
}

func TestInsideWord(t *testing.T) {
	g, err := Default()
	require.NoError(t, err)
	s := Sentences(doc("地区生产总值增长，预算支出（全县）齐头并进"))[0]
	g.Tag(&s)
	inside := ""
	for i := range s.Runes {
		if s.InsideWord(i) {
			inside += string(s.Runes[i])
		}
	}
	require.Equal(t, "区产总值长算出县头并进", inside)
	require.False(t, s.InsideWord(-1))
	require.False(t, s.InsideWord(len(s.Runes)))
	s.Singly()
	require.False(t, s.InsideWord(1))
}

func TestPartsOfSpeechAreForgottenNotWrong(t *testing.T) {
	g, err := New(nil)
	require.NoError(t, err)
	for i := range mostKnown {
		g.speech.of[string(rune(0x20000+i))] = "?"
	}
	s := Sentences(doc("收入增长"))[0]
	g.Tag(&s)
	require.Equal(t, []string{"收入/v", "增长/v"}, spelled(&s))
	require.Less(t, len(g.speech.of), mostKnown)
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
