package corpus

import (
	"encoding/binary"
	"errors"
	"hash/fnv"
	"maps"
	"slices"
)

// Repeats are the short lines without figures that stand on many pages of one site:
// the name of the site, its menus, its slogans. A page is read with them by
// [Options.Repeats]. It holds a number for each line, never the lines, and of no more
// than maxRepeats of them.
//
//	r := NewRepeats()
//	for … { r.Add(path, data) }
//	d, err := Options{Repeats: r}.Read(path, data, words)
type Repeats struct {
	pages int
	lines map[uint64]int // on how many pages a line stands
	texts map[uint64]bool
}

// The bounds of what repeats: lines that are remembered, characters of a line, the least
// number of pages, and the least share of the pages in a hundred.
const (
	maxRepeats  = 1 << 16
	longRepeat  = 60
	leastPages  = 3
	leastShare  = 34
	largestPage = 4 << 20
)

// NewRepeats has seen no page.
func NewRepeats() *Repeats {
	return &Repeats{lines: map[uint64]int{}, texts: map[uint64]bool{}}
}

// Add counts the lines of a page, each once. It costs no more than telling the lines
// apart. What is no text or HTML, is longer than a page or holds the paragraphs of
// another page is passed over: copies of a document repeat all of it.
func (r *Repeats) Add(path string, data []byte) {
	if len(data) > largestPage || extractable(data) || readable(data) != nil {
		return
	}
	lines, text := map[uint64]bool{}, fnv.New64a()
	for _, s := range linesOf(path, decode(data)) {
		switch n := shapeOf(s); {
		case repeatable(s, n):
			lines[numberOf(s)] = true
		case n.letters > 0:
			_, _ = text.Write([]byte(squeeze(s))) // never fails
		}
	}
	if sum := text.Sum64(); !r.texts[sum] {
		r.texts[sum] = true
		r.count(lines)
	}
}

// count counts the lines of one more page.
func (r *Repeats) count(lines map[uint64]bool) {
	r.pages++
	for n := range lines {
		if _, known := r.lines[n]; known || len(r.lines) < maxRepeats {
			r.lines[n]++
		}
	}
}

// linesOf are the lines of a text, or the texts between the tags of a page.
func linesOf(path string, f *flat) []string {
	if isJSON([]byte(f.text)) {
		if inner, _, err := textOf(f, ""); err == nil {
			f = inner
		}
	}
	var out []string
	if looksHTML(path, f.text) {
		for _, segs := range tokenise(f.text).texts {
			out = append(out, newLine(trimSegs(segs)...).text)
		}
		return out
	}
	for _, l := range f.cut(Span{0, len(f.text)}) {
		out = append(out, l.text)
	}
	return out
}

// extractable reports whether the data are of a format that holds no text as such.
func extractable(data []byte) bool {
	for _, f := range readers {
		if f.is(data) {
			return true
		}
	}
	return false
}

// repeatable holds for lines that can be the furniture of a site: short, without figures.
func repeatable(s string, n shape) bool {
	return n.letters > 0 && n.digits == 0 && n.runes <= longRepeat
}

// Has is the number of pages that hold a line, 0 where they are too few to tell that it
// belongs to the site.
func (r *Repeats) Has(line string) int {
	if r == nil || len(r.lines) == 0 || len(line) > 4*longRepeat {
		return 0
	}
	n := r.lines[numberOf(line)]
	if n < leastPages || n*100 < r.pages*leastShare {
		return 0
	}
	return n
}

// Key tells what repeats from what repeats elsewhere: pages read with repeats of equal
// keys are read alike. It is nil where nothing does; [RepeatsOf] reads it.
func (r *Repeats) Key() []byte {
	if r == nil || len(r.lines) == 0 {
		return nil
	}
	key := binary.AppendUvarint(nil, uint64(r.pages))
	for _, n := range slices.Sorted(maps.Keys(r.lines)) {
		key = binary.BigEndian.AppendUint64(key, n)
		key = binary.AppendUvarint(key, uint64(r.lines[n]))
	}
	return key
}

// RepeatsOf makes the repeats that have a key, so that a folder looked at by one process can
// be read by another.
func RepeatsOf(key []byte) (*Repeats, error) {
	if len(key) == 0 {
		return nil, nil
	}
	broken := errors.New("is no key of what repeats in a folder")
	r := NewRepeats()
	pages, n := binary.Uvarint(key)
	if n <= 0 {
		return nil, broken
	}
	r.pages, key = int(pages), key[n:]
	for len(key) > 8 {
		line := binary.BigEndian.Uint64(key)
		pages, n := binary.Uvarint(key[8:])
		if n <= 0 {
			return nil, broken
		}
		r.lines[line], key = int(pages), key[8+n:]
	}
	if len(key) > 0 {
		return nil, broken
	}
	return r, nil
}

// forget gives up the lines that do not repeat.
func (r *Repeats) forget() {
	for n, pages := range r.lines {
		if pages < leastPages || pages*100 < r.pages*leastShare {
			delete(r.lines, n)
		}
	}
	r.texts = map[uint64]bool{}
}

// numberOf is the number of a line, whatever white space and width it is set with.
func numberOf(line string) uint64 {
	h := fnv.New64a()
	_, _ = h.Write([]byte(squeeze(line))) // never fails
	return h.Sum64()
}
