// Package segment cuts clean text into sentences and sentences into tokens. It is the
// only package that knows the word segmenter, gojieba.
package segment

import (
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/yanyiwu/gojieba"

	"github.com/qushu/qushu/corpus"
)

// Name and version of the segmenter, for the manifest.
const Name = "gojieba v1.4.7"

// Sentence is a sentence of a document in the folded form that everything after this
// stage reads, with the way back to the text.
type Sentence struct {
	Span  corpus.Span // in the document's text
	Block int         // index of its block
	Runes []rune      // folded, one for each rune of the text
	Off   []int       // byte offset in the document's text of each rune, and of the end
	Table int         // of a row of a table: 1 + the index of the table, else 0
	Row   int         // of a row of a table: its number in the table
	words tagged
}

// Bytes maps rune offsets of the sentence to a span of the document's text.
func (s *Sentence) Bytes(start, end int) corpus.Span {
	return corpus.Span{Start: s.Off[start], End: s.Off[end]}
}

// Fold is the folded text between two rune offsets.
func (s *Sentence) Fold(start, end int) string { return string(s.Runes[start:end]) }

// terminal runes end a sentence; a closing mark after one belongs to it.
const (
	terminals = "。！？!?"
	closers   = "”’」』）)》】\""
)

func terminal(r rune) bool {
	switch r {
	case '。', '！', '？', '!', '?':
		return true
	}
	return false
}

// A sentence longer than longSentence runes ends at its next comma, and one of
// longestSentence ends where it is: no author writes one, and a file without full stops
// would else cost the square of its length.
const (
	longSentence    = 1500
	longestSentence = 3000
	commas          = "，,；;、"
)

// Sentences cuts the kept blocks of a document. A sentence never crosses a block, but for
// the row of a table whose cells are blocks of their own.
func Sentences(d *corpus.Document) []Sentence {
	trad := Traditional(d.Text)
	rows := rowsOf(d)
	var out []Sentence
	var room room
	add := func(span corpus.Span, block, table, row int) {
		s := room.fold(d.Text, span, trad)
		s.Block, s.Table, s.Row = block, table, row
		out = append(out, s)
	}
	at := 0 // how far the text is cut
	for i, b := range d.Blocks {
		if !b.Kept() {
			continue
		}
		for at = max(at, b.Span.Start); at < b.Span.End; {
			for len(rows) > 0 && rows[0].Start < at { // in what is not kept
				rows = rows[1:]
			}
			end := b.Span.End
			if len(rows) > 0 {
				end = min(end, rows[0].Start)
			}
			for _, span := range cut(d.Text, corpus.Span{Start: at, End: end}) {
				add(span, i, 0, 0)
			}
			if at = end; at < b.Span.End {
				add(rows[0].Span, i, rows[0].table, rows[0].row)
				at, rows = rows[0].End, rows[1:]
			}
		}
	}
	return out
}

// cut splits a block at sentence ends and trims white space.
func cut(text string, b corpus.Span) []corpus.Span {
	var out []corpus.Span
	start := b.Start
	count := 0
	add := func(end int) {
		count = 0
		raw := text[start:end]
		left := len(raw) - len(strings.TrimLeft(raw, " \t\r\n\u3000\u00a0"))
		trimmed := strings.TrimSpace(raw)
		if trimmed != "" {
			out = append(out, corpus.Span{Start: start + left, End: start + left + len(trimmed)})
		}
		start = end
	}
	for i := b.Start; i < b.End; {
		r, n := utf8.DecodeRuneInString(text[i:b.End])
		i += n
		count++
		if !terminal(r) {
			if count >= longSentence && strings.ContainsRune(commas, r) || count >= longestSentence {
				add(i)
			}
			continue
		}
		for i < b.End {
			r, n := utf8.DecodeRuneInString(text[i:b.End])
			if !strings.ContainsRune(closers+terminals, r) {
				break
			}
			i += n
		}
		add(i)
	}
	add(b.End)
	return out
}

// room holds the runes of many sentences in few allocations.
type room struct {
	runes []rune
	off   []int
}

// roomSize is for how many runes room is made at a time.
const roomSize = 1 << 13

func (m *room) fold(text string, span corpus.Span, trad bool) Sentence {
	n := utf8.RuneCountInString(text[span.Start:span.End])
	if len(m.runes) < n || len(m.off) < n+1 {
		size := max(n, min(roomSize, len(text)/2))
		m.runes, m.off = make([]rune, size), make([]int, size+1)
	}
	s := Sentence{Span: span, Runes: m.runes[:n:n], Off: m.off[: n+1 : n+1]}
	m.runes, m.off = m.runes[n:], m.off[n+1:]
	k := 0
	for i, r := range text[span.Start:span.End] {
		s.Runes[k], s.Off[k] = Fold(r, trad), span.Start+i
		k++
	}
	s.Off[n] = span.End
	return s
}

// Segmenter tags sentences. It is safe for concurrent use.
type Segmenter struct {
	jieba  *gojieba.Jieba
	speech speech
}

// New loads the segmenter (half a second, 120 MB) with words of the lexicon added to
// its dictionary. Words must be given here: adding them later is not safe.
func New(words []string) (*Segmenter, error) {
	paths, err := dictPaths()
	if err != nil {
		return nil, err
	}
	j := gojieba.NewJieba(paths...)
	for _, w := range words {
		if w != "" && !strings.ContainsRune(w, 0) && utf8.ValidString(w) {
			j.AddWordEx(w, 1000, "n")
		}
	}
	return &Segmenter{jieba: j, speech: speech{of: map[string]string{}}}, nil
}

// Tag gives a sentence its tokens, which are cut when they are asked for.
func (g *Segmenter) Tag(s *Sentence) { s.words = tagged{on: true, by: g} }

// Default is a segmenter without extra words, loaded once: for tests and tools that
// need no lexicon.
var Default = sync.OnceValues(func() (*Segmenter, error) { return New(nil) })
