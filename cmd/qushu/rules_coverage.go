package main

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"runtime"
	"slices"

	"github.com/spf13/cobra"

	"github.com/qushu/qushu/extract/fact"
	"github.com/qushu/qushu/extract/run"
	"github.com/qushu/qushu/extract/sink"
	"github.com/qushu/qushu/golden"
	"github.com/qushu/qushu/rules"
)

func rulesCoverageCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "coverage INPUT…",
		Short: "Show which rules fire on documents, which never do, and what no rule reads",
		Long: `Reads files and folders and prints how many facts each rule made of them, the rules that
made none, and the numbers that no rule reads, by pattern and by the documents in which
they stand. In a folder of cases, a document each, those documents are the phenomena that
have no rule yet.`,
		Example: `  qushu rules coverage reports/
  qushu rules coverage --rules mine cases/`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			seen, err := fire(cmd, args)
			if err != nil {
				return err
			}
			return writeCoverage(cmd.OutOrStdout(), seen)
		},
	}
}

// firings is what rules made of documents.
type firings struct {
	set    *rules.Set
	docs   int
	rules  map[string]*firing
	unread []fact.Entry
}

type firing struct {
	facts, docs int
	last        int // the number of the document it fired in last
	examples    []string
}

// mostExamples is how many sentences a rule is shown with.
const mostExamples = 3

// fire reads documents and notes which rule made which fact.
func fire(cmd *cobra.Command, args []string) (*firings, error) {
	in, e, err := open(cmd, args)
	if err != nil {
		return nil, err
	}
	f := &firings{set: e.Set, rules: map[string]*firing{}}
	for i := range e.Set.Rules {
		f.rules[e.Set.Rules[i].Name] = &firing{}
	}
	_, failures, err := run.Files(cmd.Context(), e, in.files, f, run.Options{Workers: runtime.NumCPU()})
	for _, x := range failures {
		fmt.Fprintf(cmd.ErrOrStderr(), "qushu: %s: %s\n", in.named(x.Doc), x.Error)
	}
	return f, err
}

// Put notes the facts of a document.
func (f *firings) Put(r *sink.Rows) error {
	f.docs++
	for d := json.NewDecoder(bytes.NewReader(r.Facts)); d.More(); {
		var x fact.Fact
		if err := d.Decode(&x); err != nil {
			return err
		}
		f.note(&x)
	}
	for d := json.NewDecoder(bytes.NewReader(r.Ledger)); d.More(); {
		var x fact.Entry
		if err := d.Decode(&x); err != nil {
			return err
		}
		if x.Reason == "unresolved" {
			f.unread = append(f.unread, x)
		}
	}
	return nil
}

// note counts a fact with the rule that made it; a time has none.
func (f *firings) note(of *fact.Fact) {
	x := f.rules[of.Rule]
	if x == nil {
		return
	}
	x.facts++
	if x.last != f.docs {
		x.last = f.docs
		x.docs++
	}
	if s := of.Sentence; s != nil && len(x.examples) < mostExamples && !slices.Contains(x.examples, s.Text) {
		x.examples = append(x.examples, s.Text)
	}
}

func writeCoverage(to io.Writer, f *firings) error {
	w := bufio.NewWriter(to)
	list, _ := namedRules(f.set, nil)
	slices.SortStableFunc(list, func(a, b *rules.Rule) int { return cmp.Compare(f.rules[b.Name].facts, f.rules[a.Name].facts) })
	fmt.Fprintf(w, " facts   docs  rule\n")
	var never []*rules.Rule
	for _, r := range list {
		x := f.rules[r.Name]
		if x.facts == 0 {
			never = append(never, r)
			continue
		}
		fmt.Fprintf(w, "%6d %6d  %s\n", x.facts, x.docs, r.Name)
	}
	fmt.Fprintf(w, "\n%d of %d rules never fire\n", len(never), len(list))
	for _, r := range never {
		fmt.Fprintf(w, "    %-24s %s\n", r.Name, placeOf(r))
	}
	fmt.Fprintf(w, "\n%d numbers that no rule reads\n", len(f.unread))
	for _, p := range golden.Unread(f.unread) {
		fmt.Fprintf(w, "%6d  %s  %s: %s\n", p.Count, p.Text, p.Doc, p.Example)
	}
	return w.Flush()
}
