package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/qushu/qushu/extract/export"
	"github.com/qushu/qushu/extract/panel"
)

// panelWriter writes a panel to where the command line says.
type panelWriter func(cmd *cobra.Command, p *panel.Panel) error

// panelFormats are the formats of a panel: those that stand on standard output too, and
// those of tables.
func panelFormats() []string {
	names := []string{"text", "jsonl", "sdmx-csv"}
	for _, f := range export.Formats {
		if f.Tables != nil {
			names = append(names, f.Name)
		}
	}
	return names
}

// endings tell the format of a file by its name.
var endings = map[string]string{".txt": "text", ".jsonl": "jsonl", ".csv": "csv", ".xlsx": "xlsx", ".parquet": "parquet", ".sqlite": "sqlite", ".db": "sqlite"}

// writer finds out what to write, before any work is done.
func (f *panelFlags) writer() (panelWriter, error) {
	format := f.format
	switch {
	case format == "" && (f.out == "" || f.out == "-"):
		format = "text"
	case format == "":
		if format = endings[strings.ToLower(filepath.Ext(f.out))]; format == "" {
			return nil, fmt.Errorf("the name %s tells no format: --format is one of %s", f.out, strings.Join(panelFormats(), ", "))
		}
	}
	if !slices.Contains(panelFormats(), format) {
		return nil, fmt.Errorf("there is no format %q of panels, wanted one of %s", format, strings.Join(panelFormats(), ", "))
	}
	if stream := streams[format]; stream != nil {
		return f.streamed(stream), nil
	}
	if f.out == "" || f.out == "-" {
		return nil, fmt.Errorf("-o names no file or folder to write %s into", format)
	}
	return f.tables(format), nil
}

// streams are the formats that are written line by line.
var streams = map[string]func(to io.Writer, p *panel.Panel, wide bool) error{
	"text": func(to io.Writer, p *panel.Panel, wide bool) error {
		if !wide {
			return p.Text(to)
		}
		w, err := p.Wide()
		if err != nil {
			return err
		}
		return w.Text(to)
	},
	"jsonl": func(to io.Writer, p *panel.Panel, wide bool) error {
		if wide {
			return fmt.Errorf("jsonl is of the long form only")
		}
		return rowsAsJSON(to, p)
	},
}

func (f *panelFlags) streamed(stream func(io.Writer, *panel.Panel, bool) error) panelWriter {
	return func(cmd *cobra.Command, p *panel.Panel) error {
		if f.out == "" || f.out == "-" {
			return stream(cmd.OutOrStdout(), p, f.wide)
		}
		if err := intoFile(f.out, func(to io.Writer) error { return stream(to, p, f.wide) }); err != nil {
			return err
		}
		return wrote(cmd, f.out, "")
	}
}

// tables writes one of the formats of tables.
func (f *panelFlags) tables(format string) panelWriter {
	return func(cmd *cobra.Command, p *panel.Panel) error {
		tables := p.Tables()
		if f.wide {
			w, err := p.Wide()
			if err != nil {
				return err
			}
			tables = []export.Table{w.Table()}
		}
		var note export.Note
		var err error
		if format == "sdmx-csv" {
			note, err = export.SDMX(p.Leads(), f.out)
		} else {
			var x export.Format
			if x, err = export.Find(format); err == nil {
				note, err = x.Tables(tables, f.out)
			}
		}
		if err != nil {
			return fmt.Errorf("%s: %w", format, err)
		}
		return wrote(cmd, f.out, note)
	}
}

func wrote(cmd *cobra.Command, path string, note export.Note) error {
	fmt.Fprintf(cmd.ErrOrStderr(), "wrote %s\n", filepath.Clean(path))
	if note != "" {
		fmt.Fprintf(cmd.ErrOrStderr(), "qushu: %s\n", note)
	}
	return nil
}

// intoFile lets write fill a file beside path, which takes its name when it is whole.
func intoFile(path string, write func(io.Writer) error) error {
	file, err := os.Create(path + ".part")
	if err != nil {
		return fmt.Errorf("%s cannot be written: %w", path, unreadable(err))
	}
	err = errors.Join(write(file), file.Close())
	if err == nil {
		err = os.Rename(path+".part", path)
	}
	if err != nil {
		os.Remove(path + ".part")
	}
	return err
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
