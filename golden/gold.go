package golden

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"github.com/qushu/qushu/corpus"
)

const goldSuffix = ".gold.jsonl"

// goldDoc is a document with its annotated mentions.
type goldDoc struct {
	name     string
	mentions []goldMention
}

// goldMention is one line of a gold file. Fields that may hold one value or an array
// of equally right ones are any.
type goldMention struct {
	Quote    string     `json:"q"`
	Nth      int        `json:"nth"`
	At       []int      `json:"at"` // character offsets, in the place of a quote
	Kind     string     `json:"kind"`
	Value    any        `json:"value"`
	Also     []any      `json:"also"`
	Repaired any        `json:"repaired"`
	Unit     any        `json:"unit"`
	Bound    any        `json:"bound"`
	Optional bool       `json:"optional"`
	Suspect  bool       `json:"suspect"` // damaged: a prediction should have a flag
	Facts    []goldFact `json:"facts"`

	span  corpus.Span // byte offsets in the raw document
	place string      // of a golden: file and line
}

type goldFact struct {
	Indicator string   `json:"indicator"`
	Accept    []string `json:"accept"`
	Measure   any      `json:"measure"`
	Period    any      `json:"period"`
	Area      any      `json:"area"`
	Subject   any      `json:"subject"`
	Status    any      `json:"status"`
	Basis     any      `json:"basis"`
	Scope     any      `json:"scope"`
}

// readGold reads the gold files of a folder, sorted by name. The raw documents lie
// beside them or in docsDir.
func readGold(goldDir, docsDir string) ([]goldDoc, error) {
	paths, err := filepath.Glob(filepath.Join(goldDir, "*"+goldSuffix))
	if err != nil {
		return nil, err
	}
	if len(paths) == 0 {
		return nil, fmt.Errorf("%s: found no gold, wanted files named *%s", goldDir, goldSuffix)
	}
	var out []goldDoc
	var errs []error
	for _, p := range paths {
		name := strings.TrimSuffix(filepath.Base(p), goldSuffix)
		doc, err := readGoldDoc(p, name, []string{docsDir, goldDir})
		out, errs = append(out, doc), append(errs, err)
	}
	return out, errors.Join(errs...)
}

func readGoldDoc(path, name string, dirs []string) (goldDoc, error) {
	doc := goldDoc{name: name}
	text, err := rawDocument(name, dirs)
	if err != nil {
		return doc, err
	}
	file, err := os.Open(path)
	if err != nil {
		return doc, err
	}
	defer file.Close()
	err = eachLine(file, path, func(line []byte) error {
		g := goldMention{}
		if err := json.Unmarshal(line, &g); err != nil {
			return err
		}
		if g.Kind == "none" {
			return nil
		}
		if err := g.locate(text); err != nil {
			return err
		}
		doc.mentions = append(doc.mentions, g)
		return nil
	})
	return doc, err
}

// rawDocument reads the document that a gold file annotates.
func rawDocument(name string, dirs []string) (string, error) {
	for _, dir := range dirs {
		for _, ext := range []string{".txt", ".html", ".htm"} {
			data, err := os.ReadFile(filepath.Join(dir, name+ext))
			if dir == "" || errors.Is(err, fs.ErrNotExist) {
				continue
			}
			return string(data), err
		}
	}
	return "", fmt.Errorf("%s: found no document for its gold, wanted %s.txt, .html or .htm beside it or in the folder of documents", name, name)
}

// eachLine calls do with every line that is not blank; its error gets the place.
func eachLine(r io.Reader, name string, do func([]byte) error) error {
	in := bufio.NewReaderSize(r, 1<<16)
	for n := 1; ; n++ {
		line, err := in.ReadBytes('\n')
		if line = bytes.TrimSpace(line); len(line) > 0 {
			if err := do(line); err != nil {
				return fmt.Errorf("%s:%d: %w", name, n, err)
			}
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return fmt.Errorf("%s:%d: %w", name, n, err)
		}
	}
}

// locate finds the mention's bytes in the raw document.
func (g *goldMention) locate(text string) error {
	if len(g.At) == 2 {
		start, end := byteOffset(text, g.At[0]), byteOffset(text, g.At[1])
		if start < 0 || end < start {
			return fmt.Errorf("found the offsets %v, wanted two within the document", g.At)
		}
		g.span = corpus.Span{Start: start, End: end}
		return nil
	}
	before, rest, ok := strings.Cut(g.Quote, "【")
	mention, after, ok2 := strings.Cut(rest, "】")
	if !ok || !ok2 {
		return fmt.Errorf("found the quote %q, wanted the mention in 【】", g.Quote)
	}
	at := nthIndex(text, before+mention+after, max(1, g.Nth))
	if at < 0 {
		return fmt.Errorf("found the quote %q nowhere in the document", g.Quote)
	}
	g.span = corpus.Span{Start: at + len(before), End: at + len(before) + len(mention)}
	return nil
}

// nthIndex is the place of the nth occurrence, which may overlap the one before it.
func nthIndex(text, part string, nth int) int {
	at := -1
	for range nth {
		from := at
		if from++; from > len(text) {
			return -1
		}
		i := strings.Index(text[from:], part)
		if i < 0 {
			return -1
		}
		at = from + i
	}
	return at
}

// byteOffset turns an offset in characters into one in bytes, -1 beyond the end.
func byteOffset(text string, chars int) int {
	at := 0
	for ; chars > 0; chars-- {
		if at >= len(text) {
			return -1
		}
		_, n := utf8.DecodeRuneInString(text[at:])
		at += n
	}
	return at
}
