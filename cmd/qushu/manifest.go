package main

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"slices"

	"github.com/qushu/qushu/extract"
	"github.com/qushu/qushu/extract/run"
	"github.com/qushu/qushu/extract/segment"
	"github.com/qushu/qushu/rules"
)

// manifest is run.json: what made the files beside it. No times, no host names.
type manifest struct {
	Version   string        `json:"version"`
	Rules     string        `json:"rules"`
	Packs     []rules.Pack  `json:"packs,omitempty"`
	Segmenter string        `json:"segmenter"`
	Options   runOptions    `json:"options"`
	Counts    run.Counts    `json:"counts"`
	Failures  []run.Failure `json:"failures,omitempty"`
}

// runOptions are the options that the files depend on.
type runOptions struct {
	Inputs    []string `json:"inputs"`
	FilesFrom string   `json:"files_from,omitempty"`
	Include   []string `json:"include,omitempty"`
	Exclude   []string `json:"exclude,omitempty"`
	Shard     string   `json:"shard,omitempty"`
	Limit     int      `json:"limit,omitempty"`
	MaxDoc    int      `json:"max_doc,omitempty"`
	Timeout   string   `json:"timeout_per_doc,omitempty"`
	Published string   `json:"published,omitempty"`
	Area      string   `json:"area,omitempty"`
	Year      int      `json:"year,omitempty"`
	TextField string   `json:"text_field,omitempty"`
}

func newManifest(e *extract.Engine, f *runFlags, args []string) *manifest {
	m := &manifest{Version: version, Rules: e.Set.Hash, Packs: e.Set.Packs, Segmenter: segment.Name}
	m.Options = runOptions{Inputs: baseNames(args), Include: f.choice.include, Exclude: f.choice.exclude, Shard: f.choice.shard.String(),
		Limit: f.limit, MaxDoc: f.known.Read.MaxDoc, Published: f.known.Published, Area: f.known.Area, Year: f.known.Year, TextField: f.known.Read.TextField}
	if f.filesFrom != "" {
		m.Options.FilesFrom = filepath.Base(f.filesFrom)
	}
	if f.timeout > 0 {
		m.Options.Timeout = f.timeout.String()
	}
	return m
}

// key is all that the rows of a document depend on besides the document: what makes
// them, down to the very program, and what is known of all documents.
func (m *manifest) key() string {
	o := m.Options
	h := sha256.New()
	enc := json.NewEncoder(h)
	_ = enc.Encode([]any{m.Version, m.Rules, m.Segmenter, o.Published, o.Area, o.Year, o.TextField})
	if name, err := os.Executable(); err == nil {
		if f, err := os.Open(name); err == nil {
			defer f.Close()
			_, _ = io.Copy(h, f)
		}
	}
	return hex.EncodeToString(h.Sum(nil)[:16])
}

// count takes over what a run came to.
func (m *manifest) count(c run.Counts, failures []run.Failure) {
	m.Counts = c
	m.Failures = failures
	slices.SortStableFunc(m.Failures, func(a, b run.Failure) int { return cmp.Compare(a.Doc, b.Doc) })
}

// baseNames are the inputs as they go into the manifest: without the folders above them,
// which differ from machine to machine.
func baseNames(args []string) []string {
	out := make([]string, len(args))
	for i, a := range args {
		out[i] = filepath.Base(a)
	}
	return out
}
