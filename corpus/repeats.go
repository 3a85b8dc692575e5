package corpus

import (
	"encoding/binary"
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
//	for … { r.Add(path, data, words) }
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

// Add counts the lines of a page, each once. What is no text or HTML, is longer than a
// page or holds the text of another page is passed over: copies of a document repeat all
// of it.
func (r *Repeats) Add(path string, data []byte, w Words) {
	if len(data) > largestPage || extractable(data) {
		return
	}
	d, err := Read(path, data, w)
	if err != nil {
		return
	}
	text := numberOf(d.Clean())
	if r.texts[text] {
		return
	}
	r.texts[text] = true
	r.pages++
	seen := map[uint64]bool{}
	for _, b := range d.Blocks {
		s := d.Text[b.Span.Start:b.Span.End]
		if b.Role == Blank || !repeatable(s, shapeOf(s)) {
			continue
		}
		n := numberOf(s)
		if _, known := r.lines[n]; !seen[n] && (known || len(r.lines) < maxRepeats) {
			seen[n] = true
			r.lines[n]++
		}
	}
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
// keys are read alike. It is nil where nothing does.
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
