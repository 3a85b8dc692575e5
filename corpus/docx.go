package corpus

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// isOffice reports whether a zip archive is a document of an Office program (ECMA-376)
// and not a folder of documents.
func isOffice(data []byte) bool {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return false
	}
	return part(z, "[Content_Types].xml") != nil && (part(z, wordMain) != nil || part(z, sheetMain) != nil || part(z, slideMain) != nil)
}

// isDOCX knows a Word document.
func isDOCX(data []byte) bool { return holdsPart(data, wordMain) }

// holdsPart reports whether the data are an Office document with a part of that name.
func holdsPart(data []byte, name string) bool {
	if !bytes.HasPrefix(data, []byte("PK")) {
		return false
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	return err == nil && part(z, name) != nil
}

// The parts that tell the program.
const (
	wordMain  = "word/document.xml"
	sheetMain = "xl/workbook.xml"
	slideMain = "ppt/presentation.xml"
)

func part(z *zip.Reader, name string) *zip.File {
	for _, f := range z.File {
		if f.Name == name {
			return f
		}
	}
	return nil
}

// partOf reads a part of an Office document, within the size of a document.
func partOf(z *zip.Reader, name string) ([]byte, error) {
	f := part(z, name)
	if f == nil {
		return nil, fmt.Errorf("lacks its part %s", name)
	}
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("its part %s cannot be unpacked: %w", name, err)
	}
	defer r.Close()
	data, err := io.ReadAll(io.LimitReader(r, limit+1))
	switch {
	case err != nil:
		return nil, fmt.Errorf("its part %s cannot be unpacked: %w", name, err)
	case len(data) > limit:
		return nil, fmt.Errorf("its part %s unpacks to over %d MB: it is not read, it could be a bomb", name, limit>>20)
	}
	return data, nil
}

// readDOCX takes the text out of a Word document: paragraphs, headings by their style,
// tables row by row, text boxes behind what they hang on, notes at the end. Heads and
// feet of pages follow as furniture. Text that was deleted with changes tracked, field
// codes and hidden text are left out.
func readDOCX(data []byte) (*extracted, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, fmt.Errorf("is a broken Word document: %w", err)
	}
	w := &wordReader{out: &extracted{}}
	left := limit
	for _, name := range wordParts(z) {
		data, err := partOf(z, name)
		if err != nil {
			return nil, err
		}
		if left -= len(data); left < 0 {
			return nil, fmt.Errorf("its parts unpack to over %d MB: it is not read, it could be a bomb", limit>>20)
		}
		w.begins(name)
		if err := w.read(xml.NewDecoder(bytes.NewReader(data))); err != nil {
			return nil, err
		}
	}
	return w.out, nil
}

// wordReader walks the elements of a Word document.
type wordReader struct {
	wordPart
	wordBox
	out        *extracted
	text       strings.Builder // of the paragraph
	level      int             // of the heading that the paragraph is
	shown      bool            // a text element is open
	hidden     bool            // the run is not shown
	skip       int             // elements open in what is left out
	paragraphs int
	tables     int
	open       int // tables open
	rows       int
	cells      []field
	now        field // the cell that is open, without its text
	cell       strings.Builder
}

// read walks the tokens. A document type, and with it any entity of its own, is refused.
func (w *wordReader) read(d *xml.Decoder) error {
	for depth := 0; ; {
		t, err := d.Token()
		switch {
		case errors.Is(err, io.EOF):
			w.flush()
			return nil
		case err != nil:
			return fmt.Errorf("is a broken Word document: %w", err)
		case depth > deep:
			return fmt.Errorf("nests over %d elements: it is not read", deep)
		case w.boxes > deepBox:
			return fmt.Errorf("nests over %d text boxes: it is not read", deepBox)
		}
		switch t := t.(type) {
		case xml.Directive:
			return errors.New("declares a document type, which no Word document does: it is not read")
		case xml.StartElement:
			depth++
			w.begin(t)
			if t.Name.Local == boxContent && w.skip == 0 {
				w = w.box()
			}
		case xml.EndElement:
			depth--
			if t.Name.Local == boxContent && w.skip == 0 {
				w = w.unbox()
			}
			w.end(t.Name.Local)
		case xml.CharData:
			if w.shown && !w.hidden {
				w.text.Write(t)
			}
		}
	}
}

