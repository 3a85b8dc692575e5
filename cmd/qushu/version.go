package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/qushu/qushu/extract/segment"
)

const version = "0.1.0"

func versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "version",
		Short:   "Print the version, the rule set's hash and the segmenter",
		Long:    "Prints what a result depends on: two runs whose lines agree read every document alike.",
		Example: "  qushu version",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			set, err := ruleSet(cmd)
			if err != nil {
				return err
			}
			out := fmt.Sprintf("qushu      %s\nrules      %s\n", version, set.Hash)
			for _, p := range set.Packs {
				out += fmt.Sprintf("pack       %s %s\n", p.Name, p.Hash)
			}
			_, err = fmt.Fprintf(cmd.OutOrStdout(), "%ssegmenter  %s\n", out, segment.Name)
			return err
		},
	}
}
