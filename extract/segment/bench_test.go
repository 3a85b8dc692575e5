package segment

import (
	"os"
	"path/filepath"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
	"github.com/yanyiwu/gojieba"
)

// BenchmarkCut is the segmenter alone over the texts of the folder that CORPUS names, or
// the samples: what the speed of a whole run is held against.
func BenchmarkCut(b *testing.B) {
	dir := os.Getenv("CORPUS")
	if dir == "" {
		dir = "../../corpus/samples"
	}
	var texts []string
	size := 0
	require.NoError(b, filepath.WalkDir(dir, func(name string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(name)
		if utf8.Valid(data) {
			texts, size = append(texts, string(data)), size+len(data)
		}
		return err
	}))
	paths, err := dictPaths()
	require.NoError(b, err)
	j := gojieba.NewJieba(paths...)
	defer j.Free()
	b.SetBytes(int64(size))
	for b.Loop() {
		for _, t := range texts {
			j.Cut(t, true)
		}
	}
}
