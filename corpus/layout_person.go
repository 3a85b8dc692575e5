package corpus

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

var linkRE = regexp.MustCompile(`[(（【\[]?\s*(?:https?://|www\.)[^\s)）】\]]*[)）】\]]?`)

// byline reports whether a line does no more than name people: in brackets or not.
func (w *Words) byline(s string) bool {
	if strings.Contains(s, "http") || strings.Contains(s, "www.") {
		s = linkRE.ReplaceAllString(s, "")
	}
	s = strings.TrimSpace(s)
	in := strings.Trim(s, "()（）[]【】— -")
	bracketed := in != s && strings.ContainsAny(s, "(（[【")
	if utf8.RuneCountInString(in) > 60 || in == "" {
		return false
	}
	names, labelled := w.names(in)
	return names >= 2 || names == 1 && (bracketed || labelled)
}

// names counts the names a text is made of, 0 if anything else is in it. A name of two
// characters may be set with a space between them.
func (w *Words) names(s string) (n int, labelled bool) {
	words := strings.FieldsFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune("、，,/|;；:：", r)
	})
	for i := 0; i < len(words); i++ {
		x := words[i]
		if label := w.begins(nameWord, x); label != "" {
			labelled = true
			if x = x[len(label):]; x == "" {
				continue
			}
		}
		if utf8.RuneCountInString(x) == 1 && i+1 < len(words) && utf8.RuneCountInString(words[i+1]) == 1 {
			x += words[i+1]
			i++
		}
		if !w.name(x) {
			return 0, false
		}
		n++
	}
	return n, labelled
}

// name reports whether a word is a surname with a given name of one or two characters.
func (w *Words) name(s string) bool {
	k := utf8.RuneCountInString(s)
	if k < 2 || k > 3 || w.begins(surname, s) == "" {
		return false
	}
	return strings.IndexFunc(s, func(r rune) bool { return !unicode.Is(unicode.Han, r) }) < 0
}

// caption reports whether a line carries the credit of a picture, and whether it holds
// anything besides.
func (w *Words) caption(s string, n shape) (why string, alone, ok bool) {
	if n.runes > 110 || n.stops > 3 {
		return "", false, false
	}
	q := strings.TrimRight(squeeze(s), ")]】。")
	for _, x := range w.labels[creditWord] {
		i := len(q) - len(x.text)
		if strings.HasSuffix(x.text, "/") {
			i = strings.LastIndex(q, x.text)
		} else if !strings.HasSuffix(q, x.text) {
			continue
		}
		if i < 0 || w.ends(notCredit, q[:i]) {
			continue
		}
		if strings.HasSuffix(x.text, "/") && utf8.RuneCountInString(q[i:]) > 12 {
			continue
		}
		if (utf8.RuneCountInString(x.text) == 1 || n.stops > 1) && !w.credited(s, x.text) {
			continue
		}
		return "credit: " + x.text, utf8.RuneCountInString(q) <= 8, true
	}
	return "", false, false
}

// credited reports whether a single character credits a picture: a name or a space
// stands before it.
func (w *Words) credited(s, word string) bool {
	i := strings.LastIndex(s, word)
	if i < 0 {
		return false
	}
	head := strings.TrimRightFunc(s[:i], unicode.IsSpace)
	if len(head) < i && shapeOf(s).stops <= 1 {
		return true
	}
	for k := 3; k >= 2; k-- {
		if r := []rune(head); len(r) >= k && w.name(string(r[len(r)-k:])) {
			return true
		}
	}
	return false
}

// signed cuts the names off the end of a paragraph: "…家。 王彩艳 杨敏" ends in a
// by-line.
func (w *Words) signed(l *line) (*line, *line) {
	tail := l.text[max(0, len(l.text)-120):]
	i := strings.LastIndexAny(tail, "。！”")
	if i < 0 {
		return l, nil
	}
	_, size := utf8.DecodeRuneInString(tail[i:])
	rest := tail[i+size:]
	if r := strings.TrimSpace(rest); r == "" || !w.byline(r) && !(strings.HasPrefix(rest, " ") && w.name(r)) {
		return l, nil
	}
	a, b := l.split(len(l.text) - len(rest))
	return a, b
}
