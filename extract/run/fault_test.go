package run

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/qushu/qushu/corpus"
	"github.com/qushu/qushu/extract"
	"github.com/qushu/qushu/extract/fact"
	"github.com/qushu/qushu/extract/sink"
)

// stub is an extractor that does what the name of the document says.
type stub struct{ hung chan struct{} }

func (s stub) Bytes(path string, data []byte, _ extract.Options) (extract.Result, error) {
	switch {
	case strings.HasPrefix(path, "panic"):
		var none []int
		return extract.Result{}, fmt.Errorf("%d", none[len(data)])
	case strings.HasPrefix(path, "slow"):
		<-s.hung
	case strings.HasPrefix(path, "fail"):
		return extract.Result{}, errors.New("is broken")
	}
	return extract.Result{Summary: fact.Summary{Doc: path, Bytes: len(data), Facts: 1}}, nil
}

// named writes documents of these names and lists them.
func named(t *testing.T, names ...string) (files []corpus.File) {
	dir := t.TempDir()
	for _, n := range names {
		path := filepath.Join(dir, n)
		require.NoError(t, os.WriteFile(path, []byte("x"), 0o600))
		files = append(files, corpus.File{Path: n, OS: path})
	}
	return files
}

func TestAPanicIsTheErrorOfItsDocument(t *testing.T) {
	var r recorder
	counts, failures, err := Files(context.Background(), stub{}, named(t, "a", "panic", "z"), &r, Options{Workers: 2})
	require.NoError(t, err)
	assert.Equal(t, []string{"a", "panic", "z"}, r.docs)
	assert.Equal(t, 1, counts.Failed)
	assert.Equal(t, 2, counts.Facts)
	require.Equal(t, "panic", failures[0].Doc)
	assert.Regexp(t, `^a defect of qushu stopped the reading \(runtime error: index out of range \[1\] with length 0 at fault_test.go:\d+\): please report it with this file$`, failures[0].Error)
}

func TestADocumentThatTakesTooLongIsGivenUp(t *testing.T) {
	hung := make(chan struct{})
	defer close(hung)
	var r recorder
	_, failures, err := Files(context.Background(), stub{hung}, named(t, "a", "slow", "z"), &r, Options{Timeout: 50 * time.Millisecond})
	require.NoError(t, err)
	assert.Equal(t, []string{"a", "slow", "z"}, r.docs)
	assert.Equal(t, []Failure{{"slow", "took longer than 50ms: it was given up"}}, failures)
}

func TestStrictEndsAtTheFirstFailure(t *testing.T) {
	var r recorder
	_, _, err := Files(context.Background(), stub{}, named(t, "a", "fail", "z"), &r, Options{Strict: true, Workers: 3})
	var s Strict
	require.ErrorAs(t, err, &s)
	assert.Equal(t, "fail: is broken", s.Error())
	assert.Equal(t, []string{"a"}, r.docs)
}

func TestLimitCountsDocuments(t *testing.T) {
	files := named(t, "a", "b.jsonl", "z")
	require.NoError(t, os.WriteFile(files[1].OS, []byte(strings.Repeat(`{"text":"x"}`+"\n", 5)), 0o600))
	for limit, want := range []int{7, 1, 2, 3, 4, 5, 6, 7, 7} {
		var r recorder
		counts, _, err := Files(context.Background(), stub{}, files, &r, Options{Limit: limit, Workers: 2})
		require.NoError(t, err)
		assert.Equal(t, want, counts.Documents, "limit %d", limit)
	}
}

