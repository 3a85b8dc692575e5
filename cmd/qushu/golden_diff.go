package main

import (
	"bufio"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/qushu/qushu/golden"
)

func goldenDiffCommand() *cobra.Command {
	summary, most := false, 0
	cmd := &cobra.Command{
		Use:   "diff OLD NEW",
		Short: "Compare the facts of two runs field by field",
		Long: `Compares two facts.jsonl, or the folders of two runs: what was lost, added and changed, by
the rule that makes the fact, the worst first. Each change is shown as its fact lines
before (-) and after (+) and its fields. Facts are paired by what they say of which
figure, so that a document whose bytes moved still pairs. Status 1 says that something
differs.`,
		Example: `  qushu golden diff out-before out-after
  qushu golden diff --summary out-before out-after
  qushu golden diff -n 3 out-before out-after`,
		Args: cobra.ExactArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			a, err := readFacts(args[0])
			if err != nil {
				return err
			}
			b, err := readFacts(args[1])
			if err != nil {
				return err
			}
			if summary {
				most = -1
			}
			changes := golden.Diff(a, b)
			if err := writeGroups(cmd.OutOrStdout(), golden.Grouped(changes), most); err != nil {
				return err
			}
			if n := len(changes); n > 0 {
				return differs{fmt.Sprintf("%d facts differ, of %d before and %d after", n, len(a), len(b))}
			}
			return nil
		},
	}
	cmd.Flags().BoolVar(&summary, "summary", false, "print only how much changed by rule")
	cmd.Flags().IntVarP(&most, "number", "n", 0, "print only so many changes of a rule")
	return cmd
}

// writeGroups writes the changes by rule, at most so many of each; 0 is all, less none.
func writeGroups(to io.Writer, groups []golden.Group, most int) error {
	w := bufio.NewWriter(to)
	for i, g := range groups {
		if i > 0 && most >= 0 {
			fmt.Fprintln(w)
		}
		fmt.Fprintln(w, g)
		if most < 0 {
			continue
		}
		for _, c := range g.Changes[:cut(most, len(g.Changes))] {
			fmt.Fprintf(w, "\n%s\n", c)
		}
	}
	return w.Flush()
}
