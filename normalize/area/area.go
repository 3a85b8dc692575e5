// Package area knows the administrative areas of China, with the years in which each
// name and code was in use, and finds their names in a text.
//
// The package imports nothing of qushu. The areas and the words that go with them (ends
// of names, names that are common words too) come in as the rows of two tables.
package area

import "strings"

// The levels of an area.
const (
	Province   = 1
	Prefecture = 2
	County     = 3
)

// Area is one area under one name: a county that became a district is two areas, and the
// elder names the younger in New.
type Area struct {
	Code   string // GB/T 2260, six digits
	Name   string // official, of this level only: 江北区
	Level  int    // Province, Prefecture or County
	Parent *Area  // nil for a province
	From   int    // the first year
	To     int    // the year the name or the code was given up; 0 while in use
	New    []string

	short string
}

// Full is the name with those of the areas above it: 重庆市江北区, 四川省成都市青羊区.
func (a *Area) Full() string {
	if a.Parent == nil {
		return a.Name
	}
	return a.Parent.Full() + a.Name
}

// Short is the name without its end, and without the peoples an autonomous area is named
// for: 江北, 德阳, 内蒙古. Where less than two characters would be left (忠县), it is the
// whole name.
func (a *Area) Short() string { return a.short }

// In reports whether the area had its name and code in the year. In the year of a change
// both the old and the new one did. Year 0 asks whether it is in use still.
func (a *Area) In(year int) bool {
	if year == 0 {
		return a.To == 0
	}
	return a.From <= year && (a.To == 0 || year <= a.To)
}

// Within reports whether a is b or lies in it.
func (a *Area) Within(b *Area) bool {
	for ; a != nil; a = a.Parent {
		if a == b {
			return true
		}
	}
	return false
}

// within is Within by code, so that a county of today lies in its prefecture under any of
// the prefecture's names.
func (a *Area) within(b *Area) bool {
	for ; a != nil; a = a.Parent {
		if a.Code == b.Code {
			return true
		}
	}
	return false
}

// shorten cuts the first matching suffix and the peoples before it.
func shorten(name string, suffixes, peoples []string) string {
	rest := cutOne(name, suffixes)
	if rest == name {
		return name
	}
	for {
		cut := cutOne(rest, peoples)
		if cut == rest {
			return rest
		}
		rest = cut
	}
}

// cutOne cuts the first of the ends that leaves two characters or more.
func cutOne(s string, ends []string) string {
	for _, e := range ends {
		if rest, ok := strings.CutSuffix(s, e); ok && twoOrMore(rest) {
			return rest
		}
	}
	return s
}

func twoOrMore(s string) bool {
	n := 0
	for range s {
		n++
	}
	return n >= 2
}
