package golden

import (
	"math"
	"reflect"
	"slices"
	"strings"
	"unicode/utf8"
)

// ignored are the characters that do not tell two names apart: white space, quotes,
// brackets, commas, dots, and U+7684, the particle of attribution.
const ignored = " \t\r\n\u3000“”\"'‘’《》()（）、,，·的"

// plainName is a name without the characters that do not count.
func plainName(s string) string {
	keep := func(r rune) rune {
		if strings.ContainsRune(ignored, r) {
			return -1
		}
		return r
	}
	return strings.ToLower(strings.Map(keep, s))
}

// oneOf gives the right answers: an array's elements, or the value itself.
func oneOf(v any) []any {
	if list, ok := v.([]any); ok && len(list) > 0 {
		return list
	}
	return []any{v}
}

// sameAny compares values as JSON gives them: numbers to a millionth, below 1 to a
// thousandth, lists element by element.
func sameAny(got, want any) bool {
	g, ok1 := got.([]any)
	w, ok2 := want.([]any)
	if ok1 || ok2 {
		return ok1 && ok2 && sameList(g, w)
	}
	x, ok1 := got.(float64)
	y, ok2 := want.(float64)
	if !ok1 || !ok2 {
		return reflect.DeepEqual(got, want)
	}
	tolerance := 1e-6
	if math.Abs(y) < 1 {
		tolerance = 1e-3
	}
	return math.Abs(x-y) <= tolerance*max(math.Abs(x), math.Abs(y))
}

func sameList(got, want []any) bool {
	if len(got) != len(want) {
		return false
	}
	for i := range got {
		if !sameAny(got[i], want[i]) {
			return false
		}
	}
	return true
}

func isTimeKind(kind string) bool { return kind == "date" || kind == "period" }

// mentionRight reports whether value and unit agree.
func mentionRight(p predicted, g goldMention) bool {
	if isTimeKind(p.Kind) != isTimeKind(g.Kind) {
		return false
	}
	if isTimeKind(g.Kind) {
		return reflect.DeepEqual(p.Value, g.Value)
	}
	want := append([]any{g.Value}, g.Also...)
	if g.Repaired != nil {
		want = append(want, g.Repaired)
	}
	unit, units := orOne(p.Unit), unitsOf(g)
	for _, w := range want {
		if slices.Contains(units, unit) && sameAny(p.Value, w) {
			return true
		}
	}
	return sameShare(p.Value, unit, want, units)
}

// sameShare takes 1/3 and 33.33 % as the same number.
func sameShare(got any, unit string, want []any, units []string) bool {
	for _, u := range append([]string{unit}, units...) {
		if u != "1" && u != "%" {
			return false
		}
	}
	x, ok := got.(float64)
	for _, w := range want {
		if y, isNumber := w.(float64); ok && isNumber && sameAny(x*unitFactor(unit), y*unitFactor(units[0])) {
			return true
		}
	}
	return false
}

func unitFactor(unit string) float64 {
	if unit == "%" {
		return 0.01
	}
	return 1
}

func orOne(unit string) string {
	if unit == "" {
		return "1"
	}
	return unit
}

func unitsOf(g goldMention) []string {
	var out []string
	for _, u := range oneOf(g.Unit) {
		s, _ := u.(string)
		out = append(out, orOne(s))
	}
	return out
}

// indicatorRight wants one of the accepted names, or a name that contains the shortest
// of them and is contained in the longest.
func indicatorRight(got *string, f goldFact) bool {
	if got == nil || plainName(*got) == "" {
		return false
	}
	p := plainName(*got)
	names := []string{plainName(f.Indicator)}
	for _, a := range f.Accept {
		names = append(names, plainName(a))
	}
	short, long := names[0], names[0]
	for _, n := range names {
		if n == p {
			return true
		}
		if utf8.RuneCountInString(n) < utf8.RuneCountInString(short) {
			short = n
		}
		if utf8.RuneCountInString(n) > utf8.RuneCountInString(long) {
			long = n
		}
	}
	return strings.Contains(p, short) && strings.Contains(long, p)
}

// exactly wants one of the right answers letter for letter; no answer is null.
func exactly(got *string, want any) bool {
	for _, w := range oneOf(want) {
		s, ok := w.(string)
		if got == nil && w == nil || got != nil && ok && *got == s {
			return true
		}
	}
	return false
}

// loosely wants one of the right answers as a plain name; no answer is the empty one.
func loosely(got *string, want any) bool {
	text := ""
	if got != nil {
		text = plainName(*got)
	}
	for _, w := range oneOf(want) {
		s, _ := w.(string)
		if plainName(s) == text {
			return true
		}
	}
	return false
}

// Fields are the fields of a fact that are scored. The first three make it a core
// fact, the first six a right one.
var Fields = []string{"measure", "indicator", "period", "area", "subject", "status", "basis", "scope"}

const (
	coreFields = 3
	fullFields = 6
)

// fieldsRight says for each of Fields whether the prediction has it right. A basis or
// scope that gold does not give is not asked for.
func fieldsRight(p predicted, f goldFact) [8]bool {
	return [8]bool{
		exactly(p.Measure, f.Measure),
		indicatorRight(p.Indicator, f),
		exactly(p.Period, f.Period),
		loosely(p.Area, f.Area),
		loosely(p.Subject, f.Subject),
		exactly(p.Status, f.Status),
		f.Basis == nil || exactly(p.Basis, f.Basis),
		f.Scope == nil || loosely(p.Scope, f.Scope),
	}
}

// allRight reports whether the first n fields are right.
func allRight(ok [8]bool, n int) bool {
	for _, b := range ok[:n] {
		if !b {
			return false
		}
	}
	return true
}
