// Package variant writes a text as the documents that offices make of it: PDF, DOCX
// and XLSX files, small and valid and always the same bytes for the same text. Tests
// use it to show that the form a report comes in does not change what is read in it.
package variant

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf16"
)

// The page is A4, in points.
const (
	pageWidth, pageHeight = 595, 842
	margin                = 70
	fontSize              = 12
	leading               = 20
	gutter                = 24
)

// PDFLine is a piece of text at a place of a page.
type PDFLine struct {
	Page int     // from 0
	X, Y float64 // of the baseline's start, in points from the lower left corner
	Size float64 // of the font, in points; 12 where it is 0
	Text string
}

// PDF lays the paragraphs of the text, one a line, out on A4 pages: the first line of
// each is indented and all are hard-wrapped, as an office program prints them.
func PDF(text string) []byte {
	f := &frame{top: pageHeight - margin, x: margin, ems: (pageWidth - 2*margin) / fontSize}
	for _, p := range strings.Split(text, "\n") {
		f.paragraph(p)
	}
	return PDFLines(f.lines)
}

// PDFColumns sets two texts side by side, each wrapped to its column. What goes over the
// end of a page goes on in the same column of the next.
func PDFColumns(left, right []string) []byte {
	ems := (pageWidth - 2*margin - gutter) / 2 / fontSize
	l := &frame{top: pageHeight - margin, x: margin, ems: ems}
	r := &frame{top: pageHeight - margin, x: pageWidth - margin - float64(ems*fontSize), ems: ems}
	for _, p := range left {
		l.paragraph(p)
	}
	for _, p := range right {
		r.paragraph(p)
	}
	return PDFLines(append(l.lines, r.lines...))
}

// PDFTable sets the cells of each row on one line, in columns of equal width.
func PDFTable(rows [][]string) []byte {
	f := &frame{top: pageHeight - margin, x: margin}
	for _, row := range rows {
		page, y := f.next()
		for i, cell := range row {
			x := margin + float64(i)*(pageWidth-2*margin)/float64(len(row))
			f.lines = append(f.lines, PDFLine{Page: page, X: x, Y: y, Text: cell})
		}
	}
	return PDFLines(f.lines)
}

// PDFLines writes the lines at their places.
func PDFLines(lines []PDFLine) []byte {
	pages := [][]PDFLine{nil}
	for _, l := range lines {
		for l.Page >= len(pages) {
			pages = append(pages, nil)
		}
		pages[l.Page] = append(pages[l.Page], l)
	}
	w := &pdfWriter{}
	w.buf.WriteString("%PDF-1.5\n")
	w.object("<< /Type /Catalog /Pages 2 0 R >>")
	var kids strings.Builder
	for i := range pages {
		fmt.Fprintf(&kids, "%d 0 R ", firstPage+2*i)
	}
	w.object(fmt.Sprintf("<< /Type /Pages /Count %d /Kids [ %s] >>", len(pages), kids.String()))
	w.font()
	for i, p := range pages {
		w.object(fmt.Sprintf("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R >>",
			pageWidth, pageHeight, firstPage+2*i+1))
		s := content(p)
		w.object(fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(s), s))
	}
	return w.finish()
}

// firstPage is the number of the object of the first page: before it come the catalog,
// the page tree and the three objects of the font.
const firstPage = 6

// content is the content stream of a page.
func content(lines []PDFLine) string {
	var b strings.Builder
	b.WriteString("BT\n")
	for _, l := range lines {
		size := l.Size
		if size == 0 {
			size = fontSize
		}
		fmt.Fprintf(&b, "/F1 %g Tf 1 0 0 1 %.2f %.2f Tm <", size, l.X, l.Y)
		for _, u := range utf16.Encode([]rune(l.Text)) {
			fmt.Fprintf(&b, "%04X", u)
		}
		b.WriteString("> Tj\n")
	}
	b.WriteString("ET")
	return b.String()
}

// pdfWriter writes numbered objects and remembers where each begins.
type pdfWriter struct {
	buf    bytes.Buffer
	starts []int
}

// object writes the next object.
func (w *pdfWriter) object(body string) {
	w.starts = append(w.starts, w.buf.Len())
	fmt.Fprintf(&w.buf, "%d 0 obj\n%s\nendobj\n", len(w.starts), body)
}

// font writes a Chinese font that every reader is to have, so none is embedded.
func (w *pdfWriter) font() {
	w.object("<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UTF16-H /DescendantFonts [4 0 R] >>")
	w.object("<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor 5 0 R /DW 1000 /W [1 95 500] >>")
	w.object("<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>")
}

// finish writes the table of objects and the trailer.
func (w *pdfWriter) finish() []byte {
	at := w.buf.Len()
	fmt.Fprintf(&w.buf, "xref\n0 %d\n0000000000 65535 f \n", len(w.starts)+1)
	for _, s := range w.starts {
		fmt.Fprintf(&w.buf, "%010d 00000 n \n", s)
	}
	fmt.Fprintf(&w.buf, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(w.starts)+1, at)
	return w.buf.Bytes()
}
