package main

import (
	"bufio"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"github.com/qushu/qushu/corpus"
	"github.com/qushu/qushu/extract"
	"github.com/qushu/qushu/extract/export"
	"github.com/qushu/qushu/extract/run"
	"github.com/qushu/qushu/extract/sink"
	"github.com/qushu/qushu/rules"
)

// runFlags are the flags of qushu run.
type runFlags struct {
	out                                string
	workers                            int
	known                              extract.Options
	choice                             choice
	filesFrom                          string
	limit                              int
	timeout                            time.Duration
	strict, quiet, resume, incremental bool
	formats                            []string
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
all documents and they may not say can be given with --date, --area and --year. With
--format the result is also written as qushu export does, into OUT.

The files appear when the run has ended; until then OUT is as it was. A run that was
interrupted or killed goes on where it stood with --resume, and ends with the same bytes.
With --incremental, documents that have not changed since the last run that had it are not
read again; it leaves the file .qushu-index in OUT, which knows them. A changed rule set or
another program reads all again.

Patterns of --include and --exclude are those of a shell, with ** for folders in folders;
one without a slash is of the file's name, any other of its path below INPUT. They choose
files, archives as a whole. With --shard 2/8 the second of eight parts is read, on this
machine or another; qushu merge puts the parts together.`,
		Example: `  qushu run -o out reports/
  qushu run -o - communique.html | head -3
  qushu run -o out --year 2025 --date 2026-01-27 communique.html
  qushu run -o out --format csv,xlsx reports/
  qushu run -o out --include '*.html' --exclude 'drafts/**' --max-doc 8MB --timeout-per-doc 30s pages/
  qushu run -o out --resume reports/
  find reports -name '*.txt' -newer stamp | qushu run -o out --files-from -
  qushu run -o part1 --shard 1/2 crawl/; qushu run -o part2 --shard 2/2 crawl/; qushu merge -o out part1 part2`,
		Args: func(cmd *cobra.Command, args []string) error {
			if f.filesFrom != "" {
				return nil
			}
			return cobra.MinimumNArgs(1)(cmd, args)
		},
		RunE: func(cmd *cobra.Command, args []string) error { return f.run(cmd, args) },
	}
	f.flags(cmd)
	return cmd
}

func (f *runFlags) flags(cmd *cobra.Command) {
	fl := cmd.Flags()
	fl.StringVarP(&f.out, "output", "o", "", "the folder to write, or - for the facts on standard output")
	fl.IntVarP(&f.workers, "workers", "j", runtime.NumCPU(), "documents read side by side; the output is the same with any number")
	known(cmd, &f.known)
	reading(cmd, &f.known.Read)
	fl.StringArrayVar(&f.choice.include, "include", nil, "read only files that match the pattern; may be given again")
	fl.StringArrayVar(&f.choice.exclude, "exclude", nil, "leave out files that match the pattern; may be given again")
	fl.StringVar(&f.filesFrom, "files-from", "", "read the files listed in this file, one a line, or - for standard input")
	fl.Var(&f.choice.shard, "shard", "read only this part of the files, such as 2/8")
	fl.IntVar(&f.limit, "limit", 0, "stop after so many documents")
	fl.StringSliceVar(&f.formats, "format", nil, "formats to write beside: "+strings.Join(export.Names(), ", "))
	fl.Var(size{&f.known.Read.MaxDoc}, "max-doc", "the longest document that is read")
	fl.DurationVar(&f.timeout, "timeout-per-doc", 0, "give a document up that takes longer, such as 30s (0: never)")
	fl.BoolVar(&f.strict, "strict", false, "stop at the first document that cannot be read")
	fl.BoolVarP(&f.quiet, "quiet", "q", false, "print nothing but errors")
	fl.BoolVar(&f.resume, "resume", false, "go on where a run that did not end stood")
	fl.BoolVar(&f.incremental, "incremental", false, "take over unchanged documents from the table in OUT")
	cobra.CheckErr(cmd.MarkFlagRequired("output"))
}

func (f *runFlags) check(args []string) error {
	switch {
	case f.workers < 1:
		return fmt.Errorf("--workers is %d, wanted 1 or more", f.workers)
	case f.limit < 0:
		return fmt.Errorf("--limit is %d, wanted 0 or more", f.limit)
	case f.timeout < 0:
		return fmt.Errorf("--timeout-per-doc is %v, wanted 0 or more", f.timeout)
	case f.out == "":
		return fmt.Errorf("-o names no folder, wanted one to write or - for standard output")
	case f.out == "-" && (f.resume || f.incremental || f.choice.shard.n > 0):
		return fmt.Errorf("--resume, --incremental and --shard need a folder to write: -o - keeps nothing")
	case f.limit > 0 && f.choice.shard.n > 0:
		return fmt.Errorf("--limit and --shard exclude each other: the parts of a limited run would not add up to it")
	}
	if f.out == "-" && len(f.formats) > 0 {
		return fmt.Errorf("--format writes files, and -o - none: name a folder")
	}
	for _, name := range f.formats {
		if _, err := export.Find(name); err != nil {
			return err
		}
	}
	if err := f.choice.check(); err != nil {
		return err
	}
	if err := checkKnown(f.known); err != nil {
		return err
	}
	if f.out == "-" && len(f.formats) > 0 {
		return fmt.Errorf("--format writes files, and -o - none: name a folder")
	}
	for _, name := range f.formats {
		if _, err := export.Find(name); err != nil {
			return err
		}
	}
	return refuseInside(f.out, args)
}

func (f *runFlags) run(cmd *cobra.Command, args []string) error {
	if err := f.check(args); err != nil {
		return err
	}
	ctx, stop := signal.NotifyContext(cmd.Context(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second signal ends the program at once
	all, err := f.files(cmd, args)
	if err != nil {
		return err
	}
	files := f.choice.shard.files(all)
	e, err := trustedEngine(cmd)
	if err != nil {
		return err
	}
	w := newWatch(cmd.ErrOrStderr(), files, f.quiet)
	o := run.Options{Workers: f.workers, Document: f.known, Timeout: f.timeout, Limit: f.limit, Strict: f.strict, Watch: w.step,
		Sites: corpus.NewSites(all)} // the same in every part
	m := newManifest(e, f, args)
	if f.out == "-" {
		err = f.toStream(ctx, e, cmd.OutOrStdout(), files, o, m)
	} else {
		err = f.toTable(ctx, e, files, o, m)
	}
	w.clear()
	if err != nil {
		return err
	}
	if err := f.export(cmd.ErrOrStderr(), e.Set, files, o.Sites); err != nil {
		return err
	}
	where := ""
	if f.out != "-" {
		where = " in " + filepath.Join(f.out, "facts.jsonl")
	}
	w.sum(m.Counts, where)
	return someFailed(m.Counts.Failed, m.Counts.Documents)
}

// export writes the result in the formats asked for.
func (f *runFlags) export(errs io.Writer, set *rules.Set, files []corpus.File, sites *corpus.Sites) error {
	if len(f.formats) == 0 {
		return nil
	}
	r, err := export.Open(f.out)
	if err != nil {
		return err
	}
	if r.Texts, err = texts(set, files, sites, f.known.Read); err != nil {
		return err
	}
	for _, name := range f.formats {
		format, err := export.Find(name)
		if err != nil {
			return err
		}
		if err := exported(errs, r, format, filepath.Join(f.out, format.In)); err != nil {
			return err
		}
	}
	return nil
}

// files lists what is to be read in all parts, in order: the documents and, in their
// places, what cannot be used.
func (f *runFlags) files(cmd *cobra.Command, args []string) ([]corpus.File, error) {
	files, problems := corpus.Find(args)
	for _, p := range problems {
		files = append(files, corpus.File{Path: displayed(p.Path, args), OS: p.Path, Err: p.Err})
	}
	if f.filesFrom != "" {
		list, err := readList(f.filesFrom, cmd.InOrStdin())
		if err != nil {
			return nil, err
		}
		more, problems := corpus.Listed(list)
		files = append(files, more...)
		for _, p := range problems {
			files = append(files, corpus.File{Path: corpus.Rooted(p.Path), OS: p.Path, Err: p.Err})
		}
		args = append(slices.Clone(args), "the list "+f.filesFrom)
	}
	files = f.choice.files(files)
	slices.SortStableFunc(files, func(a, b corpus.File) int { return cmp.Compare(a.Path, b.Path) })
	if f.choice.shard.n == 0 && !slices.ContainsFunc(files, func(f corpus.File) bool { return f.Err == nil }) {
		for _, x := range files {
			fmt.Fprintf(cmd.ErrOrStderr(), "qushu: %s: %s\n", x.OS, x.Err)
		}
		return nil, fmt.Errorf("there is no document to read in %s", strings.Join(args, ", "))
	}
	return files, nil
}

func (f *runFlags) toStream(ctx context.Context, e *extract.Engine, w io.Writer, files []corpus.File, o run.Options, m *manifest) error {
	out := bufio.NewWriterSize(w, 1<<16)
	counts, failures, err := run.Files(ctx, e, files, sink.Stream{W: out}, o)
	m.count(counts, failures)
	return errors.Join(stopped(err, counts, ""), out.Flush())
}

func (f *runFlags) toTable(ctx context.Context, e *extract.Engine, files []corpus.File, o run.Options, m *manifest) error {
	t, err := sink.Open(f.out, sink.TableOptions{Key: m.key(), Resume: f.resume, Reuse: f.incremental, Keep: f.incremental || f.choice.shard.n > 0})
	if err != nil {
		return err
	}
	o.Store = t
	counts, failures, err := run.Files(ctx, e, files, t, o)
	m.count(counts, failures)
	if err != nil {
		t.Stop()
		return stopped(err, counts, f.out)
	}
	return t.Close(m)
}

// stopped says why a run has not ended and how to go on.
func stopped(err error, c run.Counts, dir string) error {
	goOn := ""
	if dir != "" {
		goOn = fmt.Sprintf("; %s is as it was, and what was done is kept: --resume goes on", dir)
	}
	var strict run.Strict
	switch {
	case err == nil:
		return nil
	case errors.Is(err, context.Canceled):
		return fmt.Errorf("interrupted after %d documents%s", c.Documents, goOn)
	case errors.As(err, &strict):
		return fmt.Errorf("stopped at a document that cannot be read: %w%s", strict, goOn)
	}
	return fmt.Errorf("%w%s", err, goOn)
}
