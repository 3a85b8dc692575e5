package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/qushu/qushu/corpus"
	"github.com/qushu/qushu/extract"
)

func textCommand() *cobra.Command {
	var out string
	var o corpus.Options
	cmd := &cobra.Command{
		Use:   "text [-o DIR] INPUT…",
		Short: "Write the clean text of documents: what is read for facts",
		Long: `Writes the text that was kept of each document, one paragraph a line: without menus,
counters and disclaimers, broken paragraphs joined again. With -o it goes into the folder
DIR, as NAME.txt, where NAME is the file's name without its last extension; else to
standard output, the documents in the order of their paths with an empty line between.`,
		Example: `  qushu text communique.html
  qushu text -o clean reports/`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error { return writeTexts(cmd, out, args, o) },
	}
	cmd.Flags().StringVarP(&out, "output", "o", "", "the folder to write the texts into")
	reading(cmd, &o)
	return cmd
}

func writeTexts(cmd *cobra.Command, dir string, args []string, o corpus.Options) error {
	if err := refuseInside(dir, args); err != nil {
		return err
	}
	in, e, err := open(cmd, args)
	if err != nil {
		return err
	}
	put, err := textWriter(cmd.OutOrStdout(), dir)
	if err != nil {
		return err
	}
	failed, read := len(in.problems), 0
	sites := corpus.NewSites(in.files)
	err = in.eachMember(func(name string, f corpus.File, m corpus.Member) error {
		o.Repeats = sites.Of(f)
		read++
		text, err := cleanText(e, m, o)
		if err != nil {
			fmt.Fprintf(cmd.ErrOrStderr(), "qushu: %s: %s\n", in.named(m.Path), err)
			failed++
			return nil
		}
		return put(name, text)
	})
	if err != nil {
		return err
	}
	return someFailed(failed, read+len(in.problems))
}

// textWriter gives what writes a document's text: into the folder dir, or, where that is
// empty or -, to w.
func textWriter(w io.Writer, dir string) (func(name, text string) error, error) {
	if dir == "" || dir == "-" {
		between := ""
		return func(_, text string) error {
			_, err := io.WriteString(w, between+text)
			between = "\n"
			return err
		}, nil
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, fmt.Errorf("the output folder %s cannot be written: %w", dir, err)
	}
	return func(name, text string) error {
		return os.WriteFile(filepath.Join(dir, name+".txt"), []byte(text), 0o644)
	}, nil
}

func cleanText(e *extract.Engine, m corpus.Member, o corpus.Options) (text string, err error) {
	if m.Err != nil {
		return "", m.Err
	}
	err = guarded(func() (err error) {
		text, err = e.Clean(m.Path, m.Data, o)
		return err
	})
	return text, err
}
