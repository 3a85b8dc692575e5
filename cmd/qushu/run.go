package main

import (
	"bufio"
	"cmp"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"

	"github.com/spf13/cobra"

	"github.com/qushu/qushu/corpus"
	"github.com/qushu/qushu/extract"
	"github.com/qushu/qushu/extract/fact"
	"github.com/qushu/qushu/extract/run"
	"github.com/qushu/qushu/extract/segment"
	"github.com/qushu/qushu/extract/sink"
	"github.com/qushu/qushu/rules"
)

// manifest is run.json: what made the files beside it. No times, no host names.
type manifest struct {
	Version   string        `json:"version"`
	Rules     string        `json:"rules"`
	Packs     []rules.Pack  `json:"packs,omitempty"`
	Segmenter string        `json:"segmenter"`
	Options   runOptions    `json:"options"`
	Counts    run.Counts    `json:"counts"`
	Failures  []run.Failure `json:"failures,omitempty"`
}

type runOptions struct {
	Inputs    []string `json:"inputs"`
	Published string   `json:"published,omitempty"`
	Area      string   `json:"area,omitempty"`
	Year      int      `json:"year,omitempty"`
	TextField string   `json:"text_field,omitempty"`
}

// runFlags are the flags of qushu run.
type runFlags struct {
	out     string
	workers int
	known   extract.Options
}

func runCommand() *cobra.Command {
	var f runFlags
	cmd := &cobra.Command{
		Use:   "run -o OUT INPUT…",
		Short: "Extract the facts of files and folders into the folder OUT",
		Long: `Reads files and folders (recursively): text, HTML, CSV, JSON, PDF, Word and Excel, also inside
zip, tar, gzip, WARC and mail, told by content. It writes into the folder OUT:
  facts.jsonl      one fact a line
  documents.jsonl  one document a line, with an error where it could not be read
  ledger.jsonl     every number that became no fact, with the reason
  run.json         what made them
With -o - the facts go to standard output and nothing else is written. What is known of
all documents and they may not say can be given with --date, --area and --year.`,
		Example: `  qushu run -o out reports/
  qushu run -o - communique.html | head -3
  qushu run -o out --year 2025 --date 2026-01-27 communique.html`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error { return f.run(cmd, args) },
	}
	cmd.Flags().StringVarP(&f.out, "output", "o", "", "the folder to write, or - for the facts on standard output")
	cmd.Flags().IntVarP(&f.workers, "workers", "j", runtime.NumCPU(), "documents read side by side; the output is the same with any number")
	known(cmd, &f.known)
	reading(cmd, &f.known.Read)
	cobra.CheckErr(cmd.MarkFlagRequired("output"))
	return cmd
}

func (f *runFlags) check(args []string) error {
	if f.workers < 1 {
		return fmt.Errorf("--workers is %d, wanted 1 or more", f.workers)
	}
	if f.out == "" {
		return fmt.Errorf("-o names no folder, wanted one to write or - for standard output")
	}
	if err := checkKnown(f.known); err != nil {
		return err
	}
	return refuseInside(f.out, args)
}

func (f *runFlags) run(cmd *cobra.Command, args []string) error {
	if err := f.check(args); err != nil {
		return err
	}
	in, e, err := open(cmd, args)
	if err != nil {
		return err
	}
	m := &manifest{Version: version, Rules: e.Set.Hash, Packs: e.Set.Packs, Segmenter: segment.Name,
		Options: runOptions{Inputs: baseNames(args), Published: f.known.Published, Area: f.known.Area, Year: f.known.Year, TextField: f.known.Read.TextField}}
	o := run.Options{Workers: f.workers, Document: f.known, Progress: progress(cmd.ErrOrStderr())}
	if f.out == "-" {
		err = toStream(cmd.Context(), e, cmd.OutOrStdout(), in, o, m)
	} else {
		err = toFolder(cmd.Context(), e, f.out, in, o, m)
	}
	if err != nil {
		return err
	}
	return f.report(cmd.ErrOrStderr(), in, m)
}

