package extract

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/qushu/qushu/extract/segment"
	"github.com/qushu/qushu/normalize/number"
)

// listNumber is the number of an item that a conversion from HTML writes before it.
var listNumber = regexp.MustCompile(`^[0-9]{1,2}\.\s+`)

// listed reports whether a list number stands right before rune i of a sentence and may
// be none of the text: 1. 2031年 in a document that also has the line 2. 一、工业, whose
// own outline number shows that a conversion wrote the other one.
func (w *writer) listed(si, i int) bool {
	s := &w.read.Sentences[si]
	if i < len("1. ") || i > len("10.  ") || s.Span.Start != w.read.Doc.Blocks[w.blockOf(si)].Span.Start {
		return false
	}
	head := w.textOf(si, 0, i)
	return listNumber.FindString(head) == head && w.renumbered()
}

// renumbered reports whether a line of the document has a list number before an outline
// number of its own. It looks once.
func (w *writer) renumbered() bool {
	if w.lists == nil {
		found := w.findRenumbered()
		w.lists = &found
	}
	return *w.lists
}

func (w *writer) findRenumbered() bool {
	for _, b := range w.read.Doc.Blocks {
		text := w.read.Doc.Text[b.Span.Start:b.Span.End]
		rest := text[len(listNumber.FindString(text)):]
		if len(rest) < len(text) && outlined(rest) {
			return true
		}
	}
	return false
}

// outlined reports whether a text begins with a Chinese numeral and a mark of a list.
func outlined(text string) bool {
	at := 0
	for _, r := range text {
		if !number.IsHan(r) {
			return at > 0 && segment.IsList(r)
		}
		at += utf8.RuneLen(r)
	}
	return false
}

// doubled reports whether a word of the name of an indicator stands twice in a row, in
// the text as well, where once makes a standard name: 装备制造制造业产值, but not 健康产业产业链
// or AAAA级景区.
func (w *writer) doubled(si int, name string) bool {
	if len(name) > longestName {
		return false
	}
	r := []rune(name)
	for n := 2; n <= longestTwin; n++ {
		for i := 1; i+2*n <= len(r); i++ {
			if r[i] == r[i+n] && slices.Equal(r[i:i+n], r[i+n:i+2*n]) && segment.IsHan(r[i]) && segment.IsHan(r[i+1]) && w.wrote(si, r[i-1:i+2*n]) && w.knownAcross(r[:i+n], r[i+2*n:]) {
				return true
			}
		}
	}
	return false
}

// longestTwin is the length in characters of the longest word that is looked for twice, and
// longestName that in bytes of the longest name it is looked for in.
const (
	longestTwin = 6
	longestName = 180
)

// wrote reports whether a sentence holds the runes.
func (w *writer) wrote(si int, r []rune) bool {
	return strings.Contains(string(w.read.Sentences[si].Runes), string(r))
}

// knownAcross reports whether a standard name ends in all of b and begins within a.
func (w *writer) knownAcross(a, b []rune) bool {
	for i := range a {
		if _, ok := w.engine.indicators.Find(string(a[i:]) + string(b)); ok {
			return true
		}
	}
	return false
}
