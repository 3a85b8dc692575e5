package corpus

import (
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// The encodings that are told apart.
const (
	utf8Name = "utf-8"
	gbName   = "gb18030"
	big5Name = "big5"
	leName   = "utf-16le"
	beName   = "utf-16be"
)

// decode turns the bytes of a file into UTF-8 and remembers where each character
// came from. It never fails: bytes that mean nothing become U+FFFD, NUL a space, and
// a warning says so.
func decode(data []byte) *flat {
	name, bom := detect(data)
	d := decoder{flat: flat{encoding: name}}
	d.text.Grow(len(data) + len(data)/2)
	read := next[name]
	for i := bom; i < len(data); {
		r, n := read(data[i:])
		d.put(r, Span{i, i + n})
		i += n
	}
	return d.done()
}

// decoder gathers characters.
type decoder struct {
	flat
	text      strings.Builder
	nul, lost int
}

func (d *decoder) put(s string, raw Span) {
	switch s {
	case "\x00":
		s = " "
		d.nul++
	case "\uFFFD":
		if d.lost++; d.lost == 1 {
			d.warnings = append(d.warnings, fmt.Sprintf("byte %d is no %s", raw.Start, d.encoding))
		}
	}
	at := d.text.Len()
	d.text.WriteString(s)
	p := Piece{Text: Span{at, at + len(s)}, Raw: raw, TextStep: len(s), RawStep: raw.Len()}
	if len(s) == raw.Len() {
		p.TextStep, p.RawStep = 1, 1
	}
	d.pieces = push(d.pieces, p)
}

func (d *decoder) done() *flat {
	d.flat.text = d.text.String()
	if d.lost > 0 {
		d.warnings[0] += fmt.Sprintf("; in all %d characters could not be read and stand as U+FFFD", d.lost)
	}
	if d.nul > 0 {
		d.warnings = append(d.warnings, fmt.Sprintf("%d NUL characters stand as spaces", d.nul))
	}
	return &d.flat
}

// next reads a character of an encoding from non-empty bytes (of UTF-8, a run of
// them): its UTF-8 and its length in bytes. What cannot be read is U+FFFD.
var next = map[string]func([]byte) (string, int){
	utf8Name: nextUTF8,
	gbName:   nextGB,
	big5Name: func(b []byte) (string, int) { return nextPair(b, big5Table()) },
	leName:   func(b []byte) (string, int) { return nextUTF16(b, 0, 1) },
	beName:   func(b []byte) (string, int) { return nextUTF16(b, 1, 0) },
}

// nextUTF8 reads all there is up to a NUL or a byte that cannot be read.
func nextUTF8(b []byte) (string, int) {
	n := 0
	for n < len(b) && b[n] != 0 {
		r, size := utf8.DecodeRune(b[n:])
		if r == utf8.RuneError && size == 1 {
			break
		}
		n += size
	}
	switch {
	case n > 0:
		return string(b[:n]), n
	case b[0] == 0:
		return "\x00", 1
	}
	return "\uFFFD", 1
}

// nextUTF16 reads a code unit, or a surrogate pair; lo and hi are the places of the
// low and the high byte of a unit.
func nextUTF16(b []byte, lo, hi int) (string, int) {
	if len(b) < 2 {
		return "\uFFFD", 1
	}
	r := rune(b[hi])<<8 | rune(b[lo])
	if !utf16.IsSurrogate(r) {
		return string(r), 2
	}
	if len(b) >= 4 {
		if p := utf16.DecodeRune(r, rune(b[2+hi])<<8|rune(b[2+lo])); p != utf8.RuneError {
			return string(p), 4
		}
	}
	return "\uFFFD", 2
}

func nextGB(b []byte) (string, int) {
	if len(b) < 4 || b[0] < 0x81 || b[1] < '0' || b[1] > '9' {
		return nextPair(b, gbTable())
	}
	s, err := simplifiedchinese.GB18030.NewDecoder().Bytes(b[:4])
	if r, n := utf8.DecodeRune(s); err != nil || r == utf8.RuneError || n != len(s) {
		return "\uFFFD", 1
	}
	return string(s), 4
}

// pairs maps the two bytes of a character, less 0x80 in the first, to its UTF-8; ""
// where they are none.
type pairs [0x80][0x100]string

func nextPair(b []byte, t *pairs) (string, int) {
	if b[0] < 0x80 {
		return string(rune(b[0])), 1
	}
	if len(b) > 1 {
		if s := t[b[0]-0x80][b[1]]; s != "" {
			return s, 2
		}
	}
	return "\uFFFD", 1
}

func tableOf(e encoding.Encoding) *pairs {
	t, d := new(pairs), e.NewDecoder()
	for hi := 0x81; hi < 0xFF; hi++ {
		for lo := 0x40; lo < 0xFF; lo++ {
			s, err := d.Bytes([]byte{byte(hi), byte(lo)})
			if err == nil && !strings.ContainsRune(string(s), utf8.RuneError) {
				t[hi-0x80][lo] = string(s)
			}
		}
	}
	return t
}

var (
	gbTable   = once(simplifiedchinese.GB18030)
	big5Table = once(traditionalchinese.Big5)
)