func toStream(ctx context.Context, e *extract.Engine, w io.Writer, in inputs, o run.Options, m *manifest) error {
	out := bufio.NewWriterSize(w, 1<<16)
	if err := m.extract(ctx, e, in, sink.Stream{W: out}, o); err != nil {
		return err
	}
	return out.Flush()
}

func toFolder(ctx context.Context, e *extract.Engine, dir string, in inputs, o run.Options, m *manifest) error {
	f, err := sink.NewFolder(dir)
	if err != nil {
		return fmt.Errorf("the output folder %s cannot be written: %w", dir, err)
	}
	if err := m.extract(ctx, e, in, f, o); err != nil {
		return err
	}
	return f.Close(m)
}

// extract hands the results of all documents to the sink, those that could not even be
// opened in their place among the others, and counts them in the manifest.
func (m *manifest) extract(ctx context.Context, e *extract.Engine, in inputs, s run.Sink, o run.Options) error {
	ordered := &withProblems{Sink: s, left: in.problems}
	var err error
	if m.Counts, m.Failures, err = run.Files(ctx, e, in.files, ordered, o); err != nil {
		return err
	}
	for _, p := range in.problems {
		m.Failures = append(m.Failures, run.Failure{Doc: p.Path, Error: p.Err.Error()})
		m.Counts.Documents++
		m.Counts.Failed++
	}
	slices.SortStableFunc(m.Failures, func(a, b run.Failure) int { return cmp.Compare(a.Doc, b.Doc) })
	return ordered.rest()
}

// withProblems puts what could not be used among the results of the documents, by path.
type withProblems struct {
	run.Sink
	left []corpus.Problem
}

// Put writes the problems that come before a document, then the document.
func (w *withProblems) Put(r *extract.Result) error {
	for len(w.left) > 0 && w.left[0].Path < r.Summary.Doc {
		if err := w.next(); err != nil {
			return err
		}
	}
	return w.Sink.Put(r)
}

func (w *withProblems) rest() error {
	for len(w.left) > 0 {
		if err := w.next(); err != nil {
			return err
		}
	}
	return nil
}

func (w *withProblems) next() error {
	p := w.left[0]
	w.left = w.left[1:]
	return w.Sink.Put(&extract.Result{Summary: fact.Summary{Doc: p.Path, Error: p.Err.Error()}})
}

// report names the documents that failed while they were read, and sums up.
func (f *runFlags) report(w io.Writer, in inputs, m *manifest) error {
	for _, x := range m.Failures {
		if name := in.named(x.Doc); name != "" {
			fmt.Fprintf(w, "qushu: %s: %s\n", name, x.Error)
		}
	}
	where := ""
	if f.out != "-" {
		where = " in " + filepath.Join(f.out, "facts.jsonl")
	}
	c := m.Counts
	fmt.Fprintf(w, "%d documents, %d facts%s; of %d numerals %d unresolved\n", c.Documents-c.Failed, c.Facts, where, c.Numerals, c.Unresolved)
	return someFailed(c.Failed, c.Documents)
}

// baseNames are the inputs as they go into the manifest: without the folders above them,
// which differ from machine to machine.
func baseNames(args []string) []string {
	out := make([]string, len(args))
	for i, a := range args {
		out[i] = filepath.Base(a)
	}
	return out
}

// progress prints how far a long run has come, on a terminal only.
func progress(w io.Writer) func(done, total int) {
	f, ok := w.(*os.File)
	if !ok {
		return nil
	}
	if info, err := f.Stat(); err != nil || info.Mode()&os.ModeCharDevice == 0 {
		return nil
	}
	return func(done, total int) {
		fmt.Fprintf(w, "\r%d of %d documents", done, total)
		if done == total {
			fmt.Fprint(w, "\r\033[K")
		}
	}
}
