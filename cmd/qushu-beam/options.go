package main

import (
	"flag"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"github.com/qushu/qushu/corpus"
	"github.com/qushu/qushu/extract"
)

// Options say what a job reads and writes. They travel to the workers as JSON.
type Options struct {
	Output    string
	FilesFrom string // a file or pattern of files that list files
	Shards    int
	Format    string // jsonl or parquet
	Panel     string // which indicators go into the panel: all, standard or none
	Attempts  int    `json:"-"`

	Date, Area string
	Year       int
	TextField  string
	MaxDoc     int
	Timeout    time.Duration
}

func (o *Options) flags(f *flag.FlagSet) {
	f.StringVar(&o.Output, "output", "", "the folder to write, such as gs://bucket/facts")
	f.StringVar(&o.FilesFrom, "files_from", "", "read the files listed in these files, one a line")
	f.IntVar(&o.Shards, "shards", 16, "parts of the output; a part is the work of one bundle, and one for every 1,000 documents is fair")
	f.StringVar(&o.Format, "format", "jsonl", "jsonl or parquet")
	f.StringVar(&o.Panel, "panel", "all", "the indicators of the panel: all, standard (those of the lexicon) or none")
	f.IntVar(&o.Attempts, "attempts", 1, "how often a job is submitted that the runner gives up")
	f.StringVar(&o.Date, "date", "", "the day of publication, as 2026-01-27")
	f.StringVar(&o.Area, "area", "", "the area spoken of, by its full name")
	f.IntVar(&o.Year, "year", 0, "the year reported on")
	f.StringVar(&o.TextField, "text_field", "", "of JSON objects: the field that holds the text")
	f.IntVar(&o.MaxDoc, "max_doc", 0, "bytes of the longest document that is read (0: 64 MB)")
	f.DurationVar(&o.Timeout, "timeout_per_doc", 0, "give a document up that takes longer, such as 30s (0: never)")
}

// check refuses what cannot be run.
func (o *Options) check(inputs []string) error {
	switch {
	case o.Output == "":
		return fmt.Errorf("--output names no folder")
	case len(inputs) == 0 && o.FilesFrom == "":
		return fmt.Errorf("there is no input: name files, folders, patterns or a list with --files_from")
	case o.Shards < 1 || o.Attempts < 1:
		return fmt.Errorf("--shards and --attempts want 1 or more")
	case o.Format != "jsonl" && o.Format != "parquet":
		return fmt.Errorf("--format is %q, wanted jsonl or parquet", o.Format)
	case o.Panel != "all" && o.Panel != "standard" && o.Panel != "none":
		return fmt.Errorf("--panel is %q, wanted all, standard or none", o.Panel)
	}
	for _, in := range inputs {
		if !remote(in) && !remote(o.Output) && within(in, o.Output) {
			return fmt.Errorf("the output folder %s lies inside the input %s and would be read as a document: choose one outside it", o.Output, in)
		}
	}
	return nil
}

// within reports whether a path lies in a folder.
func within(folder, path string) bool {
	a, err1 := filepath.Abs(folder)
	b, err2 := filepath.Abs(path)
	rel, err3 := filepath.Rel(a, b)
	return err1 == nil && err2 == nil && err3 == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator))
}

// document is what is known of every document.
func (o *Options) document() extract.Options {
	return extract.Options{Published: o.Date, Area: o.Area, Year: o.Year, Read: corpus.Options{TextField: o.TextField, MaxDoc: o.MaxDoc}}
}