// TestInterruptFinishesWhatIsInHand interrupts a run from within: what was begun is put,
// in order, and the rest is not begun.
func TestInterruptFinishesWhatIsInHand(t *testing.T) {
	var names []string
	for i := range 200 {
		names = append(names, fmt.Sprintf("%03d", i))
	}
	ctx, cancel := context.WithCancel(context.Background())
	var r recorder
	seen := 0
	_, _, err := Files(ctx, stub{}, named(t, names...), &r, Options{Workers: 3, Watch: func(s Step) {
		if s.Summary != nil {
			if seen++; seen == 20 {
				cancel()
			}
		}
	}})
	require.ErrorIs(t, err, context.Canceled)
	assert.Equal(t, names[:len(r.docs)], r.docs)
	assert.GreaterOrEqual(t, len(r.docs), 20)
	assert.Less(t, len(r.docs), 60)
}

// TestReadersThatFail reads what cannot be read: a file whose bytes cannot be had, one
// that is gone, containers that break off.
func TestReadersThatFail(t *testing.T) {
	files := named(t, "a", "broken.gz", "broken.zip", "z")
	require.NoError(t, os.WriteFile(files[1].OS, []byte("\x1F\x8B\x08\x00\x00\x00\x00\x00\x00\x03\x4b\x4c"), 0o600))
	require.NoError(t, os.WriteFile(files[2].OS, []byte("PK\x03\x04 and no more"), 0o600))
	files = append(files, corpus.File{Path: "zz-gone", OS: filepath.Join(t.TempDir(), "gone")}, corpus.File{Path: "zz-known", Err: errors.New("is a dead link")})
	if runtime.GOOS == "linux" {
		files = append(files, corpus.File{Path: "zzz", OS: "/proc/self/mem"}) // reading it from its start is an error
	}
	var r recorder
	counts, failures, err := Files(context.Background(), stub{}, files, &r, Options{Workers: 2})
	require.NoError(t, err)
	assert.Len(t, r.docs, len(files))
	assert.Equal(t, 2, counts.Documents-counts.Failed)
	for i, want := range []string{"broken.gz: .*unexpected EOF", "broken.zip: .*", "zz-gone: there is no such file", "zz-known: is a dead link", "zzz: cannot be read: input/output error"} {
		if i < len(failures) {
			assert.Regexp(t, want, failures[i].Doc+": "+failures[i].Error)
		}
	}
	assert.Len(t, failures, len(files)-2)
}

// TestThousandCorruptAmongTenThousand wants of a folder with one bad document in ten all
// that the good ones alone give.
func TestThousandCorruptAmongTenThousand(t *testing.T) {
	n := 10_000
	if testing.Short() {
		n = 1_000
	}
	e, dir := engine(t), t.TempDir()
	bad := []string{"", "\x89PNG\r\n\x1a\n", "\x00\x01\x02\x03\x04\x05\x06\x07", "PK\x03\x04", "\x1F\x8B\x08\x00", "%PDF-1.7\nnothing", "Rar!\x1a\x07", "{\"id\":1}", "WARC/1.0\r\n\r\n", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"}
	var all, good []corpus.File
	for i := range n {
		f := corpus.File{Path: fmt.Sprintf("%05d", i), OS: filepath.Join(dir, fmt.Sprint(i))}
		text := fmt.Sprintf("岚州市青屿区第%d季度实现税收%d.5亿元，同比增长%d%%。\n", i%4+1, i%90+1, i%9+1)
		if i%10 == 7 {
			text = bad[i/10%len(bad)]
		} else {
			good = append(good, f)
		}
		all = append(all, f)
		require.NoError(t, os.WriteFile(f.OS, []byte(text), 0o600))
	}
	read := func(files []corpus.File) (string, Counts) {
		var facts bytes.Buffer
		counts, failures, err := Files(context.Background(), e, files, sink.Stream{W: &facts}, Options{Workers: 2})
		require.NoError(t, err)
		for _, f := range failures {
			require.NotContains(t, f.Error, "defect")
		}
		return facts.String(), counts
	}
	facts, counts := read(all)
	want, _ := read(good)
	assert.Equal(t, n, counts.Documents)
	assert.Equal(t, n/10, counts.Failed)
	assert.Equal(t, 2*n*9/10, counts.Facts)
	assert.True(t, want == facts, "the facts of the good documents depend on the bad ones")
}
