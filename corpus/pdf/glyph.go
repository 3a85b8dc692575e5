package pdf

import (
	"fmt"
	"math"
	"unicode"
	"unicode/utf16"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
)

// box is a rectangle of a page, in points from its lower left corner.
type box struct{ left, bottom, right, top float64 }

func (b box) width() float64  { return b.right - b.left }
func (b box) height() float64 { return b.top - b.bottom }
func (b box) middle() float64 { return (b.top + b.bottom) / 2 }

// join is the smallest box around both.
func (b box) join(c box) box {
	return box{min(b.left, c.left), min(b.bottom, c.bottom), max(b.right, c.right), max(b.top, c.top)}
}

// glyph is a character at its place, as high as its font reaches.
type glyph struct {
	box
	char rune
	size float64 // of the font as shown
	side bool    // it did not stand upright on the page and was turned
}

// readPage reads the characters of a page in the order of the file.
func readPage(in pdfium.Pdfium, page requests.Page) ([]glyph, error) {
	size, err := in.GetPageSize(&requests.GetPageSize{Page: page})
	if err != nil {
		return nil, err
	}
	turn, err := turned(in, page, size.Width, size.Height)
	if err != nil {
		return nil, err
	}
	loaded, err := in.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: page})
	if err != nil {
		return nil, err
	}
	p := textPage{in, loaded.TextPage}
	glyphs, err := p.glyphs()
	for i := range glyphs {
		glyphs[i].box = turn(glyphs[i].box)
	}
	lay(glyphs, size.Width, size.Height)
	if _, e := in.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: p.ref}); err == nil {
		err = e
	}
	return glyphs, err
}

// turned is the way from the box of a character to its box on the page as shown: PDFium
// gives boxes as they are before a page is turned.
func turned(in pdfium.Pdfium, page requests.Page, w, h float64) (func(box) box, error) {
	rot, err := in.FPDFPage_GetRotation(&requests.FPDFPage_GetRotation{Page: page})
	if err != nil {
		return nil, err
	}
	switch rot.PageRotation {
	case 1:
		return func(b box) box { return box{b.bottom, h - b.right, b.top, h - b.left} }, nil
	case 2:
		return func(b box) box { return box{w - b.right, h - b.top, w - b.left, h - b.bottom} }, nil
	case 3:
		return func(b box) box { return box{w - b.top, b.left, w - b.bottom, b.right} }, nil
	}
	return func(b box) box { return b }, nil
}

// textPage is a page whose text PDFium has loaded.
type textPage struct {
	in  pdfium.Pdfium
	ref references.FPDF_TEXTPAGE
}

// glyphs reads the characters the file has, without those PDFium adds between them.
func (p textPage) glyphs() ([]glyph, error) {
	count, err := p.in.FPDFText_CountChars(&requests.FPDFText_CountChars{TextPage: p.ref})
	if err != nil {
		return nil, err
	}
	if count.Count > mostChars {
		return nil, fmt.Errorf("it has more than %d characters", mostChars)
	}
	var out []glyph
	var height, size float64
	for i := range count.Count {
		u, err := p.in.FPDFText_GetUnicode(&requests.FPDFText_GetUnicode{TextPage: p.ref, Index: i})
		if err != nil {
			return out, err
		}
		r := rune(uint32(u.Unicode))
		if r == '\r' || r == '\n' || r == ' ' && p.generated(i) {
			continue
		}
		b, err := p.box(i)
		if err != nil {
			return out, err
		}
		if b.height() != height { // asking costs time, and it seldom changes
			height, size = b.height(), p.size(i)
		}
		out = add(out, glyph{box: b, char: char(r), size: size}, r)
	}
	return out, nil
}

// add appends a glyph; the second half of a surrogate pair goes to the first.
func add(out []glyph, g glyph, r rune) []glyph {
	if n := len(out); n > 0 && utf16.IsSurrogate(r) && utf16.IsSurrogate(out[n-1].char) {
		if full := utf16.DecodeRune(out[n-1].char, r); full != unicode.ReplacementChar {
			out[n-1].char = full
			return out
		}
	}
	return append(out, g)
}

// char is the character to write for a code of PDFium's: a hyphen at the end of a line
// has a code of its own, and a character without a meaning is marked as such.
func char(r rune) rune {
	switch {
	case r == 2 || r == 0xFFFE:
		return '-'
	case r == 0 || r > unicode.MaxRune || r < 0:
		return unicode.ReplacementChar
	case unicode.IsSpace(r) || unicode.IsControl(r):
		return ' '
	}
	return r
}

// generated reports whether PDFium added the character.
func (p textPage) generated(i int) bool {
	g, err := p.in.FPDFText_IsGenerated(&requests.FPDFText_IsGenerated{TextPage: p.ref, Index: i})
	return err == nil && g.IsGenerated
}

// size is the size of the font of a character as the page shows it.
func (p textPage) size(i int) float64 {
	s, err := p.in.FPDFText_GetFontSize(&requests.FPDFText_GetFontSize{TextPage: p.ref, Index: i})
	if err != nil {
		return 0
	}
	m, err := p.in.FPDFText_GetMatrix(&requests.FPDFText_GetMatrix{TextPage: p.ref, Index: i})
	if err != nil {
		return s.FontSize
	}
	size := s.FontSize * math.Hypot(float64(m.Matrix.C), float64(m.Matrix.D))
	if math.IsNaN(size) {
		return 0
	}
	return min(size, farthest)
}

// box is the box of a character: as wide as it moves the pen and as high as its font,
// or where the text is turned, that of its ink.
func (p textPage) box(i int) (box, error) {
	loose, err := p.in.FPDFText_GetLooseCharBox(&requests.FPDFText_GetLooseCharBox{TextPage: p.ref, Index: i})
	if err == nil {
		r := loose.Rect
		b := tidy(float64(r.Left), float64(r.Bottom), float64(r.Right), float64(r.Top))
		if b.width() > 0 && b.height() > 0 {
			return b, nil
		}
	} else if dead(err) {
		return box{}, err
	}
	ink, err := p.in.FPDFText_GetCharBox(&requests.FPDFText_GetCharBox{TextPage: p.ref, Index: i})
	if err != nil {
		if dead(err) {
			return box{}, err
		}
		return box{}, nil // its place is not known: it is read at the foot of the page
	}
	return tidy(ink.Left, ink.Bottom, ink.Right, ink.Top), nil
}

// farthest bounds the places of characters: a page is at most 200 inches.
const farthest = 14400

// tidy makes a box of numbers that may be in any order and of any size.
func tidy(l, b, r, t float64) box {
	for _, v := range []*float64{&l, &b, &r, &t} {
		if math.IsNaN(*v) {
			*v = 0
		}
		*v = min(max(*v, -farthest), farthest)
	}
	return box{min(l, r), min(b, t), max(l, r), max(b, t)}
}
