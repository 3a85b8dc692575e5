package golden

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"github.com/qushu/qushu/extract/fact"
	"github.com/qushu/qushu/normalize/number"
)

// Pattern is a way in which numbers stand that became no fact, and how often.
type Pattern struct {
	Text     string   `json:"pattern"` // N for any figure: 同比多N班
	Count    int      `json:"count"`
	Reason   string   `json:"reason"`
	Example  string   `json:"example"` // the first sentence, its number in 【】
	Doc      string   `json:"doc"`
	Start    int      `json:"start"`
	Examples []string `json:"-"` // up to three, of different words
}

// Unread groups lines of the ledger by the pattern of their numbers, the most frequent
// first, then in the order in which they come first.
func Unread(entries []fact.Entry) []Pattern {
	var out []Pattern
	at := map[[2]string]int{}
	for _, e := range entries {
		key := [2]string{patternOf(e), e.Reason}
		i, ok := at[key]
		if !ok {
			i = len(out)
			at[key] = i
			out = append(out, Pattern{Text: key[0], Reason: e.Reason, Example: e.Context, Doc: e.Doc, Start: e.Span.Start})
		}
		out[i].Count++
		if len(out[i].Examples) < 3 && !slices.Contains(out[i].Examples, e.Context) {
			out[i].Examples = append(out[i].Examples, e.Context)
		}
	}
	slices.SortStableFunc(out, func(a, b Pattern) int { return cmp.Compare(b.Count, a.Count) })
	return out
}

// patternOf is the number of a ledger's line with the two characters on each side that
// belong to its clause, every figure as N.
func patternOf(e fact.Entry) string {
	before, rest, ok := strings.Cut(e.Context, "【")
	text, after, ok2 := strings.Cut(rest, "】")
	if !ok || !ok2 {
		return generalised(e.Text)
	}
	left, right := []rune(before), []rune(after)
	i, j := len(left), 0
	for i > 0 && len(left)-i < 2 && unicode.IsLetter(left[i-1]) {
		i--
	}
	for j < len(right) && j < 2 && (unicode.IsLetter(right[j]) || right[j] == '%') {
		j++
	}
	return generalised(string(left[i:]) + text + string(right[:j]))
}

// generalised writes N for every run of digits with its separators, and for every run of
// two Chinese numerals or more.
func generalised(s string) string {
	var b strings.Builder
	r := []rune(s)
	for i := 0; i < len(r); {
		n := figureLen(r[i:])
		if n == 0 {
			b.WriteRune(r[i])
			i++
			continue
		}
		b.WriteByte('N')
		i += n
	}
	return b.String()
}

func figureLen(r []rune) int {
	n := 0
	for n < len(r) && (unicode.IsDigit(r[n]) || n > 0 && n+1 < len(r) && strings.ContainsRune(".,．，", r[n]) && unicode.IsDigit(r[n+1])) {
		n++
	}
	if n > 0 {
		return n
	}
	for n < len(r) && number.IsHan(r[n]) {
		n++
	}
	if n < 2 {
		return 0
	}
	return n
}
