package panel

import (
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestSorterSortsByKeyThenRest(t *testing.T) {
	var want []string
	for i := range 500 {
		want = append(want, fmt.Sprintf("%02d %03d", i%7, i))
	}
	slices.Sort(want)
	shuffled := slices.Clone(want)
	rand.New(rand.NewPCG(1, 2)).Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
	for _, limit := range []int{1, 100, 3000, 1 << 20} {
		dir := t.TempDir()
		s := &sorter{dir: dir, limit: limit}
		for _, x := range shuffled {
			require.NoError(t, s.add([]byte(x[:2]), []byte(x[2:])))
		}
		for range 2 { // it may be walked again
			var got []string
			for e, err := range s.sorted() {
				require.NoError(t, err)
				got = append(got, string(e.key)+string(e.rest))
			}
			require.Equal(t, want, got, "%d bytes", limit)
		}
		for range s.sorted() {
			break // and left early
		}
		require.NoError(t, s.close())
		left, err := os.ReadDir(dir)
		require.NoError(t, err)
		assert.Empty(t, left)
	}
}

func TestSorterOfNothing(t *testing.T) {
	s := &sorter{dir: t.TempDir(), limit: 10}
	for range s.sorted() {
		t.Fatal("nothing was added")
	}
}

func TestTornFileIsAnError(t *testing.T) {
	s := &sorter{dir: t.TempDir(), limit: 10}
	require.NoError(t, s.add([]byte("key"), []byte("what belongs to it")))
	require.NoError(t, s.files[0].Truncate(9))
	var err error
	for _, err = range s.sorted() {
		if err != nil {
			break
		}
	}
	assert.Error(t, err)
}

func TestStatementsComeBack(t *testing.T) {
	want := statement{Area: "云溪县", Name: "税收", Value: "1.5", Doc: 3, Start: 1 << 40, Confidence: 96, Alias: true}
	b := want.append(nil)
	var got statement
	require.NoError(t, got.parse(b))
	assert.Equal(t, want, got)
	for n := range b {
		var torn statement
		assert.ErrorIs(t, torn.parse(b[:n]), errTorn)
	}
}
