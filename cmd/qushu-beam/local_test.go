package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx"
	"github.com/parquet-go/parquet-go"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/qushu/qushu/extract/fact"
)

// local runs a job in this process.
func local(t *testing.T, o Options, names ...string) beam.PipelineResult {
	t.Helper()
	require.NoError(t, o.check(names))
	p, s := beam.NewPipelineWithRoot()
	build(s, o, inputs(names, o.FilesFrom))
	return runLocal(t, p)
}

func runLocal(t *testing.T, p *beam.Pipeline) beam.PipelineResult {
	t.Helper()
	result, err := beamx.RunWithMetrics(context.Background(), p)
	require.NoError(t, err)
	return result
}

func options(out string, shards int) Options {
	return Options{Output: out, Shards: shards, Format: "jsonl", Panel: "all", Attempts: 1}
}

func counter(r beam.PipelineResult, name string) (n int64) {
	for _, c := range r.Metrics().AllMetrics().Counters() {
		if c.Key.Name == name {
			n += c.Result()
		}
	}
	return n
}

// TestTheFactsOfRun wants the facts of qushu run, whatever the number of shards.
func TestTheFactsOfRun(t *testing.T) {
	dir := documentsIn(t, 120)
	want := wanted(t, dir)
	var panels []string
	for _, shards := range []int{1, 7, 64} {
		out := t.TempDir()
		r := local(t, options(out, shards), dir)
		same(t, want, written(t, out))
		assert.EqualValues(t, len(want[documentsTable]), counter(r, "documents"))
		assert.EqualValues(t, 2, counter(r, "failed"))
		panels = append(panels, strings.Join(lines(t, filepath.Join(out, "panel-*")), "\n"))
	}
	assert.Equal(t, panels[0], panels[1])
	assert.Equal(t, panels[0], panels[2])
}

// TestWhatFails wants the documents that failed named a second time, with their files.
func TestWhatFails(t *testing.T) {
	dir, out := documentsIn(t, 6), t.TempDir()
	local(t, options(out, 3), dir)
	var docs []string
	for _, line := range lines(t, filepath.Join(out, "failed-*")) {
		var d deadLetter
		require.NoError(t, json.Unmarshal([]byte(line), &d))
		assert.NotEmpty(t, d.Error)
		assert.Equal(t, filepath.Join(dir, filepath.FromSlash(d.Doc)), d.File)
		docs = append(docs, d.Doc)
	}
	assert.Equal(t, []string{"more/empty.txt", "more/picture.png"}, docs)
}

// TestThePanelIsThatOfTheFacts sums the facts up by hand.
func TestThePanelIsThatOfTheFacts(t *testing.T) {
	dir, out := documentsIn(t, 60), t.TempDir()
	local(t, options(out, 5), dir)
	facts, docs := map[Cell]int64{}, map[Cell]map[string]bool{}
	for _, line := range lines(t, filepath.Join(out, "facts-*")) {
		var f fact.Fact
		require.NoError(t, json.Unmarshal([]byte(line), &f))
		if c := cellOf(&f); f.Measure != "" {
			facts[c]++
			if docs[c] == nil {
				docs[c] = map[string]bool{}
			}
			docs[c][f.Doc] = true
		}
	}
	panel := lines(t, filepath.Join(out, "panel-*"))
	require.Len(t, panel, len(facts))
	for _, line := range panel {
		var got struct {
			Cell
			Sums
		}
		require.NoError(t, json.Unmarshal([]byte(line), &got))
		assert.Equal(t, facts[got.Cell], got.Facts, line)
		assert.Len(t, docs[got.Cell], int(got.Documents), line)
	}
	assert.Contains(t, strings.Join(lines(t, filepath.Join(out, "audit-*")), "\n"), fmt.Sprintf(`{"what":"documents","count":%d}`, 60+3+4+3+2+2))
}

