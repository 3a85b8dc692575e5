package run

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"github.com/qushu/qushu/corpus"
	"github.com/qushu/qushu/extract"
	"github.com/qushu/qushu/extract/fact"
	"github.com/qushu/qushu/extract/sink"
)

// job is a document that is to be extracted.
type job struct {
	file    string
	n       int
	member  corpus.Member
	known   func(sink.Place) *sink.Rows
	repeats *corpus.Repeats
}

// place says which document it is. It hashes the document.
func (j *job) place() sink.Place {
	content := j.member.Data
	if j.member.Err != nil {
		content = []byte("\x00" + j.member.Err.Error())
	}
	sum := sha256.Sum256(content)
	if key := j.repeats.Key(); key != nil { // other pages of the folder have a say as well
		sum = sha256.Sum256(append(sum[:], key...))
	}
	return sink.Place{File: j.file, N: j.n, Doc: j.member.Path, SHA256: hex.EncodeToString(sum[:])}
}

// work makes the rows of a document.
func (p *pipeline) work(j job) done {
	start := time.Now()
	place := j.place()
	if j.known != nil {
		if rows := j.known(place); rows != nil {
			return done{rows: rows}
		}
	}
	r := p.member(j)
	rows, err := sink.Encode(place, &r)
	return done{rows: rows, err: err, took: time.Since(start)}
}

// member extracts the document of a job.
func (p *pipeline) member(j job) extract.Result {
	o := p.o.Document
	o.Read.Repeats = j.repeats
	return Document(p.e, j.member, o, p.o.Timeout)
}

// Document extracts one document. One that cannot be read, that takes longer than the
// timeout (0: none) or that meets a defect gives a result whose summary says why in a
// sentence.
func Document(e Extractor, m corpus.Member, o extract.Options, timeout time.Duration) (r extract.Result) {
	err := m.Err
	if err == nil {
		r, err = inTime(e, m, o, timeout)
	}
	if err != nil {
		r = extract.Result{Summary: fact.Summary{Doc: m.Path, Bytes: len(m.Data), Error: err.Error()}}
	}
	return r
}

// inTime gives a document up that takes too long. Its goroutine cannot be stopped: what
// comes of it is dropped.
func inTime(e Extractor, m corpus.Member, o extract.Options, timeout time.Duration) (extract.Result, error) {
	if timeout <= 0 {
		return safely(e, m, o)
	}
	type answer struct {
		r   extract.Result
		err error
	}
	answered := make(chan answer, 1)
	go func() {
		r, err := safely(e, m, o)
		answered <- answer{r, err}
	}()
	timer := time.NewTimer(timeout)
	defer timer.Stop()
	select {
	case a := <-answered:
		return a.r, a.err
	case <-timer.C:
		return extract.Result{}, fmt.Errorf("took longer than %v: it was given up", timeout)
	}
}

// safely keeps a defect met in one document from ending the run: it becomes that
// document's error.
func safely(e Extractor, m corpus.Member, o extract.Options) (r extract.Result, err error) {
	defer func() {
		if v := recover(); v != nil {
			r, err = extract.Result{}, fmt.Errorf("a defect of qushu stopped the reading (%v%s): please report it with this file", v, panicked())
		}
	}()
	return e.Bytes(m.Path, m.Data, o)
}

// panicked is the place in the code at which the panic that is being recovered from
// began, " at match.go:88".
func panicked() string {
	var pcs [64]uintptr
	frames := runtime.CallersFrames(pcs[:runtime.Callers(2, pcs[:])])
	for inside := false; ; {
		f, more := frames.Next()
		switch {
		case f.Function == "runtime.gopanic":
			inside = true
		case inside && !strings.HasPrefix(f.Function, "runtime."):
			return fmt.Sprintf(" at %s:%d", filepath.Base(f.File), f.Line)
		}
		if !more {
			return ""
		}
	}
}
