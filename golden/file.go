package golden

import (
	"fmt"
	"strings"

	"github.com/qushu/qushu/rules"
)

// File is a golden file: what a document says, quoted sentence by sentence.
//
//	doc      corpus/samples/tea.txt
//	sha256   1f0c2a…
//	given    year=2031 area=云泽省
//	review   gold 2032-02-01
//
//	> 全省茶叶产值12.5亿元，增长3.6%。
//	level   茶叶产值  1250000000 CNY  “12.5亿元”
//	growth  茶叶产值  +3.6 %          “3.6%”      basis=yoy
//
//	> 茶园更美，茶农更富。
//	nothing
type File struct {
	Doc      string // path of the document
	SHA256   string // of its bytes
	Given    []rules.KV
	Review   string   // who settled it and when; "" where nobody has
	Notes    []string // comment lines of the header
	Sections []Section
}

// Section is one sentence with the facts in it.
type Section struct {
	Sentence string // on one line
	Notes    []string
	Lines    []rules.Line
	Nothing  bool // the sentence holds no fact
	Proposed bool // nothing is proposed, as "? nothing"
	Pos      rules.Pos

	NothingPos rules.Pos // of the line that says so
}

// Format writes the file in its one layout; Parse reads it back.
func (f File) Format() []byte {
	var b strings.Builder
	for _, h := range [][2]string{{"doc", oneLine(f.Doc)}, {"sha256", f.SHA256}, {"given", givenString(f.Given)}, {"review", oneLine(f.Review)}} {
		if h[1] != "" {
			fmt.Fprintf(&b, "%-7s  %s\n", h[0], h[1])
		}
	}
	writeNotes(&b, f.Notes)
	for _, s := range f.Sections {
		s.write(&b)
	}
	return []byte(b.String())
}

func (s Section) write(b *strings.Builder) {
	b.WriteString(strings.TrimRight("\n> "+oneLine(s.Sentence), " ") + "\n")
	writeNotes(b, s.Notes)
	for _, l := range rules.FormatLines(s.Lines) {
		b.WriteString(l + "\n")
	}
	switch {
	case s.Nothing && s.Proposed:
		b.WriteString("? nothing\n")
	case s.Nothing:
		b.WriteString("nothing\n")
	}
}

func writeNotes(b *strings.Builder, notes []string) {
	for _, n := range notes {
		b.WriteString(n + "\n")
	}
}

func givenString(kvs []rules.KV) string {
	out := make([]string, len(kvs))
	for i, kv := range kvs {
		out[i] = kv.String()
	}
	return strings.Join(out, " ")
}

// oneLine puts a sentence on one line, with single spaces.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// sentenceKey is a sentence without white space: how the lines of a document were
// broken is no difference.
func sentenceKey(s string) string { return strings.Join(strings.Fields(s), "") }
