package main

import (
	"bufio"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/qushu/qushu/rules"
)

func rulesShowCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "show NAME [INPUT…]",
		Short: "Show a rule: its explanation, patterns, cases, and how often it fires on documents",
		Long: `Prints a rule as its file has it, with its place. Where INPUT names files or folders they
are read, and below stand the number of facts that the rule made of them and the first
of the sentences it made them of.`,
		Example: `  qushu rules show share.of-scope
  qushu rules show share.of-scope reports/`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			set, err := ruleSet(cmd)
			if err != nil {
				return err
			}
			chosen, err := namedRules(set, args[:1])
			if err != nil {
				return err
			}
			var seen *firings
			if len(args) > 1 {
				if seen, err = fire(cmd, args[1:]); err != nil {
					return err
				}
			}
			return showRules(cmd.OutOrStdout(), chosen, seen)
		},
	}
}

func showRules(to io.Writer, list []*rules.Rule, seen *firings) error {
	w := bufio.NewWriter(to)
	for i, r := range list {
		if i > 0 {
			fmt.Fprintln(w)
		}
		fmt.Fprintf(w, "# %s\n%s", placeOf(r), r)
		if seen == nil {
			continue
		}
		f := seen.rules[r.Name]
		fmt.Fprintf(w, "\nfires %d times in %d of %d documents\n", f.facts, f.docs, seen.docs)
		for _, x := range f.examples {
			fmt.Fprintf(w, "    > %s\n", x)
		}
	}
	return w.Flush()
}
