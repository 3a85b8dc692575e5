package main

import (
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/core/metrics"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// bundles plays a runner that takes the shards of a job in any order, hands their files over
// in any order, and tries some of them twice.
type bundles struct {
	t    *testing.T
	r    *rand.Rand
	o    Options
	sums map[string][]Sums
}

// jobs are the files of a folder by shards, the folders and files listed in any order.
func (b *bundles) jobs(dir string) map[int][]Job {
	folders := map[string][]File{}
	list := &listFn{}
	require.NoError(b.t, list.ProcessElement(context.Background(), Input{Name: dir}, func(folder string, f File) { folders[folder] = append(folders[folder], f) }))
	out := map[int][]Job{}
	for name, all := range folders {
		err := (&folderFn{Shards: b.o.Shards}).ProcessElement(context.Background(), name, shuffled(b.r, all), func(shard int, j Job) { out[shard] = append(out[shard], j) })
		require.NoError(b.t, err)
	}
	return out
}

func (b *bundles) run(dir string) {
	ctx := metrics.SetBundleID(context.Background(), "test")
	for shard, jobs := range b.jobs(dir) {
		for again := b.r.IntN(3) == 0; ; again = false {
			got := map[string]Sums{}
			f := &extractFn{Options: b.o}
			require.NoError(b.t, f.ProcessElement(ctx, shard, shuffled(b.r, jobs), func(cell string, s Sums) { got[cell] = s }, func(string, int64) {}))
			if again {
				continue // what this try handed on is dropped, as its bundle failed
			}
			for cell, s := range got {
				b.sums[cell] = append(b.sums[cell], s)
			}
			break
		}
	}
}

// panel merges the sums of each cell in any order.
func (b *bundles) panel() map[string]Sums {
	out := map[string]Sums{}
	for cell, all := range b.sums {
		for len(all) > 1 {
			i, j := b.r.IntN(len(all)), b.r.IntN(len(all)-1)
			if j >= i {
				j++
			}
			all[i] = merge(all[i], all[j])
			all[j] = all[len(all)-1]
			all = all[:len(all)-1]
		}
		out[cell] = all[0]
	}
	return out
}

// shuffled iterates as Beam does, in any order.
func shuffled[T any](r *rand.Rand, all []T) func(*T) bool {
	order := r.Perm(len(all))
	return func(v *T) bool {
		if len(order) == 0 {
			return false
		}
		*v, order = all[order[0]], order[1:]
		return true
	}
}

func TestAnyOrderGivesTheSame(t *testing.T) {
	dir := documentsIn(t, 150)
	want := wanted(t, dir)
	var panels []map[string]Sums
	for seed := range uint64(4) {
		b := &bundles{t: t, r: rand.New(rand.NewPCG(seed, 1)), o: options(t.TempDir(), 1+int(seed)*5), sums: map[string][]Sums{}}
		b.run(dir)
		same(t, want, written(t, b.o.Output))
		panels = append(panels, b.panel())
		assert.Equal(t, panels[0], panels[seed])
	}
}

// TestAPartHasItsBytes wants the very bytes of a part from whoever writes it.
func TestAPartHasItsBytes(t *testing.T) {
	dir := documentsIn(t, 60)
	var outs [2]map[string]string
	for i := range outs {
		out := t.TempDir()
		b := &bundles{t: t, r: rand.New(rand.NewPCG(uint64(i), 2)), o: options(out, 6), sums: map[string][]Sums{}}
		b.run(dir)
		outs[i] = map[string]string{}
		names, err := filepath.Glob(filepath.Join(out, "*-of-*"))
		require.NoError(t, err)
		for _, name := range names {
			outs[i][filepath.Base(name)] = contents(t, name)
		}
	}
	assert.NotEmpty(t, outs[0])
	assert.Equal(t, outs[0], outs[1])
}

// TestAHotCellIsSummedWhereItArises reads a folder whose documents all speak of one cell, and
// counts what goes from machine to machine of it.
func TestAHotCellIsSummedWhereItArises(t *testing.T) {
	dir, out := t.TempDir(), t.TempDir()
	const docs, shards = 600, 8
	for i := range docs {
		write1(t, filepath.Join(dir, fmt.Sprintf("%d.txt", i)), fmt.Sprintf("2031年，全国地区生产总值%d亿元。第%d号园区产值%d万元。\n", 1_200_000+i, i, i+1))
	}
	hot := map[string]int{}
	b := &bundles{t: t, r: rand.New(rand.NewPCG(1, 1)), o: options(out, shards), sums: map[string][]Sums{}}
	b.run(dir)
	for cell, sums := range b.sums {
		var facts int64
		for _, s := range sums {
			facts += s.Facts
		}
		if facts >= docs {
			hot[cell] = len(sums)
		}
	}
	require.Len(t, hot, 2, "two cells are those of all documents")
	for cell, n := range hot {
		assert.LessOrEqual(t, n, shards, "a shard hands on one sum of %s", cell)
	}
}

// TestASkewedKey sends sums of which nine in ten are of one cell through the panel.
func TestASkewedKey(t *testing.T) {
	const n = 20_000
	out := t.TempDir()
	p, s := beam.NewPipelineWithRoot()
	sums := beam.ParDo(s, &skewFn{N: n}, beam.Impulse(s))
	panel(s, options(out, 4), sums)
	runLocal(t, p)
	got := map[string]Sums{}
	for _, line := range lines(t, filepath.Join(out, "panel-*")) {
		var cell struct {
			Cell
			Sums
		}
		require.NoError(t, json.Unmarshal([]byte(line), &cell))
		got[cell.Area] = cell.Sums
	}
	require.Len(t, got, 1+n/10)
	assert.EqualValues(t, n-n/10, got["hot"].Facts)
	assert.Equal(t, "0", got["hot"].Low)
	assert.Equal(t, fmt.Sprint(n-1), got["hot"].High)
}

// skewFn makes N sums, nine in ten of one cell.
type skewFn struct{ N int }

func (f *skewFn) ProcessElement(_ []byte, emit func(string, Sums)) {
	for i := range f.N {
		area := "hot"
		if i%10 == 5 {
			area = fmt.Sprint("cold ", i)
		}
		key, _ := json.Marshal(Cell{Area: area})
		value := fmt.Sprint(i)
		emit(string(key), Sums{Facts: 1, Documents: 1, Low: value, High: value})
	}
}
