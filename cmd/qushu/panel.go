package main

import (
	"errors"
	"fmt"
	"os"
	"runtime/debug"

	"github.com/spf13/cobra"

	"github.com/qushu/qushu/extract"
	"github.com/qushu/qushu/extract/export"
	"github.com/qushu/qushu/extract/panel"
)

// panelFlags are the flags of qushu panel.
type panelFlags struct {
	filter             panel.Filter
	format, out, chart string
	wide               bool
}

func panelCommand() *cobra.Command {
	var f panelFlags
	cmd := &cobra.Command{
		Use:     "panel OUT…",
		Short:   "Make one table of the facts of many documents, every conflict in sight",
		Long:    help("panel"),
		Example: help("panel-examples"),
		Args:    cobra.MinimumNArgs(1),
		RunE:    func(cmd *cobra.Command, args []string) error { return f.panel(cmd, args) },
	}
	flags := cmd.Flags()
	flags.StringVarP(&f.out, "output", "o", "", "the file or folder to write; its ending tells the format")
	flags.StringVar(&f.format, "format", "", "the format: text, jsonl, csv, xlsx, parquet, sqlite, sdmx-csv or datapackage")
	flags.BoolVar(&f.wide, "wide", false, "a line for each area and indicator, a column for each period")
	flags.StringVar(&f.chart, "chart", "", "draw lines into this .svg or .png file")
	for _, x := range []struct {
		name, usage string
		to          *[]string
	}{
		{"indicator", "only this indicator, by any of its names or its id", &f.filter.Indicators},
		{"area", "only areas with this in their name, or of which this begins the code", &f.filter.Areas},
		{"period", "only this period or what lies in it: 2020, 2016/2020, 2016..2020", &f.filter.Periods},
		{"measure", "only this measure: level, growth, share, rank …", &f.filter.Measures},
		{"basis", "only changes counted from this: yoy, annual_avg, cumulative, 2015", &f.filter.Bases},
		{"status", "only this status: actual, expected or target", &f.filter.Statuses},
		{"verdict", "only this verdict, such as conflict", &f.filter.Verdicts},
	} {
		flags.StringArrayVar(x.to, x.name, nil, x.usage+"; may be given again")
	}
	cobra.CheckErr(cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(panelFormats(), cobra.ShellCompDirectiveNoFileComp)))
	return cmd
}

func (f *panelFlags) panel(cmd *cobra.Command, dirs []string) (err error) {
	write, err := f.writer()
	if err != nil {
		return err
	}
	draw, err := drawer(f.chart)
	if err != nil {
		return err
	}
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(100) // no segmenter is at work: the heap is all the memory there is
	}
	p, err := f.build(cmd, dirs)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, p.Close()) }()
	if err := write(cmd, p); err != nil || f.chart == "" {
		return err
	}
	if err := draw(cmd, p); err != nil {
		return fmt.Errorf("the chart %s cannot be drawn: %w", f.chart, err)
	}
	fmt.Fprintf(cmd.ErrOrStderr(), "wrote %s\n", f.chart)
	return nil
}

func (f *panelFlags) build(cmd *cobra.Command, dirs []string) (*panel.Panel, error) {
	set, err := ruleSet(cmd)
	if err != nil {
		return nil, err
	}
	indicators, err := extract.Indicators(set)
	if err != nil {
		return nil, err
	}
	if err := refuseInside(f.out, dirs); f.out != "" && err != nil {
		return nil, err
	}
	var runs []*export.Run
	for _, dir := range dirs {
		r, err := export.Open(dir)
		if err != nil {
			return nil, err
		}
		runs = append(runs, r)
	}
	o := panel.With(set, indicators)
	o.Filter = f.filter
	return panel.Build(runs, o)
}
