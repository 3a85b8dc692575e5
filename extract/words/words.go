// Package words looks the word lists of the lexicon up in folded text.
package words

import (
	"fmt"
	"reflect"
	"slices"

	"github.com/qushu/qushu/extract/segment"
)

// Set is a set of folded words that is looked up at the end or the beginning of a
// text.
type Set struct {
	byLast, byFirst map[rune][][]rune // longest first
	lasts, firsts   *marks            // of the keys of the maps
	first           []rune            // the first word of the list
}

// marks tell quickly of most characters that they are not in a set.
type marks [64]uint64

func (m *marks) add(r rune) { m[r>>6&63] |= 1 << (r & 63) }

func (m *marks) may(r rune) bool { return m != nil && m[r>>6&63]&(1<<(r&63)) != 0 }

// New folds and indexes words.
func New(words []string) Set {
	w := Set{byLast: map[rune][][]rune{}, byFirst: map[rune][][]rune{}, lasts: new(marks), firsts: new(marks)}
	for _, s := range words {
		if r := segment.FoldString(s); len(r) > 0 {
			if w.first == nil {
				w.first = r
			}
			w.lasts.add(r[len(r)-1])
			w.firsts.add(r[0])
			w.byLast[r[len(r)-1]] = insert(w.byLast[r[len(r)-1]], r)
			w.byFirst[r[0]] = insert(w.byFirst[r[0]], r)
		}
	}
	return w
}

func insert(list [][]rune, r []rune) [][]rune {
	i := 0
	for i < len(list) && len(list[i]) >= len(r) {
		i++
	}
	list = append(list, nil)
	copy(list[i+1:], list[i:])
	list[i] = r
	return list
}

// Before calls use with the length of each word that ends at i, longest first, until
// use returns true; it reports whether it did.
func (w Set) Before(r []rune, from, i int, use func(n int) bool) bool {
	if i <= from || i > len(r) || !w.lasts.may(r[i-1]) {
		return false
	}
	for _, word := range w.byLast[r[i-1]] {
		if n := len(word); n <= i-from && equal(r[i-n:i], word) && use(n) {
			return true
		}
	}
	return false
}

// After is Before for the words that begin at i.
func (w Set) After(r []rune, i int, use func(n int) bool) bool {
	if i < 0 || i >= len(r) || !w.firsts.may(r[i]) {
		return false
	}
	for _, word := range w.byFirst[r[i]] {
		if n := len(word); i+n <= len(r) && equal(r[i:i+n], word) && use(n) {
			return true
		}
	}
	return false
}

// EndsAt is the length of the longest word that ends at i and does not reach before
// from, 0 where there is none.
func (w *Set) EndsAt(r []rune, from, i int) int {
	if uint(i-1) >= uint(len(r)) || !w.lasts.may(r[i-1]) {
		return 0
	}
	for _, word := range w.byLast[r[i-1]] {
		if n := len(word); n <= i-from && equal(r[i-n:i], word) {
			return n
		}
	}
	return 0
}

// BeginsAt is the length of the longest word that begins at i.
func (w *Set) BeginsAt(r []rune, i int) int {
	if uint(i) >= uint(len(r)) || !w.firsts.may(r[i]) {
		return 0
	}
	for _, word := range w.byFirst[r[i]] {
		if n := len(word); i+n <= len(r) && equal(r[i:i+n], word) {
			return n
		}
	}
	return 0
}

// Begins reports whether a word of the set begins with r.
func (w Set) Begins(r rune) bool { return len(w.byFirst[r]) > 0 }

// Is reports whether the whole text is one of the words.
func (w Set) Is(r []rune) bool {
	return len(r) > 0 && w.After(r, 0, func(n int) bool { return n == len(r) })
}

func equal(a, b []rune) bool { return slices.Equal(a, b) }

// Sets indexes the word lists by name.
func Sets(lists map[string][]string) map[string]Set {
	out := make(map[string]Set, len(lists))
	for name, list := range lists {
		out[name] = New(list)
	}
	return out
}

// Names are the lists that Fill would take for the struct that dst points to.
func Names(dst any) []string {
	t := reflect.TypeOf(dst).Elem()
	var out []string
	for i := range t.NumField() {
		out = append(out, t.Field(i).Tag.Get("list"))
	}
	return out
}

// Fill sets the fields of the struct that dst points to: a field of type Set, or []rune
// for a list of one word, from the list its tag `list:"name"` names. A list that is
// missing is an error, because without its words the program would quietly find less.
func Fill(dst any, sets map[string]Set) error {
	v := reflect.ValueOf(dst).Elem()
	for i := range v.NumField() {
		name := v.Type().Field(i).Tag.Get("list")
		set, ok := sets[name]
		if !ok {
			return fmt.Errorf("the lexicon has no word list %q", name)
		}
		if v.Field(i).Type() == reflect.TypeFor[[]rune]() {
			v.Field(i).Set(reflect.ValueOf(set.first))
		} else {
			v.Field(i).Set(reflect.ValueOf(set))
		}
	}
	return nil
}
