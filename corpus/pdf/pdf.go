// Package pdf takes the text out of PDF files (ISO 32000), line by line with the place
// of each line on its page. It runs PDFium as WebAssembly, without access to files.
package pdf

import (
	"errors"
	"fmt"
	"io"
	"sync"
	"time"

	"github.com/klippa-app/go-pdfium"
	pdfiumerrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/responses"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
)

// The bounds of a document: more pages than any yearbook has, and a quarter of a
// gigabyte for the program that reads it.
const (
	mostPages   = 5000
	memoryPages = 4096 // of 64 KB
	patience    = time.Minute
)

// started is the pool of PDFium programs: compiled once, when the first PDF is met.
var started = sync.OnceValues(func() (pdfium.Pool, error) {
	return webassembly.Init(webassembly.Config{
		MinIdle: 0, MaxIdle: 1, MaxTotal: 2,
		FSConfig:      wazero.NewFSConfig(),
		RuntimeConfig: wazero.NewRuntimeConfig().WithMemoryLimitPages(memoryPages),
		Stdout:        io.Discard, Stderr: io.Discard,
	})
})

// Lines reads the lines of all pages, in the order in which the file draws them, which
// is that of reading: column by column. An encrypted or broken file is an error that
// says so in a sentence about the file.
func Lines(data []byte) (lines []Line, err error) {
	pool, err := started()
	if err != nil {
		return nil, fmt.Errorf("cannot be read: PDFium does not start: %w", err)
	}
	in, err := pool.GetInstance(patience)
	if err != nil {
		return nil, fmt.Errorf("cannot be read: PDFium is not free: %w", err)
	}
	// A broken file may break the program that reads it: it is given up and the next
	// file gets a new one.
	defer func() {
		if p := recover(); p != nil {
			lines, err = nil, errors.New("is a broken PDF: PDFium fails on it")
			_ = in.Kill()
			return
		}
		if e := in.Close(); e != nil {
			_ = in.Kill()
		}
	}()
	return document(in, data)
}

func document(in pdfium.Pdfium, data []byte) ([]Line, error) {
	doc, err := in.OpenDocument(&requests.OpenDocument{File: &data})
	switch {
	case errors.Is(err, pdfiumerrors.ErrPassword):
		return nil, errors.New("is an encrypted PDF: remove its password first")
	case err != nil:
		return nil, fmt.Errorf("is a broken PDF: %w", err)
	}
	count, err := in.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: doc.Document})
	switch {
	case err != nil:
		return nil, fmt.Errorf("is a broken PDF: %w", err)
	case count.PageCount > mostPages:
		return nil, fmt.Errorf("has %d pages: files of over %d are not read", count.PageCount, mostPages)
	}
	var out []Line
	for n := range count.PageCount {
		page, err := in.GetPageTextStructured(&requests.GetPageTextStructured{
			Page:                   requests.Page{ByIndex: &requests.PageByIndex{Document: doc.Document, Index: n}},
			Mode:                   requests.GetPageTextStructuredModeChars,
			CollectFontInformation: true,
		})
		if err != nil {
			return nil, fmt.Errorf("page %d cannot be read: %w", n+1, err)
		}
		out = append(out, linesOf(glyphs(page.Chars), n+1)...)
	}
	return out, nil
}

// glyphs are the characters of a page with their boxes. A box is that of the ink, which
// is nothing for a font that is not there; the type size helps out.
func glyphs(chars []*responses.GetPageTextStructuredChar) []glyph {
	out := make([]glyph, 0, len(chars))
	for _, c := range chars {
		p := c.PointPosition
		b := Box{p.Left, min(p.Bottom, p.Top), p.Right, max(p.Bottom, p.Top)}
		size := max(b.Top-b.Bottom, b.Right-b.Left)
		if c.FontInformation != nil {
			size = max(size, c.FontInformation.Size)
		}
		out = append(out, glyph{c.Text, b, size})
	}
	return out
}
