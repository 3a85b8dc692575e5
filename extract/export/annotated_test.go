package export

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/qushu/qushu/corpus"
	"github.com/qushu/qushu/extract/fact"
)

// placed are the facts of the documents whose text is there.
func placed(t *testing.T) map[string]*fact.Fact {
	facts := map[string]*fact.Fact{}
	for f, err := range sampleRun(t).Facts() {
		require.NoError(t, err)
		if f.Doc != "=cmd.txt" {
			facts[f.ID] = f
		}
	}
	return facts
}

func TestBrat(t *testing.T) {
	dir := exported(t, "brat", "brat")
	facts := placed(t)
	conf, err := os.ReadFile(filepath.Join(dir, "annotation.conf"))
	require.NoError(t, err)
	seen := map[string]bool{}
	names, err := filepath.Glob(filepath.Join(dir, "*.ann"))
	require.NoError(t, err)
	require.Len(t, names, 12)
	for _, name := range names {
		ann, err := os.ReadFile(name)
		require.NoError(t, err)
		raw, err := os.ReadFile(strings.TrimSuffix(name, ".ann") + ".txt")
		require.NoError(t, err)
		text := []rune(string(raw))
		types, quotes := map[string]string{}, map[string]string{}
		for _, line := range strings.Split(strings.TrimSpace(string(ann)), "\n") {
			cells := strings.Split(line, "\t")
			words := strings.Fields(cells[1])
			switch cells[0][0] {
			case 'T':
				a, _ := strconv.Atoi(words[1])
				b, _ := strconv.Atoi(words[2])
				assert.Equal(t, string(text[a:b]), cells[2])
				assert.Contains(t, string(conf), "\n"+words[0]+"\n")
				types[cells[0]], quotes[cells[0]] = words[0], cells[2]
			case '#':
				note := map[string]string{}
				for _, part := range strings.Split(cells[2], "; ") {
					key, value, _ := strings.Cut(part, "=")
					note[key] = value
				}
				f := facts[note["id"]]
				require.NotNil(t, f, line)
				seen[f.ID] = true
				assert.Equal(t, strings.ToLower(types[words[1]]), mark{Fact: f}.label())
				assert.Equal(t, []string{exact(f.Value), f.Indicator, f.Period, f.Area}, []string{note["value"], note["indicator"], note["period"], note["area"]})
				assert.Equal(t, strings.Join(strings.Fields(f.Text), ""), strings.Join(strings.Fields(quotes[words[1]]), ""))
			}
		}
	}
	assert.Len(t, seen, len(facts), "facts are missing")
}

func TestLabelStudio(t *testing.T) {
	dir := exported(t, "label-studio", "ls")
	data, err := os.ReadFile(filepath.Join(dir, "tasks.json"))
	require.NoError(t, err)
	var tasks []labelTask
	require.NoError(t, json.Unmarshal(data, &tasks))
	require.Len(t, tasks, 12)
	facts := placed(t)
	for _, task := range tasks {
		text := []rune(task.Data.Text)
		for _, r := range task.Predictions[0].Result {
			assert.Equal(t, string(text[r.Value.Start:r.Value.End]), r.Value.Text)
			if r.Meta == nil {
				assert.Equal(t, []string{"unresolved"}, r.Value.Labels)
				continue
			}
			assert.Equal(t, facts[r.ID], r.Meta.Fact)
			delete(facts, r.ID)
		}
	}
	assert.Empty(t, facts, "facts are missing")
}

func TestAnnotationWantsTexts(t *testing.T) {
	r := sampleRun(t)
	r.Texts = nil
	_, err := writeBrat(r, t.TempDir())
	assert.ErrorContains(t, err, "say where its inputs are")
	r.Texts = func(func(*corpus.Document) bool) {}
	note, err := writeLabelStudio(r, t.TempDir())
	require.NoError(t, err)
	assert.Equal(t, Note("12 of 12 documents were left out: their files were not found in the inputs, or have changed"), note)
}

func TestFileName(t *testing.T) {
	for in, want := range map[string]string{
		"a/b.txt": "a/b.txt", "../x": "__/x", "a/./b": "a/_/b", "报告 1.html": "报告 1.html", "w.warc/3/http://x.cn/a?b=1": "w.warc/3/http_/_/x.cn/a_b_1", "": "_",
	} {
		assert.Equal(t, filepath.FromSlash(want), fileName(in))
		assert.True(t, filepath.IsLocal(fileName(in)))
	}
	assert.Len(t, fileName(strings.Repeat("长", 100)), 64)
}

func TestOpenWantsARun(t *testing.T) {
	_, err := Open(t.TempDir())
	assert.ErrorContains(t, err, "it is not the folder of a run")
	dir := t.TempDir()
	for _, name := range tables {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name+".jsonl"), []byte("{\"doc\":\n"), 0o644))
	}
	r, err := Open(dir)
	require.NoError(t, err)
	for _, f := range Formats {
		_, err := f.Write(r, filepath.Join(t.TempDir(), "x"))
		assert.Error(t, err, f.Name)
	}
	_, err = Find("doc")
	assert.ErrorContains(t, err, `there is no format "doc", wanted one of csv, xlsx,`)
}
