package golden

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/qushu/qushu/rules"
)

// Parse reads a golden file. name is for messages; the error joins every fault, each
// with its place.
func Parse(name string, src []byte) (File, error) {
	p := parser{seen: map[string]bool{}}
	if !utf8.Valid(src) {
		return p.file, fmt.Errorf("%s: found bytes that are not UTF-8, wanted a UTF-8 file", name)
	}
	text := strings.TrimPrefix(string(src), "\ufeff")
	for i, line := range strings.Split(text, "\n") {
		p.line(line, rules.Pos{File: name, Line: i + 1, Col: 1})
	}
	p.finish()
	if p.file.Doc == "" {
		p.fault(rules.Pos{File: name}, "found no document, wanted a line doc PATH at the top")
	}
	return p.file, errors.Join(p.errs...)
}

type parser struct {
	file   File
	seen   map[string]bool // header keywords
	broken bool            // a line of the section could not be read
	errs   []error
}

func (p *parser) fault(pos rules.Pos, format string, args ...any) {
	p.errs = append(p.errs, &rules.Error{Pos: pos, Msg: fmt.Sprintf(format, args...)})
}

func (p *parser) line(raw string, pos rules.Pos) {
	text := strings.TrimSpace(raw)
	if i := strings.Index(raw, text); i > 0 {
		pos.Col += utf8.RuneCountInString(raw[:i])
	}
	switch {
	case text == "":
	case text[0] == '>':
		p.finish()
		p.broken = false
		p.file.Sections = append(p.file.Sections, Section{Sentence: oneLine(text[1:]), Pos: pos})
	case text[0] == '#':
		p.note(text)
	case len(p.file.Sections) == 0:
		p.header(text, pos)
	default:
		p.fact(text, pos)
	}
}

func (p *parser) note(text string) {
	notes := &p.file.Notes
	if n := len(p.file.Sections); n > 0 {
		notes = &p.file.Sections[n-1].Notes
	}
	*notes = append(*notes, text)
}

// header reads a line above the first sentence.
func (p *parser) header(text string, pos rules.Pos) {
	word := strings.Fields(text)[0]
	value := oneLine(text[len(word):])
	if p.seen[word] {
		p.fault(pos, "found %s twice, wanted it once", word)
	}
	if value == "" {
		p.fault(pos, "found %s without a value", word)
	}
	p.seen[word] = true
	switch word {
	case "doc":
		p.file.Doc = value
	case "sha256":
		p.file.SHA256 = value
	case "review":
		p.file.Review = value
	case "given":
		kvs, err := rules.ParseGiven(text[len(word):], shifted(pos, word))
		if err != nil {
			p.errs = append(p.errs, err)
		}
		p.file.Given = kvs
	default:
		p.fault(pos, "found %q above the first sentence, wanted doc, sha256, given, review or > and a sentence", word)
	}
}

func shifted(pos rules.Pos, word string) rules.Pos {
	pos.Col += utf8.RuneCountInString(word)
	return pos
}

// fact reads a line below a sentence.
func (p *parser) fact(text string, pos rules.Pos) {
	s := &p.file.Sections[len(p.file.Sections)-1]
	if bare := strings.TrimSpace(strings.TrimPrefix(text, "?")); bare == "nothing" {
		if s.Nothing {
			p.fault(pos, "found nothing twice below one sentence")
		}
		s.Nothing, s.Proposed, s.NothingPos = true, bare != text, pos
		return
	}
	line, err := rules.ParseLine(text, pos)
	if err != nil {
		p.errs, p.broken = append(p.errs, err), true
		return
	}
	s.Lines = append(s.Lines, line)
}

// finish checks the section that has ended.
func (p *parser) finish() {
	n := len(p.file.Sections)
	if n == 0 {
		return
	}
	s := p.file.Sections[n-1]
	switch {
	case s.Nothing && len(s.Lines) > 0:
		p.fault(s.Pos, "found both nothing and facts below one sentence, wanted either")
	case !s.Nothing && len(s.Lines) == 0 && !p.broken:
		p.fault(s.Pos, "found a sentence without a fact line, wanted fact lines or nothing")
	}
}
