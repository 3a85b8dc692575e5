package variant

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf16"
)

// The page of the PDFs, in points: A4, ten-and-a-half point type in lines of 38
// characters.
const (
	pageWidth, pageHeight = 595, 842
	margin                = 72
	typeSize              = 10.5
	leading               = 18
	lineLength            = 38
	pageLines             = 38
)

// set is a stretch of text at a place of a page.
type set struct {
	x, y float64
	text string
}

// PDF is the text as the pages of a book: each paragraph set in by two characters, the
// page number below.
func PDF(text string) []byte {
	var lines []set
	for _, p := range paragraphs(text) {
		r := []rune(p)
		x, n := margin+2*typeSize, lineLength-2
		for len(r) > 0 {
			k := min(n, len(r))
			lines = append(lines, set{x: x, text: string(r[:k])})
			r, x, n = r[k:], margin, lineLength
		}
	}
	var pages [][]set
	for i, l := range lines {
		if i%pageLines == 0 {
			pages = append(pages, []set{{pageWidth / 2, 40, fmt.Sprintf("— %d —", len(pages)+1)}})
		}
		l.y = pageHeight - margin - float64(i%pageLines)*leading
		pages[len(pages)-1] = append(pages[len(pages)-1], l)
	}
	return pdfOf(pages)
}

// PDFColumns is a page of two columns, the left one drawn first.
func PDFColumns(left, right []string) []byte {
	var page []set
	for k, lines := range [][]string{left, right} {
		for i, l := range lines {
			page = append(page, set{margin + float64(k)*240, pageHeight - margin - float64(i)*leading, l})
		}
	}
	return pdfOf([][]set{page})
}

// PDFTable is a page with a table, drawn row by row.
func PDFTable(rows [][]string) []byte {
	var page []set
	for i, r := range rows {
		for k, c := range r {
			page = append(page, set{margin + float64(k)*130, pageHeight - margin - float64(i)*leading, c})
		}
	}
	return pdfOf([][]set{page})
}

// pdfOf writes the pages with a font that every reader has for Simplified Chinese, which
// therefore is not embedded.
func pdfOf(pages [][]set) []byte {
	objects := []string{
		"<< /Type /Catalog /Pages 2 0 R >>", "",
		"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>",
		"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 /W [1 95 500] /FontDescriptor 5 0 R >>",
		"<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 80 >>",
	}
	var kids []string
	for _, p := range pages {
		body := content(p)
		n := len(objects)
		objects = append(objects,
			fmt.Sprintf("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents %d 0 R /Resources << /Font << /F 3 0 R >> >> >>", pageWidth, pageHeight, n+2),
			fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(body), body))
		kids = append(kids, fmt.Sprintf("%d 0 R", n+1))
	}
	objects[1] = fmt.Sprintf("<< /Type /Pages /Kids [%s] /Count %d >>", strings.Join(kids, " "), len(kids))
	return pdfFile(objects)
}

func content(page []set) string {
	var b strings.Builder
	fmt.Fprintf(&b, "BT /F %.1f Tf\n", typeSize)
	for _, s := range page {
		fmt.Fprintf(&b, "1 0 0 1 %.2f %.2f Tm <", s.x, s.y)
		for _, u := range utf16.Encode([]rune(s.text)) {
			fmt.Fprintf(&b, "%04X", u)
		}
		b.WriteString("> Tj\n")
	}
	b.WriteString("ET")
	return b.String()
}

// pdfFile numbers the objects from 1 and writes the table of where they stand.
func pdfFile(objects []string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.4\n")
	var at []int
	for i, o := range objects {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	table := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, o := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&b, "trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, table)
	return b.Bytes()
}
