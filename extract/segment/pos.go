package segment

import (
	"strings"
	"sync"
)

// unknown is the part of speech of what is no word of the dictionary.
const unknown = "x"

// mostKnown bounds the words whose parts of speech are remembered; behind it they are
// learned anew.
const mostKnown = 1 << 16

// speech remembers parts of speech. They depend on the word alone, and asking the
// segmenter for them takes several times what cutting takes.
type speech struct {
	sync.RWMutex
	of map[string]string
}

// cut are the lengths of the words of a clause, in runes. Where the segmenter's words do
// not tile the runes, which they do on no valid text we know of, every rune becomes a
// word.
func (g *Segmenter) cut(runes []rune) []int {
	if g == nil {
		return singles(runes)
	}
	words := g.jieba.Cut(string(runes), true)
	out, at := make([]int, 0, len(words)), 0
	for _, word := range words {
		n := 0
		for _, r := range word {
			if at+n >= len(runes) || runes[at+n] != r {
				return singles(runes)
			}
			n++
		}
		out = append(out, n)
		at += n
	}
	if at != len(runes) {
		return singles(runes)
	}
	return out
}

func singles(runes []rune) []int {
	out := make([]int, len(runes))
	for i := range out {
		out[i] = 1
	}
	return out
}

// posOf is the part of speech of a word that was cut from a clause.
func (g *Segmenter) posOf(word string, clause func() string) string {
	g.speech.RLock()
	pos, ok := g.speech.of[word]
	g.speech.RUnlock()
	if ok {
		return pos
	}
	tags := g.jieba.Tag(word)
	if len(tags) != 1 { // alone it is cut otherwise
		tags = g.jieba.Tag(clause())
	}
	g.speech.Lock()
	defer g.speech.Unlock()
	if len(g.speech.of) >= mostKnown {
		clear(g.speech.of)
	}
	g.speech.of[word] = unknown
	for _, t := range tags {
		if slash := strings.LastIndexByte(t, '/'); slash >= 0 {
			g.speech.of[t[:slash]] = t[slash+1:]
		}
	}
	return g.speech.of[word]
}
