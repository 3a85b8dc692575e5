package main

import (
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"github.com/qushu/qushu/extract"
	"github.com/qushu/qushu/golden"
	"github.com/qushu/qushu/rules"
)

// ruleSet loads the built-in rules with the packs of --rules over them.
func ruleSet(cmd *cobra.Command) (*rules.Set, error) {
	packs, err := rulePacks(cmd)
	if err != nil {
		return nil, err
	}
	if len(packs) == 0 {
		return rules.Default()
	}
	set, err := rules.WithPacks(packs...)
	if err != nil {
		return nil, fmt.Errorf("--rules:\n%w", err)
	}
	return set, nil
}

// rulePacks are the folders of --rules.
func rulePacks(cmd *cobra.Command) ([]rules.Layer, error) {
	dirs, err := cmd.Flags().GetStringArray("rules")
	if err != nil {
		return nil, err
	}
	var out []rules.Layer
	for _, dir := range dirs {
		if !isFolder(dir) {
			return nil, fmt.Errorf("--rules %s: there is no such folder", dir)
		}
		out = append(out, rules.Layer{Dir: dir, FS: os.DirFS(dir)})
	}
	return out, nil
}

// engine loads the rules the user chose, tested or not.
func engine(cmd *cobra.Command) (*extract.Engine, error) {
	set, err := ruleSet(cmd)
	if err != nil {
		return nil, err
	}
	return extract.New(set)
}

// trustedEngine is engine for commands whose answers are kept: it refuses a pack with a
// rule whose cases do not come out as they say.
func trustedEngine(cmd *cobra.Command) (*extract.Engine, error) {
	e, err := engine(cmd)
	if err != nil {
		return nil, err
	}
	var failed []error
	for _, f := range golden.RunCases(e, golden.OfPacks) {
		failed = append(failed, errors.New(f.String()))
	}
	if len(failed) > 0 {
		return nil, fmt.Errorf("--rules: a rule does not do what its case says:\n%w", errors.Join(failed...))
	}
	return e, nil
}
