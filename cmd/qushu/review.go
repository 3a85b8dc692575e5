package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/qushu/qushu/cmd/qushu/view"
	"github.com/qushu/qushu/corpus"
	"github.com/qushu/qushu/extract/fact"
	"github.com/qushu/qushu/golden"
	"github.com/qushu/qushu/rules"
)

// reviewer writes what a person says on the page into goldens.
type reviewer struct {
	dir   string
	files []corpus.File
	mu    sync.Mutex
}

// take puts a verdict into the golden of its document and names that. A right fact loses
// its mark of a proposal; a wrong one makes place for the right line, if there is one,
// which is a todo until it is extracted; a missing one is added below its sentence.
func (r *reviewer) take(v view.Verdict) (string, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	name := strings.ReplaceAll(stem(v.Document.Doc), "/", "_") + ".golden"
	if !filepath.IsLocal(name) {
		return "", errors.New("the name of the document makes no name of a file")
	}
	path := filepath.Join(r.dir, name)
	f, err := r.golden(path, v)
	if err != nil {
		return "", err
	}
	if err := judge(&f, v); err != nil {
		return "", err
	}
	if _, err := golden.Parse(name, f.Format()); err != nil {
		return "", fmt.Errorf("that would make no golden: %w", err)
	}
	if err := os.WriteFile(path+".part", f.Format(), 0o644); err != nil {
		return "", err
	}
	return name, os.Rename(path+".part", path)
}

// golden is the golden of a document: the file, if it is there, else a proposal.
func (r *reviewer) golden(path string, v view.Verdict) (golden.File, error) {
	src, err := os.ReadFile(path)
	if err == nil {
		return golden.Parse(filepath.Base(path), src)
	}
	if !errors.Is(err, fs.ErrNotExist) {
		return golden.File{}, err
	}
	for _, file := range r.files {
		if file.Path == v.Document.Doc {
			doc, err := documentPath(file.OS, ".")
			return golden.Record(doc, v.Document.SHA256, givenOf(v.Document), v.Facts), err
		}
	}
	return golden.File{}, errors.New("goldens are of documents that are files of their own, and of this one no file is there")
}

// judge changes the golden as the verdict says.
func judge(f *golden.File, v view.Verdict) error {
	var line *rules.Line
	if strings.TrimSpace(v.Line) != "" {
		l, err := rules.ParseLine(strings.TrimSpace(v.Line), rules.Pos{File: "line", Line: 1, Col: 1})
		if err != nil {
			return err
		}
		l.Proposed, l.Todo = false, true
		line = &l
	}
	switch {
	case v.Says == "missing" && line == nil:
		return errors.New("write the fact line that is missing")
	case v.Says == "missing":
		s := sectionOf(f, nearest(v.Facts, v.Span))
		s.Lines, s.Nothing, s.Proposed = append(s.Lines, *line), false, false
		return nil
	case v.Says != "right" && v.Says != "wrong" || v.Fact == nil:
		return errors.New("the verdict is none of right, wrong and missing")
	}
	s := sectionOf(f, *v.Fact)
	i := slices.IndexFunc(s.Lines, isLineOf(golden.LineOf(*v.Fact, f.Given)))
	switch {
	case i < 0:
		return errors.New("the golden does not hold the fact any more")
	case v.Says == "right":
		s.Lines[i].Proposed = false
	case line != nil:
		s.Lines[i] = *line
	default:
		s.Lines = slices.Delete(s.Lines, i, i+1)
		s.Nothing = len(s.Lines) == 0
	}
	return nil
}

// isLineOf compares lines but for their marks.
func isLineOf(want rules.Line) func(rules.Line) bool {
	text := func(l rules.Line) string {
		l.Proposed, l.Todo = false, false
		return rules.FormatLines([]rules.Line{l})[0]
	}
	w := text(want)
	return func(l rules.Line) bool { return text(l) == w }
}

// sectionOf is the section of a fact's sentence; where the golden has none it gets one.
func sectionOf(f *golden.File, x fact.Fact) *golden.Section {
	text := x.Text
	if x.Sentence != nil {
		text = x.Sentence.Text
	}
	text = strings.Join(strings.Fields(text), " ")
	for i := range f.Sections {
		if f.Sections[i].Sentence == text {
			return &f.Sections[i]
		}
	}
	f.Sections = append(f.Sections, golden.Section{Sentence: text})
	return &f.Sections[len(f.Sections)-1]
}

// nearest is the fact whose sentence holds a span, or begins last before it.
func nearest(facts []fact.Fact, span corpus.Span) fact.Fact {
	best := fact.Fact{Text: "?"}
	for _, f := range facts {
		if f.Sentence != nil && f.Sentence.Start <= span.Start && (best.Sentence == nil || f.Sentence.Start >= best.Sentence.Start) {
			best = f
		}
	}
	return best
}
