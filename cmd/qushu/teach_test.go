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
)

// teaching are the blocks of a README's walk-through: a file to write, or commands with
// their output.
var teaching = regexp.MustCompile("(?s)```(text|rule|console) ([^\n]+)\n(.*?)```")

// TestReadmesTeachASentence goes through the walk-through of the READMEs in a folder of
// its own, as a new user would, and wants every command to say what stands there.
func TestReadmesTeachASentence(t *testing.T) {
	for _, readme := range readmes {
		src, err := os.ReadFile(readme)
		require.NoError(t, err)
		t.Run(filepath.Base(readme), func(t *testing.T) {
			t.Chdir(t.TempDir())
			commands := 0
			for _, m := range teaching.FindAllStringSubmatch(string(src), -1) {
				if m[1] != "console" {
					require.NoError(t, os.MkdirAll(filepath.Dir(m[2]), 0o755))
					require.NoError(t, os.WriteFile(m[2], []byte(m[3]), 0o644))
					continue
				}
				for _, step := range strings.Split(m[3], "$ qushu ")[1:] {
					command, want, _ := strings.Cut(step, "\n")
					assert.Equal(t, settled(want), settled(said(command)), command)
					commands++
				}
			}
			assert.GreaterOrEqual(t, commands, 10)
		})
	}
}

// said is all that a command prints.
func said(command string) string {
	var args []string
	for _, a := range argument.FindAllString(command, -1) {
		args = append(args, strings.Trim(a, "'"))
	}
	var out bytes.Buffer
	Main(context.Background(), args, strings.NewReader(""), &out, &out)
	return out.String()
}
