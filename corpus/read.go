package corpus

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"
)

// limit is the size of the largest document that is read unless the options say another.
const limit = 64 << 20

// Options are what a caller knows of how a document is to be read. The zero value is
// right for most.
type Options struct {
	TextField string   // of a JSON object: the name of the field that holds the text
	MaxDoc    int      // bytes of the longest document that is read; 0: 64 MB
	Repeats   *Repeats // the lines that repeat in the folder of the document
}

func (o Options) longest() int {
	if o.MaxDoc > 0 {
		return o.MaxDoc
	}
	return limit
}

// tooLong refuses a document of more bytes than most.
func tooLong(most int) error {
	size := fmt.Sprintf("%d bytes", most)
	switch {
	case most%(1<<20) == 0:
		size = fmt.Sprintf("%d MB", most>>20)
	case most%(1<<10) == 0:
		size = fmt.Sprintf("%d KB", most>>10)
	}
	return fmt.Errorf("is over %s long: such files are not read", size)
}

// Read makes a document of the bytes of a file: it tells format and encoding by
// content, marks each block with its role and puts a broken layout back in order.
// The error is a sentence about the file, such as "is a PNG image, not a text". Year
// and area of [Given] are left to later stages.
func Read(path string, data []byte, w Words) (*Document, error) {
	return Options{}.Read(path, data, w)
}

// Read makes a document of the bytes of a file as these options say.
func (o Options) Read(path string, data []byte, w Words) (*Document, error) {
	if len(data) > o.longest() {
		return nil, tooLong(o.longest())
	}
	sum := sha256.Sum256(data)
	d := &Document{Source: Source{Path: path, Data: data, Size: len(data), SHA256: hex.EncodeToString(sum[:])}}
	p := &page{words: w, repeats: o.Repeats}
	read, err := o.take(d, p)
	if err != nil {
		return nil, err
	}
	if err := sensible(p.flat); err != nil {
		return nil, err
	}
	d.Source.Encoding, d.Warnings = p.encoding, p.warnings
	p.warnings = nil
	read()
	d.Warnings = append(d.Warnings, p.warnings...)
	p.lines = mend(p.lines)
	unspace(p.lines)
	d.Given = p.given()
	p.assemble(d)
	if d.Places == nil {
		d.Places = d.cellPlaces()
	}
	return d, nil
}

// take tells the format, makes the flat text of the page and returns what makes its
// lines.
func (o Options) take(d *Document, p *page) (func(), error) {
	for _, r := range readers {
		if r.is(d.Source.Data) {
			x, err := r.read(d.Source.Data)
			if err != nil {
				return nil, err
			}
			d.Source.Format, d.Source.Data, d.Places = r.format, []byte(x.text.String()), x.places()
			p.flat = x.flat()
			return func() { p.readExtracted(x) }, nil
		}
	}
	if err := readable(d.Source.Data); err != nil {
		return nil, err
	}
	p.flat = decode(d.Source.Data)
	json := isJSON([]byte(p.text))
	if json {
		f, given, err := textOf(p.flat, o.TextField)
		if err != nil {
			return nil, err
		}
		p.flat, p.stated = f, given
	}
	d.Source.Format = "text"
	read := p.readText
	if looksHTML(d.Source.Path, p.text) {
		d.Source.Format, read = "html", p.readHTML
	} else if comma := csvComma(d.Source.Path, p.text); comma != 0 && !json {
		d.Source.Format, read = "csv", func() { p.readCSV(comma) }
	}
	if json {
		d.Source.Format = "json"
	}
	return func() { read(); p.meta = p.stated.over(p.meta) }, nil
}

// reader takes the text out of a format that holds none as such.
type reader struct {
	format string
	is     func(data []byte) bool
	read   func(data []byte) (*extracted, error)
}

