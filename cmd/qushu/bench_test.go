package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/qushu/qushu/extract"
)

// BenchmarkSamples reads every sample document once an iteration, on one goroutine.
func BenchmarkSamples(b *testing.B) {
	e, err := loaded()
	require.NoError(b, err)
	names, err := filepath.Glob("../../corpus/samples/*")
	require.NoError(b, err)
	var docs [][]byte
	size := 0
	for _, name := range names {
		data, err := os.ReadFile(name)
		require.NoError(b, err)
		docs, size = append(docs, data), size+len(data)
	}
	b.SetBytes(int64(size))
	for b.Loop() {
		for i, data := range docs {
			_, err := e.Bytes(names[i], data, extract.Options{})
			require.NoError(b, err)
		}
	}
}
