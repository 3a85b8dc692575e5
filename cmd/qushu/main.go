// Command qushu (取数, "to fetch the numbers") reads folders of raw Chinese documents
// and writes a checked table of the numeric facts in them.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"

	"github.com/spf13/cobra"

	"github.com/qushu/qushu/extract"
	"github.com/qushu/qushu/rules"
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
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	status := Main(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	stop()
	os.Exit(status)
}

// Main runs the command line and returns the exit status.
func Main(ctx context.Context, args []string, in io.Reader, out, errs io.Writer) int {
	root := command()
	root.SetArgs(args)
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

func command() *cobra.Command {
	root := group("qushu", "Reads raw Chinese documents and writes a checked table of the numeric facts in them",
		runCommand(), pipeCommand(), textCommand(), explainCommand(), showCommand(), exportCommand(), reportCommand(), serveCommand(), scoreCommand(), goldenCommand(), rulesCommand(), schemaCommand(), versionCommand())
	root.Long = help("qushu")
	root.SilenceUsage, root.SilenceErrors = true, true
	root.PersistentFlags().String("rules", "", "a folder of rule files to use instead of the built-in ones")
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

// ruleSet loads the rules the user chose.
func ruleSet(cmd *cobra.Command) (*rules.Set, error) {
	dir, err := rulesFolder(cmd)
	if err != nil {
		return nil, err
	}
	if dir == "" {
		return rules.Default()
	}
	set, err := rules.Load(os.DirFS(dir))
	if err != nil {
		return nil, fmt.Errorf("--rules %s:\n%w", dir, err)
	}
	return set, nil
}

// rulesFolder is the folder of --rules, or "" for the rules built in.
func rulesFolder(cmd *cobra.Command) (string, error) {
	dir, err := cmd.Flags().GetString("rules")
	if err == nil && dir != "" && !isFolder(dir) {
		err = fmt.Errorf("--rules %s: there is no such folder", dir)
	}
	return dir, err
}

func engine(cmd *cobra.Command) (*extract.Engine, error) {
	set, err := ruleSet(cmd)
	if err != nil {
		return nil, err
	}
	return extract.New(set)
}
