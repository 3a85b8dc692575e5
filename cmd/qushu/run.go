package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/spf13/cobra"

	"github.com/qushu/qushu/corpus"
	"github.com/qushu/qushu/extract"
	"github.com/qushu/qushu/extract/fact"
	"github.com/qushu/qushu/extract/run"
	"github.com/qushu/qushu/extract/segment"
	"github.com/qushu/qushu/extract/sink"
)

// manifest is run.json: what made the files beside it. No times, no host names.
type manifest struct {
	Version   string        `json:"version"`
	Rules     string        `json:"rules"`
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
}

func runCommand() *cobra.Command {
	var out string
	var workers int
	var o extract.Options
	cmd := &cobra.Command{
		Use:   "run -o OUT INPUT…",
		Short: "Extract the facts of files and folders into the folder OUT",
		Long: `Reads files and folders (recursively) and writes into the folder OUT:
  facts.jsonl      one fact a line
  documents.jsonl  one document a line, with an error where it could not be read
  ledger.jsonl     every number that became no fact, with the reason
  run.json         what made them
With -o - the facts go to standard output and nothing else is written.`,
		Example: `  qushu run -o out reports/
  qushu run -o - communique.html | head -3`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return runDocuments(cmd, out, workers, o, args)
		},
	}
	cmd.Flags().StringVarP(&out, "output", "o", "", "the folder to write, or - for the facts on standard output")
	cmd.Flags().IntVarP(&workers, "workers", "j", runtime.NumCPU(), "documents read side by side; the output is the same with any number")
	cmd.Flags().StringVar(&o.Published, "date", "", "the reference day of all documents, as 2026-01-27, where they do not say")
	cmd.Flags().StringVar(&o.Area, "area", "", "the area of all documents, in full, as 重庆市江北区")
	cmd.Flags().IntVar(&o.Year, "year", 0, "the year all documents report on")
	cmd.MarkFlagRequired("output")
	return cmd
}

func runDocuments(cmd *cobra.Command, out string, workers int, o extract.Options, args []string) error {
	if err := refuseInside(out, args); err != nil {
		return err
	}
	files, problems := corpus.Find(args)
	for _, p := range problems {
		fmt.Fprintf(cmd.ErrOrStderr(), "qushu: %s: %s\n", p.Path, p.Err)
	}
	if len(files) == 0 {
		return fmt.Errorf("there is no document to read in %s", strings.Join(args, ", "))
	}
	e, err := engine(cmd)
	if err != nil {
		return err
	}
	m := manifest{Version: version, Rules: e.Set.Hash, Segmenter: segment.Name, Options: runOptions{Inputs: names(args), Published: o.Published, Area: o.Area, Year: o.Year}}
	opts := run.Options{Workers: workers, Document: o, Progress: progress(cmd.ErrOrStderr())}
	if out == "-" {
		m.Counts, m.Failures, err = run.Files(cmd.Context(), e, files, sink.Stream{W: cmd.OutOrStdout()}, opts)
	} else {
		err = toFolder(cmd, e, out, files, problems, opts, &m)
	}
	if err != nil {
		return err
	}
	return report(cmd, out, &m, problems)
}

func toFolder(cmd *cobra.Command, e *extract.Engine, out string, files []corpus.File, problems []corpus.Problem, o run.Options, m *manifest) error {
	f, err := sink.NewFolder(out)
	if err != nil {
		return err
	}
	m.Counts, m.Failures, err = run.Files(cmd.Context(), e, files, f, o)
	if err != nil {
		return err
	}
	for _, p := range problems {
		m.Failures = append(m.Failures, run.Failure{Doc: p.Path, Error: p.Err.Error()})
		m.Counts.Failed++
		if err := f.Put(&extract.Result{Summary: fact.Summary{Doc: p.Path, Error: p.Err.Error()}}); err != nil {
			return err
		}
	}
	return f.Close(m)
}

func report(cmd *cobra.Command, out string, m *manifest, problems []corpus.Problem) error {
	for _, f := range m.Failures[:len(m.Failures)-countIn(m.Failures, problems)] {
		fmt.Fprintf(cmd.ErrOrStderr(), "qushu: %s: %s\n", f.Doc, f.Error)
	}
	where := ""
	if out != "-" {
		where = " in " + filepath.Join(out, "facts.jsonl")
	}
	fmt.Fprintf(cmd.ErrOrStderr(), "%d documents, %d facts%s; of %d numerals %d unresolved\n", m.Counts.Documents, m.Counts.Facts, where, m.Counts.Numerals, m.Counts.Unresolved)
	if len(m.Failures)+len(problems) > 0 {
		if m.Counts.Facts == 0 && m.Counts.Documents == m.Counts.Failed {
			return fmt.Errorf("no document could be read")
		}
		return differs{fmt.Sprintf("%d could not be read", max(m.Counts.Failed, len(problems)))}
	}
	return nil
}

// countIn is how many of the failures are problems already printed.
func countIn(failures []run.Failure, problems []corpus.Problem) int {
	if n := len(problems); n <= len(failures) && n > 0 && failures[len(failures)-1].Doc == problems[n-1].Path {
		return n
	}
	return 0
}

// names are the inputs as they go into the manifest: without the folders above them,
// which differ from machine to machine.
func names(args []string) []string {
	out := make([]string, len(args))
	for i, a := range args {
		out[i] = filepath.Base(a)
	}
	return out
}

// refuseInside refuses an OUT that a later run would read as an input.
func refuseInside(out string, args []string) error {
	if out == "-" {
		return nil
	}
	o, err := filepath.Abs(out)
	if err != nil {
		return err
	}
	for _, a := range args {
		in, err := filepath.Abs(a)
		if err != nil {
			return err
		}
		if rel, err := filepath.Rel(in, o); err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator)) {
			return fmt.Errorf("OUT %s lies inside the input %s and would be read as a document: choose a folder outside it", out, a)
		}
	}
	return nil
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
