package pdf

import (
	"context"
	"embed"
	"fmt"
	"io"
	"math/rand"
	"runtime"
	"sync"
	"time"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
)

// fonts holds a font of one glyph, a box, for the Chinese fonts that a file names and does
// not embed. PDFium leaves out a text whose ink has no width, which is what a lone
// character of a font it does not have comes to.
//
//go:embed fonts
var fonts embed.FS

// fontFolder is where PDFium looks for fonts.
const fontFolder = "/usr/share"

// memoryPages bounds the memory of a PDFium in pages of 64 KB: 512 MB.
const memoryPages = 8192

// mostInstances is how many PDFiums run at once.
const mostInstances = 4

// start compiles PDFium, once in a process and only where a PDF is read.
var start = sync.OnceValues(func() (pdfium.Pool, error) {
	return webassembly.Init(webassembly.Config{
		MaxTotal:     min(mostInstances, runtime.GOMAXPROCS(0)),
		FSConfig:     wazero.NewFSConfig().WithFSMount(fonts, fontFolder), // it sees no other files
		Stdout:       io.Discard,
		Stderr:       io.Discard,
		RandomSource: rand.New(rand.NewSource(1)), // the same bytes in, the same bytes out
		RuntimeConfig: wazero.NewRuntimeConfig().
			WithMemoryLimitPages(memoryPages).
			WithCloseOnContextDone(true), // lets a PDFium be stopped while it runs
	})
})

// grace is how much longer than the time limit, which is kept from page to page, a PDFium
// may hang in one page before it is stopped from outside.
const grace = 10 * time.Second

// withInstance runs a function on a fresh PDFium, which knows nothing of the documents
// before, and stops it where it hangs. Kill is made to be called while the instance is
// in use, without a lock: it is the last resort.
func withInstance(do func(pdfium.Pdfium) error) (err error) {
	pool, err := start()
	if err != nil {
		return fmt.Errorf("cannot be read: PDFium does not start: %w", err)
	}
	in, err := pool.GetInstanceWithContext(context.Background())
	if err != nil {
		return fmt.Errorf("cannot be read: PDFium does not start: %w", err)
	}
	killed := make(chan struct{})
	timer := time.AfterFunc(timeLimit+grace, func() {
		defer close(killed)
		_ = in.Kill()
	})
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("is a broken PDF: reading it failed with %v", r)
		}
		if timer.Stop() {
			_ = in.Close()
			return
		}
		<-killed
		err = errSlow()
	}()
	return do(in)
}