// TestThePanelOfStandardIndicators leaves out what the lexicon does not know, and no fact.
func TestThePanelOfStandardIndicators(t *testing.T) {
	dir, all, some := documentsIn(t, 20), t.TempDir(), t.TempDir()
	local(t, options(all, 2), dir)
	o := options(some, 2)
	o.Panel = "standard"
	local(t, o, dir)
	same(t, written(t, all), written(t, some))
	panel := lines(t, filepath.Join(some, "panel-*"))
	assert.NotEmpty(t, panel)
	assert.Less(t, len(panel), len(lines(t, filepath.Join(all, "panel-*"))))
	assert.Subset(t, lines(t, filepath.Join(all, "panel-*")), panel)
	assert.NotContains(t, strings.Join(panel, ""), "新建学校")
}

// TestInputsOfAllKinds names the same files by a folder, by patterns and by a list.
func TestInputsOfAllKinds(t *testing.T) {
	dir := documentsIn(t, 40)
	whole, patterns, listed := t.TempDir(), t.TempDir(), t.TempDir()
	local(t, options(whole, 4), dir)
	want := lines(t, filepath.Join(whole, "facts-*"))

	local(t, options(patterns, 4), filepath.Join(dir, "*"))
	assert.Equal(t, want, lines(t, filepath.Join(patterns, "facts-*")))

	var names []string
	require.NoError(t, filepath.WalkDir(dir, func(name string, d os.DirEntry, err error) error {
		if !d.IsDir() {
			names = append(names, name, name) // one that is listed twice is read once
		}
		return err
	}))
	list := filepath.Join(t.TempDir(), "list.txt")
	require.NoError(t, os.WriteFile(list, []byte(strings.Join(names, "\n")), 0o644))
	o := options(listed, 4)
	o.FilesFrom = list
	local(t, o)
	same(t, wanted(t, "--files-from", list), written(t, listed))
}

// TestParquet wants as many rows as there are lines.
func TestParquet(t *testing.T) {
	dir, out, rows := documentsIn(t, 20), t.TempDir(), t.TempDir()
	local(t, options(out, 2), dir)
	o := options(rows, 2)
	o.Format = "parquet"
	local(t, o, dir)
	for _, table := range []string{factsTable, documentsTable, ledgerTable} {
		n := 0
		names, err := filepath.Glob(filepath.Join(rows, table+"-*.parquet"))
		require.NoError(t, err)
		for _, name := range names {
			n += rowsOf(t, name)
		}
		assert.Len(t, lines(t, filepath.Join(out, table+"-*")), n)
	}
}

func rowsOf(t *testing.T, name string) int {
	f, err := os.Open(name)
	require.NoError(t, err)
	defer f.Close()
	info, err := f.Stat()
	require.NoError(t, err)
	p, err := parquet.OpenFile(f, info.Size())
	require.NoError(t, err)
	return int(p.NumRows())
}

func TestMisuse(t *testing.T) {
	dir := t.TempDir()
	for want, o := range map[string]Options{
		"--output names no folder":     {},
		"wanted jsonl or parquet":      {Output: t.TempDir(), Shards: 1, Attempts: 1, Format: "xml"},
		"lies inside the input":        {Output: filepath.Join(dir, "out"), Shards: 1, Attempts: 1, Format: "jsonl", Panel: "all"},
		"wanted all, standard or none": {Output: t.TempDir(), Shards: 1, Attempts: 1, Format: "jsonl", Panel: "some"},
		"--shards and --attempts want": {Output: t.TempDir(), Format: "jsonl"},
	} {
		assert.ErrorContains(t, o.check([]string{dir}), want)
	}
	assert.ErrorContains(t, (&Options{Output: dir}).check(nil), "there is no input")
	require.NoError(t, os.WriteFile(filepath.Join(dir, "facts-00000-of-00002.jsonl"), nil, 0o644))
	assert.ErrorContains(t, refuseOthers(context.Background(), options(dir, 3)), "holds parts of another job")
	assert.NoError(t, refuseOthers(context.Background(), options(dir, 2)))
}
