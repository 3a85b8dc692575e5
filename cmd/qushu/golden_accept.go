package main

import (
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/qushu/qushu/golden"
)

func goldenAcceptCommand() *cobra.Command {
	review := ""
	cmd := &cobra.Command{
		Use:   "accept PATH[:LINES]…",
		Short: "Let proposed lines of goldens count",
		Long: `Takes the mark ? off the proposed lines of goldens, so that golden check holds documents to
them. PATH is a golden, or a folder of them, whose lines all are accepted; with a number
or two behind a colon, only those lines are. --review writes at the top who settled it.`,
		Example: `  qushu golden accept goldens/tea.golden:7
  qushu golden accept goldens/tea.golden:7-12 --review 'Li 2032-02-01'
  qushu golden accept goldens`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			accepted, left := 0, 0
			for _, arg := range args {
				a, l, err := acceptAt(arg, review)
				if err != nil {
					return err
				}
				accepted, left = accepted+a, left+l
			}
			_, err := fmt.Fprintf(cmd.ErrOrStderr(), "%d lines accepted, %d still proposed\n", accepted, left)
			return err
		},
	}
	cmd.Flags().StringVar(&review, "review", "", "who settled it and when")
	return cmd
}

// acceptAt accepts lines of the goldens that an argument names, and counts those
// accepted and those left.
func acceptAt(arg, review string) (accepted, left int, err error) {
	path, lines := arg, []int(nil)
	if i := strings.LastIndexByte(arg, ':'); i >= 0 {
		if lines, err = golden.ParseLines(arg[i+1:]); err != nil {
			return 0, 0, err
		}
		path = arg[:i]
	}
	if lines != nil && isFolder(path) {
		return 0, 0, errors.New(path + " is a folder, wanted a golden before the colon")
	}
	paths, err := expand([]string{path}, "*.golden", "golden")
	for _, p := range paths {
		a, l, err := acceptIn(p, lines, review)
		if err != nil {
			return 0, 0, err
		}
		accepted, left = accepted+a, left+l
	}
	return accepted, left, err
}

func acceptIn(path string, lines []int, review string) (accepted, left int, err error) {
	src, err := os.ReadFile(path)
	if err != nil {
		return 0, 0, fmt.Errorf("%s: %w", path, unreadable(err))
	}
	f, err := golden.Parse(path, src)
	if err != nil {
		return 0, 0, err
	}
	if accepted, err = f.Accept(lines...); err != nil {
		return 0, 0, err
	}
	if review != "" {
		f.Review = review
	}
	return accepted, f.Proposed(), os.WriteFile(path, f.Format(), 0o644)
}
