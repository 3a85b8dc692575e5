package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

var docLine = regexp.MustCompile(`(?m)^doc .*$`)

// manyGoldens writes n goldens, each with a document of its own, from the samples.
func manyGoldens(tb testing.TB, n int) (goldens, docs string) {
	goldens, docs = tb.TempDir(), tb.TempDir()
	paths, err := filepath.Glob("../../golden/cases/*.golden")
	require.NoError(tb, err)
	for i := range n {
		src, err := os.ReadFile(paths[i%len(paths)])
		require.NoError(tb, err)
		doc := strings.TrimSpace(strings.TrimPrefix(docLine.FindString(string(src)), "doc"))
		data, err := os.ReadFile(filepath.Join("../..", doc))
		require.NoError(tb, err)
		name := fmt.Sprintf("%03d%s", i, filepath.Ext(doc))
		require.NoError(tb, os.WriteFile(filepath.Join(docs, name), data, 0o644))
		src = docLine.ReplaceAll(src, []byte("doc      "+name))
		require.NoError(tb, os.WriteFile(filepath.Join(goldens, fmt.Sprintf("%03d.golden", i)), src, 0o644))
	}
	return goldens, docs
}

// BenchmarkGoldenCheck300 checks a folder of 300 documents, from loading the rules to the
// last line printed.
func BenchmarkGoldenCheck300(b *testing.B) {
	goldens, docs := manyGoldens(b, 300)
	b.ResetTimer()
	for range b.N {
		var out, errs bytes.Buffer
		require.Equal(b, exitDone, Main(context.Background(), []string{"golden", "check", "--docs", docs, goldens}, nil, &out, &errs), errs.String())
		require.Contains(b, errs.String(), "300 goldens")
	}
}

func TestGoldenCheckPrintsTheSameWithAnyNumberOfWorkers(t *testing.T) {
	goldens, docs := manyGoldens(t, 36)
	for i := 0; i < 36; i += 5 { // differences to be printed in order
		path := filepath.Join(goldens, fmt.Sprintf("%03d.golden", i))
		src, err := os.ReadFile(path)
		require.NoError(t, err)
		require.NoError(t, os.WriteFile(path, bytes.ReplaceAll(src, []byte("\nlevel "), []byte("\nshare ")), 0o644))
	}
	check := func(workers string) string {
		var out, errs bytes.Buffer
		require.Equal(t, exitDiffers, Main(context.Background(), []string{"golden", "check", "-j", workers, "--docs", docs, goldens}, nil, &out, &errs), errs.String())
		return out.String() + errs.String()
	}
	one := check("1")
	require.Contains(t, one, "differs in measure")
	require.Equal(t, one, check("8"))
}
