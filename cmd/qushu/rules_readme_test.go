package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/qushu/qushu/extract"
	"github.com/qushu/qushu/golden"
	"github.com/qushu/qushu/rules"
)

const rulesReadme = "../../rules/README.md"

// ruleFile is the name of the file that a rule belongs into.
func ruleFile(t *testing.T, block string) string {
	m := regexp.MustCompile(`(?m)^rule ([a-z-]+)\.`).FindStringSubmatch(block)
	require.NotNil(t, m, block)
	return m[1] + ".rule"
}

// TestRulesReadmeExamplesRun makes one pack of all rules and tables of the reference,
// wants them in their layout, and runs their cases and checks.
func TestRulesReadmeExamplesRun(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.Mkdir(filepath.Join(dir, "lexicon"), 0o755))
	for _, block := range fenced(t, rulesReadme, "rule") {
		name := ruleFile(t, block)
		formatted, err := rules.Format([]byte(block), name)
		require.NoError(t, err, block)
		assert.Equal(t, string(formatted), block, "the example is not in its layout")
		require.NoFileExists(t, filepath.Join(dir, name))
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(block), 0o644))
	}
	for _, table := range []string{"words", "units", "hedges"} {
		file := filepath.Join("lexicon", table+".tsv")
		require.NoError(t, os.WriteFile(filepath.Join(dir, file), []byte(fenced(t, rulesReadme, "tsv "+file)[0]), 0o644))
	}
	set, err := rules.WithPacks(rules.Layer{Dir: "README", FS: os.DirFS(dir)})
	require.NoError(t, err)
	e, err := extract.New(set)
	require.NoError(t, err)
	for _, f := range golden.RunCases(e, golden.OfPacks) {
		t.Error(f)
	}
	assert.NoError(t, set.Lint(extract.WordLists(), extract.Tables()))
}

// TestRulesReadmeFaults wants of each broken example the faults that stand below it.
func TestRulesReadmeFaults(t *testing.T) {
	for _, block := range fenced(t, rulesReadme, "fault") {
		src, want, ok := strings.Cut(block, "---\n")
		require.True(t, ok, block)
		dir := t.TempDir()
		name := ruleFile(t, src)
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(src), 0o644))
		_, err := rules.WithPacks(rules.Layer{Dir: ".", FS: os.DirFS(dir)})
		require.Error(t, err)
		assert.Equal(t, want, err.Error()+"\n")
	}
}
