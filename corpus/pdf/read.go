// Package pdf reads the text of PDF documents in reading order. It asks PDFium, run as
// WebAssembly inside the process, for the characters of each page and where they stand,
// and puts them together itself: into lines, lines into columns, and cells into rows.
package pdf

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/klippa-app/go-pdfium"
	pdferrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/requests"
)

// Text is the text of a PDF in reading order: one line for each visual line or row of a
// table, a line feed between lines, a tab between the cells of a row, and in place of
// the line feed a form feed between pages, one for each page but the last, so that the
// form feeds before an offset count its page. A PDF of scanned images has no text.
type Text struct {
	Text     string // valid UTF-8
	Lines    []Line
	Warnings []string // sentences about pages that could not be read
}

// Line is a line of the text.
type Line struct {
	Start, End int          // bytes of Text, half open
	Page       int          // from 1
	Box        [4]float64   // left, bottom, right, top on the page as shown, or as turned to read a text that does not stand upright, in points from its lower left corner
	Size       float64      // of most of its characters, in points
	Cells      [][2]int     // bytes of Text of the cells of a row of a table, nil where there are none
	Edges      [][2]float64 // left and right of each cell, in points
}

// The bounds of what is read. They are variables for the tests.
var (
	mostBytes = 64 << 20
	mostPages = 5000
	mostChars = 1 << 20 // of a page
	timeLimit = 3 * time.Minute
)

// Read extracts the text of a PDF in reading order: columns one after the other, the rows
// of a table each as one line. Running heads and page numbers stay where they stand. The
// error is a sentence about the file, such as "is an encrypted PDF: a password is needed".
// Read may be called from many goroutines; the first call of the process takes a second
// or two to start PDFium.
func Read(data []byte) (*Text, error) {
	if len(data) > mostBytes {
		return nil, fmt.Errorf("is %d MB long: PDF documents over %d MB are not read", len(data)>>20, mostBytes>>20)
	}
	if len(data) == 0 {
		return nil, errors.New("is empty: there is no PDF in it")
	}
	var out *Text
	err := withInstance(func(in pdfium.Pdfium, late func() bool) error {
		t, err := readAll(in, late, data)
		out = t
		return err
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// readAll reads every page of the document.
func readAll(in pdfium.Pdfium, late func() bool, data []byte) (*Text, error) {
	doc, err := in.OpenDocument(&requests.OpenDocument{File: &data})
	if err != nil {
		return nil, sentence(err)
	}
	count, err := in.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: doc.Document})
	if err != nil {
		return nil, sentence(err)
	}
	if count.PageCount > mostPages {
		return nil, fmt.Errorf("is a PDF of %d pages: PDF documents over %d pages are not read", count.PageCount, mostPages)
	}
	w, failed := &writer{}, 0
	for i := range count.PageCount {
		glyphs, err := readPage(in, requests.Page{ByIndex: &requests.PageByIndex{Document: doc.Document, Index: i}})
		if dead(err) {
			return nil, sentence(err)
		}
		if err != nil {
			failed++
			w.warnings = append(w.warnings, fmt.Sprintf("page %d could not be read: %v", i+1, err))
		}
		w.page(i+1, arrange(glyphs, late))
	}
	if failed > 0 && failed == count.PageCount {
		return nil, errors.New("is a broken PDF: none of its pages could be read")
	}
	return w.text(), nil
}

// dead reports whether the error has ended PDFium, so that no page can follow.
func dead(err error) bool {
	return err != nil && strings.Contains(err.Error(), "wasm error") || err != nil && strings.Contains(err.Error(), "module closed")
}

// sentence puts an error of PDFium in the words of a user.
func sentence(err error) error {
	switch {
	case errors.Is(err, pdferrors.ErrPassword):
		return errors.New("is an encrypted PDF: a password is needed")
	case errors.Is(err, pdferrors.ErrSecurity):
		return errors.New("is an encrypted PDF: its way of encryption is not known")
	case errors.Is(err, pdferrors.ErrFormat), errors.Is(err, pdferrors.ErrFile), errors.Is(err, pdferrors.ErrPage):
		return errors.New("is a broken PDF or none at all: its structure cannot be read")
	}
	first, _, _ := strings.Cut(err.Error(), "\n")
	return fmt.Errorf("is a PDF that cannot be read: %s", first)
}
