package corpus

import (
	"archive/zip"
	"encoding/xml"
	"regexp"
	"slices"
	"strings"
)

// The parts of a Word document besides its body.
var (
	wordNotes = []string{"word/footnotes.xml", "word/endnotes.xml"}
	wordEdges = regexp.MustCompile(`^word/(?:header|footer)\d*\.xml$`)
)

// wordParts are the parts that hold text, in the order in which they are read.
func wordParts(z *zip.Reader) []string {
	parts := []string{wordMain}
	for _, name := range wordNotes {
		if part(z, name) != nil {
			parts = append(parts, name)
		}
	}
	var edges []string
	for _, f := range z.File {
		if wordEdges.MatchString(f.Name) && !slices.Contains(edges, f.Name) {
			edges = append(edges, f.Name)
		}
	}
	slices.Sort(edges)
	return append(parts, edges...)
}

// wordPart is what is known of the part of a Word document that is being read.
type wordPart struct {
	role Role            // of all its lines: furniture of a page; "" in other parts
	name string          // of a note or part, for the locator: "footnote 2", "header1"
	said map[string]bool // by the heads and feet before: sections repeat them
}

// begins tells the reader which part follows.
func (w *wordReader) begins(part string) {
	w.name, w.role = "", ""
	if wordEdges.MatchString(part) {
		w.name, w.role = strings.TrimSuffix(strings.TrimPrefix(part, "word/"), ".xml"), Nav
		w.paragraphs, w.tables = 0, 0
	}
	if w.said == nil {
		w.said = map[string]bool{}
	}
}

// separator reports whether an element is a note that holds only the line drawn above
// notes. Of others it takes the number.
func (w *wordReader) separator(t xml.StartElement) bool {
	if name := t.Name.Local; name == "footnote" || name == "endnote" {
		if kind := attr(t, "type"); kind != "" && kind != "normal" {
			return true
		}
		w.name = name + " " + attr(t, "id")
		w.paragraphs, w.tables = 0, 0
	}
	return false
}

// place is the locator of something in the part that is being read.
func (w *wordReader) place(what string) string {
	if w.name == "" {
		return what
	}
	return w.name + ", " + what
}

// line puts a line into the document. Heads and feet of pages that say the same are put
// once.
func (w *wordReader) line(text, place string, level int) {
	if w.role != "" {
		key := squeeze(text)
		if w.said[key] {
			return
		}
		w.said[key] = true
	}
	w.emit(func() { w.out.line(text, place, level) }, w.role)
}
