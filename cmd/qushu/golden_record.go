package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/qushu/qushu/corpus"
	"github.com/qushu/qushu/extract"
	"github.com/qushu/qushu/extract/fact"
	"github.com/qushu/qushu/golden"
	"github.com/qushu/qushu/rules"
)

// recordFlags are the flags of qushu golden record.
type recordFlags struct {
	out, docs string
	force     bool
	known     extract.Options
}

func goldenRecordCommand() *cobra.Command {
	var f recordFlags
	cmd := &cobra.Command{
		Use:   "record -o DIR INPUT…",
		Short: "Propose a golden of each document",
		Long: `Writes one reviewable file NAME.golden a document into the folder DIR: every sentence
that holds a number, with the facts proposed for it, each line marked with ?. Go through
it, mend what is wrong, and take the marks off, by hand or with qushu golden accept. A
document in a container is named by the container and its own name, archive.zip/a.html.
A golden that exists already is left as it is, unless --force.`,
		Example: `  qushu golden record -o goldens reports/
  qushu golden record -o goldens --year 2025 communique.html`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error { return f.record(cmd, args) },
	}
	cmd.Flags().StringVarP(&f.out, "output", "o", "", "the folder to write the goldens into")
	cmd.Flags().StringVar(&f.docs, "docs", ".", "the folder that the goldens name their documents from")
	cmd.Flags().BoolVar(&f.force, "force", false, "overwrite goldens that exist, reviewed or not")
	known(cmd, &f.known)
	cobra.CheckErr(cmd.MarkFlagRequired("output"))
	return cmd
}

func (f *recordFlags) record(cmd *cobra.Command, args []string) error {
	if err := checkKnown(f.known); err != nil {
		return err
	}
	if err := refuseInside(f.out, args); err != nil {
		return err
	}
	in, e, err := open(cmd, args)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(f.out, 0o755); err != nil {
		return fmt.Errorf("the output folder %s cannot be written: %w", f.out, err)
	}
	failed, written := len(in.problems), 0
	err = in.eachMember(func(name string, file corpus.File, m corpus.Member) error {
		path := filepath.Join(f.out, name+".golden")
		if err := f.one(e, file, m, path); err != nil {
			fmt.Fprintf(cmd.ErrOrStderr(), "qushu: %s: %s\n", in.named(m.Path), err)
			failed++
			return nil
		}
		written++
		_, err := fmt.Fprintln(cmd.OutOrStdout(), path)
		return err
	})
	if err != nil {
		return err
	}
	if failed > 0 {
		return differs{fmt.Sprintf("%d of %d goldens were not written", failed, failed+written)}
	}
	return nil
}

// one writes the golden of one document.
func (f *recordFlags) one(e *extract.Engine, file corpus.File, m corpus.Member, path string) error {
	if m.Err != nil {
		return m.Err
	}
	if _, err := os.Stat(path); err == nil && !f.force {
		return fmt.Errorf("its golden %s exists already: --force would overwrite it", path)
	}
	doc, err := documentPath(file.OS, f.docs)
	if err != nil {
		return err
	}
	proposed, err := propose(e, doc+strings.TrimPrefix(m.Path, file.Path), m.Data, f.known)
	if err != nil {
		return err
	}
	return os.WriteFile(path, proposed.Format(), 0o644)
}

// propose reads a document twice: once to learn what it says of itself, and once with
// that given, as check will read it.
func propose(e *extract.Engine, doc string, data []byte, o extract.Options) (golden.File, error) {
	r, err := read(e, doc, data, o)
	if err != nil {
		return golden.File{}, err
	}
	given := givenOf(r.Summary)
	if r, err = read(e, doc, data, golden.OptionsOf(given)); err != nil {
		return golden.File{}, err
	}
	return golden.Record(doc, r.Summary.SHA256, given, r.Facts, r.Bare...), nil
}

// documentPath is how a golden names its document: from the folder root.
func documentPath(path, root string) (string, error) {
	abs, err1 := filepath.Abs(path)
	from, err2 := filepath.Abs(root)
	if err := errors.Join(err1, err2); err != nil {
		return "", err
	}
	rel, err := filepath.Rel(from, abs)
	return filepath.ToSlash(rel), err
}

func read(e *extract.Engine, name string, data []byte, o extract.Options) (r extract.Result, err error) {
	err = guarded(func() (err error) {
		r, err = e.Bytes(name, data, o)
		return err
	})
	return r, err
}

// givenOf is what a document says of itself, as the given line of its golden.
func givenOf(s fact.Summary) []rules.KV {
	var out []rules.KV
	if s.Published != "" {
		out = append(out, rules.KV{Key: "published", Value: s.Published})
	}
	if s.Year > 0 {
		out = append(out, rules.KV{Key: "year", Value: strconv.Itoa(s.Year)})
	}
	if s.Area != "" {
		out = append(out, rules.KV{Key: "area", Value: s.Area})
	}
	return out
}