// readers are the formats whose text is extracted, in the order in which they are asked.
var readers = []reader{
	{"docx", isDOCX, readDOCX},
	{"xlsx", isXLSX, readXLSX},
	{"pdf", isPDF, readPDF},
	{"doc", isDOC, readDOC},
}

// over is what a record states of its text, and where it states nothing what the text
// does.
func (g Given) over(h Given) Given {
	if g.Title != "" {
		h.Title = g.Title
	}
	if g.Published != "" {
		h.Published = g.Published
	}
	return h
}

// magics are the first bytes of formats that are no text.
var magics = []struct{ begin, name string }{
	{"\x89PNG", "a PNG image"}, {"\xFF\xD8\xFF", "a JPEG image"}, {"GIF8", "a GIF image"}, {"BM\x00", "a bitmap image"},
	{"II*\x00", "a TIFF image"}, {"MM\x00*", "a TIFF image"}, {"RIFF", "a RIFF media file"},
	{"PK\x03\x04", "a zip archive, which is read file by file where it is an input,"}, {"\x1F\x8B", "a gzip archive"}, {"7z\xBC\xAF", "a 7z archive"},
	{"Rar!", "a RAR archive"}, {"BZh", "a bzip2 archive"}, {"\xFD7zXZ", "an xz archive"}, {"\x28\xB5\x2F\xFD", "a zstd archive"},
	{"{\\rtf", "an RTF document"}, {"\x7FELF", "a program"}, {"MZ\x90", "a program"},
	{"SQLite format 3", "an SQLite database"}, {"PAR1", "a Parquet file"}, {"OggS", "an Ogg media file"}, {"ID3", "an MP3 file"},
}

// mostLines is how many lines the longest text that is read has: what has more is a
// table of data.
const mostLines = 1 << 20

// readable refuses what is no text by its first bytes.
func readable(data []byte) error {
	for _, m := range magics {
		if bytes.HasPrefix(data, []byte(m.begin)) {
			return fmt.Errorf("is %s, not a text or document that qushu reads", m.name)
		}
	}
	return nil
}

// sensible refuses what turned out to be empty or binary once decoded.
func sensible(f *flat) error {
	head := f.text[:min(len(f.text), sample)]
	control, runes := 0, 0
	for _, r := range head {
		runes++
		if r < ' ' && !strings.ContainsRune("\t\n\v\f\r\x1b", r) || r == 0x7F || r == '\uFFFD' {
			control++
		}
	}
	switch {
	case strings.TrimFunc(head, isSpace) == "" && strings.TrimFunc(f.text, isSpace) == "":
		return errors.New("is empty: there is no text in it")
	case strings.Count(f.text, "\n") > mostLines:
		return fmt.Errorf("has more than %d lines: files of so many are data, not documents, and are not read", mostLines)
	case control*5 > runes:
		return fmt.Errorf("is not a text: %d of its first %d characters are control characters or could not be decoded", control, runes)
	}
	return nil
}

// bigTags and smallTags tell HTML from a text that mentions a tag.
var (
	bigTags   = []string{"<!doctype html", "<html", "<head", "<body"}
	smallTags = []string{"</div>", "</p>", "<br", "</td>", "</span>", "</a>", "</li>", "</h1>"}
)

// looksHTML reports whether the text is markup.
func looksHTML(path, text string) bool {
	head := text[:min(len(text), 16<<10)]
	if strings.Contains(head, "<") {
		head = strings.ToLower(head)
	}
	start := strings.TrimLeftFunc(head, isSpace)
	for _, t := range bigTags {
		if i := strings.Index(head, t); i >= 0 && (strings.HasPrefix(start, "<") || i < 1024) {
			return true
		}
	}
	n := 0
	for _, t := range smallTags {
		n += strings.Count(head, t)
	}
	path = strings.ToLower(path)
	named := strings.HasSuffix(path, ".html") || strings.HasSuffix(path, ".htm")
	return n >= 6 || n >= 2 && strings.HasPrefix(start, "<") || n >= 1 && named
}
