// Package corpus turns the bytes of a document into clean text and forgets nothing:
// every byte of the text can be traced to the bytes of the file it was read from,
// and what is left out of the reading (navigation, counters, disclaimers) stays in
// the text, marked with a reason.
//
// # Reading
//
// [Read] makes a [Document] of bytes: it tells format and encoding by content, takes
// text out of HTML, PDF, DOCX, XLSX, JSON and others, cuts it into [Block]s, each with
// a [Role], and puts broken layouts back in order. [Options] say what a caller knows of
// it. An error is a sentence about the file: that it is an image, encrypted, too long.
//
// # Text and bytes
//
// Text is what was read, in order; [Document.Clean] is the part of it that is kept.
// [Document.Raw] gives the bytes of the file that a stretch of the text came from, and
// [Document.Inverse] the way back. Of an extracted text (PDF, DOCX, XLSX) offsets count
// in the text taken out, and [Document.Locator] says on which page, in which paragraph
// or cell they stand. All offsets are bytes, all spans half open.
//
// # Folders, archives and sites
//
// [Find] lists the files of folders in a fixed order, [Members] gives the documents of
// a file: the file itself, or what an archive, a mail or a crawl holds, which is never
// unpacked to disk. [Repeats] are the lines that many pages of a site share; [Sites]
// finds them for the folders of a run.
//
// The package imports nothing of qushu; the words it needs to tell a menu from a
// paragraph come in as [Words]. Nothing in it panics on any input, and the time it
// takes grows with the input and no faster.
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
