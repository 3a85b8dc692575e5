package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/qushu/qushu/extract"
	"github.com/qushu/qushu/extract/audit"
	"github.com/qushu/qushu/extract/export"
)

// auditFlags are the flags of qushu audit.
type auditFlags struct {
	level      string
	kinds      []string
	agreements bool
	json       bool
}

func auditCommand() *cobra.Command {
	var f auditFlags
	cmd := &cobra.Command{
		Use:   "audit OUT",
		Short: "Find figures of a run that do not add up",
		Long:  help("audit"),
		Example: `  qushu audit out
  qushu audit --level warning out
  qushu audit --kind contradiction --kind sum --json out > findings.jsonl`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error { return f.audit(cmd, args[0]) },
	}
	cmd.Flags().StringVar(&f.level, "level", audit.Note, "the least level to show: error, warning or note")
	cmd.Flags().StringArrayVar(&f.kinds, "kind", nil, "only findings of this kind; may be given again")
	cmd.Flags().BoolVar(&f.agreements, "agreements", false, "note too what several documents state alike")
	cmd.Flags().BoolVar(&f.json, "json", false, "print a JSON object a line, as qushu schema findings says")
	cobra.CheckErr(cmd.RegisterFlagCompletionFunc("level", cobra.FixedCompletions(audit.Levels, cobra.ShellCompDirectiveNoFileComp)))
	cobra.CheckErr(cmd.RegisterFlagCompletionFunc("kind", cobra.FixedCompletions(audit.Kinds, cobra.ShellCompDirectiveNoFileComp)))
	return cmd
}

func (f *auditFlags) audit(cmd *cobra.Command, dir string) error {
	if err := f.check(); err != nil {
		return err
	}
	if i, err := os.Stat(dir); err != nil || i.IsDir() { // a facts.jsonl by itself can be audited too
		if _, err := export.Open(dir); err != nil {
			return err
		}
	}
	set, err := ruleSet(cmd)
	if err != nil {
		return err
	}
	auditor, err := extract.Auditor(set)
	if err != nil {
		return err
	}
	found, err := auditor.Run(dir, audit.Options{Agreements: f.agreements || slices.Contains(f.kinds, audit.Agreement)})
	if err != nil {
		return fmt.Errorf("%s cannot be audited: %w", dir, unreadable(err))
	}
	found = slices.DeleteFunc(found, func(x audit.Finding) bool { return !f.takes(x) })
	if err := f.write(cmd.OutOrStdout(), found); err != nil {
		return err
	}
	counts := count(found)
	fmt.Fprintf(cmd.ErrOrStderr(), "%d errors, %d warnings, %d notes\n", counts[audit.Error], counts[audit.Warning], counts[audit.Note])
	if counts[audit.Error] > 0 {
		return differs{}
	}
	return nil
}

// check refuses levels and kinds that there are not.
func (f *auditFlags) check() error {
	if !slices.Contains(audit.Levels, f.level) {
		return fmt.Errorf("there is no level %q, wanted one of %s", f.level, strings.Join(audit.Levels, ", "))
	}
	for _, k := range f.kinds {
		if !slices.Contains(audit.Kinds, k) {
			return fmt.Errorf("there is no kind %q, wanted one of %s", k, strings.Join(audit.Kinds, ", "))
		}
	}
	return nil
}

func (f *auditFlags) takes(x audit.Finding) bool {
	return slices.Index(audit.Levels, x.Level) <= slices.Index(audit.Levels, f.level) && (len(f.kinds) == 0 || slices.Contains(f.kinds, x.Kind))
}

func (f *auditFlags) write(to io.Writer, found []audit.Finding) error {
	if f.json {
		return writeLines(to, found)
	}
	w := bufio.NewWriter(to)
	for i := range found {
		writeFinding(w, &found[i])
	}
	return w.Flush()
}

// writeFinding writes a finding for people: what it is of, what does not hold, and the
// sentences.
func writeFinding(w io.Writer, f *audit.Finding) {
	of := strings.Join(slices.DeleteFunc([]string{f.Period, f.Area, f.Subject, f.Indicator}, func(s string) bool { return s == "" }), " ")
	fmt.Fprintf(w, "%-7s  %s  %s\n         %s\n         %s\n", f.Level, f.Kind, of, f.MessageZH, f.Message)
	for _, s := range f.Facts {
		fmt.Fprintf(w, "    %s:%d  %s  %s\n", s.Doc, s.Span.Start, s.ID, s.Text)
		if s.Sentence != "" {
			fmt.Fprintf(w, "        > %s\n", marked(s.Sentence, s.Text))
		}
	}
	fmt.Fprintln(w)
}

// widest is how many characters of a sentence are shown on either side of a figure.
const widest = 60

// marked is what stands around a figure in a sentence, the figure in 【】.
func marked(sentence, figure string) string {
	before, behind, found := strings.Cut(sentence, figure)
	if !found {
		figure, before, behind = "", sentence, ""
	}
	b, h := []rune(before), []rune(behind)
	out := string(b[max(0, len(b)-widest):])
	if len(b) > widest {
		out = "…" + out
	}
	if figure != "" {
		out += "【" + figure + "】"
	}
	out += string(h[:min(widest, len(h))])
	if len(h) > widest {
		out += "…"
	}
	return out
}

func count(found []audit.Finding) map[string]int {
	out := map[string]int{}
	for _, f := range found {
		out[f.Level]++
	}
	return out
}
