package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/qushu/qushu/extract/fact"
	"github.com/qushu/qushu/golden"
)

func ledgerCommand() *cobra.Command {
	var reasons []string
	most, asJSON := 20, false
	cmd := &cobra.Command{
		Use:     "ledger OUT",
		Short:   "Show which numbers of a run became no fact, the most frequent patterns first",
		Long:    help("ledger"),
		Example: "  qushu ledger out\n  qushu ledger --reason name --reason phrase -n 50 out/ledger.jsonl",
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			entries, err := readLedger(args[0])
			if err != nil {
				return err
			}
			kept, err := ofReasons(entries, reasons)
			if err != nil {
				return err
			}
			patterns := golden.Unread(kept)
			if asJSON {
				return writeLines(cmd.OutOrStdout(), patterns[:cut(most, len(patterns))])
			}
			err = writePatterns(cmd.OutOrStdout(), patterns[:cut(most, len(patterns))])
			fmt.Fprintf(cmd.ErrOrStderr(), "%d numbers in %d patterns, of %d that became no fact\n", len(kept), len(patterns), len(entries))
			return err
		},
	}
	cmd.Flags().StringArrayVar(&reasons, "reason", []string{"unresolved"}, "only numbers with this reason; may be given again; all for every reason")
	cmd.Flags().IntVarP(&most, "number", "n", 20, "show only so many patterns, 0 for all")
	cmd.Flags().BoolVar(&asJSON, "json", false, "print a JSON object a line")
	return cmd
}

// cut is how many of n to show where most were asked for, 0 being all.
func cut(most, n int) int {
	if most <= 0 {
		return n
	}
	return min(most, n)
}

// readLedger reads a ledger.jsonl, or that of the folder of a run.
func readLedger(path string) ([]fact.Entry, error) {
	if isFolder(path) {
		path = filepath.Join(path, "ledger.jsonl")
	}
	return readLines[fact.Entry](path, "line of a ledger")
}

// readLines reads a file of JSON lines; what names the kind of line in errors.
func readLines[T any](path, what string) ([]T, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, unreadable(err))
	}
	defer file.Close()
	var out []T
	r := bufio.NewReader(file)
	for n := 1; ; n++ {
		line, err := r.ReadBytes('\n')
		if len(line) > 0 {
			var x T
			if err := json.Unmarshal(line, &x); err != nil {
				return nil, fmt.Errorf("%s:%d: is no %s: %w", path, n, what, err)
			}
			out = append(out, x)
		}
		if err == io.EOF {
			return out, nil
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, unreadable(err))
		}
	}
}

// writeLines writes values as JSON lines.
func writeLines[T any](to io.Writer, values []T) error {
	w := bufio.NewWriter(to)
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for _, v := range values {
		if err := enc.Encode(v); err != nil {
			return err
		}
	}
	return w.Flush()
}

// ofReasons are the entries with one of some reasons. A reason that no entry could have
// is an error.
func ofReasons(entries []fact.Entry, reasons []string) ([]fact.Entry, error) {
	wanted := map[string]bool{}
	for _, r := range reasons {
		wanted[r] = true
		if r != "all" && !fact.IsReason(r) {
			return nil, fmt.Errorf("there is no reason %s, wanted all or one of %s", r, strings.Join(fact.Reasons, " "))
		}
	}
	var out []fact.Entry
	for _, e := range entries {
		if wanted["all"] || wanted[e.Reason] {
			out = append(out, e)
		}
	}
	return out, nil
}

func writePatterns(to io.Writer, patterns []golden.Pattern) error {
	w := bufio.NewWriter(to)
	for _, p := range patterns {
		fmt.Fprintf(w, "%6d  %s  (%s)\n", p.Count, p.Text, p.Reason)
		for _, x := range p.Examples {
			fmt.Fprintf(w, "        > %s\n", x)
		}
	}
	return w.Flush()
}
