package main

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"github.com/qushu/qushu/extract"
	"github.com/qushu/qushu/extract/fact"
	"github.com/qushu/qushu/golden"
	"github.com/qushu/qushu/rules"
)

func explainCommand() *cobra.Command {
	var o extract.Options
	cmd := &cobra.Command{
		Use:   "explain SENTENCE…",
		Short: "Show how a sentence is read",
		Long: `Shows how a sentence is read: its words, its numerals with what they were taken for, the
rules that held for each value, the best first (* made the facts), those that held but
for one element, and the facts as fact lines. - reads the text from standard input.`,
		Example: help("explain"),
		Args:    cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := checkKnown(o); err != nil {
				return err
			}
			text, err := sentences(cmd.InOrStdin(), args)
			if err != nil {
				return err
			}
			e, err := engine(cmd)
			if err != nil {
				return err
			}
			return explain(cmd.OutOrStdout(), e, text, o)
		},
	}
	known(cmd, &o)
	return cmd
}

// sentences is the text to explain.
func sentences(in io.Reader, args []string) (string, error) {
	text := strings.Join(args, "\n")
	if len(args) == 1 && args[0] == "-" {
		data, err := io.ReadAll(in)
		if err != nil {
			return "", fmt.Errorf("standard input cannot be read: %w", err)
		}
		text = string(data)
	}
	switch {
	case !utf8.ValidString(text):
		return "", errors.New("the sentence is not UTF-8")
	case strings.TrimSpace(text) == "":
		return "", errors.New("the sentence is empty")
	}
	return text, nil
}

func explain(w io.Writer, e *extract.Engine, text string, o extract.Options) error {
	var b strings.Builder
	for i, x := range e.Explain(text, o) {
		if i > 0 {
			b.WriteString("\n")
		}
		b.WriteString("> " + strings.Join(strings.Fields(x.Text), " ") + "\n")
		writeTokens(&b, x.Tokens)
		for _, m := range x.Mentions {
			writeMention(&b, m)
		}
		writeFacts(&b, x.Facts)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func writeTokens(b *strings.Builder, tokens []extract.Token) {
	if len(tokens) == 0 {
		b.WriteString("\nno numeral\n")
		return
	}
	b.WriteString("\nwords\n   ")
	for _, t := range tokens {
		if strings.TrimSpace(t.Text) != "" {
			fmt.Fprintf(b, " %s/%s", t.Text, t.Pos)
		}
	}
	b.WriteString("\n\nnumerals\n")
}

func writeMention(b *strings.Builder, m extract.ExplainedMention) {
	if m.Why != "" {
		fmt.Fprintf(b, "    “%s”  none: %s (%s)\n", m.Text, m.Why, m.Rule)
		return
	}
	words := []string{m.Kind, string(m.Value)}
	if m.Unit != "" {
		words = append(words, m.Unit)
	}
	if m.Bound != "" && m.Bound != "exact" {
		words = append(words, m.Bound)
	}
	fmt.Fprintf(b, "    “%s”  %s\n", m.Text, strings.Join(words, " "))
	for _, h := range m.Held {
		mark := " "
		if h.Chosen {
			mark = "*"
		}
		fmt.Fprintf(b, "      %s held    %s  “%s”%s\n", mark, h.Rule, h.Read, captures(h.Got))
	}
	for _, n := range m.Near {
		fmt.Fprintf(b, "        nearly  %s  lacks %s\n", n.Rule, n.Lack)
	}
}

func captures(got map[string]string) string {
	var b strings.Builder
	for _, field := range slices.Sorted(maps.Keys(got)) {
		fmt.Fprintf(&b, " %s=%s", field, got[field])
	}
	return b.String()
}

func writeFacts(b *strings.Builder, facts []fact.Fact) {
	if len(facts) == 0 {
		return
	}
	lines := make([]rules.Line, len(facts))
	for i, f := range facts {
		lines[i] = golden.LineOf(f, nil)
	}
	b.WriteString("\nfacts\n")
	for _, l := range rules.FormatLines(lines) {
		b.WriteString("    " + l + "\n")
	}
}
