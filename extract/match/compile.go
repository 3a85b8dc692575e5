// Package match applies the rules of the lexicon to the mentions of a sentence.
//
// A pattern is anchored at its value: the elements before <value> are matched from the
// mention to the left, those after it to the right. Nothing is searched for, so a rule
// costs next to nothing where its value's kind does not fit.
package match

import (
	"github.com/qushu/qushu/extract/words"
	"github.com/qushu/qushu/rules"
)

// Engine holds the compiled rules. It is safe for concurrent use.
type Engine struct {
	byKind map[string][]*pattern // rules by the kind of their value
	lists  map[string]words.Set
	// nouns that begin like a verb, and fields that places are places in
	notVerb, region words.Set
}

// pattern is one match line of a rule.
type pattern struct {
	rule        *rules.Rule
	left, right []elem // left is in matching order: nearest to the value first
	asks        int    // how much it asks for
	repeat      bool   // <value>+: the values of a list
}

type elem struct {
	rules.Elem
	words words.Set // of Literal, Choice, WordOf
}

// kinds are all kinds of values, for a <value> that names none.
var kinds = []string{"money", "count", "measure", "rate", "percent", "points", "fraction", "multiple", "rank", "ratio", "duration", "number"}

// New compiles a rule set; lists are its word lists.
func New(set *rules.Set, lists map[string]words.Set) *Engine {
	e := &Engine{byKind: map[string][]*pattern{}, lists: lists, notVerb: lists["not-verb"], region: lists["region"]}
	for i := range set.Rules {
		for _, line := range set.Rules[i].Match {
			e.add(&set.Rules[i], line)
		}
	}
	return e
}

// The word lists that matching reads besides those that patterns name.
const (
	notVerb = "not-verb"
	region  = "region"
)

// Words are these lists.
func Words() []string { return []string{notVerb, region} }

func (e *Engine) add(r *rules.Rule, line []rules.Elem) {
	p := &pattern{rule: r, asks: rules.Asks(line)}
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
			c.words = words.New(el.Alts)
		case rules.WordOf:
			c.words = e.lists[el.List]
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
