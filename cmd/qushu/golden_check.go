package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/sync/errgroup"

	"github.com/qushu/qushu/corpus"
	"github.com/qushu/qushu/extract"
	"github.com/qushu/qushu/golden"
)

// checkFlags are the flags of qushu golden check.
type checkFlags struct {
	root, format string
	workers      int
}

// checkFormats are the forms in which differences can be printed.
var checkFormats = []string{"text", "junit", "github"}

func goldenCheckCommand() *cobra.Command {
	var f checkFlags
	cmd := &cobra.Command{
		Use:   "check DIR…",
		Short: "Read the documents of goldens again and print every difference",
		Long: `Reads the document of each golden of the folders (or files) again and prints what differs,
as fact lines with the file and line of the golden. A document that is missing, or whose
bytes are not those that the golden was made of, is an error. Proposed lines, with a ?
before them, are passed over. Status 1 says that there was a difference or an error.

--format junit prints JUnit XML, a test a sentence; --format github prints annotations that
GitHub shows at the lines of the goldens.`,
		Example: `  qushu golden check goldens
  qushu golden check goldens --docs /data/reports
  qushu golden check --format junit goldens > goldens.xml`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error { return f.check(cmd, args) },
	}
	cmd.Flags().StringVar(&f.root, "docs", ".", "the folder that the goldens name their documents from")
	cmd.Flags().StringVar(&f.format, "format", "text", "how to print differences: "+strings.Join(checkFormats, ", "))
	cmd.Flags().IntVarP(&f.workers, "workers", "j", runtime.NumCPU(), "goldens checked side by side; the output is the same with any number")
	return cmd
}

func (f *checkFlags) check(cmd *cobra.Command, args []string) error {
	if err := oneOf("--format", f.format, checkFormats); err != nil {
		return err
	}
	if f.workers < 1 {
		return fmt.Errorf("--workers is %d, wanted 1 or more", f.workers)
	}
	paths, err := expand(args, "*.golden", "golden")
	if err != nil {
		return err
	}
	e, err := trustedEngine(cmd)
	if err != nil {
		return err
	}
	outcomes := f.outcomes(e, paths)
	var all golden.Report
	failed := 0
	for _, o := range outcomes {
		if o.Err != nil {
			fmt.Fprintln(cmd.ErrOrStderr(), "qushu: "+o.Err.Error())
			failed++
		}
		all.Add(o.Report)
	}
	if err := f.print(cmd.OutOrStdout(), outcomes, all); err != nil {
		return err
	}
	c, n := all.Total(), len(all.Differences)
	fmt.Fprintf(cmd.ErrOrStderr(), "%d goldens, %d facts as they should be, %d differences\n", len(paths)-failed, c.TP, n)
	switch {
	case failed > 0:
		return differs{fmt.Sprintf("%d of %d goldens could not be checked", failed, len(paths))}
	case n > 0:
		return differs{}
	}
	return nil
}

// outcomes checks goldens side by side; what came of them is in their order.
func (f *checkFlags) outcomes(e *extract.Engine, paths []string) []golden.Outcome {
	out := make([]golden.Outcome, len(paths))
	var g errgroup.Group
	g.SetLimit(f.workers)
	for i, path := range paths {
		g.Go(func() error {
			report, err := checkGolden(e, path, f.root)
			out[i] = golden.Outcome{Path: filepath.ToSlash(path), Report: report, Err: err}
			return nil
		})
	}
	_ = g.Wait() // each outcome holds its own error
	return out
}

func (f *checkFlags) print(w io.Writer, outcomes []golden.Outcome, all golden.Report) error {
	switch f.format {
	case "junit":
		return golden.WriteJUnit(w, outcomes)
	case "github":
		return golden.WriteAnnotations(w, outcomes)
	}
	_, err := fmt.Fprint(w, all)
	return err
}

// oneOf refuses a value of a flag that is none of those it may have.
func oneOf(flag, value string, of []string) error {
	for _, x := range of {
		if value == x {
			return nil
		}
	}
	return fmt.Errorf("%s is %q, wanted one of %s", flag, value, strings.Join(of, ", "))
}

// checkGolden reads the document of a golden again, with what the golden gives.
func checkGolden(e *extract.Engine, path, root string) (golden.Report, error) {
	src, err := os.ReadFile(path)
	if err != nil {
		return golden.Report{}, fmt.Errorf("%s: %w", path, unreadable(err))
	}
	f, err := golden.Parse(path, src)
	if err != nil {
		return golden.Report{}, err
	}
	doc := filepath.FromSlash(f.Doc)
	if !filepath.IsAbs(doc) {
		doc = filepath.Join(root, doc)
	}
	data, err := readDocument(doc)
	if err != nil {
		return golden.Report{}, fmt.Errorf("%s: its document %s: %w", path, doc, err)
	}
	sum := sha256.Sum256(data)
	if got := hex.EncodeToString(sum[:]); f.SHA256 != "" && !strings.HasPrefix(got, f.SHA256) {
		return golden.Report{}, fmt.Errorf("%s: its document %s has changed: found the sha256 %s, the golden was made of %s", path, doc, got, f.SHA256)
	}
	r, err := read(e, f.Doc, data, golden.OptionsOf(f.Given))
	if err != nil {
		return golden.Report{}, fmt.Errorf("%s: its document %s: %w", path, doc, err)
	}
	return golden.Compare(f, r.Facts), nil
}

// readDocument reads a file, or the document of that name in the container that a part of
// the path names.
func readDocument(path string) ([]byte, error) {
	data, err := os.ReadFile(path)
	if err == nil {
		return data, nil
	}
	for dir := filepath.Dir(path); dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		info, statErr := os.Stat(dir)
		if statErr != nil {
			continue
		}
		if info.IsDir() {
			break
		}
		return memberOf(dir, path)
	}
	return nil, unreadable(err)
}

// memberOf reads one document of a container.
func memberOf(container, path string) (data []byte, err error) {
	err = fmt.Errorf("there is no such document in %s", container)
	corpus.Members(corpus.File{Path: filepath.ToSlash(container), OS: container}, func(m corpus.Member) bool {
		if m.Path != filepath.ToSlash(path) {
			return true
		}
		data, err = m.Data, m.Err
		return false
	})
	return data, err
}
