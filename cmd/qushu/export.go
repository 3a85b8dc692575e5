package main

import (
	"fmt"
	"io"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/qushu/qushu/extract/export"
)

// exportFlags are the flags of qushu export.
type exportFlags struct {
	format, out string
	inputs      []string
}

func exportCommand() *cobra.Command {
	var f exportFlags
	cmd := &cobra.Command{
		Use:   "export OUT --format FORMAT -o PATH",
		Short: "Write the result of a run for spread sheets, data bases and other programs",
		Long: `Writes the result of a run, the folder OUT, in another format:
  csv           a folder with facts.csv, documents.csv and ledger.csv (UTF-8 with a byte order
                mark), or a file NAME.csv of the facts
  xlsx          a workbook with the sheets facts, documents and ledger
  parquet       a folder with a .parquet a table, or a file NAME.parquet of the facts
  sqlite        a data base with indices and a full text index of the sentences
  sdmx-csv      SDMX-CSV 2.0 of the facts with area, indicator, period and one number
  datapackage   csv with the datapackage.json of Frictionless Data beside
  brat          a folder with the text of each document and standoff annotations
  label-studio  a folder with tasks.json and the labelling interface labels.xml

Columns are named and described as in qushu schema facts. value is a number where the fact
has one, value_text always the exact value. No cell is a formula: in CSV a text that begins
with = + - @ and is no number has an apostrophe before it, and so have a fraction or ratio
that spread sheets take for a time (1/9, 3:1) and a text that begins with an apostrophe.

brat and label-studio need the documents once more: --input names the inputs of the run;
without it they are looked for by the names in run.json, in the working folder and beside
OUT. Status 1 says that some documents were not found.`,
		Example: `  qushu export out --format xlsx -o facts.xlsx
  qushu export out --format csv -o tables/
  qushu export out --format sqlite -o facts.sqlite
  qushu export out --format brat --input reports/ -o annotations/`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error { return f.export(cmd, args[0]) },
	}
	cmd.Flags().StringVar(&f.format, "format", "", "the format")
	cmd.Flags().StringVarP(&f.out, "output", "o", "", "the file or folder to write")
	inputFlag(cmd, &f.inputs)
	cobra.CheckErr(cmd.MarkFlagRequired("format"))
	cobra.CheckErr(cmd.MarkFlagRequired("output"))
	cobra.CheckErr(cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(export.Names(), cobra.ShellCompDirectiveNoFileComp)))
	return cmd
}

func (f *exportFlags) export(cmd *cobra.Command, dir string) error {
	format, err := export.Find(f.format)
	if err != nil {
		return err
	}
	if f.out == "" || f.out == "-" {
		return fmt.Errorf("-o names no file or folder to write")
	}
	r, _, err := openRun(cmd, dir, f.inputs, f.out)
	if err != nil {
		return err
	}
	return exported(cmd.ErrOrStderr(), r, format, f.out)
}

// exported writes a format and says what was written and what was not.
func exported(errs io.Writer, r *export.Run, format export.Format, path string) error {
	note, err := format.Write(r, path)
	if err != nil {
		return fmt.Errorf("%s: %w", format.Name, err)
	}
	fmt.Fprintf(errs, "wrote %s\n", filepath.Clean(path))
	switch {
	case note == "":
	case format.Documents:
		return differs{fmt.Sprintf("%s: %s", format.Name, note)}
	default:
		fmt.Fprintf(errs, "qushu: %s: %s\n", format.Name, note)
	}
	return nil
}
