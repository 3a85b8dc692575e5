package corpus

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestInverseUndoesRaw asks for the text of the bytes of every word of a document.
func TestInverseUndoesRaw(t *testing.T) {
	for _, x := range []struct{ name, data string }{
		{"plain.txt", "青屿区实现税收3.5亿元，\n增长4.2%。\n"},
		{"page.html", "<html><body><p>青屿区实现税收&nbsp;<b>3.5</b>亿元&#65292;增长4.2%。</p></body></html>"},
		{"gb.txt", "\xc7\xe0\xd3\xec\xc7\xf8\xb5\xc4\xca\xfd\xd7\xd6\xca\xc73.5\xd2\xda\xd4\xaa\xa3\xac\xb9\xb2\xd3\xd07\xb8\xf6\xa1\xa3\r\n"},
		{"wide.txt", "\xff\xfe3\x00.\x005\x00\xbfN\xccS\n\x00"},
	} {
		d, err := Read(x.name, []byte(x.data), Words{})
		require.NoError(t, err)
		v := d.Inverse()
		for at, r := range d.Text {
			want := Span{at, at + len(string(r))}
			raw := d.Raw(want)
			if len(raw) != 1 {
				continue // a break that stands for no byte
			}
			got, ok := v.Text(raw[0])
			assert.True(t, ok)
			assert.True(t, got.Contains(want), "%s: %v became %v, wanted %v", x.name, raw, got, want)
		}
		got, ok := v.Text(Span{0, len(d.Source.Data)})
		assert.True(t, ok)
		assert.Positive(t, got.Len())
		_, ok = v.Text(Span{len(d.Source.Data) + 5, len(d.Source.Data) + 9})
		assert.False(t, ok)
	}
}
