package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/qushu/qushu/corpus"
	"github.com/qushu/qushu/extract"
)

// inputs are the documents that a command was given.
type inputs struct {
	args     []string
	files    []corpus.File
	problems []corpus.Problem // with the paths that the user will see, in their order
}

// find lists the documents of files and folders and prints what could not be used. It
// is an error if there is none.
func find(args []string, errs io.Writer) (inputs, error) {
	in := inputs{args: args}
	in.files, in.problems = corpus.Find(args)
	for i, p := range in.problems {
		fmt.Fprintf(errs, "qushu: %s: %s\n", p.Path, p.Err)
		in.problems[i].Path = displayed(p.Path, args)
	}
	slices.SortStableFunc(in.problems, func(a, b corpus.Problem) int { return cmp.Compare(a.Path, b.Path) })
	if len(in.files) == 0 {
		return in, fmt.Errorf("there is no document to read in %s", strings.Join(args, ", "))
	}
	return in, nil
}

// open finds the documents of a command and loads what reads them.
func open(cmd *cobra.Command, args []string) (inputs, *extract.Engine, error) {
	in, err := find(args, cmd.ErrOrStderr())
	if err != nil {
		return in, nil, err
	}
	e, err := trustedEngine(cmd)
	return in, e, err
}

// displayed is the path of a problem as documents have theirs: relative to the input
// folder it lies in, without the folders above.
func displayed(path string, args []string) string {
	for _, a := range args {
		if rel, ok := below(a, path); ok && rel != "." {
			return filepath.ToSlash(rel)
		}
	}
	return filepath.Base(path)
}

// below gives a path relative to the folder dir if it lies in it or is it.
func below(dir, path string) (string, bool) {
	rel, err := filepath.Rel(dir, path)
	return rel, err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator))
}

// named is how messages name a document: by the path its file was opened by and, of a
// container, the name in it. It is "" where no file holds such a document.
func (in inputs) named(doc string) string {
	for _, f := range in.files {
		if rest, ok := strings.CutPrefix(doc, f.Path); ok && (rest == "" || rest[0] == '/') {
			return f.OS + rest
		}
	}
	return ""
}

// refuseInside refuses an OUT that a later run would read as an input.
func refuseInside(out string, args []string) error {
	if out == "-" || out == "" {
		return nil
	}
	o, err := realPath(out)
	if err != nil {
		return err
	}
	for _, a := range args {
		in, err := realPath(a)
		if err != nil {
			return err
		}
		if _, inside := below(in, o); inside {
			return fmt.Errorf("the output folder %s lies inside the input %s and would be read as a document: choose one outside it", out, a)
		}
	}
	return nil
}

// realPath is the absolute path with the symbolic links of the part that exists
// followed.
func realPath(path string) (string, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	for dir, rest := abs, ""; ; dir, rest = filepath.Dir(dir), filepath.Join(filepath.Base(dir), rest) {
		if real, err := filepath.EvalSymlinks(dir); err == nil {
			return filepath.Join(real, rest), nil
		}
		if dir == filepath.Dir(dir) {
			return abs, nil
		}
	}
}

// names gives each document a file name without its last extension, "a" for a.txt. Where
// several would have the same, the one least deep in its folder keeps it; the others are
// told apart by their folders, then by their extension, then by a number.
func (in inputs) names() []string {
	order := make([]int, len(in.files))
	for i := range order {
		order[i] = i
	}
	depth := func(i int) int { return strings.Count(in.files[i].Path, "/") }
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(depth(i), depth(j)) })
	taken := map[string]bool{}
	out := make([]string, len(in.files))
	for _, i := range order {
		out[i] = freeName(in.files[i].Path, taken)
		taken[out[i]] = true
	}
	return out
}

// eachMember calls use with every document of the inputs, those in containers too, and a
// file name for each that no other has, until use returns an error.
func (in inputs) eachMember(use func(name string, file corpus.File, m corpus.Member) error) (err error) {
	names := in.names()
	taken := map[string]bool{}
	for _, n := range names {
		taken[n] = true
	}
	for i, f := range in.files {
		corpus.Members(f, func(m corpus.Member) bool {
			name := names[i]
			if m.Path != f.Path {
				name = freeName(m.Path, taken)
				taken[name] = true
			}
			err = use(name, f, m)
			return err == nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func freeName(path string, taken map[string]bool) string {
	flat := strings.ReplaceAll(path, "/", "_")
	for _, name := range []string{stem(filepath.Base(path)), stem(flat), flat} {
		if !taken[name] {
			return name
		}
	}
	for n := 2; ; n++ {
		if name := fmt.Sprintf("%s~%d", flat, n); !taken[name] {
			return name
		}
	}
}

func stem(name string) string { return strings.TrimSuffix(name, filepath.Ext(name)) }

// known adds the flags by which a user says what a document may not say of itself.
func known(cmd *cobra.Command, o *extract.Options) {
	cmd.Flags().StringVar(&o.Published, "date", "", "the day of publication, as 2026-01-27: what \"this year\" is counted from")
	cmd.Flags().StringVar(&o.Area, "area", "", "the area spoken of, by its full name")
	cmd.Flags().IntVar(&o.Year, "year", 0, "the year reported on")
}

// reading adds the flags that say how documents are read.
func reading(cmd *cobra.Command, o *corpus.Options) {
	cmd.Flags().StringVar(&o.TextField, "text-field", "", "of JSON objects: the field that holds the text (else text, content, body …)")
}

// checkKnown refuses a reference day or year that is none.
func checkKnown(o extract.Options) error {
	if o.Published != "" && !isDay(o.Published) {
		return fmt.Errorf("the date %q is no day: write it as 2026-01-27", o.Published)
	}
	if o.Year < 0 || o.Year > 9999 {
		return fmt.Errorf("the year %d is none: write it with four digits", o.Year)
	}
	return nil
}

// guarded keeps a defect met in one document from ending the whole command: it becomes
// that document's error.
func guarded(do func() error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("a defect of qushu stopped the reading (%v): please report it with this text", p)
		}
	}()
	return do()
}

// someFailed ends a command that could not do all: n of its documents failed.
func someFailed(n, of int) error {
	switch {
	case n == 0:
		return nil
	case n >= of:
		return errors.New("no document could be read")
	}
	return differs{fmt.Sprintf("%d of %d documents could not be read", n, of)}
}

// unreadable is an error of the system as a sentence without the path, which the message
// names already.
func unreadable(err error) error {
	var pe *fs.PathError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return errors.New("there is no such file")
	case errors.Is(err, fs.ErrPermission):
		return errors.New("may not be read: permission denied")
	case errors.As(err, &pe):
		return fmt.Errorf("cannot be read: %w", pe.Err)
	}
	return err
}
