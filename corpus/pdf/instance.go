package pdf

import (
	"context"
	"embed"
	"fmt"
	"io"
	"math/rand"
	"reflect"
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
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

// withInstance runs a function on a fresh PDFium, which knows nothing of the documents
// before, and stops it after the time limit. The function is told how to ask whether that
// has passed, for the work it does without PDFium.
func withInstance(do func(in pdfium.Pdfium, late func() bool) error) (err error) {
	pool, err := start()
	if err != nil {
		return fmt.Errorf("cannot be read: PDFium does not start: %w", err)
	}
	in, err := pool.GetInstanceWithContext(context.Background())
	if err != nil {
		return fmt.Errorf("cannot be read: PDFium does not start: %w", err)
	}
	defer in.Close()
	var late atomic.Bool
	timer := time.AfterFunc(timeLimit, func() {
		late.Store(true)
		stop(in)
	})
	defer func() {
		timer.Stop()
		if r := recover(); r != nil {
			err = fmt.Errorf("is a broken PDF: reading it failed with %v", r)
		}
		if late.Load() {
			err = fmt.Errorf("is a PDF that takes more than %v to read", timeLimit)
		}
	}()
	return do(in, late.Load)
}

// stop ends the program of a PDFium, even within a call. Kill of go-pdfium 1.17.2 does not:
// it fails before it gets there and keeps the place in the pool besides. The program is
// behind an internal type, so it is reached by reflection: a test notices if it moves.
func stop(in pdfium.Pdfium) {
	program := reflect.ValueOf(in.GetImplementation()).Elem().FieldByName("Module").Interface().(api.Module)
	_ = program.CloseWithExitCode(context.Background(), 1)
}
