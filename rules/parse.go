package rules

import (
	"path"
	"regexp"
	"strings"
	"unicode/utf8"
)

var ruleName = regexp.MustCompile(`^[a-z0-9_-]+(\.[a-z0-9_-]+)+$`)

// Parse reads the rules of one file. The rules it returns along with an error are
// those that could be read; the error joins every fault. Whether lists exist and
// names are unique in the set is for Load to say.
func Parse(name string, src []byte) ([]Rule, error) {
	p := parser{}
	if !utf8.Valid(src) {
		p.errs.add(Pos{File: name}, "found bytes that are not UTF-8, wanted a UTF-8 file")
		return nil, p.errs.join()
	}
	for _, l := range cutSource(src, name) {
		p.line(l)
	}
	p.finish()
	return p.rules, p.errs.join()
}

type parser struct {
	rules []Rule
	errs  faults
}

// rule is the one being read.
func (p *parser) rule() *Rule { return &p.rules[len(p.rules)-1] }

func (p *parser) line(l srcLine) {
	switch l.kind {
	case ruleLine:
		p.finish()
		p.begin(l)
	case docLine:
		p.rule().Doc = strings.TrimPrefix(p.rule().Doc+"\n"+l.text, "\n")
	case givenLine:
		p.given(l)
	case matchLine:
		elems, err := parsePattern(l.text, l.pos)
		p.errs.take(err)
		p.rule().Match = append(p.rule().Match, elems)
	case factLine:
		y, err := parseYield(l.text, l.pos)
		p.errs.take(err)
		p.rule().Yields = append(p.rule().Yields, y)
	case caseLine:
		p.startCase(l)
	case wantLine:
		p.want(l)
	case strayLine:
		p.stray(l)
	}
}

// begin starts a rule; a wrong name is reported and kept.
func (p *parser) begin(l srcLine) {
	p.rules = append(p.rules, Rule{Name: l.text, Pos: l.pos})
	file := strings.TrimSuffix(path.Base(l.pos.File), ".rule")
	before, _, _ := strings.Cut(l.text, ".")
	switch {
	case !ruleName.MatchString(l.text):
		p.errs.add(l.pos, "found the rule name %q, wanted one such as %s.of-scope", l.text, file)
	case before != file:
		p.errs.add(l.pos, "found the rule %s in this file, wanted the part before the dot to be %s", l.text, file)
	}
}

func (p *parser) given(l srcLine) {
	kvs, err := ParseGiven(l.text, l.pos)
	p.errs.take(err)
	for _, kv := range kvs {
		if msg := checkKey(kv, p.rule().Given, givenKeys); msg != "" {
			p.errs.add(l.pos, "%s", msg)
		}
	}
	p.rule().Given = append(p.rule().Given, kvs...)
}

func (p *parser) startCase(l srcLine) {
	p.finishCase()
	if l.text == "" {
		p.errs.add(l.pos, "found a case without a sentence")
	}
	p.rule().Cases = append(p.rule().Cases, Case{Text: l.text, Pos: l.pos})
}

// want reads a line below a case.
func (p *parser) want(l srcLine) {
	c := &p.rule().Cases[len(p.rule().Cases)-1]
	if l.text == "nothing" {
		if c.Nothing {
			p.errs.add(l.pos, "found nothing twice in one case")
		}
		c.Nothing = true
	} else {
		line, err := ParseLine(l.text, l.pos)
		p.errs.take(err)
		if line.Proposed {
			p.errs.add(l.pos, "found a proposed line in a case, wanted it settled: take the ? off or the line out")
		}
		c.Want = append(c.Want, line)
	}
	if c.Nothing && len(c.Want) > 0 {
		p.errs.add(l.pos, "found both nothing and facts in one case, wanted either")
	}
}

func (p *parser) stray(l srcLine) {
	word, _, _ := strings.Cut(l.text, " ")
	switch {
	case l.indent == 0:
		p.errs.add(l.pos, "found %q at the start of a line, wanted rule NAME, a # comment or an indented line of a rule", word)
	case len(p.rules) == 0:
		p.errs.add(l.pos, "found an indented line before the first rule, wanted rule NAME at the start of a line")
	case word == "nothing" || contains(Measures, word) || isMention(word):
		p.errs.add(l.pos, "found %s beside a keyword, wanted it indented below its case", word)
	default:
		p.errs.add(l.pos, "found the keyword %q, %s", word, wanted(word, keywords))
	}
}

// finish checks the rule that has ended, if there is one.
func (p *parser) finish() {
	if len(p.rules) == 0 {
		return
	}
	r := p.rule()
	p.finishCase()
	for _, part := range []struct {
		missing bool
		what    string
	}{
		{r.Doc == "", "an explanation, wanted it indented below the name"},
		{len(r.Match) == 0, "a match line"},
		{len(r.Yields) == 0, "a fact line"},
		{len(r.Cases) == 0, "a case, wanted at least one that shows it"},
	} {
		if part.missing {
			p.errs.add(r.Pos, "found the rule %s without %s", r.Name, part.what)
		}
	}
	for _, y := range r.Yields {
		checkYield(y, r, &p.errs)
	}
}

// finishCase wants something said of the case that has ended.
func (p *parser) finishCase() {
	r := p.rule()
	if len(r.Cases) == 0 {
		return
	}
	if c := r.Cases[len(r.Cases)-1]; !c.Nothing && len(c.Want) == 0 {
		p.errs.add(c.Pos, "found a case that says nothing of its sentence, wanted fact lines or nothing, indented below it")
	}
}
