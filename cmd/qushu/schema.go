package main

import (
	"strings"

	"github.com/spf13/cobra"

	"github.com/qushu/qushu/extract/schema"
)

func schemaCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "schema NAME",
		Short: "Print the JSON Schema of a file that is written",
		Long: `Prints the JSON Schema (draft 2020-12) of a line of facts.jsonl, documents.jsonl or
ledger.jsonl, of a finding of qushu audit --json, of run.json, or of a line of qushu panel
--format jsonl. NAME is ` + strings.Join(schema.Names, ", ") + `.`,
		Example: `  qushu schema facts > facts.schema.json
  qushu schema run`,
		Args:      cobra.ExactArgs(1),
		ValidArgs: schema.Names,
		RunE: func(cmd *cobra.Command, args []string) error {
			src, err := schema.Of(args[0])
			if err != nil {
				return err
			}
			_, err = cmd.OutOrStdout().Write(src)
			return err
		},
	}
}
