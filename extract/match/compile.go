// Package match applies the rules of the lexicon to the mentions of a sentence.
//
// A pattern is anchored at its value: the elements before <value> are matched from the
// mention to the left, those after it to the right. Nothing is searched for, so a rule
// costs next to nothing where its value's kind does not fit.
package match

import (
	"github.com/qushu/qushu/extract/segment"
	"github.com/qushu/qushu/rules"
)

// Engine holds the compiled rules. It is safe for concurrent use.
type Engine struct {
	byKind map[string][]*pattern // rules by the kind of their value
	Lists  map[string]Words
}

// pattern is one match line of a rule.
type pattern struct {
	rule        *rules.Rule
	left, right []elem // left is in matching order: nearest to the value first
	repeat      bool   // <value>+: the values of a list
}

type elem struct {
	rules.Elem
	words Words // of Literal, Choice, WordOf
}

// kinds are all kinds of values, for a <value> that names none.
var kinds = []string{"money", "count", "measure", "rate", "percent", "points", "fraction", "multiple", "rank", "ratio", "duration", "number"}

// New compiles a rule set.
func New(set *rules.Set) *Engine {
	e := &Engine{byKind: map[string][]*pattern{}, Lists: map[string]Words{}}
	for name, l := range set.Lists {
		e.Lists[name] = NewWords(l.Words)
	}
	for i := range set.Rules {
		for _, line := range set.Rules[i].Match {
			e.add(&set.Rules[i], line)
		}
	}
	return e
}

func (e *Engine) add(r *rules.Rule, line []rules.Elem) {
	p := &pattern{rule: r}
	var of []string
	before := true
	for _, el := range line {
		if el.Kind == rules.Capture && el.Field == "value" {
			before, of, p.repeat = false, el.Kinds, el.Repeat
			continue
		}
		c := elem{Elem: el}
		switch el.Kind {
		case rules.Literal, rules.Choice:
			c.words = NewWords(el.Alts)
		case rules.WordOf:
			c.words = e.Lists[el.List]
		}
		if before {
			p.left = append([]elem{c}, p.left...)
		} else {
			p.right = append(p.right, c)
		}
	}
	if len(of) == 0 {
		of = kinds
	}
	for _, k := range of {
		e.byKind[k] = append(e.byKind[k], p)
	}
}

// Words is a set of folded words that is looked up at the end or the beginning of a
// text.
type Words struct {
	byLast, byFirst map[rune][][]rune // longest first
}

// NewWords folds and indexes words.
func NewWords(words []string) Words {
	w := Words{map[rune][][]rune{}, map[rune][][]rune{}}
	for _, s := range words {
		if r := segment.FoldString(s); len(r) > 0 {
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
func (w Words) Before(r []rune, from, i int, use func(n int) bool) bool {
	if i <= from || i > len(r) {
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
func (w Words) After(r []rune, i int, use func(n int) bool) bool {
	if i < 0 || i >= len(r) {
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
func (w Words) EndsAt(r []rune, from, i int) (n int) {
	w.Before(r, from, i, func(k int) bool { n = k; return true })
	return n
}

// BeginsAt is the length of the longest word that begins at i.
func (w Words) BeginsAt(r []rune, i int) (n int) {
	w.After(r, i, func(k int) bool { n = k; return true })
	return n
}

// Is reports whether the whole text is one of the words.
func (w Words) Is(r []rune) bool {
	return len(r) > 0 && w.After(r, 0, func(n int) bool { return n == len(r) })
}

func equal(a, b []rune) bool {
	for i := range b {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}
