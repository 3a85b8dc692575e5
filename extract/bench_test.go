package extract_test

import (
	"os"
	"path/filepath"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/qushu/qushu/corpus"
	"github.com/qushu/qushu/extract"
	"github.com/qushu/qushu/extract/sink"
	"github.com/qushu/qushu/rules"
)

// benchEngine is an engine made once for all benchmarks.
var benchEngine = sync.OnceValues(func() (*extract.Engine, error) {
	set, err := rules.Default()
	if err != nil {
		return nil, err
	}
	return extract.New(set)
})

// texts reads the documents of the folder that CORPUS names, or the samples.
func texts(b *testing.B) (paths []string, data [][]byte) {
	dir := os.Getenv("CORPUS")
	if dir == "" {
		dir = "../corpus/samples"
	}
	files, problems := corpus.Find([]string{dir})
	require.Empty(b, problems)
	size := 0
	for _, f := range files {
		text, err := os.ReadFile(filepath.Clean(f.OS))
		require.NoError(b, err)
		paths, data, size = append(paths, f.Path), append(data, text), size+len(text)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	return paths, data
}

// BenchmarkRead reads documents up to their clean text.
func BenchmarkRead(b *testing.B) {
	e, err := benchEngine()
	require.NoError(b, err)
	paths, data := texts(b)
	for b.Loop() {
		for i := range data {
			_, err := e.Read(paths[i], data[i], corpus.Options{})
			require.NoError(b, err)
		}
	}
}

// BenchmarkMentions cuts documents that were read and finds their mentions.
func BenchmarkMentions(b *testing.B) {
	e, err := benchEngine()
	require.NoError(b, err)
	docs := read(b, e)
	for b.Loop() {
		for _, d := range docs {
			e.Mentions(d)
		}
	}
}

// BenchmarkFacts extracts the facts of documents that were read, mentions and all.
func BenchmarkFacts(b *testing.B) {
	e, err := benchEngine()
	require.NoError(b, err)
	docs := read(b, e)
	for b.Loop() {
		for _, d := range docs {
			given := d.Given
			e.Document(d, extract.Options{})
			d.Given = given
		}
	}
}

// BenchmarkWrite encodes the rows of documents.
func BenchmarkWrite(b *testing.B) {
	e, err := benchEngine()
	require.NoError(b, err)
	var results []extract.Result
	for _, d := range read(b, e) {
		results = append(results, e.Document(d, extract.Options{}))
	}
	for b.Loop() {
		for i := range results {
			_, err := sink.Encode(sink.Place{}, &results[i])
			require.NoError(b, err)
		}
	}
}

func read(b *testing.B, e *extract.Engine) (docs []*corpus.Document) {
	paths, data := texts(b)
	for i := range data {
		d, err := e.Read(paths[i], data[i], corpus.Options{})
		require.NoError(b, err)
		docs = append(docs, d)
	}
	return docs
}
