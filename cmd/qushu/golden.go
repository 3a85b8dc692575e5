package main

import (
	"github.com/spf13/cobra"

	"github.com/qushu/qushu/extract/fact"
)

func goldenCommand() *cobra.Command {
	cmd := group("golden", "Regression tests of your own documents",
		goldenRecordCommand(), goldenAcceptCommand(), goldenCheckCommand(), goldenDiffCommand())
	cmd.Long = `A golden is a text file that quotes a document sentence by sentence, with the facts of
each below it as fact lines. record proposes one, with a ? before every line; a line
counts once a person has taken the mark off, which accept does too. check reads the
documents again and prints every difference. diff compares the facts of two runs.`
	cmd.Example = `  qushu golden record -o goldens reports/
  qushu golden accept goldens/communique.golden
  qushu golden check goldens
  qushu golden diff out-before out-after`
	return cmd
}

// readFacts reads a facts.jsonl, or that of the folder of a run.
func readFacts(path string) ([]fact.Fact, error) {
	return readLines[fact.Fact](factsPath(path), "fact")
}
