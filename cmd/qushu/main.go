// Command qushu (取数, "to fetch the numbers") reads folders of raw Chinese documents
// and writes a checked table of the numeric facts in them.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"

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

// differs is the error of a command that did its work and has something to report.
type differs struct{ msg string }

func (d differs) Error() string { return d.msg }

func main() { os.Exit(Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

// Main runs the command line and returns the exit status.
func Main(args []string, in io.Reader, out, errs io.Writer) int {
	root := command()
	root.SetArgs(args)
	root.SetIn(in)
	root.SetOut(out)
	root.SetErr(errs)
	err := root.Execute()
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
	root := &cobra.Command{
		Use:           "qushu",
		Short:         "Reads raw Chinese documents and writes a checked table of the numeric facts in them",
		SilenceUsage:  true,
		SilenceErrors: true,
	}
	root.PersistentFlags().String("rules", "", "a folder of rule files to use instead of the built-in ones")
	root.CompletionOptions.HiddenDefaultCmd = true
	root.AddCommand(runCommand())
	return root
}

// ruleSet loads the rules the user chose.
func ruleSet(cmd *cobra.Command) (*rules.Set, error) {
	dir, err := cmd.Flags().GetString("rules")
	if err != nil || dir == "" {
		return rules.Default()
	}
	return rules.Load(os.DirFS(dir))
}

func engine(cmd *cobra.Command) (*extract.Engine, error) {
	set, err := ruleSet(cmd)
	if err != nil {
		return nil, err
	}
	return extract.New(set)
}
