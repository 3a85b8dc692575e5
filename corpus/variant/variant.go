// Package variant writes one text in many ways: encodings, layouts and formats that
// must not change what is read from it. It is used by tests.
package variant

import (
	"archive/zip"
	"bytes"
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

const wordNamespace = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`

// DOCX is the text as a Word document, a paragraph a line.
func DOCX(text string) []byte {
	var b strings.Builder
	for _, p := range paragraphs(text) {
		b.WriteString(wordParagraph(p))
	}
	return Word(b.String())
}

// DOCXTable is a Word document with one table.
func DOCXTable(rows [][]string) []byte {
	var b strings.Builder
	b.WriteString("<w:tbl>")
	for _, r := range rows {
		b.WriteString("<w:tr>")
		for _, c := range r {
			b.WriteString("<w:tc>" + wordParagraph(c) + "</w:tc>")
		}
		b.WriteString("</w:tr>")
	}
	b.WriteString("</w:tbl>")
	return Word(b.String())
}

// wordParagraph cuts the text into two runs, as editing does.
func wordParagraph(s string) string {
	r := []rune(s)
	run := func(s string) string {
		return `<w:r><w:t xml:space="preserve">` + html.EscapeString(s) + `</w:t></w:r>`
	}
	return "<w:p>" + run(string(r[:len(r)/2])) + run(string(r[len(r)/2:])) + "</w:p>"
}

// Word is a Word document with a body of that XML.
func Word(body string) []byte {
	return zipped(
		"[Content_Types].xml", `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
		"word/document.xml", `<?xml version="1.0" encoding="UTF-8"?><w:document `+wordNamespace+`><w:body>`+body+`</w:body></w:document>`,
	)
}

// Raw is a zip archive that holds one file.
func Raw(name, content string) []byte { return zipped(name, content) }

// zipped is a zip archive of names and contents.
func zipped(pairs ...string) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(pairs); i += 2 {
		w, err := z.Create(pairs[i])
		if err == nil {
			_, err = w.Write([]byte(pairs[i+1]))
		}
		if err != nil {
			panic(err)
		}
	}
	if err := z.Close(); err != nil {
		panic(err)
	}
	return b.Bytes()
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
