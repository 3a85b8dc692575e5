package corpus

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func write(t *testing.T, name string) string {
	require.NoError(t, os.MkdirAll(filepath.Dir(name), 0o755))
	require.NoError(t, os.WriteFile(name, []byte("x"), 0o644))
	return name
}

func paths(files []File) (out []string) {
	for _, f := range files {
		out = append(out, f.Path)
	}
	return out
}

func TestFind(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "in", "b.txt"))
	write(t, filepath.Join(dir, "in", "a", "c.txt"))
	write(t, filepath.Join(dir, "in", ".hidden"))
	write(t, filepath.Join(dir, "in", ".git", "x"))
	write(t, filepath.Join(dir, "other", "b.txt"))
	require.NoError(t, os.Symlink(filepath.Join(dir, "in"), filepath.Join(dir, "in", "a", "loop")))
	require.NoError(t, os.Symlink(filepath.Join(dir, "other"), filepath.Join(dir, "in", "link")))
	require.NoError(t, os.Symlink(filepath.Join(dir, "nowhere"), filepath.Join(dir, "in", "dead")))

	files, problems := Find([]string{filepath.Join(dir, "in"), filepath.Join(dir, "other"), filepath.Join(dir, "in", "b.txt"), filepath.Join(dir, "none")})
	assert.Equal(t, []string{"a/c.txt", "b.txt", "b.txt/b.txt", "link/b.txt", "other/b.txt"}, paths(files))
	require.Len(t, problems, 3)
	assert.ErrorContains(t, problems[0].Err, "leads back")
	assert.ErrorContains(t, problems[1].Err, "no such file")
	assert.ErrorContains(t, problems[2].Err, "no such file")
}

func TestFindSameInputTwice(t *testing.T) {
	dir := t.TempDir()
	name := write(t, filepath.Join(dir, "b.txt"))
	files, problems := Find([]string{name, dir, dir})
	assert.Empty(t, problems)
	assert.Len(t, files, 3)
	seen := map[string]bool{}
	for _, f := range files {
		assert.False(t, seen[f.Path], f.Path)
		seen[f.Path] = true
	}
}
