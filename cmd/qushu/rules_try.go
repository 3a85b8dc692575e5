package main

import (
	"fmt"
	"regexp"

	"github.com/spf13/cobra"

	"github.com/qushu/qushu/extract"
	"github.com/qushu/qushu/golden"
	"github.com/qushu/qushu/rules"
)

func rulesTestCommand() *cobra.Command {
	var pattern string
	cmd := &cobra.Command{
		Use:   "test [-run PATTERN] [NAME…]",
		Short: "Run the cases of the rules",
		Long: `Reads the sentence of every case as a document of its own and prints each case that does
not come out as it says, with what was wanted and what was found as fact lines. NAME is a
rule, or a file of rules without its extension: level, or level.plain; PATTERN is a
regular expression that names of rules match. Status 1 says that a case failed.`,
		Example: `  qushu rules test
  qushu rules test -run 'fall$'
  qushu rules test --rules mine share rank.place`,
		RunE: func(cmd *cobra.Command, args []string) error {
			e, err := engine(cmd)
			if err != nil {
				return err
			}
			return testRules(cmd, e, args, pattern)
		},
	}
	cmd.Flags().StringVar(&pattern, "run", "", "only rules whose names match this regular expression")
	return cmd
}

func testRules(cmd *cobra.Command, e *extract.Engine, names []string, pattern string) error {
	chosen, err := casesToRun(e.Set, names, pattern)
	if err != nil {
		return err
	}
	failures := golden.RunCases(e, func(r *rules.Rule) bool { return chosen[r.Name] > 0 })
	for _, f := range failures {
		if _, err := fmt.Fprintln(cmd.OutOrStdout(), f); err != nil {
			return err
		}
	}
	cases := 0
	for _, n := range chosen {
		cases += n
	}
	fmt.Fprintf(cmd.ErrOrStderr(), "%d passed, %d failed\n", cases-len(failures), len(failures))
	if len(failures) > 0 {
		return differs{}
	}
	return nil
}

// casesToRun gives the rules to test with the number of their cases.
func casesToRun(set *rules.Set, names []string, pattern string) (map[string]int, error) {
	matches, err := regexp.Compile(pattern)
	if err != nil {
		return nil, fmt.Errorf("-run %q is no regular expression: %w", pattern, err)
	}
	list, err := namedRules(set, names)
	if err != nil {
		return nil, err
	}
	out := map[string]int{}
	for _, r := range list {
		if matches.MatchString(r.Name) {
			out[r.Name] = len(r.Cases)
		}
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("there is no rule whose name matches %q: qushu rules list names them", pattern)
	}
	return out, nil
}
