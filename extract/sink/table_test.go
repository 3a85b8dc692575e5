package sink

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/qushu/qushu/corpus"
	"github.com/qushu/qushu/extract/fact"
)

// document makes the rows of the i-th document, of content version v.
func document(t testing.TB, i, v int) *Rows {
	name := fmt.Sprintf("%04d.txt", i)
	r := &fact.Result{Summary: fact.Summary{Doc: name, SHA256: fmt.Sprint(v), Facts: i % 4}}
	for k := range i % 4 {
		r.Facts = append(r.Facts, fact.Fact{ID: fmt.Sprint(i, k, v), Doc: name, Span: corpus.Span{Start: k, End: k + 1}, Text: strings.Repeat("甲", i%50)})
	}
	if i%3 == 0 {
		r.Ledger = []fact.Entry{{Doc: name, Text: "第一", Reason: "outline"}}
	}
	rows, err := Encode(Place{File: name, Doc: name, SHA256: r.Summary.SHA256}, r)
	require.NoError(t, err)
	return rows
}

const documents = 60

// write runs the documents through a table as a run does: what is done is not put again.
// The answer says how many were put.
func write(t testing.TB, table *Table, version func(i int) int) (put int, err error) {
	for i := range documents {
		r := document(t, i, version(i))
		if _, ok, err := table.Done(r.Place); ok || err != nil {
			if err != nil {
				return put, err
			}
			continue
		}
		if known := table.Known(r.File); known != nil {
			if k := known(r.Place); k != nil {
				assert.Equal(t, r.sum(), k.sum())
				if err := table.Put(k); err != nil {
					return put, err
				}
				continue
			}
		}
		if err := table.Put(r); err != nil {
			return put, err
		}
		put++
	}
	return put, nil
}

func first(int) int { return 1 }

// run writes a whole table.
func run(t testing.TB, d disk, dir string, o TableOptions, version func(int) int) (int, error) {
	table, err := openOn(d, dir, o)
	if err != nil {
		return 0, err
	}
	put, err := write(t, table, version)
	if err != nil {
		table.Stop()
		return put, err
	}
	return put, table.Close(map[string]int{"documents": documents})
}

// contents are all files of a folder by name.
func contents(t testing.TB, dir string) map[string]string {
	out := map[string]string{}
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	for _, e := range entries {
		if e.IsDir() {
			out[e.Name()] = "folder"
			continue
		}
		data, err := os.ReadFile(filepath.Join(dir, e.Name()))
		require.NoError(t, err)
		out[e.Name()] = string(data)
	}
	return out
}

// wholeTable is the table that one run without any trouble writes.
func wholeTable(t testing.TB, o TableOptions) map[string]string {
	dir := t.TempDir()
	_, err := run(t, system{}, dir, o, first)
	require.NoError(t, err)
	c := contents(t, dir)
	require.NotEmpty(t, c[factsName])
	require.NotEmpty(t, c[ledgerName])
	require.Equal(t, documents, strings.Count(c[documentsName], "\n"))
	return c
}

func TestTableHoldsItsFilesAndNothingElse(t *testing.T) {
	c := wholeTable(t, TableOptions{Key: "k"})
	assert.Len(t, c, 4)
	assert.Contains(t, c, manifestName)
	c = wholeTable(t, TableOptions{Key: "k", Keep: true})
	assert.Len(t, c, 5)
	assert.Contains(t, c, journalName)
}

// TestTableResumesFromAnyBytes cuts what an unfinished run has left at random places, as
// a machine that loses power may, and damages it.
func TestTableResumesFromAnyBytes(t *testing.T) {
	want := wholeTable(t, TableOptions{Key: "k"})
	rnd := rand.New(rand.NewPCG(7, 7))
	for range 200 {
		dir := t.TempDir()
		table, err := Open(dir, TableOptions{Key: "k"})
		require.NoError(t, err)
		_, err = write(t, table, first)
		require.NoError(t, err)
		table.Stop()
		for _, name := range []string{factsName, documentsName, ledgerName, journalName} {
			harm(t, rnd, filepath.Join(dir, workName, name))
		}
		_, err = run(t, system{}, dir, TableOptions{Key: "k", Resume: true}, first)
		require.NoError(t, err)
		require.Equal(t, want, contents(t, dir))
	}
}