// leftOut are the elements whose text is none of the document's: what tracked changes
// deleted, and the second version of a drawing for older programs.
var leftOut = set("del moveFrom Fallback")

func (w *wordReader) begin(t xml.StartElement) {
	if w.skip > 0 || leftOut[t.Name.Local] || w.separator(t) {
		w.skip++
		return
	}
	switch t.Name.Local {
	case "t":
		w.shown = true
	case "r":
		w.hidden = false
	case "vanish":
		w.hidden = attr(t, "val") != "false" && attr(t, "val") != "0"
	case "tab":
		w.text.WriteByte(' ')
	case "noBreakHyphen":
		w.text.WriteByte('-')
	case "br", "cr":
		w.paragraph()
	case "pStyle":
		w.level = headingStyle(attr(t, "val"))
	case "outlineLvl":
		if n, err := strconv.Atoi(attr(t, "val")); err == nil && n >= 0 && n < 9 {
			w.level = n + 1
		}
	case "tbl":
		if w.open++; w.open == 1 {
			w.tables++
			w.rows = 0
			w.out.tables++
		}
	case "tr":
		if w.open == 1 {
			w.rows++
			w.cells = nil
		}
	case "gridSpan":
		if n, err := strconv.Atoi(attr(t, "val")); err == nil && w.open == 1 {
			w.now.cols = n
		}
	case "vMerge":
		w.now.up = w.open == 1 && attr(t, "val") != "restart"
	}
}

func (w *wordReader) end(name string) {
	if w.skip > 0 {
		w.skip--
		return
	}
	switch name {
	case "t":
		w.shown = false
	case "r":
		w.hidden = false
	case "p":
		w.paragraph()
		w.level = 0
	case "tc":
		if w.open == 1 {
			w.now.text = w.cell.String()
			w.now.place = w.place(fmt.Sprintf("table %d, row %d, cell %d", w.tables, w.rows, len(w.cells)+1))
			w.cells, w.now = append(w.cells, w.now), field{}
			w.cell.Reset()
		}
	case "tr":
		if w.open == 1 {
			w.row()
		}
	case "tbl":
		w.open--
	}
}

// paragraph ends a paragraph: a line of its own, or a part of a cell.
func (w *wordReader) paragraph() {
	text := w.text.String()
	w.text.Reset()
	if w.open > 0 {
		if w.cell.Len() > 0 && text != "" {
			w.cell.WriteByte(' ')
		}
		w.cell.WriteString(text)
		return
	}
	w.paragraphs++
	w.line(text, w.place(fmt.Sprintf("paragraph %d", w.paragraphs)), w.level)
}

// row ends a row of a table. A table of one column is a frame around paragraphs.
func (w *wordReader) row() {
	cells := w.cells
	if len(cells) == 1 {
		w.emit(func() { w.out.across(cells[0].text, cells[0].place) }, w.role)
		return
	}
	w.emit(func() { w.out.row(cells) }, w.role)
}

// headingStyle is the level of a heading by the name of its style, as Heading1; 0 for
// others.
func headingStyle(name string) int {
	n, err := strconv.Atoi(strings.TrimPrefix(strings.ToLower(strings.ReplaceAll(name, " ", "")), "heading"))
	if err != nil || n < 1 || n > 9 || !strings.HasPrefix(strings.ToLower(name), "heading") {
		return 0
	}
	return n
}

func attr(t xml.StartElement, name string) string {
	for _, a := range t.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
