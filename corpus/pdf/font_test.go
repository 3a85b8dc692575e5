package pdf

import (
	"bytes"
	"encoding/binary"
	"os"
	"slices"
	"testing"
	"unicode/utf16"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestFont holds the embedded font against what it is made of; WRITE_FONT=1 writes it.
func TestFont(t *testing.T) {
	if os.Getenv("WRITE_FONT") != "" {
		require.NoError(t, os.WriteFile("fonts/blank.ttf", blankFont(), 0o644))
	}
	got, err := os.ReadFile("fonts/blank.ttf")
	require.NoError(t, err)
	assert.True(t, bytes.Equal(blankFont(), got), "fonts/blank.ttf is not what blankFont makes: run the test with WRITE_FONT=1")
}

// blankFont is a TrueType font that shows a box of one em for every character and claims
// to serve China, Japan and Korea.
func blankFont() []byte {
	square := pack(int16(1), int16(0), int16(-120), int16(1000), int16(880), uint16(3), uint16(0),
		[]byte{1, 1, 1, 1}, int16(0), int16(1000), int16(0), int16(-1000), int16(-120), int16(0), int16(1000), int16(0), uint16(0))
	tables := []struct {
		tag  string
		data []byte
	}{
		{"OS/2", os2()},
		{"cmap", pack(uint16(0), uint16(1), uint16(3), uint16(10), uint32(12),
			uint16(13), uint16(0), uint32(28), uint32(0), uint32(1), uint32(0x21), uint32(0x10FFFF), uint32(1))},
		{"glyf", slices.Concat(square, square)}, // the first is for what the font lacks
		{"head", pack(uint32(0x10000), uint32(0x10000), uint32(0), uint32(0x5F0F3CF5), uint16(0), uint16(1000), uint64(0), uint64(0),
			int16(0), int16(-120), int16(1000), int16(880), uint16(0), uint16(8), int16(2), int16(0), int16(0))},
		{"hhea", pack(uint32(0x10000), int16(880), int16(-120), int16(0), uint16(1000), make([]byte, 22), uint16(2))},
		{"hmtx", pack(uint16(1000), int16(0), uint16(1000), int16(0))},
		{"loca", pack(uint16(0), uint16(len(square)/2), uint16(len(square)))},
		{"maxp", pack(uint32(0x10000), uint16(2), uint16(4), uint16(1), uint16(0), uint16(0), uint16(2), make([]byte, 14))},
		{"name", nameTable("Qushu Blank", "Regular")},
	}
	head := pack(uint32(0x10000), uint16(len(tables)), uint16(128), uint16(3), uint16(0))
	at := len(head) + 16*len(tables)
	var body []byte
	for _, t := range tables {
		for len(t.data)%4 != 0 {
			t.data = append(t.data, 0)
		}
		head = append(head, pack([]byte(t.tag), sum(t.data), uint32(at+len(body)), uint32(len(t.data)))...)
		body = append(body, t.data...)
	}
	return append(head, body...)
}

// os2 is the table that says which code pages the font serves: 932, 936, 949, 950, 1361.
func os2() []byte {
	t := make([]byte, 86)
	binary.BigEndian.PutUint16(t, 1)
	binary.BigEndian.PutUint16(t[4:], 400) // weight
	binary.BigEndian.PutUint16(t[6:], 5)   // width
	binary.BigEndian.PutUint32(t[78:], 1<<17|1<<18|1<<19|1<<20|1<<21)
	return t
}

// nameTable names the family and the style.
func nameTable(names ...string) []byte {
	head := pack(uint16(0), uint16(len(names)), uint16(6+12*len(names)))
	var text []byte
	for i, n := range names {
		s := pack(utf16.Encode([]rune(n)))
		head = append(head, pack(uint16(3), uint16(1), uint16(0x409), uint16(i+1), uint16(len(s)), uint16(len(text)))...)
		text = append(text, s...)
	}
	return append(head, text...)
}

// sum is the checksum of a table.
func sum(data []byte) uint32 {
	var s uint32
	for i := 0; i < len(data); i += 4 {
		s += binary.BigEndian.Uint32(data[i:])
	}
	return s
}

// pack writes numbers and bytes one after the other.
func pack(values ...any) []byte {
	var b bytes.Buffer
	for _, v := range values {
		if err := binary.Write(&b, binary.BigEndian, v); err != nil {
			panic(err)
		}
	}
	return b.Bytes()
}
