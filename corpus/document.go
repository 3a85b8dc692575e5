// Package corpus turns the bytes of a document into clean text and forgets nothing:
// every byte of the text can be traced to the bytes of the file it was read from,
// and what is left out of the reading (navigation, counters, disclaimers) stays in
// the text, marked with a reason.
//
// The package imports nothing of qushu; the words it needs to tell a menu from a
// paragraph come in as [Words].
package corpus

// Span is a half open range of byte offsets, [Start, End).
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Len is the number of bytes in the span.
func (s Span) Len() int { return s.End - s.Start }

// Overlaps reports whether the two spans share a byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// Contains reports whether t lies within s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Document is what a reader makes of a source.
//
// Text is valid UTF-8 in reading order: hard-wrapped lines are joined, columns and
// side boxes put back in order, entities decoded. It differs from the file only by
// order and by what lies between pieces; Pieces map it back.
type Document struct {
	Source   Source
	Text     string
	Pieces   []Piece // tile Text, in order
	Blocks   []Block // tile Text, in order, without overlap
	Posts    []Post  // of a thread: who wrote which stretch of the text and when, in order
	Tables   []*Grid // of data, in the order of the text
	Places   []Place // of an extracted text, where its stretches stand in the file; of others, the cells of its tables; in order
	Given    Given
	Warnings []string
}

// Source is the file a document was read from.
type Source struct {
	Path     string // as the user will see it: relative to the input folder, "/" separated
	Data     []byte // what raw offsets count in: the bytes of the file or, of a format that is no text, the text taken out of it
	Size     int    // bytes of the file
	SHA256   string // of the file, hexadecimal
	Format   string // text, html, json, docx
	Encoding string // utf-8, gb18030, big5, utf-16le, utf-16be
}

// Given is what the document says of itself outside its sentences.
type Given struct {
	Title     string
	Published string // ISO 8601 day or "": the page's own date line
	Area      string // full name, filled where the title, heading or text settles it
	AreaCode  string // GB/T 2260
	Year      int    // the year reported on, 0 where unknown
	Genre     string // report, plan, communique, yearbook, news, notice or ""
}
