package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"io"

	"github.com/spf13/cobra"

	"github.com/qushu/qushu/extract"
	"github.com/qushu/qushu/extract/export"
	"github.com/qushu/qushu/extract/panel"
)

// panelFlags are the flags of qushu panel.
type panelFlags struct {
	filter panel.Filter
}

func panelCommand() *cobra.Command {
	var f panelFlags
	cmd := &cobra.Command{
		Use:   "panel OUT…",
		Short: "Make one table of the facts of many documents, every conflict in sight",
		Args:  cobra.MinimumNArgs(1),
		RunE:  func(cmd *cobra.Command, args []string) error { return f.panel(cmd, args) },
	}
	cmd.Flags().StringArrayVar(&f.filter.Indicators, "indicator", nil, "only this indicator, by any of its names or its id; may be given again")
	cmd.Flags().StringArrayVar(&f.filter.Areas, "area", nil, "only areas of which this is the name, a part of it, or the beginning of the code")
	cmd.Flags().StringArrayVar(&f.filter.Periods, "period", nil, "only this period, or what lies in it: 2020, 2020-01/2020-06, 2016..2020")
	cmd.Flags().StringArrayVar(&f.filter.Measures, "measure", nil, "only this measure: level, growth, share …")
	cmd.Flags().StringArrayVar(&f.filter.Statuses, "status", nil, "only this status: actual, expected or target")
	cmd.Flags().StringArrayVar(&f.filter.Verdicts, "verdict", nil, "only rows of this verdict, such as conflict")
	return cmd
}

func (f *panelFlags) panel(cmd *cobra.Command, dirs []string) (err error) {
	p, err := f.build(cmd, dirs)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, p.Close()) }()
	return rowsAsJSON(cmd.OutOrStdout(), p)
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

func rowsAsJSON(to io.Writer, p *panel.Panel) error {
	w := bufio.NewWriterSize(to, 1<<16)
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for r, err := range p.Rows() {
		if err != nil {
			return err
		}
		if err := enc.Encode(r); err != nil {
			return err
		}
	}
	return w.Flush()
}
