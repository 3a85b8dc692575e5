package rules

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
)

func contains(list []string, s string) bool { return slices.Contains(list, s) }

// quoted shows a word of the input in a message.
func quoted(s string) string { return strconv.Quote(s) }

// bareWord writes a word as word() reads it: between backquotes where it must be.
func bareWord(s string) string {
	special := func(r rune) bool { return unicode.IsSpace(r) || r == '`' || r == '\\' }
	if s != "" && strings.IndexFunc(s, special) < 0 {
		return s
	}
	return "`" + escape(s, '`', '`') + "`"
}

// escape puts a backslash before a, b and the backslash itself, and writes a line
// break as \n.
func escape(s string, a, b rune) string {
	var out strings.Builder
	for _, r := range s {
		switch r {
		case '\n':
			out.WriteString(`\n`)
			continue
		case a, b, '\\':
			out.WriteByte('\\')
		}
		out.WriteRune(r)
	}
	return out.String()
}

// fieldsString writes key=value pairs, one space apart.
func fieldsString(kvs []KV) string {
	out := make([]string, len(kvs))
	for i, kv := range kvs {
		out[i] = kv.String()
	}
	return strings.Join(out, " ")
}

// String writes the pair as key=value, the value between backquotes where it holds
// white space.
func (kv KV) String() string { return kv.Key + "=" + bareWord(kv.Value) }
