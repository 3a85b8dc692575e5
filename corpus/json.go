package corpus

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// textFields are the names under which records keep their text, in the order in which
// they are looked for; a user can name another.
var textFields = []string{"text", "content", "body", "article", "html", "raw_content"}

// isJSON knows a JSON object by its first bytes.
func isJSON(data []byte) bool {
	s := bytes.TrimLeft(bytes.TrimPrefix(data[:min(len(data), 4096)], []byte("\xEF\xBB\xBF")), " \t\r\n")
	if len(s) < 2 || s[0] != '{' {
		return false
	}
	s = bytes.TrimLeft(s[1:], " \t\r\n")
	return len(s) > 0 && (s[0] == '"' || s[0] == '}')
}

// isJSONLines knows newline-delimited JSON: the first two lines are whole objects, or
// the only line is one and the name says so.
func isJSONLines(name string, data []byte) bool {
	if !isJSON(data) {
		return false
	}
	first, rest, more := bytes.Cut(data, []byte("\n"))
	if !json.Valid(first) {
		return false
	}
	if rest = bytes.TrimSpace(rest); more && len(rest) > 0 {
		return rest[0] == '{'
	}
	return strings.HasSuffix(name, ".ndjson") || strings.HasSuffix(name, ".jsonl")
}

// jsonLines hands out each line as a document of its own, named by its number.
func (u *unpacker) jsonLines(name string, data []byte) error {
	for n := 1; len(data) > 0; n++ {
		var line []byte
		line, data, _ = bytes.Cut(data, []byte("\n"))
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		if err := u.put(Member{Path: name + "/" + strconv.Itoa(n), Data: line}); err != nil {
			return err
		}
	}
	return nil
}

// textOf replaces a decoded JSON object by the text that its field holds; pieces lead
// back to the bytes of the string, escapes being indivisible. The other fields that
// are known give title and date.
func textOf(f *flat, field string) (*flat, Given, error) {
	var g Given
	if !json.Valid([]byte(f.text)) {
		return nil, g, errors.New("begins as a JSON object but is broken")
	}
	spans := fieldSpans(f.text)
	at, ok := pick(spans, field)
	if !ok {
		return nil, g, fmt.Errorf("is a JSON object without a text: wanted a field named %s", wantedFields(field))
	}
	g.Title = stringAt(f.text, spans, "title")
	for _, name := range []string{"published", "publish_date", "date", "pubdate", "publish_time", "time"} {
		if iso, _ := day(stringAt(f.text, spans, name)); iso != "" {
			g.Published = iso
			break
		}
	}
	return unescape(f, at), g, nil
}

func wantedFields(field string) string {
	if field != "" {
		return strconv.Quote(field)
	}
	return strings.Join(textFields, ", ")
}

func pick(spans map[string]Span, field string) (Span, bool) {
	names := textFields
	if field != "" {
		names = []string{field}
	}
	for _, n := range names {
		if s, ok := spans[n]; ok {
			return s, true
		}
	}
	return Span{}, false
}

// fieldSpans are the places of the string values of the outermost object, between the
// quotes.
func fieldSpans(s string) map[string]Span {
	out := map[string]Span{}
	depth, key := 0, ""
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '{', '[':
			depth++
		case '}', ']':
			depth--
		case ',':
			if depth == 1 {
				key = ""
			}
		case '"':
			end := quoteEnd(s, i+1)
			if depth == 1 {
				if key == "" {
					key = s[i+1 : end]
				} else if _, taken := out[key]; !taken {
					out[key] = Span{i + 1, end}
				}
			}
			i = end
		}
	}
	return out
}

// quoteEnd is the offset of the quote that ends a string begun before i.
func quoteEnd(s string, i int) int {
	for i < len(s) && s[i] != '"' {
		if s[i] == '\\' {
			i++
		}
		i++
	}
	return min(i, len(s))
}

func stringAt(text string, spans map[string]Span, name string) string {
	s, ok := spans[name]
	if !ok {
		return ""
	}
	var v string
	if json.Unmarshal([]byte(`"`+text[s.Start:s.End]+`"`), &v) != nil {
		return ""
	}
	return v
}

// unescape is the text of a string literal as a flat text of its own.
func unescape(f *flat, at Span) *flat {
	a := &assembler{from: f}
	start := at.Start
	for i := at.Start; i < at.End; {
		if f.text[i] != '\\' {
			i++
			continue
		}
		a.add(seg{Span{start, i}, f.text[start:i], true}, "")
		n, s := escape(f.text[i:at.End])
		a.add(seg{Span{i, i + n}, s, false}, "")
		i += n
		start = i
	}
	a.add(seg{Span{start, at.End}, f.text[start:at.End], true}, "")
	return &flat{text: a.text.String(), pieces: a.pieces, encoding: f.encoding, warnings: f.warnings}
}

var escapes = map[byte]string{'n': "\n", 't': "\t", 'r': "\r", 'b': " ", 'f': "\n"}

// escape is the length of the escape that s begins with, and what it stands for.
func escape(s string) (int, string) {
	if len(s) < 2 {
		return len(s), "\uFFFD"
	}
	if s[1] != 'u' {
		if t, ok := escapes[s[1]]; ok {
			return 2, t
		}
		return 2, s[1:2]
	}
	r := hex4(s)
	if utf16.IsSurrogate(r) && len(s) >= 12 && s[6] == '\\' && s[7] == 'u' {
		if p := utf16.DecodeRune(r, hex4(s[6:])); p != utf8.RuneError {
			return 12, string(p)
		}
	}
	if r == 0 {
		return 6, " "
	}
	return min(6, len(s)), string(r)
}

// hex4 is the code unit of an escape \uXXXX at the beginning of s.
func hex4(s string) rune {
	if len(s) < 6 {
		return utf8.RuneError
	}
	n, err := strconv.ParseUint(s[2:6], 16, 16)
	if err != nil {
		return utf8.RuneError
	}
	return rune(n)
}
