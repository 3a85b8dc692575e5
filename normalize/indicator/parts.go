package indicator

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// parts is what names are looked up by: the table of parts, in the form of keys.
type parts struct {
	fold       func(rune) rune
	skips      map[rune]bool     // what names have or leave out
	forms      map[string]string // another form of a part: its standard form
	formWords  index
	leads      index
	tails      index
	facetWords index
	facets     map[string]string // 增速: growth
}

func newParts(fold func(rune) rune) parts {
	return parts{fold: fold, skips: map[rune]bool{}, forms: map[string]string{}, formWords: index{}, leads: index{}, tails: index{}, facetWords: index{}, facets: map[string]string{}}
}

// index holds keys by their first rune (or their last, of endings), longest first.
type index map[rune][]string

func (x index) add(r rune, key string) {
	list := append(x[r], key)
	sort.SliceStable(list, func(i, j int) bool { return len(list[i]) > len(list[j]) })
	x[r] = list
}

// prefix is the length of the longest word of x that key begins with and goes on after.
func prefix(key string, x index) int {
	first, _ := utf8.DecodeRuneInString(key)
	for _, w := range x[first] {
		if len(w) < len(key) && strings.HasPrefix(key, w) {
			return len(w)
		}
	}
	return 0
}

// suffix is the length of the longest word of x that key ends in and does not begin with.
func suffix(key string, x index) int {
	for _, w := range x[last(key)] {
		if len(w) < len(key) && strings.HasSuffix(key, w) {
			return len(w)
		}
	}
	return 0
}

func last(s string) (r rune) {
	for _, x := range s[max(0, len(s)-4):] {
		r = x
	}
	return r
}

// plain is a name folded, in lower case, with nothing but letters, figures and the signs
// that tell names apart.
func (p *parts) plain(name string) string {
	return strings.Map(func(r rune) rune {
		r = p.fold(r)
		if !commonHan(r) {
			r = unicode.ToLower(r)
		}
		switch {
		case commonHan(r) && !p.skips[r]:
		case p.skips[r], !unicode.IsLetter(r) && !unicode.IsNumber(r) && !strings.ContainsRune("&%+/.-", r):
			return -1
		}
		return r
	}, name)
}

// commonHan holds for the common Han characters, which are letters without cases.
func commonHan(r rune) bool { return r >= 0x4E00 && r <= 0x9FA5 }

// key is what a name is looked up by: plain, every part in its standard form.
func (p *parts) key(name string) string {
	plain := p.plain(name)
	var b strings.Builder
	for i := 0; i < len(plain); {
		n := p.formAt(plain[i:])
		if n > 0 {
			b.WriteString(p.forms[plain[i:i+n]])
			i += n
			continue
		}
		_, n = firstRune(plain[i:])
		b.WriteString(plain[i : i+n])
		i += n
	}
	return b.String()
}

// formAt is the length of the longest form that s begins with.
func (p *parts) formAt(s string) int {
	r, _ := firstRune(s)
	for _, w := range p.formWords[r] {
		if strings.HasPrefix(s, w) {
			return len(w)
		}
	}
	return 0
}
