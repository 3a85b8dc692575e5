package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/qushu/qushu/extract"
	"github.com/qushu/qushu/golden"
)

func goldenCheckCommand() *cobra.Command {
	var root string
	cmd := &cobra.Command{
		Use:   "check DIR…",
		Short: "Read the documents of goldens again and print every difference",
		Long: `Reads the document of each golden of the folders (or files) again and prints what differs,
as fact lines with the file and line of the golden. A document that is missing, or whose
bytes are not those that the golden was made of, is an error. Status 1 says that there
was a difference or an error.`,
		Example: `  qushu golden check goldens
  qushu golden check goldens --docs /data/reports`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error { return checkGoldens(cmd, root, args) },
	}
	cmd.Flags().StringVar(&root, "docs", ".", "the folder that the goldens name their documents from")
	return cmd
}

func checkGoldens(cmd *cobra.Command, root string, args []string) error {
	paths, err := expand(args, "*.golden", "golden")
	if err != nil {
		return err
	}
	e, err := trustedEngine(cmd)
	if err != nil {
		return err
	}
	var all golden.Report
	failed := 0
	for _, path := range paths {
		report, err := checkGolden(e, path, root)
		if err != nil {
			fmt.Fprintln(cmd.ErrOrStderr(), "qushu: "+err.Error())
			failed++
			continue
		}
		all.Add(report)
	}
	if _, err := fmt.Fprint(cmd.OutOrStdout(), all); err != nil {
		return err
	}
	c, n := all.Total(), len(all.Differences)
	fmt.Fprintf(cmd.ErrOrStderr(), "%d goldens, %d facts as they should be, %d differences\n", len(paths)-failed, c.TP, n)
	switch {
	case failed > 0:
		return differs{fmt.Sprintf("%d of %d goldens could not be checked", failed, len(paths))}
	case n > 0:
		return differs{}
	}
	return nil
}

// checkGolden reads the document of a golden again, with what the golden gives.
func checkGolden(e *extract.Engine, path, root string) (golden.Report, error) {
	src, err := os.ReadFile(path)
	if err != nil {
		return golden.Report{}, fmt.Errorf("%s: %w", path, unreadable(err))
	}
	f, err := golden.Parse(path, src)
	if err != nil {
		return golden.Report{}, err
	}
	doc := filepath.FromSlash(f.Doc)
	if !filepath.IsAbs(doc) {
		doc = filepath.Join(root, doc)
	}
	data, err := os.ReadFile(doc)
	if err != nil {
		return golden.Report{}, fmt.Errorf("%s: its document %s: %w", path, doc, unreadable(err))
	}
	sum := sha256.Sum256(data)
	if got := hex.EncodeToString(sum[:]); f.SHA256 != "" && !strings.HasPrefix(got, f.SHA256) {
		return golden.Report{}, fmt.Errorf("%s: its document %s has changed: found the sha256 %s, the golden was made of %s", path, doc, got, f.SHA256)
	}
	r, err := read(e, f.Doc, data, golden.OptionsOf(f.Given))
	if err != nil {
		return golden.Report{}, fmt.Errorf("%s: its document %s: %w", path, doc, err)
	}
	return golden.Compare(f, r.Facts), nil
}
