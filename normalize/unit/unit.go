// Package unit knows the units of figures: what kind of quantity they make, their
// normalised code and exact conversions. The units themselves are a table of the
// lexicon.
package unit

import (
	"fmt"
	"math/big"
	"sort"
)

// Unit is a unit as it is written, with what it means.
//
// Code is ISO 4217 for money and UCUM-like for measures; a classifier is its own code.
// Factor multiplies a value into Code (‰ is % with factor 1/10). Base and BaseFactor,
// where set, convert exactly to the base unit of the dimension (亩: m2, 2000/3).
type Unit struct {
	Word       string
	Kind       string // money count measure duration percent points fraction multiple
	Code       string
	Factor     *big.Rat
	Base       string
	BaseFactor *big.Rat
}

// Longest is more than the runes of any unit.
const Longest = 16

// Table finds units at the beginning of a text.
type Table struct {
	words map[rune][]entry // by first rune, longest first
}

type entry struct {
	word []rune
	unit Unit
}

// Columns are the columns of the units table, in the order [New] reads them: words
// (aliases separated by a space), kind, unit, factor, base, base_factor.
var Columns = []string{"words", "kind", "unit", "factor", "base", "base_factor"}

// New builds a table from rows with the cells of [Columns]. fold is applied to every
// word, so that the table matches text folded the same way.
func New(rows [][]string, fold func(string) []rune) (*Table, error) {
	t := &Table{words: map[rune][]entry{}}
	for _, row := range rows {
		if err := t.add(row, fold); err != nil {
			return nil, err
		}
	}
	for _, list := range t.words {
		sort.SliceStable(list, func(i, j int) bool { return len(list[i].word) > len(list[j].word) })
	}
	return t, nil
}

func (t *Table) add(row []string, fold func(string) []rune) error {
	if len(row) != len(Columns) {
		return fmt.Errorf("a unit has %d cells, not %d: %q", len(Columns), len(row), row)
	}
	words := splitWords(row[0])
	if len(words) == 0 || row[1] == "" {
		return fmt.Errorf("a unit needs a word and a kind: %q", row)
	}
	u := Unit{Word: words[0], Kind: row[1], Code: row[2], Base: row[4]}
	var err error
	if u.Factor, err = factor(row[3]); err != nil {
		return err
	}
	if u.BaseFactor, err = factor(row[5]); err != nil {
		return err
	}
	if u.Code == "" {
		u.Code = u.Word
	}
	for _, w := range words {
		r := fold(w)
		t.words[r[0]] = append(t.words[r[0]], entry{r, u})
	}
	return nil
}

func splitWords(s string) []string {
	var out []string
	for start, i := 0, 0; i <= len(s); i++ {
		if i == len(s) || s[i] == ' ' {
			if i > start {
				out = append(out, s[start:i])
			}
			start = i + 1
		}
	}
	return out
}

// factor reads a decimal or a fraction such as 2000/3; "" is 1.
func factor(s string) (*big.Rat, error) {
	if s == "" {
		return big.NewRat(1, 1), nil
	}
	if r, ok := new(big.Rat).SetString(s); ok && r.Sign() > 0 {
		return r, nil
	}
	return nil, fmt.Errorf("a factor is a positive number or fraction, not %q", s)
}

// Match finds the longest unit at the beginning of s and the runes it takes.
func (t *Table) Match(s []rune) (Unit, int) {
	if len(s) == 0 {
		return Unit{}, 0
	}
	for _, e := range t.words[s[0]] {
		if hasPrefix(s, e.word) {
			return e.unit, len(e.word)
		}
	}
	return Unit{}, 0
}

func hasPrefix(s, p []rune) bool {
	if len(p) > len(s) {
		return false
	}
	for i, r := range p {
		if s[i] != r {
			return false
		}
	}
	return true
}

// Per is the rate a/b: 元 and 平方米 give CNY/m2. The value stays in a's code; scale
// is the number before b (千 of 每千人) as written, or "".
func Per(a Unit, scale string, b Unit) Unit {
	return Unit{Word: a.Word + "/" + scale + b.Word, Kind: "rate", Code: a.Code + "/" + scale + b.Code,
		Factor: a.Factor, BaseFactor: unity}
}

// unity is the factor of what needs no conversion; nothing may change it.
var unity = big.NewRat(1, 1)

// One is the unit of a bare number.
func One() Unit { return Unit{Kind: "number", Code: "1", Factor: unity, BaseFactor: unity} }
