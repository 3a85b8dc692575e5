package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	xunicode "golang.org/x/text/encoding/unicode"

	"github.com/qushu/qushu/corpus"
	"github.com/qushu/qushu/extract"
)

// encodings are the decoders of documents by the names that documents.jsonl gives. They
// are not the readers' own.
var encodings = map[string]encoding.Encoding{
	"utf-8":    xunicode.UTF8,
	"gb18030":  simplifiedchinese.GB18030,
	"big5":     traditionalchinese.Big5,
	"utf-16le": xunicode.UTF16(xunicode.LittleEndian, xunicode.IgnoreBOM),
	"utf-16be": xunicode.UTF16(xunicode.BigEndian, xunicode.IgnoreBOM),
}

// TestSamplesAreAccountedFor holds the two promises against every sample: the bytes of a
// fact decode to its text, and every numeral of what is read lies in a fact, a time
// mention or a line of the ledger.
func TestSamplesAreAccountedFor(t *testing.T) {
	e, err := loaded()
	require.NoError(t, err)
	names, err := filepath.Glob("../../corpus/samples/*")
	require.NoError(t, err)
	require.NotEmpty(t, names)
	for _, name := range names {
		t.Run(filepath.Base(name), func(t *testing.T) {
			data, err := os.ReadFile(name)
			require.NoError(t, err)
			r, err := e.Bytes(filepath.Base(name), data, extract.Options{})
			require.NoError(t, err)
			require.NotEmpty(t, r.Facts)
			a := accounts{t: t, data: data, result: &r}
			a.offsets()
			a.numerals()
		})
	}
}

// accounts audits one document.
type accounts struct {
	t      *testing.T
	data   []byte
	result *extract.Result
}

func (a *accounts) decode(s corpus.Span) string {
	out, err := encodings[a.result.Summary.Encoding].NewDecoder().Bytes(a.data[s.Start:s.End])
	require.NoError(a.t, err)
	return string(out)
}

func (a *accounts) offsets() {
	html := a.result.Summary.Format == "html"
	check := func(s corpus.Span, text string) {
		if !assert.True(a.t, 0 <= s.Start && s.Start < s.End && s.End <= len(a.data), "%s: the span %v", text, s) {
			return
		}
		got := a.decode(s)
		if html { // entities and tags stand in the bytes, not in the text
			got = plainHTML(got)
		}
		assert.Equal(a.t, spaceless(text), spaceless(got), "at %v", s)
	}
	for _, f := range a.result.Facts {
		check(f.Span, f.Text)
		assert.True(a.t, f.Sentence.Span.Contains(f.Span), "%s lies outside its sentence", f.Text)
	}
	for _, l := range a.result.Ledger {
		check(l.Span, l.Text)
	}
}

// spaceless drops the white space, which a line break in a file may or may not be.
func spaceless(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// plainHTML drops tags and decodes the entities that the samples have in figures.
func plainHTML(s string) string {
	for {
		a := strings.IndexByte(s, '<')
		b := strings.IndexByte(s, '>')
		if a < 0 || b < a {
			return strings.NewReplacer("&nbsp;", "\u00a0", "&mdash;", "—", "&permil;", "‰").Replace(s)
		}
		s = s[:a] + s[b+1:]
	}
}

// numerals wants every numeral of the document covered. The document is read once more
// without any words, so that no line of it is furniture.
func (a *accounts) numerals() {
	covered := make([]bool, len(a.data)+1)
	cover := func(s corpus.Span) {
		for i := s.Start; i < s.End; i++ {
			covered[i] = true
		}
	}
	for _, f := range a.result.Facts {
		cover(f.Span)
	}
	for _, l := range a.result.Ledger {
		cover(l.Span)
	}
	d, err := corpus.Read("", a.data, corpus.Words{})
	require.NoError(a.t, err)
	for _, b := range d.Blocks {
		for i, r := range d.Text[b.Span.Start:b.Span.End] {
			if b.Role == corpus.Blank || !isNumeral(r) {
				continue
			}
			at := b.Span.Start + i
			for _, raw := range d.Raw(corpus.Span{Start: at, End: at + len(string(r))}) {
				if !covered[raw.Start] {
					a.t.Errorf("%q at %d is in no fact, time or ledger line: %s", r, raw.Start, around(d.Text, at))
				}
			}
		}
	}
}

// isNumeral reports whether a character makes a number by itself: a digit of any width,
// a vulgar fraction, or a Chinese numeral.
func isNumeral(r rune) bool {
	return unicode.IsDigit(r) || strings.ContainsRune("½⅓⅔¼¾一二三四五六七八九十百千万亿两〇零", r)
}

func around(text string, at int) string {
	from, to := max(0, at-30), min(len(text), at+30)
	return strings.ToValidUTF8(text[from:to], "")
}
