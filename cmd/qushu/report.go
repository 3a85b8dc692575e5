package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"github.com/qushu/qushu/cmd/qushu/view"
	"github.com/qushu/qushu/corpus"
	"github.com/qushu/qushu/extract/export"
)

func reportCommand() *cobra.Command {
	var out string
	var inputs []string
	cmd := &cobra.Command{
		Use:   "report OUT -o FILE.html",
		Short: "Write the result of a run as one HTML page that needs no network",
		Long: `Writes the result of a run, the folder OUT, as one HTML page for people: a table of the
facts with filters, the text of each document with its numbers marked, for each fact how
it was found, and charts. The page holds everything and asks no network for anything.

The texts of the documents are read from the inputs again: --input names them; without it
they are looked for by the names in run.json, in the working folder and beside OUT. Of a
document that is not found, or has changed, the page shows the sentences of its facts.
For results of more than some 100,000 facts see qushu serve.`,
		Example: `  qushu report out -o report.html
  qushu report out --input reports/ -o report.html`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error { return writeReport(cmd, args[0], out, inputs) },
	}
	cmd.Flags().StringVarP(&out, "output", "o", "", "the file to write")
	inputFlag(cmd, &inputs)
	cobra.CheckErr(cmd.MarkFlagRequired("output"))
	return cmd
}

func writeReport(cmd *cobra.Command, dir, out string, inputs []string) (err error) {
	r, m, err := openRun(cmd, dir, inputs, out)
	if err != nil {
		return err
	}
	file, err := os.Create(out)
	if err != nil {
		return fmt.Errorf("the report %s cannot be written: %w", out, err)
	}
	missing, err := view.Report(file, r, m)
	if closed := file.Close(); err == nil {
		err = closed
	}
	if err != nil {
		return fmt.Errorf("the report %s cannot be written: %w", out, err)
	}
	fmt.Fprintf(cmd.ErrOrStderr(), "wrote %s\n", out)
	if missing > 0 {
		fmt.Fprintf(cmd.ErrOrStderr(), "qushu: the texts of %d of %d documents are not shown: their files were not found, or have changed; --input names the inputs\n", missing, m.Counts.Documents)
	}
	return nil
}

// openRun opens the folder of a run with the texts of its documents, where they are
// found. Nothing is to be written into the inputs.
func openRun(cmd *cobra.Command, dir string, given []string, out string) (*export.Run, manifest, error) {
	r, err := export.Open(dir)
	if err != nil {
		return nil, manifest{}, err
	}
	m, err := readManifest(dir)
	if err != nil {
		return nil, m, err
	}
	in, o, err := inputsOf(dir, given)
	if err != nil || len(in) == 0 {
		return r, m, err
	}
	if err := refuseInside(out, in); err != nil {
		return nil, m, err
	}
	set, err := ruleSet(cmd)
	if err != nil {
		return nil, m, err
	}
	files, _ := corpus.Find(in)
	r.Texts, err = texts(set, files, nil, o)
	return r, m, err
}
