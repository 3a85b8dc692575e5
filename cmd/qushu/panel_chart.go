package main

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/qushu/qushu/extract/panel"
)

// painter is a program that makes a PNG of an SVG. Letters are drawn with the fonts of the
// system, which qushu brings none of: Chinese ones are large.
type painter struct {
	program string
	args    func(svg, png string) []string
}

// painters are the programs that are looked for, in order.
var painters = []painter{
	{"rsvg-convert", func(svg, png string) []string { return []string{"-o", png, svg} }},
	{"resvg", func(svg, png string) []string { return []string{svg, png} }},
	{"inkscape", func(svg, png string) []string { return []string{"--export-type=png", "--export-filename=" + png, svg} }},
	{"chromium", browse}, {"chromium-browser", browse}, {"google-chrome", browse},
}

// browse lets a browser take a picture of the file at its own size.
func browse(svg, png string) []string {
	width, height := 880, 440
	if src, err := os.ReadFile(svg); err == nil {
		fmt.Sscanf(strings.TrimPrefix(string(src), `<svg xmlns="http://www.w3.org/2000/svg" `), `width="%d" height="%d"`, &width, &height)
	}
	return []string{"--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", fmt.Sprintf("--window-size=%d,%d", width, height), "--screenshot=" + png, svg}
}

// drawer finds out how to draw a chart, before any work is done.
func drawer(path string) (panelWriter, error) {
	switch ext := strings.ToLower(filepath.Ext(path)); {
	case path == "":
		return nil, nil
	case ext == ".svg":
		return func(_ *cobra.Command, p *panel.Panel) error {
			return intoFile(path, func(to io.Writer) error { return drawInto(to, p) })
		}, nil
	case ext != ".png":
		return nil, fmt.Errorf("a chart is a file .svg or .png, not %s", path)
	}
	for _, x := range painters {
		if program, err := exec.LookPath(x.program); err == nil {
			return func(cmd *cobra.Command, p *panel.Panel) error { return paint(cmd, p, program, x, path) }, nil
		}
	}
	return nil, fmt.Errorf("a chart as PNG needs rsvg-convert, resvg, inkscape or chromium, and none is installed; .svg needs nothing")
}

func drawInto(to io.Writer, p *panel.Panel) error {
	w, err := p.Wide()
	if err != nil {
		return err
	}
	return w.Chart(to)
}

// paint draws a chart as SVG into a folder of its own and lets a program make a PNG of it.
func paint(cmd *cobra.Command, p *panel.Panel, program string, x painter, path string) error {
	dir, err := os.MkdirTemp("", "qushu-chart-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	svg := filepath.Join(dir, "chart.svg")
	if err := intoFile(svg, func(to io.Writer) error { return drawInto(to, p) }); err != nil {
		return err
	}
	png, err := filepath.Abs(path)
	if err != nil {
		return err
	}
	said, err := exec.CommandContext(cmd.Context(), program, x.args(svg, png)...).CombinedOutput()
	if _, missing := os.Stat(png); err != nil || missing != nil {
		return fmt.Errorf("%s made no picture (%v): %s", x.program, err, strings.TrimSpace(string(said)))
	}
	return nil
}
