// Package variant writes one text in many ways: encodings, layouts and formats that
// must not change what is read from it. It is used by tests.
package variant

import (
	"fmt"
	"html"
	"strings"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

// GB18030 is the text in that encoding.
func GB18030(text string) []byte { return encoded(simplifiedchinese.GB18030, text) }

// UTF16 is the text as UTF-16, little endian, with its mark.
func UTF16(text string) []byte {
	return encoded(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), text)
}

func encoded(e encoding.Encoding, text string) []byte {
	b, err := e.NewEncoder().Bytes([]byte(text))
	if err != nil {
		panic(err)
	}
	return b
}

// CRLF is the text with the line ends of Windows.
func CRLF(text string) []byte { return []byte(strings.ReplaceAll(text, "\n", "\r\n")) }

// FullWidth is the text with full-width figures and signs.
func FullWidth(text string) []byte {
	return []byte(strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r == '%' || r == '.' {
			return r + 0xFEE0
		}
		return r
	}, text))
}

// Spaced is the text with a space on both sides of each figure.
func Spaced(text string) []byte {
	var b strings.Builder
	in := false
	for _, r := range text {
		figure := r >= '0' && r <= '9' || in && r == '.'
		if figure != in && b.Len() > 0 && !strings.HasSuffix(b.String(), "\n") {
			b.WriteByte(' ')
		}
		in = figure
		b.WriteRune(r)
	}
	return []byte(b.String())
}

// Wrapped is the text with a line break after every so many characters, an empty line
// between paragraphs.
func Wrapped(text string, width int) []byte {
	var b strings.Builder
	for _, p := range paragraphs(text) {
		for i, r := range []rune(p) {
			if i > 0 && i%width == 0 {
				b.WriteByte('\n')
			}
			b.WriteRune(r)
		}
		b.WriteString("\n\n")
	}
	return []byte(b.String())
}

// Portal is the text as the article of a page of a portal, its first line the title;
// the links of menu stand above it, footer below.
func Portal(text string, menu []string, footer string) []byte {
	p := paragraphs(text)
	var b strings.Builder
	fmt.Fprintf(&b, "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>%s</title><script>var a=1;</script></head><body>\n<ul class=\"nav\">", html.EscapeString(p[0]))
	for _, m := range menu {
		fmt.Fprintf(&b, "<li><a href=\"/\">%s</a></li>", html.EscapeString(m))
	}
	fmt.Fprintf(&b, "</ul>\n<div class=\"main\"><h1>%s</h1><div id=\"zoom\">\n", html.EscapeString(p[0]))
	for _, s := range p[1:] {
		fmt.Fprintf(&b, "<p>&nbsp;&nbsp;<span>%s</span></p>\n", html.EscapeString(s))
	}
	fmt.Fprintf(&b, "</div></div><div class=\"footer\"><p>%s</p></div></body></html>\n", html.EscapeString(footer))
	return []byte(b.String())
}

// paragraphs are the lines of the text that hold something.
func paragraphs(text string) []string {
	var out []string
	for _, l := range strings.Split(text, "\n") {
		if l = strings.TrimSpace(l); l != "" {
			out = append(out, l)
		}
	}
	return out
}
