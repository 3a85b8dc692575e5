package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/qushu/qushu/corpus"
	"github.com/qushu/qushu/extract"
	"github.com/qushu/qushu/rules"
)

// inputFlag adds the flag by which a command finds the documents of a run again.
func inputFlag(cmd *cobra.Command, inputs *[]string) {
	cmd.Flags().StringArrayVar(inputs, "input", nil, "a file or folder that the run read (else what run.json names, here or beside OUT)")
}

// inputsOf are the inputs of the run that wrote dir and how they were read: those given,
// else those that run.json names, where they all lie in the working folder or beside
// dir. The manifest knows no folders above them.
func inputsOf(dir string, given []string) ([]string, corpus.Options, error) {
	m, err := readManifest(dir)
	if err != nil {
		return nil, corpus.Options{}, err
	}
	o := corpus.Options{TextField: m.Options.TextField}
	for _, in := range given {
		if _, err := os.Stat(in); err != nil {
			return nil, o, fmt.Errorf("--input %s: %w", in, unreadable(err))
		}
	}
	if len(given) > 0 {
		return given, o, nil
	}
	for _, beside := range []string{".", filepath.Dir(filepath.Clean(dir))} {
		if found := allIn(beside, m.Options.Inputs); len(found) > 0 {
			return found, o, nil
		}
	}
	return nil, o, nil
}

// readManifest reads run.json; a folder without one gives an empty manifest.
func readManifest(dir string) (m manifest, err error) {
	path := filepath.Join(dir, "run.json")
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return m, nil
	}
	if err == nil {
		err = json.Unmarshal(data, &m)
	}
	if err != nil {
		err = fmt.Errorf("%s: %w", path, unreadable(err))
	}
	return m, err
}

// allIn are the names as paths in a folder, if every one is there.
func allIn(dir string, names []string) (paths []string) {
	for _, name := range names {
		path := filepath.Join(dir, filepath.Base(name))
		if _, err := os.Stat(path); err != nil {
			return nil
		}
		paths = append(paths, path)
	}
	return paths
}

// texts reads the documents of inputs again, without extracting facts; what cannot be
// read is passed over, as the run has said why.
func texts(set *rules.Set, files []corpus.File, sites *corpus.Sites, o corpus.Options) (iter.Seq[*corpus.Document], error) {
	words, err := extract.PageWords(set)
	if err != nil {
		return nil, err
	}
	if sites == nil {
		sites = corpus.NewSites(files)
	}
	return func(yield func(*corpus.Document) bool) {
		for _, f := range files {
			more := true
			o.Repeats = sites.Of(f)
			o.Members(f, func(m corpus.Member) bool {
				if d := readAgain(m, words, o); d != nil {
					more = yield(d)
				}
				return more
			})
			if !more {
				return
			}
		}
	}, nil
}

func readAgain(m corpus.Member, words corpus.Words, o corpus.Options) (d *corpus.Document) {
	if m.Err != nil {
		return nil
	}
	err := guarded(func() (err error) {
		d, err = o.Read(m.Path, m.Data, words)
		return err
	})
	if err != nil {
		return nil
	}
	return d
}
