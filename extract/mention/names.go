package mention

import (
	"fmt"
	"math/big"
	"strings"

	"github.com/qushu/qushu/normalize/pattern"
	"github.com/qushu/qushu/normalize/unit"
)

// Names are the patterns of numerals that measure nothing.
type Names struct {
	list []named
	set  *pattern.Set
}

type named struct {
	pattern.Pattern
	src, why string
}

// NewNames compiles rows of pattern and reason; a row "macro %X" defines a macro.
func NewNames(rows [][]string) (*Names, error) {
	n := &Names{}
	err := eachPattern(rows, func(row []string, p pattern.Pattern) error {
		n.list = append(n.list, named{p, row[0], row[1]})
		return nil
	})
	if err == nil && len(n.list) > pattern.SetSize {
		err = fmt.Errorf("%d patterns are more than %d", len(n.list), pattern.SetSize)
	}
	n.set = joined(n.list, func(x named) pattern.Pattern { return x.Pattern })
	return n, err
}

// Match finds the longest name at rune i that holds a numeral, its reason and the
// pattern that found it.
func (n *Names) Match(r []rune, i int) (length int, why, rule string) {
	x, length := longest(n.list, n.set, r[i:], func(x named) pattern.Pattern { return x.Pattern })
	return length, x.why, x.src
}

// Values are the words that are a value by themselves.
type Values struct {
	list []valued
	set  *pattern.Set
}

type valued struct {
	pattern.Pattern
	m Mention
}

// NewValues compiles rows of pattern, kind, value, unit, bound and measure.
func NewValues(rows [][]string) (*Values, error) {
	v := &Values{}
	err := eachPattern(rows, func(row []string, p pattern.Pattern) error {
		value, ok := new(big.Rat).SetString(row[2])
		if !ok {
			return errNotANumber(row[2])
		}
		u := unit.One()
		u.Kind, u.Code = row[1], row[3]
		v.list = append(v.list, valued{p, Mention{Kind: row[1], Value: []*big.Rat{value}, Unit: u, Bound: row[4], Measure: row[5]}})
		return nil
	})
	if err == nil && len(v.list) > pattern.SetSize {
		err = fmt.Errorf("%d patterns are more than %d", len(v.list), pattern.SetSize)
	}
	v.set = joined(v.list, func(x valued) pattern.Pattern { return x.Pattern })
	return v, err
}

// Match finds the longest value word at rune i.
func (v *Values) Match(r []rune, i int) (m Mention, length int) {
	x, length := longest(v.list, v.set, r[i:], func(x valued) pattern.Pattern { return x.Pattern })
	m = x.m
	m.Value = append([]*big.Rat(nil), m.Value...)
	return m, length
}

// longest finds the entry whose pattern reads most of the beginning of r, and how much.
func longest[T any](list []T, set *pattern.Set, r []rune, of func(T) pattern.Pattern) (best T, length int) {
	may, any := set.May(r)
	if !any {
		return best, 0
	}
	text := ""
	may.Each(func(k int) {
		if k >= len(list) {
			return
		}
		if text == "" {
			text = pattern.Text(r)
		}
		if m, ok := of(list[k]).Match(text); ok && m.N > length {
			best, length = list[k], m.N
		}
	})
	return best, length
}

func joined[T any](list []T, of func(T) pattern.Pattern) *pattern.Set {
	patterns := make([]pattern.Pattern, 0, len(list))
	for _, x := range list {
		patterns = append(patterns, of(x))
	}
	return pattern.NewSet(patterns[:min(len(patterns), pattern.SetSize)])
}

func eachPattern(rows [][]string, use func([]string, pattern.Pattern) error) error {
	macros := &pattern.Macros{}
	for _, row := range rows {
		if name, ok := strings.CutPrefix(row[0], "macro "); ok {
			macros.Add(name, row[1])
			continue
		}
		p, err := macros.Compile(row[0])
		if err != nil {
			return err
		}
		if err := use(row, p); err != nil {
			return err
		}
	}
	return nil
}

type errNotANumber string

func (e errNotANumber) Error() string { return "a value is a number, not " + string(e) }
