package corpus

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// readText reads a text: its front matter, the tags and marks that a conversion left
// in it, hard-wrapped lines; then every line gets its role.
func (p *page) readText() {
	p.lines = p.flat.cut(Span{0, len(p.text)})
	body := p.frontMatter()
	head := p.lines[:body:body]
	p.columns(p.lines[body:])
	p.lines = unwrap(p.lines[body:])
	p.markup()
	p.lines = append(head, p.lines...)
	p.classify()
	p.dumpPosts()
}

var fieldRE = regexp.MustCompile(`^([A-Za-z_]+)\s*:\s*(.*)$`)

// frontMatter marks the lines between two --- at the top of a Markdown file, takes
// title and date from them and returns how many there are.
func (p *page) frontMatter() int {
	if len(p.lines) == 0 || p.lines[0].text != "---" {
		return 0
	}
	end := 0
	for i := 1; i < min(len(p.lines), 80); i++ {
		if p.lines[i].text == "---" {
			end = i + 1
			break
		}
	}
	for _, l := range p.lines[:end] {
		l.is(Nav, "front matter")
		m := fieldRE.FindStringSubmatch(l.text)
		if m == nil {
			continue
		}
		switch strings.ToLower(m[1]) {
		case "title":
			p.meta.Title = strings.Trim(m[2], `"' `)
		case "date", "published", "pubdate", "publishdate":
			if iso, _ := day(m[2]); iso != "" {
				p.meta.Published = iso
				l.is(DateLine, "front matter")
			}
		}
	}
	return end
}

var (
	tagRE   = regexp.MustCompile(`^(?:</?(?:figure|img|div|p|br|span|table|tbody|tr|center|font|hr|a)\b[^<>]*/?>\s*|!\[[^\]]*\]\([^)]*\)\s*)+$`)
	capRE   = regexp.MustCompile(`^(<figcaption[^<>]*>)(.*?)(</figcaption>)?$`)
	linkMD  = regexp.MustCompile(`^[-*\s|>·]*(?:\[[^\]]*\]\([^)]*\)[-*\s|·，,。.]*)+$`)
	hashRE  = regexp.MustCompile(`^(#{1,6})\s+`)
	maxMark = 4096
)

// markup marks what a conversion to Markdown left of tags: figures, images, links,
// the # before a heading. The mark becomes a line of its own, so that the text of
// a heading or caption is free of it.
func (p *page) markup() {
	var out []*line
	stars := isMarkdown(p.lines)
	for _, l := range p.lines {
		if stars {
			parts := emphasis(l)
			out = append(out, parts[:len(parts)-1]...)
			l = parts[len(parts)-1]
		}
		if len(l.text) > maxMark || !marked(l.text) {
			out = append(out, l)
			continue
		}
		out = append(out, unmark(l)...)
	}
	p.lines = out
}

// marked reports whether a line begins as what a conversion leaves may.
func marked(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return strings.ContainsRune("<![-*#|>·", r)
}

func unmark(l *line) []*line {
	if tagRE.MatchString(l.text) || linkMD.MatchString(l.text) {
		l.is(Nav, "markup")
		return []*line{l}
	}
	if m := hashRE.FindStringSubmatchIndex(l.text); m != nil {
		mark, rest := l.split(m[1])
		mark.is(Nav, "markup")
		if rest == nil {
			return []*line{mark}
		}
		rest.is(Heading, "markup: "+mark.text)
		rest.level = m[3] - m[2]
		return []*line{mark, rest}
	}
	if m := capRE.FindStringSubmatchIndex(l.text); m != nil && m[5] > m[4] {
		return uncaption(l, m[3], m[5])
	}
	return []*line{l}
}

// uncaption cuts the tags off a caption whose text stands between two offsets.
func uncaption(l *line, from, to int) []*line {
	rest, after := l.split(to)
	before, text := rest.split(from)
	var out []*line
	for _, x := range []*line{before, text, after} {
		if x == nil {
			continue
		}
		x.is(Nav, "markup")
		if x == text {
			x.is(Caption, "markup: figcaption")
		}
		out = append(out, x)
	}
	return out
}
