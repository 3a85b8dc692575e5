package main

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/qushu/qushu/corpus"
	"github.com/qushu/qushu/extract"
	"github.com/qushu/qushu/extract/run"
	"github.com/qushu/qushu/extract/sink"
)

// benchFiles are the documents of the folder that CORPUS names, or the samples.
func benchFiles(b *testing.B) []corpus.File {
	dir := os.Getenv("CORPUS")
	if dir == "" {
		dir = "../../corpus/samples"
	}
	files, problems := corpus.Find([]string{dir})
	require.Empty(b, problems)
	size := int64(0)
	for _, f := range files {
		size += f.Size
	}
	b.SetBytes(size)
	return files
}

// BenchmarkRun is a whole run into a folder, without loading the program, by one worker
// and by two.
func BenchmarkRun(b *testing.B) {
	e, err := loaded()
	require.NoError(b, err)
	files := benchFiles(b)
	for _, workers := range []int{1, 2} {
		b.Run(map[int]string{1: "one", 2: "two"}[workers], func(b *testing.B) {
			benchFiles(b)
			for b.Loop() {
				t, err := sink.Open(filepath.Join(b.TempDir(), "out"), sink.TableOptions{})
				require.NoError(b, err)
				_, _, err = run.Files(context.Background(), e, files, t, run.Options{Workers: workers, Store: t})
				require.NoError(b, err)
				require.NoError(b, t.Close(struct{}{}))
			}
		})
	}
}

// BenchmarkFirstFact is a start up to the facts of one short document.
func BenchmarkFirstFact(b *testing.B) {
	for b.Loop() {
		cmd, errs := program("pipe")
		cmd.Stdin = strings.NewReader(`{"text":"全区税收3.5亿元。"}`)
		cmd.Stdout = io.Discard
		require.NoError(b, cmd.Run(), errs)
	}
}

// BenchmarkLength reads documents of the same text, repeated to each length, so that the
// rates show whether the cost of a byte grows with its document.
func BenchmarkLength(b *testing.B) {
	e, err := loaded()
	require.NoError(b, err)
	text, err := os.ReadFile("../../corpus/samples/communique.html")
	require.NoError(b, err)
	clean, err := e.Clean("a.html", text, corpus.Options{})
	require.NoError(b, err)
	for _, length := range []string{"10KB", "100KB", "1MB", "10MB", "20MB"} {
		var n int
		require.NoError(b, (size{&n}).Set(length))
		data := []byte(strings.Repeat(clean, n/len(clean)+1))
		b.Run(length, func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			for b.Loop() {
				_, err := e.Bytes("a.txt", data, extract.Options{})
				require.NoError(b, err)
			}
		})
	}
}
