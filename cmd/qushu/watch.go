package main

import (
	"cmp"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"

	"github.com/qushu/qushu/corpus"
	"github.com/qushu/qushu/extract/run"
)

// watch tells a person how far a run has come: on a terminal by a bar, else by a line
// now and then. Documents that failed are named as soon as they did.
type watch struct {
	to      io.Writer
	quiet   bool
	bar     *progressbar.ProgressBar // nil where there is no terminal
	begun   time.Time
	told    time.Time // when the last line was printed
	files   int
	read    int // files
	bytes   int64
	done    int64 // bytes
	docs    int
	facts   int
	kept    int // documents whose rows were there from before
	reasons map[string]int
	slowest []slow
}

// slow is a document and how long it took.
type slow struct {
	name string
	took time.Duration
}

// between is the time from line to line where there is no terminal.
const between = 10 * time.Second

func newWatch(to io.Writer, files []corpus.File, quiet bool) *watch {
	w := &watch{to: to, quiet: quiet, files: len(files), begun: time.Now(), told: time.Now(), reasons: map[string]int{}}
	for _, f := range files {
		w.bytes += f.Size
	}
	if f, ok := to.(*os.File); ok && !quiet && term.IsTerminal(int(f.Fd())) {
		w.bar = progressbar.NewOptions64(w.bytes, progressbar.OptionSetWriter(to), progressbar.OptionShowBytes(true), progressbar.OptionFullWidth(),
			progressbar.OptionThrottle(100*time.Millisecond), progressbar.OptionClearOnFinish())
	}
	return w
}

// step takes note of a document or of the end of a file.
func (w *watch) step(s run.Step) {
	if s.Summary == nil {
		w.read++
		w.done += s.File.Size
		w.tell()
		return
	}
	w.docs++
	w.facts += s.Summary.Facts
	if s.Took == 0 {
		w.kept++
	}
	name := s.File.OS + strings.TrimPrefix(s.Summary.Doc, s.File.Path)
	if s.Summary.Error != "" {
		w.reasons[s.Summary.Error]++
		w.clear()
		fmt.Fprintf(w.to, "qushu: %s: %s\n", name, s.Summary.Error)
	}
	w.rank(slow{name, s.Took})
}

func (w *watch) clear() {
	if w.bar != nil {
		_ = w.bar.Clear()
	}
}

func (w *watch) tell() {
	switch {
	case w.quiet:
	case w.bar != nil:
		w.bar.Describe(fmt.Sprintf("%d of %d files, %d documents, %d facts", w.read, w.files, w.docs, w.facts))
		_ = w.bar.Set64(w.done)
	case time.Since(w.told) >= between:
		w.told = time.Now()
		fmt.Fprintln(w.to, w.line())
	}
}

func (w *watch) line() string {
	rate := float64(w.done) / time.Since(w.begun).Seconds()
	left := "?"
	if rate > 0 {
		left = time.Duration(float64(w.bytes-w.done) / rate * float64(time.Second)).Round(time.Second).String()
	}
	return fmt.Sprintf("%d of %d files, %d documents, %.1f of %.1f MB, %d facts, %.1f MB/s, %s left",
		w.read, w.files, w.docs, mb(w.done), mb(w.bytes), w.facts, rate/1e6, left)
}

func mb(n int64) float64 { return float64(n) / 1e6 }

// The slowest documents that are named at the end: so many, that took so long.
const (
	mostSlow = 3
	noteSlow = 100 * time.Millisecond
)

func (w *watch) rank(s slow) {
	if s.took < noteSlow {
		return
	}
	w.slowest = append(w.slowest, s)
	slices.SortStableFunc(w.slowest, func(a, b slow) int { return cmp.Compare(b.took, a.took) })
	w.slowest = w.slowest[:min(len(w.slowest), mostSlow)]
}

// mostReasons is how many reasons of failures are named at the end.
const mostReasons = 5

// sum prints the closing summary.
func (w *watch) sum(c run.Counts, where string) {
	if w.quiet {
		return
	}
	var names []string
	for _, s := range w.slowest {
		names = append(names, fmt.Sprintf("%s %.1f s", s.name, s.took.Seconds()))
	}
	if len(names) > 0 && c.Documents > 1 {
		fmt.Fprintf(w.to, "slowest: %s\n", strings.Join(names, ", "))
	}
	if w.kept > 0 {
		fmt.Fprintf(w.to, "%d documents were taken over from before\n", w.kept)
	}
	if c.Failed > 1 {
		fmt.Fprintf(w.to, "%d failed: %s\n", c.Failed, w.why())
	}
	fmt.Fprintf(w.to, "%d documents, %d facts%s; of %d numerals %d unresolved\n", c.Documents-c.Failed, c.Facts, where, c.Numerals, c.Unresolved)
}

// why lists the reasons of failures, the most frequent first.
func (w *watch) why() string {
	var reasons []string
	for r := range w.reasons {
		reasons = append(reasons, r)
	}
	slices.SortFunc(reasons, func(a, b string) int { return cmp.Or(cmp.Compare(w.reasons[b], w.reasons[a]), cmp.Compare(a, b)) })
	more := ""
	if len(reasons) > mostReasons {
		reasons, more = reasons[:mostReasons], "; …"
	}
	for i, r := range reasons {
		reasons[i] = fmt.Sprintf("%d %s", w.reasons[r], r)
	}
	return strings.Join(reasons, "; ") + more
}
