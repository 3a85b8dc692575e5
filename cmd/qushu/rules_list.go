package main

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/qushu/qushu/rules"
)

func rulesListCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "list [NAME…]",
		Short: "List the rules with their places and explanations",
		Long: `Prints a rule a line: its name, the measures of the facts it makes, the number of its
cases, its place, and the first line of its explanation. NAME is a rule, or a file of
rules without its extension.`,
		Example: `  qushu rules list
  qushu rules list growth --rules mine`,
		RunE: func(cmd *cobra.Command, args []string) error {
			set, err := ruleSet(cmd)
			if err != nil {
				return err
			}
			chosen, err := namedRules(set, args)
			if err != nil {
				return err
			}
			return listRules(cmd.OutOrStdout(), chosen)
		},
	}
}

func listRules(to io.Writer, list []*rules.Rule) error {
	w := bufio.NewWriter(to)
	for _, r := range list {
		first, _, _ := strings.Cut(r.Doc, "\n")
		fmt.Fprintf(w, "%-24s  %-16s  %d cases  %-22s  %s\n", r.Name, strings.Join(measuresOf(r), ","), len(r.Cases), placeOf(r), first)
	}
	return w.Flush()
}

// placeOf is the file and line of a rule.
func placeOf(r *rules.Rule) string { return rules.Pos{File: r.Pos.File, Line: r.Pos.Line}.String() }

func measuresOf(r *rules.Rule) []string {
	var out []string
	for _, y := range r.Yields {
		out = append(out, y.Measure)
	}
	return out
}

// namedRules are the rules of some names, which may be those of files of rules; all
// rules where there is no name.
func namedRules(set *rules.Set, names []string) ([]*rules.Rule, error) {
	found := map[string]bool{}
	var out []*rules.Rule
	for i := range set.Rules {
		r := &set.Rules[i]
		chosen := len(names) == 0
		for _, n := range names {
			if r.Name == n || strings.HasPrefix(r.Name, n+".") {
				chosen, found[n] = true, true
			}
		}
		if chosen {
			out = append(out, r)
		}
	}
	for _, n := range names {
		if !found[n] {
			return nil, fmt.Errorf("there is no rule %s: qushu rules list names them", n)
		}
	}
	return out, nil
}
