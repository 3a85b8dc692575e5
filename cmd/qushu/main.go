// Command qushu (取数, "to fetch the numbers") reads folders of raw Chinese documents
// and writes a checked table of the numeric facts in them.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"slices"

	"github.com/spf13/cobra"
)

// Exit statuses of the contract.
const (
	exitDone    = 0
	exitDiffers = 1 // done, but something differs or some documents failed
	exitMisuse  = 2 // misuse, or nothing could be done
)

// differs is the error of a command that did its work and has something to report; the
// message may be empty where all has been said.
type differs struct{ msg string }

func (d differs) Error() string { return d.msg }

func main() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(300) // the heap is small beside the segmenter's memory, which no collector sees
	}
	os.Exit(Main(context.Background(), os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// Main runs the command line and returns the exit status.
func Main(ctx context.Context, args []string, in io.Reader, out, errs io.Writer) int {
	root := command()
	root.SetArgs(longForms(args))
	root.SetIn(in)
	root.SetOut(out)
	root.SetErr(errs)
	err := root.ExecuteContext(ctx)
	var d differs
	switch {
	case err == nil:
		return exitDone
	case errors.As(err, &d):
		if d.msg != "" {
			fmt.Fprintln(errs, "qushu: "+d.msg)
		}
		return exitDiffers
	}
	fmt.Fprintln(errs, "qushu: "+err.Error())
	return exitMisuse
}

// longForms lets -run be written as Go's tests have it.
func longForms(args []string) []string {
	out := slices.Clone(args)
	if i := slices.Index(out, "-run"); i > 1 && out[0] == "rules" {
		out[i] = "--run"
	}
	return out
}

func command() *cobra.Command {
	root := group("qushu", "Reads raw Chinese documents and writes a checked table of the numeric facts in them",
		runCommand(), mergeCommand(), pipeCommand(), textCommand(), explainCommand(), showCommand(), exportCommand(), panelCommand(), auditCommand(), reportCommand(), serveCommand(), ledgerCommand(), scoreCommand(), goldenCommand(), rulesCommand(), schemaCommand(), versionCommand())
	root.Long = help("qushu")
	root.SilenceUsage, root.SilenceErrors = true, true
	root.PersistentFlags().StringArray("rules", nil, "a folder of rules and lexicon entries to lay over the built-in ones; may be given again, the later one holds")
	return root
}

// group is a command that does nothing but hold others; a word that is none of them is
// misuse.
func group(use, short string, verbs ...*cobra.Command) *cobra.Command {
	cmd := &cobra.Command{Use: use, Short: short, RunE: func(cmd *cobra.Command, args []string) error {
		if len(args) > 0 {
			return fmt.Errorf("unknown command %q for %q: %s --help lists them", args[0], cmd.CommandPath(), cmd.CommandPath())
		}
		return cmd.Help()
	}, Args: cobra.ArbitraryArgs}
	cmd.AddCommand(verbs...)
	return cmd
}
