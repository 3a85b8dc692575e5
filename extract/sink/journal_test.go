package sink

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// FuzzJournal wants of any journal over any files: an end, and rows only where their
// checksum holds.
func FuzzJournal(f *testing.F) {
	rows := &Rows{Place: Place{File: "a", Doc: "a", SHA256: "1"}, Facts: []byte("{}\n"), Documents: []byte("{\"doc\":\"a\"}\n")}
	var b bytes.Buffer
	require.NoError(f, Lines(&b, []head{{journalForm, "k"}}))
	require.NoError(f, Lines(&b, []entry{entryOf(rows)}))
	f.Add(b.String(), "{}\n", "{\"doc\":\"a\"}\n", "")
	f.Add(strings.Replace(b.String(), `"facts":3`, `"facts":-3`, 1), "{}\n", "", "x")
	f.Add(strings.Replace(b.String(), `"facts":3`, `"facts":9223372036854775807`, 1)+"{", "", "", "")
	f.Fuzz(func(t *testing.T, journal, facts, documents, ledger string) {
		c := newCursor("k", strings.NewReader(journal), strings.NewReader(facts), strings.NewReader(documents), strings.NewReader(ledger))
		if c == nil {
			return
		}
		for l, err := c.next(); err == nil; l, err = c.next() {
			if r := c.rows(&l); r != nil {
				require.Equal(t, l.Sum, r.sum())
			}
		}
		require.LessOrEqual(t, c.at.journal, int64(len(journal)))
	})
}
