package rules

import (
	"slices"
	"strings"
)

const (
	ruleIndent = "    "
	wantIndent = "           " // below the sentence of a case
)

// Format writes a rule file in its one canonical layout: four spaces before keywords,
// one space between the elements of a pattern, the fact lines of a case aligned, one
// blank line where there were several, before each rule and before a rule's first
// case. Comments stay. Formatting what it wrote changes nothing. A file that cannot be
// read is refused with its faults.
func Format(src []byte, name string) ([]byte, error) {
	if _, err := Parse(name, src); err != nil {
		return nil, err
	}
	var f formatter
	for _, l := range cutSource(src, name) {
		f.line(l)
	}
	f.flush()
	return []byte(strings.TrimLeft(strings.Join(f.out, "\n")+"\n", "\n")), nil
}

type formatter struct {
	out        []string
	last       lineKind // of the last line that is neither blank nor a comment
	caseIndent int
	want       []Line // fact lines of a case, held back until they can be aligned
}

func (f *formatter) line(l srcLine) {
	if l.kind == wantLine && l.text != "nothing" {
		line, _ := ParseLine(l.text, l.pos)
		f.want, f.last = append(f.want, line), wantLine
		return
	}
	f.flush()
	switch l.kind {
	case blankLine:
		f.blank()
	case commentLine:
		f.put(f.commentIndent(l), l.text)
	case ruleLine:
		f.blankAbove("")
		f.put("", "rule "+l.text)
	case docLine:
		f.put(ruleIndent, l.text)
	case wantLine:
		f.put(wantIndent, l.text)
	default:
		f.keyword(l)
	}
	if l.kind != blankLine && l.kind != commentLine {
		f.last = l.kind
	}
}

// keyword writes a given, match, fact or case line.
func (f *formatter) keyword(l srcLine) {
	word, text := "", l.text
	switch l.kind {
	case givenLine:
		kvs, _ := ParseGiven(l.text, l.pos)
		word, text = "given", fieldsString(kvs)
	case matchLine:
		elems, _ := parsePattern(l.text, l.pos)
		word, text = "match", PatternString(elems)
	case factLine:
		y, _ := parseYield(l.text, l.pos)
		word, text = "fact ", y.String()
	case caseLine:
		word, f.caseIndent = "case ", l.indent
		if f.last != caseLine && f.last != wantLine {
			f.blankAbove(ruleIndent)
		}
	}
	f.put(ruleIndent, word+"  "+text)
}

// commentIndent keeps a comment at the start of a line, with the keywords or with the
// facts of a case.
func (f *formatter) commentIndent(l srcLine) string {
	switch {
	case l.indent == 0:
		return ""
	case (f.last == caseLine || f.last == wantLine) && l.indent > f.caseIndent:
		return wantIndent
	}
	return ruleIndent
}

func (f *formatter) put(indent, text string) { f.out = append(f.out, indent+text) }

// flush writes the fact lines held back.
func (f *formatter) flush() {
	for _, s := range FormatLines(f.want) {
		f.put(wantIndent, s)
	}
	f.want = nil
}

func (f *formatter) blank() {
	if n := len(f.out); n > 0 && f.out[n-1] != "" {
		f.out = append(f.out, "")
	}
}

// blankAbove sees to a blank line above the next line and the comments that stand
// directly above it with the same indentation.
func (f *formatter) blankAbove(indent string) {
	i := len(f.out)
	for i > 0 && strings.HasPrefix(f.out[i-1], indent+"#") {
		i--
	}
	if i > 0 && f.out[i-1] != "" {
		f.out = slices.Insert(f.out, i, "")
	}
}

// String writes the rule as its file has it, without its comments.
func (r *Rule) String() string {
	var f formatter
	f.put("", "rule "+r.Name)
	for line := range strings.SplitSeq(r.Doc, "\n") {
		f.put(ruleIndent, line)
	}
	if len(r.Given) > 0 {
		f.put(ruleIndent, "given  "+fieldsString(r.Given))
	}
	for _, m := range r.Match {
		f.put(ruleIndent, "match  "+PatternString(m))
	}
	for _, y := range r.Yields {
		f.put(ruleIndent, "fact   "+y.String())
	}
	f.blank()
	for _, c := range r.Cases {
		f.put(ruleIndent, "case   "+c.Text)
		f.want = c.Want
		if c.Nothing {
			f.put(wantIndent, "nothing")
		}
		f.flush()
	}
	return strings.Join(f.out, "\n") + "\n"
}
