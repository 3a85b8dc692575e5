package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/qushu/qushu/extract/fact"
	"github.com/qushu/qushu/golden"
)

func goldenCommand() *cobra.Command {
	cmd := group("golden", "Regression tests of your own documents",
		goldenRecordCommand(), goldenCheckCommand(), goldenDiffCommand())
	cmd.Long = `A golden is a text file that quotes a document sentence by sentence, with the facts of
each below it as fact lines. record proposes one, with a ? before every line; a line
counts once a person has taken the mark off. check reads the documents again and prints
every difference. diff compares the facts of two runs.`
	return cmd
}

func goldenDiffCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "diff A B",
		Short: "Compare the facts of two runs field by field",
		Long: `Compares two facts.jsonl, or the folders of two runs, and prints each fact that they do
not agree on, as its fact lines before (-) and after (+) and its fields. Status 1 says
that something differs.`,
		Example: "  qushu golden diff out-before out-after",
		Args:    cobra.ExactArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			a, err := readFacts(args[0])
			if err != nil {
				return err
			}
			b, err := readFacts(args[1])
			if err != nil {
				return err
			}
			changes := golden.Diff(a, b)
			for _, c := range changes {
				if _, err := fmt.Fprintln(cmd.OutOrStdout(), c); err != nil {
					return err
				}
			}
			if n := len(changes); n > 0 {
				return differs{fmt.Sprintf("%d facts differ", n)}
			}
			return nil
		},
	}
}

// readFacts reads a facts.jsonl, or that of the folder of a run.
func readFacts(path string) ([]fact.Fact, error) {
	return readLines[fact.Fact](factsPath(path), "fact")
}
