package segment

import (
	"strings"
	"unicode/utf8"
)

// Token is a word with its part of speech, as half open rune offsets.
type Token struct {
	Start, End int
	Pos        string // jieba's tag: n, v, vn, d, m, q, …
}

// tagged are the tokens of a sentence as far as they were asked for. Segmenting costs
// more than most of what is asked of a sentence, so it is done clause by clause, when
// the first of its words is looked at.
type tagged struct {
	tag    func(text string) []string // nil where the sentence has no tokens
	tokens []Token                    // in the order in which clauses were cut
	at     []int32                    // the token of each rune, plus one; 0: not cut yet
}

// cuts reports whether the segmenter cuts before and behind r whatever stands there, so
// that the words on either side can be told without the other: words of its dictionary
// hold no such sign, and its model of unknown words ends at signs of ASCII.
func cuts(r rune) bool { return r == ',' || r == ';' || r == ':' }

// TokenAt is the token that rune i belongs to. There is none out of bounds, or where the
// sentence was not tagged. A sentence is not for concurrent use.
func (s *Sentence) TokenAt(i int) (Token, bool) {
	if s.words.tag == nil || i < 0 || i >= len(s.Runes) {
		return Token{}, false
	}
	if s.words.at == nil {
		s.words.at = make([]int32, len(s.Runes))
	}
	if s.words.at[i] == 0 {
		s.cutAt(i)
	}
	return s.words.tokens[s.words.at[i]-1], true
}

// Tokens tile the runes; there are none where the sentence was not tagged.
func (s *Sentence) Tokens() []Token {
	var out []Token
	for t, ok := s.TokenAt(0); ok; t, ok = s.TokenAt(t.End) {
		out = append(out, t)
	}
	return out
}

// cutAt cuts the clause that rune i stands in.
func (s *Sentence) cutAt(i int) {
	start, end := i, i+1
	if !cuts(s.Runes[i]) {
		for start > 0 && !cuts(s.Runes[start-1]) {
			start--
		}
		for end < len(s.Runes) && !cuts(s.Runes[end]) {
			end++
		}
	}
	w := &s.words
	for _, t := range tile(w.tag(string(s.Runes[start:end])), s.Runes[start:end]) {
		t.Start, t.End = t.Start+start, t.End+start
		w.tokens = append(w.tokens, t)
		for k := t.Start; k < t.End; k++ {
			w.at[k] = int32(len(w.tokens))
		}
	}
}

// tile makes tokens of words with their tags. Where they do not tile the runes, which
// they do on no valid text we know of, every rune becomes a token.
func tile(tagged []string, runes []rune) []Token {
	out := make([]Token, 0, len(tagged))
	at := 0
	for _, t := range tagged {
		slash := strings.LastIndexByte(t, '/')
		if slash < 0 {
			return single(runes)
		}
		n := 0
		for _, r := range t[:slash] {
			if at+n >= len(runes) || runes[at+n] != r {
				return single(runes)
			}
			n++
		}
		if n == 0 {
			continue
		}
		out = append(out, Token{at, at + n, t[slash+1:]})
		at += n
	}
	if at != len(runes) {
		return single(runes)
	}
	return out
}

func single(runes []rune) []Token {
	out := make([]Token, len(runes))
	for i := range runes {
		out[i] = Token{i, i + 1, "x"}
	}
	return out
}

// singles tags every character as a word of its own.
func singles(text string) []string {
	out := make([]string, 0, utf8.RuneCountInString(text))
	for _, r := range text {
		out = append(out, string(r)+"/x")
	}
	return out
}

// Singly makes every rune of the sentence a token, for what is read without a segmenter.
func (s *Sentence) Singly() { s.words = tagged{tag: singles} }