// harm cuts a file, adds to it, changes a byte of it, or leaves it as it is.
func harm(t testing.TB, rnd *rand.Rand, name string) {
	data, err := os.ReadFile(name)
	require.NoError(t, err)
	switch n := rnd.IntN(8); {
	case n < 3:
		data = data[:rnd.IntN(len(data)+1)]
	case n == 3:
		data = append(data, make([]byte, 100)...)
	case n == 4:
		data[rnd.IntN(len(data))] ^= 0x20
	case n == 5:
		require.NoError(t, os.Remove(name))
		return
	}
	require.NoError(t, os.WriteFile(name, data, 0o600))
}

func TestTableResumesNothingOfAnotherKey(t *testing.T) {
	dir := t.TempDir()
	table, err := Open(dir, TableOptions{Key: "old"})
	require.NoError(t, err)
	_, err = write(t, table, first)
	require.NoError(t, err)
	table.Stop()
	put, err := run(t, system{}, dir, TableOptions{Key: "new", Resume: true}, first)
	require.NoError(t, err)
	assert.Equal(t, documents, put)
}

func TestTableResumesUpToTheFirstChange(t *testing.T) {
	dir := t.TempDir()
	table, err := Open(dir, TableOptions{Key: "k"})
	require.NoError(t, err)
	_, err = write(t, table, first)
	require.NoError(t, err)
	table.Stop()
	changed := func(i int) int { return 1 + i/20 }
	put, err := run(t, system{}, dir, TableOptions{Key: "k", Resume: true}, changed)
	require.NoError(t, err)
	assert.Equal(t, documents-20, put)
	clean := t.TempDir()
	_, err = run(t, system{}, clean, TableOptions{Key: "k"}, changed)
	require.NoError(t, err)
	assert.Equal(t, contents(t, clean), contents(t, dir))
}

// TestTableReusesWhatHasNotChanged wants the bytes of a full run of an incremental one,
// also where what it could reuse was edited by hand.
func TestTableReusesWhatHasNotChanged(t *testing.T) {
	o := TableOptions{Key: "k", Reuse: true, Keep: true}
	changed := func(i int) int { return 1 + i%10/9 }
	clean := t.TempDir()
	_, err := run(t, system{}, clean, o, changed)
	require.NoError(t, err)

	dir := t.TempDir()
	put, err := run(t, system{}, dir, o, first)
	require.NoError(t, err)
	assert.Equal(t, documents, put)
	put, err = run(t, system{}, dir, o, changed)
	require.NoError(t, err)
	assert.Equal(t, documents/10, put)
	assert.Equal(t, contents(t, clean), contents(t, dir))

	facts := filepath.Join(dir, factsName)
	require.NoError(t, os.WriteFile(facts, []byte(strings.Replace(contents(t, dir)[factsName], "甲", "乙", 1)), 0o600))
	put, err = run(t, system{}, dir, o, changed)
	require.NoError(t, err)
	assert.Equal(t, 1, put)
	assert.Equal(t, contents(t, clean), contents(t, dir))

	put, err = run(t, system{}, dir, TableOptions{Key: "other", Reuse: true, Keep: true}, changed)
	require.NoError(t, err)
	assert.Equal(t, documents, put)

	_, err = run(t, system{}, dir, TableOptions{Key: "k"}, first)
	require.NoError(t, err)
	assert.NotContains(t, contents(t, dir), journalName, "a run that keeps no journal must not leave that of another table")
}

func TestTwoRunsExcludeEachOther(t *testing.T) {
	dir := t.TempDir()
	table, err := Open(dir, TableOptions{})
	require.NoError(t, err)
	_, err = Open(dir, TableOptions{})
	require.ErrorContains(t, err, "another run of qushu is writing it")
	table.Stop()
	table, err = Open(dir, TableOptions{})
	require.NoError(t, err)
	table.Stop()
}

// small is a disk with room for so many bytes, or on which so many renames work.
type small struct {
	system
	room, renames *int
}

