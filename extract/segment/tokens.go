package segment

// Token is a word with its part of speech, as half open rune offsets.
type Token struct {
	Start, End int
	Pos        string // jieba's tag: n, v, vn, d, m, q, …
}

// tagged are the tokens of a sentence as far as they were asked for. Segmenting costs
// more than most of what is asked of a sentence, so it is done clause by clause, when
// the first of its words is looked at, and words get their parts of speech one by one.
type tagged struct {
	on     bool       // the sentence has tokens
	by     *Segmenter // nil where every rune is a word
	tokens []Token    // in the order in which clauses were cut; without Pos until that was asked for
	at     []int32    // the token of each rune, plus one; 0: not cut yet
}

// boundary reports whether every word ends or begins at rune offset i, whatever the words
// are.
func (s *Sentence) boundary(i int) bool {
	return i <= 0 || i >= len(s.Runes) || cuts(s.Runes[i-1]) || cuts(s.Runes[i])
}

// cuts reports whether the segmenter cuts before and behind r whatever stands there, so
// that the words on either side can be told without the other: words of its dictionary
// hold no such sign, and its model of unknown words ends at signs of ASCII. At a blank
// and at the full stop it begins anew.
func cuts(r rune) bool {
	switch r {
	case ',', ';', ':', '(', ')', '%', '!', '?', '/', '"', '~', '-', ' ', '。':
		return true
	}
	return false
}

// TokenAt is the token that rune i belongs to. There is none out of bounds, or where the
// sentence was not tagged. A sentence is not for concurrent use.
func (s *Sentence) TokenAt(i int) (Token, bool) {
	t := s.wordAt(i)
	if t == nil {
		return Token{}, false
	}
	if t.Pos == "" {
		t.Pos = s.words.by.posOf(string(s.Runes[t.Start:t.End]), func() string { return string(s.Runes[s.clause(i)[0]:s.clause(i)[1]]) })
	}
	return *t, true
}

// WordAt are the bounds of the token that rune i belongs to, which are found without its
// part of speech.
func (s *Sentence) WordAt(i int) (start, end int, ok bool) {
	t := s.wordAt(i)
	if t == nil {
		return 0, 0, false
	}
	return t.Start, t.End, true
}

// InsideWord reports whether rune offset i stands within a word that has a part of speech.
func (s *Sentence) InsideWord(i int) bool {
	if s.boundary(i) {
		return false
	}
	if t := s.wordAt(i); t == nil || t.Start == i {
		return false
	}
	t, _ := s.TokenAt(i)
	return t.Pos != "x"
}

func (s *Sentence) wordAt(i int) *Token {
	w := &s.words
	if !w.on || i < 0 || i >= len(s.Runes) {
		return nil
	}
	if w.at == nil {
		w.at = make([]int32, len(s.Runes))
	}
	if w.at[i] == 0 {
		s.cutAt(i)
	}
	return &w.tokens[w.at[i]-1]
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
	w, c := &s.words, s.clause(i)
	for _, n := range w.by.cut(s.Runes[c[0]:c[1]]) {
		t := Token{Start: c[0], End: c[0] + n}
		if w.by == nil {
			t.Pos = unknown
		}
		w.tokens = append(w.tokens, t)
		for k := t.Start; k < t.End; k++ {
			w.at[k] = int32(len(w.tokens))
		}
		c[0] += n
	}
}

// clause are the bounds of the clause that rune i stands in.
func (s *Sentence) clause(i int) [2]int {
	start, end := i, i+1
	if !cuts(s.Runes[i]) {
		for start > 0 && !cuts(s.Runes[start-1]) {
			start--
		}
		for end < len(s.Runes) && !cuts(s.Runes[end]) {
			end++
		}
	}
	return [2]int{start, end}
}

// Singly makes every rune of the sentence a token, for what is read without a segmenter.
func (s *Sentence) Singly() { s.words = tagged{on: true} }
