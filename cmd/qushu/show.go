package main

import (
	"bufio"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/qushu/qushu/extract/fact"
	"github.com/qushu/qushu/golden"
	"github.com/qushu/qushu/rules"
)

func showCommand() *cobra.Command {
	most := 0
	cmd := &cobra.Command{
		Use:   "show FACTS",
		Short: "Print facts for people: sentence by sentence, as fact lines",
		Long: `Prints the facts of a facts.jsonl, or of the folder of a run, below the sentences that
state them.`,
		Example: `  qushu show out
  qushu show -n 20 out/facts.jsonl`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			facts, err := readFacts(args[0])
			if err != nil {
				return err
			}
			return show(cmd.OutOrStdout(), stated(facts, most))
		},
	}
	cmd.Flags().IntVarP(&most, "number", "n", 0, "print only so many facts")
	return cmd
}

// stated are the first facts that say something, times by themselves aside; all of them
// where most is 0.
func stated(facts []fact.Fact, most int) []fact.Fact {
	var out []fact.Fact
	for _, f := range facts {
		if f.Measure != "" && (most <= 0 || len(out) < most) {
			out = append(out, f)
		}
	}
	return out
}

func show(to io.Writer, facts []fact.Fact) error {
	w := bufio.NewWriter(to)
	for i := 0; i < len(facts); {
		j := i
		for j < len(facts) && sameSentence(facts[i], facts[j]) {
			j++
		}
		if i == 0 || facts[i-1].Doc != facts[i].Doc {
			fmt.Fprintf(w, "%s\n", facts[i].Doc)
		}
		writeSentence(w, facts[i:j])
		i = j
	}
	return w.Flush()
}

func sameSentence(a, b fact.Fact) bool {
	return a.Doc == b.Doc && (a.Sentence == nil) == (b.Sentence == nil) && (a.Sentence == nil || a.Sentence.Span == b.Sentence.Span)
}

func writeSentence(w io.Writer, facts []fact.Fact) {
	if s := facts[0].Sentence; s != nil {
		fmt.Fprintf(w, "\n> %s\n", s.Text)
	}
	lines := make([]rules.Line, len(facts))
	for i, f := range facts {
		lines[i] = golden.LineOf(f, nil)
	}
	for _, l := range rules.FormatLines(lines) {
		fmt.Fprintf(w, "  %s\n", l)
	}
}
