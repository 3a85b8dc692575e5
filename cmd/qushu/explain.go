package main

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"github.com/qushu/qushu/extract"
)

// explainFlags are the flags of qushu explain.
type explainFlags struct {
	known extract.Options
	json  bool
	run   string
	docs  []string
}

func explainCommand() *cobra.Command {
	var f explainFlags
	cmd := &cobra.Command{
		Use:   "explain SENTENCE… | --run OUT FACT_ID",
		Short: "Show how a sentence, or a fact of a run, is read",
		Long: `Shows how a sentence is read: what was made out in it, what was in force, its words, its
numerals with what they were taken for, the rules that held for each value, the best first
(* made the facts), those that held but for one element and where that would stand, the
facts as fact lines, and how each came by its value, period and area. - reads the text
from standard input.

With --run it shows this of the sentence of one fact of a run, whose id, or the beginning
of it, stands in facts.jsonl. The document is read again, from --docs, which takes what
the run was given, or from the folder one is in; it must be the same.`,
		Example: help("explain"),
		Args:    cobra.MinimumNArgs(1),
		RunE:    func(cmd *cobra.Command, args []string) error { return f.explain(cmd, args) },
	}
	known(cmd, &f.known)
	cmd.Flags().BoolVar(&f.json, "json", false, "print a JSON object a sentence")
	cmd.Flags().StringVar(&f.run, "run", "", "the folder of a run, whose fact is to be explained")
	cmd.Flags().StringArrayVar(&f.docs, "docs", nil, "with --run: a file or folder that the run was given; may be given again")
	return cmd
}

func (f *explainFlags) explain(cmd *cobra.Command, args []string) error {
	if err := checkKnown(f.known); err != nil {
		return err
	}
	list, err := f.explained(cmd, args)
	if err != nil {
		return err
	}
	if f.json {
		return writeLines(cmd.OutOrStdout(), list)
	}
	return writeExplained(cmd.OutOrStdout(), list)
}

// explained explains the sentences given, or that of a fact.
func (f *explainFlags) explained(cmd *cobra.Command, args []string) ([]extract.Explained, error) {
	if f.run != "" {
		if len(args) != 1 {
			return nil, fmt.Errorf("--run wants one id of a fact, found %d", len(args))
		}
		x, err := f.factOfRun(cmd, args[0])
		return []extract.Explained{x}, err
	}
	if len(f.docs) > 0 {
		return nil, errors.New("--docs goes with --run, which says whose documents they are")
	}
	text, err := sentences(cmd.InOrStdin(), args)
	if err != nil {
		return nil, err
	}
	e, err := engine(cmd)
	if err != nil {
		return nil, err
	}
	return e.Explain(text, f.known), nil
}

// sentences is the text to explain.
func sentences(in io.Reader, args []string) (string, error) {
	text := strings.Join(args, "\n")
	if len(args) == 1 && args[0] == "-" {
		data, err := io.ReadAll(in)
		if err != nil {
			return "", fmt.Errorf("standard input cannot be read: %w", err)
		}
		text = string(data)
	}
	switch {
	case !utf8.ValidString(text):
		return "", errors.New("the sentence is not UTF-8")
	case strings.TrimSpace(text) == "":
		return "", errors.New("the sentence is empty")
	}
	return text, nil
}
