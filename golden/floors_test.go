package golden

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestFloors(t *testing.T) {
	scores := map[string]PRF{"fact": NewPRF(2, 3, 4), "level": {1, 1, 1}}
	floors, err := Floors(nil).Raise("cases", scores, "abc", false)
	require.NoError(t, err)
	assert.Equal(t, "set\tname\tprecision\trecall\tf1\tfingerprint\ncases\tfact\t0.6666\t0.5000\t0.5714\tabc\ncases\tlevel\t1.0000\t1.0000\t1.0000\tabc\n", string(floors.Format()))

	again, err := ReadFloors("floors.tsv", floors.Format())
	require.NoError(t, err)
	assert.Equal(t, floors, again)
	require.NoError(t, again.Check("cases", scores, "abc"))
	require.NoError(t, again.Check("cases", scores, ""))
	assert.ErrorContains(t, again.Check("cases", scores, "abd"), "the set changed: found the fingerprint abd, the floor was measured on abc")
	assert.ErrorContains(t, again.Check("other", scores, ""), "found no floor for the set other")

	low := map[string]PRF{"fact": NewPRF(1, 3, 4)}
	err = again.Check("cases", low, "abc")
	assert.ErrorContains(t, err, "cases fact: found precision 0.3333, wanted at least 0.6666")
	assert.ErrorContains(t, err, "cases level: found no score")

	_, err = again.Raise("cases", low, "abc", false)
	assert.ErrorContains(t, err, "a floor falls only when asked to")
	lower, err := again.Raise("cases", low, "abd", true)
	require.NoError(t, err)
	assert.Equal(t, PRF{0.3333, 0.25, 0.2857}, lower[0].Score)
	assert.Equal(t, PRF{0.6666, 0.5, 0.5714}, again[0].Score, "the old floors stay as they were")
}

func TestReadFloorsErrors(t *testing.T) {
	_, err := ReadFloors("floors.tsv", []byte(floorsHeader+"a\tb\t1.5\t0\tx\t\n"))
	assert.ErrorContains(t, err, `floors.tsv:2: found the precision "1.5", wanted a number from 0 to 1`)
	assert.ErrorContains(t, err, `floors.tsv:2: found the f1 "x"`)
}

func TestFingerprint(t *testing.T) {
	assert.Len(t, Fingerprint([]byte("a"), []byte("b")), 12)
	assert.NotEqual(t, Fingerprint([]byte("a"), []byte("b")), Fingerprint([]byte("ab")))
}

func FuzzReadFloors(f *testing.F) {
	f.Add([]byte(floorsHeader + "a\tb\t1\t0.5\t0.6\tx\n"))
	f.Fuzz(func(t *testing.T, src []byte) {
		floors, err := ReadFloors("floors.tsv", src)
		if err != nil || len(floors) == 0 {
			return
		}
		_, err = ReadFloors("floors.tsv", floors.Format())
		require.NoError(t, err)
	})
}