func (s small) open(name string) (file, error) {
	f, err := s.system.open(name)
	return smallFile{f, s.room}, err
}

func (s small) rename(from, to string) error {
	if *s.renames--; *s.renames < 0 {
		return &os.LinkError{Op: "rename", Old: from, New: to, Err: syscall.EIO}
	}
	return s.system.rename(from, to)
}

type smallFile struct {
	file
	room *int
}

func (f smallFile) Write(p []byte) (int, error) {
	n := min(len(p), max(*f.room, 0))
	*f.room -= n
	written, err := f.file.Write(p[:n])
	if err == nil && n < len(p) {
		err = &os.PathError{Op: "write", Err: syscall.ENOSPC}
	}
	return written, err
}

// TestAFullDiskLosesNothing fills the disk at every hundredth byte of a run: the table
// before stands untouched, and with room again the run is resumed to the same bytes.
func TestAFullDiskLosesNothing(t *testing.T) {
	o := TableOptions{Key: "k", Resume: true}
	want := wholeTable(t, o)
	size := len(want[factsName]) + len(want[documentsName]) + len(want[ledgerName])
	full, saved := 0, 0
	for room := 0; room < size+20_000; room += 997 {
		dir := t.TempDir()
		_, err := run(t, system{}, dir, TableOptions{Key: "k"}, func(int) int { return 5 })
		require.NoError(t, err)
		before := contents(t, dir)
		left, renames := room, 1000
		_, err = run(t, small{room: &left, renames: &renames}, dir, o, first)
		if err == nil {
			continue
		}
		full++
		require.ErrorIs(t, err, syscall.ENOSPC)
		require.ErrorContains(t, err, "cannot be written: no space left on device")
		after := contents(t, dir)
		require.Equal(t, "folder", after[workName])
		delete(after, workName)
		require.Equal(t, before, after)
		put, err := run(t, system{}, dir, o, first)
		require.NoError(t, err)
		require.Equal(t, want, contents(t, dir))
		saved += documents - put
	}
	assert.Greater(t, full, 20)
	assert.Greater(t, saved, documents)
}

// TestAnEndCutShort ends a run between any two renames: the next one finds all files of
// the table before or completes those of the new one.
func TestAnEndCutShort(t *testing.T) {
	for _, o := range []TableOptions{{Key: "k", Resume: true}, {Key: "k", Resume: true, Keep: true}} {
		want := wholeTable(t, o)
		for renames := range 5 {
			dir := t.TempDir()
			_, err := run(t, system{}, dir, o, func(int) int { return 5 })
			require.NoError(t, err)
			room, left := 1<<30, renames
			_, err = run(t, small{room: &room, renames: &left}, dir, o, first)
			require.ErrorIs(t, err, syscall.EIO)
			put, err := run(t, system{}, dir, o, first)
			require.NoError(t, err)
			require.Equal(t, want, contents(t, dir))
			if renames == 0 && o.Keep {
				assert.Zero(t, put, "all rows were there")
			}
		}
	}
}

// TestMergeOfParts wants of any number of parts the table that one run writes.
func TestMergeOfParts(t *testing.T) {
	want := wholeTable(t, TableOptions{Key: "k"})
	for _, n := range []int{1, 2, 5} {
		var parts []*Part
		for k := range n {
			dir := t.TempDir()
			table, err := Open(dir, TableOptions{Key: "k", Keep: true})
			require.NoError(t, err)
			for i := range documents {
				if i*7%n == k {
					require.NoError(t, table.Put(document(t, i, 1)))
				}
			}
			require.NoError(t, table.Close(map[string]int{}))
			p, err := OpenPart(dir, &map[string]int{})
			require.NoError(t, err)
			defer p.Close()
			parts = append(parts, p)
		}
		out := t.TempDir()
		table, err := Open(out, TableOptions{Key: "k"})
		require.NoError(t, err)
		require.NoError(t, Merge(parts, table))
		require.NoError(t, table.Close(map[string]int{"documents": documents}))
		assert.Equal(t, want, contents(t, out))
	}
}
