package corpus

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// BenchmarkReadHTML reads the HTML samples, or those of the folder that PAGES names.
func BenchmarkReadHTML(b *testing.B) {
	dir := os.Getenv("PAGES")
	if dir == "" {
		dir = "samples"
	}
	names, err := filepath.Glob(filepath.Join(dir, "*.html"))
	require.NoError(b, err)
	require.NotEmpty(b, names)
	var pages [][]byte
	size := 0
	for _, n := range names {
		data, err := os.ReadFile(n)
		require.NoError(b, err)
		pages, size = append(pages, data), size+len(data)
	}
	words := pageWords()
	b.SetBytes(int64(size))
	for b.Loop() {
		for i, data := range pages {
			if _, err := Read(names[i], data, words); err != nil {
				b.Fatal(err)
			}
		}
	}
}
