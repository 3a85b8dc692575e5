package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"github.com/qushu/qushu/golden"
	"github.com/qushu/qushu/rules"
)

func rulesCommand() *cobra.Command {
	cmd := group("rules", "Format, check and test the rule files",
		rulesFormatCommand(), rulesCheckCommand(), rulesTestCommand(), rulesListCommand(), rulesShowCommand(), rulesCoverageCommand())
	cmd.Long = `A rule is a pattern with the facts it makes and the cases that show it; rules/README.md
says how they are written. The commands work on the rules built in, with those of the
folders --rules over them: a rule of the same name takes the place of the earlier one, and
so does a row of a table of the lexicon with the same word; what a later folder says holds.`
	return cmd
}

func rulesFormatCommand() *cobra.Command {
	var write, list bool
	cmd := &cobra.Command{
		Use:   "fmt [-w] [-l] PATH…",
		Short: "Write rule files in their one layout",
		Long: `Formats rule files, or the *.rule of folders: to standard output, with -w into the files
themselves, with -l only the names of those that are not in the layout, and status 1 if
there are any.`,
		Example: `  qushu rules fmt -w rules
  qushu rules fmt -l rules/level.rule`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error { return formatRules(cmd, write, list, args) },
	}
	cmd.Flags().BoolVarP(&write, "write", "w", false, "write the files instead of standard output")
	cmd.Flags().BoolVarP(&list, "list", "l", false, "list the files that are not in the layout")
	return cmd
}

func formatRules(cmd *cobra.Command, write, list bool, args []string) error {
	paths, err := expand(args, "*.rule", "rule file")
	if err != nil {
		return err
	}
	var faults []error
	unformatted := 0
	for _, path := range paths {
		src, err := os.ReadFile(path)
		if err != nil {
			return fmt.Errorf("%s: %w", path, unreadable(err))
		}
		out, err := rules.Format(src, path)
		switch changed := !bytes.Equal(src, out); {
		case err != nil:
			faults = append(faults, err)
		case !write && !list:
			_, err = cmd.OutOrStdout().Write(out)
		case changed:
			unformatted++
			if list {
				fmt.Fprintln(cmd.OutOrStdout(), path)
			}
			if write {
				err = os.WriteFile(path, out, 0o644)
			}
		}
		if err != nil && len(faults) == 0 {
			return err
		}
	}
	switch {
	case len(faults) > 0:
		return differs{"some rule files cannot be read:\n" + errors.Join(faults...).Error()}
	case list && !write && unformatted > 0:
		return differs{}
	}
	return nil
}

func rulesCheckCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "check",
		Short: "Check that the rules and the lexicon can be used",
		Long: `Reads every rule file and lexicon table and prints each fault with its place, as
file:line:column: a rule without an explanation or a case, an unknown list, kind or field,
a table with a bad row; a case that does not come out as it says; two rules that tie; a
match line that can never be the better one; a word list that nothing reads. Status 1 says
that there was one.`,
		Example: `  qushu rules check
  qushu rules check --rules rules`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if _, err := rulePacks(cmd); err != nil {
				return err
			}
			e, err := engine(cmd)
			if err != nil {
				return differs{err.Error()}
			}
			if err := golden.CheckRules(e); err != nil {
				return differs{err.Error()}
			}
			cases := 0
			for _, r := range e.Set.Rules {
				cases += len(r.Cases)
			}
			_, err = fmt.Fprintf(cmd.ErrOrStderr(), "%d rules with %d cases, %d word lists, %d tables: no fault\n", len(e.Set.Rules), cases, len(e.Set.Lists), len(e.Set.Tables))
			return err
		},
	}
}
