package corpus

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"
)

// readHTML parses the markup, finds the article and gives every line its role.
// Each text token goes to the parser as its number between two private-use
// characters, so that the text nodes of the tree lead back to the bytes they came
// from wherever the parser moves them.
func (p *page) readHTML() {
	t := tokenise(p.text)
	root, err := html.Parse(strings.NewReader(t.marked))
	if err != nil {
		p.warnings = append(p.warnings, fmt.Sprintf("the markup cannot be parsed (%v): its text is read line by line", err))
		p.lines = t.plain()
	} else {
		doc := goquery.NewDocumentFromNode(root)
		p.meta = metaOf(doc, t)
		full := newDensity(t.texts, nil)
		full.weigh(root, false, 0)
		beside := asidesOf(doc, full)
		found, thread := findArticle(doc, t, full, beside)
		w := walker{tokens: t.texts, beside: beside, article: found, around: lineage(found), thread: thread, signs: signsOf(doc, thread)}
		w.headed, _ = headlines(doc, t)
		w.walk(root, state{})
		w.flush(state{})
		p.lines, p.tableCount = w.lines, len(w.numbers)
		p.partOfTitle(plainText(t, doc.Find("title").First().Text()))
		p.columns(p.lines)
		if thread != nil {
			p.posts = thread.posts
			p.publishPosts(thread.began)
		}
		p.scripted = scripted(p.text)
		if w.article == nil {
			p.warnings = append(p.warnings, "no article was found in the markup: all of its text is read")
		}
	}
	p.classify()
	p.outsiders()
	p.again()
}

// again makes furniture of the title where it is repeated: tools that share or print a
// page quote it, and its figures would be read twice.
func (p *page) again() {
	title := ""
	for _, l := range p.lines {
		switch {
		case l.furniture():
		case l.role == Title && title == "":
			title = l.squeezed()
		case title != "" && l.squeezed() == title:
			l.is(Nav, "the title again")
		}
	}
}

// outsiders makes furniture of what stands outside the article, but for the title.
func (p *page) outsiders() {
	found := false
	for _, l := range p.lines {
		found = found || l.place == article
	}
	for _, l := range p.lines {
		if found && l.place == outside && !l.furniture() && l.role != Title {
			l.is(Nav, "outside the article")
		}
	}
}

// The characters that a marker begins and ends with.
const (
	markOpen  = '\uE0F0'
	markClose = '\uE0F1'
)

// tokens are the texts of a page and the markup with markers in their place.
type tokens struct {
	marked string
	texts  [][]seg
}

// tokenise cuts markup into tokens. Scripts and styles are left out of it.
func tokenise(text string) *tokens {
	t := &tokens{}
	var b strings.Builder
	z := html.NewTokenizer(strings.NewReader(text))
	at, skip := 0, ""
	for z.Next() != html.ErrorToken {
		raw := string(z.Raw())
		at += len(raw)
		tok := z.Token()
		switch {
		case tok.Type == html.TextToken && skip == "":
			b.WriteString(t.put(text, Span{at - len(raw), at}))
			continue
		case tok.Type == html.TextToken, tok.Type == html.CommentToken:
			continue
		case tok.Type == html.StartTagToken && dropped[tok.Data]:
			skip = tok.Data
		case tok.Type == html.EndTagToken:
			skip = ""
		}
		b.WriteString(raw)
	}
	t.marked = b.String()
	return t
}

// dropped are the elements whose content is no text of the page.
var dropped = map[string]bool{"script": true, "style": true, "noscript": true, "template": true, "iframe": true, "noembed": true, "noframes": true}

// put keeps a text and returns its marker; white space stays as it is, because the
// parser treats it differently from text in some places.
func (t *tokens) put(text string, s Span) string {
	if strings.TrimSpace(text[s.Start:s.End]) == "" {
		return text[s.Start:s.End]
	}
	t.texts = append(t.texts, segments(text, s))
	return string(markOpen) + strconv.Itoa(len(t.texts)-1) + string(markClose)
}

// plain is the text of markup that cannot be parsed: a line for each text token.
func (t *tokens) plain() []*line {
	var out []*line
	for _, segs := range t.texts {
		if l := (&line{gap: 1}).part(tidy(segs)); l != nil {
			out = append(out, l)
		}
	}
	return out
}

// segments cuts a text token into what stands as it is, entities, and runs of white
// space, each of which becomes one space.
func segments(text string, s Span) []seg {
	var out []seg
	start := s.Start
	keep := func(end int) {
		if end > start {
			out = append(out, seg{Span{start, end}, text[start:end], true})
		}
	}
	for i := s.Start; i < s.End; {
		n, as := unit(text[i:s.End])
		if n == 0 {
			i += width(text[i])
			continue
		}
		keep(i)
		out = append(out, seg{Span{i, i + n}, as, false})
		i += n
		start = i
	}
	keep(s.End)
	return joinSpaces(out)
}

// width is the length of the character of valid UTF-8 that begins with c.
func width(c byte) int {
	switch {
	case c < 0x80:
		return 1
	case c < 0xE0:
		return 2
	case c < 0xF0:
		return 3
	}
	return 4
}

// unit is the length of an entity or a run of white space at the beginning of s, and
// the text it stands for: a space, or a line break for [tidy] to decide about; 0 for
// any other character. A single space is any other.
func unit(s string) (int, string) {
	if s[0] == '&' {
		return entity(s)
	}
	n := 0
	for n < len(s) && strings.IndexByte(" \t\n\r\f", s[n]) >= 0 {
		n++
	}
	if n == 0 || n == 1 && s[0] == ' ' {
		return 0, ""
	}
	if strings.IndexByte(s[:n], '\n') >= 0 {
		return n, "\n"
	}
	return n, " "
}

// entity decodes the longest character reference that s begins with.
func entity(s string) (int, string) {
	end := 1
	for end < len(s) && end < 34 && (s[end] == '#' || s[end] >= '0' && s[end] <= '9' || s[end]|0x20 >= 'a' && s[end]|0x20 <= 'z') {
		end++
	}
	if end < len(s) && s[end] == ';' {
		end++
	}
	for k := end; k >= 3; k-- {
		out := html.UnescapeString(s[:k])
		if out == s[:k] || out == html.UnescapeString(s[:k-1])+s[k-1:k] {
			continue
		}
		if out == "\u00A0" || out == "\u3000" || out == "\u2002" || out == "\u2003" || out == "\x00" {
			out = " "
		}
		return k, out
	}
	return 0, ""
}

// joinSpaces makes one space of several that follow each other.
func joinSpaces(segs []seg) []seg {
	out := segs[:0]
	for _, s := range segs {
		if n := len(out); n > 0 && s.space() && out[n-1].space() {
			out[n-1].at.End, out[n-1].text = s.at.End, " "
			continue
		}
		out = append(out, s)
	}
	return out
}

// space reports whether the segment stands for white space of the markup.
func (s seg) space() bool { return !s.same && (s.text == " " || s.text == "\n") }
