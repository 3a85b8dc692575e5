package main

import (
	"bytes"
	"context"
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

var readmes = []string{"../../README.md", "../../README.zh.md"}

// fenced gives the blocks of a README that are marked as of a language.
func fenced(t *testing.T, readme, language string) (blocks []string) {
	src, err := os.ReadFile(readme)
	require.NoError(t, err)
	for _, m := range regexp.MustCompile("(?s)```"+language+"\n(.*?)```").FindAllStringSubmatch(string(src), -1) {
		blocks = append(blocks, m[1])
	}
	require.NotEmpty(t, blocks, "%s has no block of %s", readme, language)
	return blocks
}

var argument = regexp.MustCompile(`'[^']*'|\S+`)

// TestReadmesShowWhatQushuSays runs the commands of the READMEs.
func TestReadmesShowWhatQushuSays(t *testing.T) {
	for _, readme := range readmes {
		for _, block := range fenced(t, readme, "console") {
			command, want, _ := strings.Cut(block, "\n")
			var args []string
			for _, a := range argument.FindAllString(strings.TrimPrefix(command, "$ qushu "), -1) {
				args = append(args, strings.Trim(a, "'"))
			}
			var out, errs bytes.Buffer
			assert.Equal(t, exitDone, Main(context.Background(), args, strings.NewReader(""), &out, &errs), errs.String())
			assert.Equal(t, settled(want), settled(out.String()), "%s: %s", readme, command)
		}
	}
}

// settled leaves out the rules that nearly held, which come and go with each new rule.
func settled(explained string) string {
	return regexp.MustCompile("(?m)^ +nearly .*\n").ReplaceAllString(explained, "")
}

// TestReadmesRuleHolds adds the rule of the READMEs to the rules.
func TestReadmesRuleHolds(t *testing.T) {
	for _, readme := range readmes {
		block := fenced(t, readme, "rule")[0]
		dir := t.TempDir()
		require.NoError(t, os.CopyFS(dir, os.DirFS("../../rules")))
		file := filepath.Join(dir, "level.rule")
		src, err := os.ReadFile(file)
		require.NoError(t, err)
		require.NoError(t, os.WriteFile(file, append(src, "\n"+block...), 0o644))
		set, err := rules.Load(os.DirFS(dir))
		require.NoError(t, err)
		e, err := extract.New(set)
		require.NoError(t, err)
		assert.Empty(t, golden.RunCases(e, func(r *rules.Rule) bool { return r.Name == "level.capacity" }), readme)
	}
}
