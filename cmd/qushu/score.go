package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/qushu/qushu/golden"
)

// scoreFlags are the flags of qushu score.
type scoreFlags struct {
	docs         string
	json         bool
	errors       int
	floors, set  string
	raise, lower bool
}

func scoreCommand() *cobra.Command {
	var f scoreFlags
	cmd := &cobra.Command{
		Use:   "score FACTS GOLD",
		Short: "Measure facts against annotated gold",
		Long: `Measures FACTS, a facts.jsonl or the folder of a run, against GOLD, a folder of annotated
files NAME.gold.jsonl or of goldens NAME.golden: precision, recall and F1 of mentions,
spans, core facts and facts, by document, field, measure and kind. Behind each F1 stand
the bounds between which it lies with 95 % confidence, by drawing documents anew. The raw
documents of gold lie in --docs, beside the gold, or, for a GOLD of gold/NAME, in NAME
beside gold; a golden quotes its document and needs none. Its proposed lines are neither
asked for nor held against the facts; what it knows of its document (given) the run must
have been told, with --year and --area.

With --floors and --set the scores are held against the floors of that set, and status 1
says that one fell below its floor; --raise lifts the floors to the scores, and only
--lower lets one fall.`,
		Example: `  qushu score out/facts.jsonl gold/reports
  qushu score out gold/reports --docs reports --json
  qushu score --errors 20 out goldens
  qushu score out gold/reports --floors golden/floors.tsv --set reports`,
		Args: cobra.ExactArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error { return f.score(cmd, args[0], args[1]) },
	}
	cmd.Flags().StringVar(&f.docs, "docs", "", "the folder of the raw documents")
	cmd.Flags().BoolVar(&f.json, "json", false, "print the scores as JSON")
	cmd.Flags().IntVar(&f.errors, "errors", 0, "print so many of the places where facts and gold disagree")
	cmd.Flags().StringVar(&f.floors, "floors", "", "a file of floors to hold the scores against")
	cmd.Flags().StringVar(&f.set, "set", "", "the name of the set in the file of floors")
	cmd.Flags().BoolVar(&f.raise, "raise", false, "lift the floors to the scores")
	cmd.Flags().BoolVar(&f.lower, "lower", false, "with --raise: let floors fall too")
	cmd.MarkFlagsRequiredTogether("floors", "set")
	return cmd
}

func (f *scoreFlags) score(cmd *cobra.Command, facts, gold string) error {
	if f.raise && f.floors == "" {
		return fmt.Errorf("--raise wants --floors and --set, which say what to lift")
	}
	path := factsPath(facts)
	file, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("%s: %w", path, unreadable(err))
	}
	defer file.Close()
	if f.docs == "" {
		f.docs = docsOf(gold)
	}
	scores, err := golden.Score(file, gold, f.docs)
	if err != nil {
		return err
	}
	if err := f.print(cmd, scores); err != nil || f.floors == "" {
		return err
	}
	return f.holdFloors(gold, scores)
}

// factsPath takes the folder of a run for the facts in it.
func factsPath(path string) string {
	if isFolder(path) {
		return filepath.Join(path, "facts.jsonl")
	}
	return path
}

// docsOf is where the documents of a gold folder lie if they do not lie beside it: for
// gold/NAME the folder NAME beside gold, else the folder docs beside GOLD.
func docsOf(gold string) string {
	abs, err := filepath.Abs(gold)
	if err != nil {
		return ""
	}
	up := filepath.Dir(abs)
	for _, dir := range []string{filepath.Join(filepath.Dir(up), filepath.Base(abs)), filepath.Join(up, "docs")} {
		if isFolder(dir) && dir != abs {
			return dir
		}
	}
	return ""
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

func (f *scoreFlags) print(cmd *cobra.Command, s golden.Scores) error {
	w := cmd.OutOrStdout()
	if f.json {
		enc := json.NewEncoder(w)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", "  ")
		if err := enc.Encode(s); err != nil {
			return err
		}
	} else if _, err := fmt.Fprint(w, s); err != nil {
		return err
	}
	for i, e := range s.Errors {
		if i == f.errors {
			break
		}
		fmt.Fprintln(cmd.ErrOrStderr(), e)
	}
	return nil
}

// holdFloors checks the scores against the floors of the set, or lifts those.
func (f *scoreFlags) holdFloors(gold string, s golden.Scores) error {
	fingerprint, err := fingerprintOf(gold)
	if err != nil {
		return err
	}
	src, err := os.ReadFile(f.floors)
	if err != nil && !(f.raise && os.IsNotExist(err)) {
		return fmt.Errorf("%s: %w", f.floors, unreadable(err))
	}
	var floors golden.Floors
	if src != nil {
		if floors, err = golden.ReadFloors(f.floors, src); err != nil {
			return err
		}
	}
	if !f.raise {
		if err := floors.Check(f.set, s.Named(), fingerprint); err != nil {
			return differs{"below the floors:\n" + err.Error()}
		}
		return nil
	}
	if floors, err = floors.Raise(f.set, s.Named(), fingerprint, f.lower); err != nil {
		return differs{"not lifted:\n" + err.Error()}
	}
	return os.WriteFile(f.floors, floors.Format(), 0o644)
}

// fingerprintOf names the content of the gold files of a folder.
func fingerprintOf(gold string) (string, error) {
	paths, err := filepath.Glob(filepath.Join(gold, "*.gold*"))
	if err != nil {
		return "", err
	}
	paths = slices.DeleteFunc(paths, func(p string) bool { return !strings.HasSuffix(p, ".gold.jsonl") && !strings.HasSuffix(p, ".golden") })
	var parts [][]byte
	for _, p := range paths {
		data, err := os.ReadFile(p)
		if err != nil {
			return "", err
		}
		parts = append(parts, []byte(filepath.Base(p)), data)
	}
	return golden.Fingerprint(parts...), nil
}
