package run

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/qushu/qushu/corpus"
	"github.com/qushu/qushu/extract"
	"github.com/qushu/qushu/extract/sink"
	"github.com/qushu/qushu/rules"
)

type recorder struct {
	docs []string
	fail bool
}

func (r *recorder) Put(rows *sink.Rows) error {
	r.docs = append(r.docs, rows.Doc)
	if r.fail {
		return errors.New("disk full")
	}
	return nil
}

func engine(t *testing.T) *extract.Engine {
	t.Helper()
	set, err := rules.Default()
	require.NoError(t, err)
	e, err := extract.New(set)
	require.NoError(t, err)
	return e
}

// folder writes n documents, the third of them unreadable as text, and lists them.
func folder(t *testing.T, n int) []corpus.File {
	t.Helper()
	dir := t.TempDir()
	var files []corpus.File
	for i := range n {
		name := fmt.Sprintf("%02d.txt", i)
		data := []byte(fmt.Sprintf("岚州市第%d季度产值%d亿元。\n", i%4+1, i+1))
		if i == 2 {
			data = []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR")
		}
		path := filepath.Join(dir, name)
		require.NoError(t, os.WriteFile(path, data, 0o600))
		files = append(files, corpus.File{Path: name, OS: path})
	}
	return files
}

func TestOrderHoldsForAnyNumberOfWorkers(t *testing.T) {
	e, files := engine(t), folder(t, 40)
	for _, workers := range []int{0, 1, 8} {
		var r recorder
		counts, failures, err := Files(context.Background(), e, files, &r, Options{Workers: workers})
		require.NoError(t, err)
		require.Equal(t, 40, counts.Documents)
		require.Equal(t, 1, counts.Failed)
		require.Equal(t, "02.txt", failures[0].Doc)
		require.Contains(t, failures[0].Error, "PNG")
		for i, doc := range r.docs {
			require.Equal(t, files[i].Path, doc)
		}
	}
}

func TestASinkThatFailsEndsTheRun(t *testing.T) {
	r := recorder{fail: true}
	_, _, err := Files(context.Background(), engine(t), folder(t, 40), &r, Options{Workers: 4})
	require.ErrorContains(t, err, "disk full")
}

func TestAMissingFileIsItsOwnError(t *testing.T) {
	var r recorder
	gone := corpus.File{Path: "gone.txt", OS: filepath.Join(t.TempDir(), "gone.txt")}
	_, failures, err := Files(context.Background(), engine(t), []corpus.File{gone}, &r, Options{})
	require.NoError(t, err)
	require.Equal(t, []Failure{{"gone.txt", "there is no such file or folder"}}, failures)
}
