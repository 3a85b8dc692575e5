package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/memfs"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// bucket stands in for a store such as S3: objects appear when they are closed, and cannot
// be renamed.
type bucket struct{ filesystem.Interface }

func (b bucket) List(ctx context.Context, glob string) ([]string, error) {
	names, err := b.Interface.List(ctx, glob)
	for i := range names {
		names[i] = strings.TrimPrefix(names[i], "memfs://")
	}
	return names, err
}

func registerBucket() {
	filesystem.Register("bucket", func(ctx context.Context) filesystem.Interface { return bucket{memfs.New(ctx)} })
}

// upload puts the files of a folder into the store and names them.
func upload(t *testing.T, dir, to string) (names []string) {
	require.NoError(t, filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			name := to + "/" + relative(dir, path)
			memfs.Write(name, []byte(contents(t, path)))
			names = append(names, name)
		}
		return err
	}))
	return names
}

// downloaded copies what lies in a folder of the store to this machine.
func downloaded(t *testing.T, from string) string {
	ctx, dir := context.Background(), t.TempDir()
	names, err := match(ctx, from+"/*")
	require.NoError(t, err)
	for _, name := range names {
		f, err := os.Create(filepath.Join(dir, filepath.Base(name)))
		require.NoError(t, err)
		require.NoError(t, copyTo(ctx, f, name))
		require.NoError(t, f.Close())
	}
	return dir
}

// TestAStore reads objects by a pattern and by a list, and writes objects.
func TestAStore(t *testing.T) {
	dir := documentsIn(t, 60)
	names := upload(t, dir, "bucket://crawl")
	want := wanted(t, dir)
	t.Setenv("TMPDIR", t.TempDir())

	local(t, options("bucket://by-pattern/out", 4), "bucket://crawl/*/*")
	same(t, want, written(t, downloaded(t, "bucket://by-pattern/out")))

	memfs.Write("bucket://lists/all.txt", []byte(strings.Join(append(names, "bucket://crawl/gone.txt"), "\r\n")))
	o := options("bucket://by-list/out", 4)
	o.FilesFrom = "bucket://lists/*.txt"
	local(t, o)
	out := downloaded(t, "bucket://by-list/out")
	assert.Len(t, lines(t, filepath.Join(out, "facts-*")), len(want[factsTable]))
	assert.Contains(t, strings.Join(lines(t, filepath.Join(out, "failed-*")), "\n"), `{"doc":"crawl/gone.txt","file":`)
	left, err := filepath.Glob(filepath.Join(os.TempDir(), "qushu-*"))
	require.NoError(t, err)
	assert.Empty(t, left, "what was copied to this machine is removed")
}
