package rules

import (
	"slices"
	"strings"
)

// Measures are the names that a fact may state its value as.
var Measures = []string{
	"level", "growth", "delta", "growth_multiple", "multiple", "share",
	"rank", "rank_change", "contribution", "ratio", "difference",
}

// Kinds are the kinds of mention that a capture may ask for.
var Kinds = []string{
	"money", "count", "measure", "rate", "percent", "points", "fraction", "multiple",
	"rank", "ratio", "date", "period", "duration", "number",
}

// Bounds are what a hedge says of a value.
var Bounds = []string{"exact", "about", "nearly", "over", "at_least", "under", "at_most"}

// captureKinds gives the fields of a capture and the kinds each may ask for.
var captureKinds = map[string][]string{
	"value": Kinds, "base": Kinds, "time": {"date", "period", "duration"},
	"scope": {"area"}, "subject": {"area"},
	"indicator": nil, "verb": nil, "object": nil, "noun": nil,
}

// CaptureFields are the names that a capture may have.
var CaptureFields = []string{"value", "base", "time", "indicator", "scope", "subject", "verb", "object", "noun"}

// keywords begin the indented lines of a rule.
var keywords = []string{"given", "match", "fact", "case"}

// yieldKeys are the keys of a rule's fact line.
var yieldKeys = []string{"indicator", "scope", "basis", "agg", "status", "sign", "bound", "period", "subject", "area"}

// lineKeys are the keys of a fact line in cases and goldens.
var lineKeys = []string{"basis", "scope", "agg", "status", "period", "subject", "area", "kind", "repaired", "flags", "rule"}

// givenKeys are what a case or golden may say of its document.
var givenKeys = []string{"published", "year", "area", "period", "status", "title", "genre", "subject"}

// closedValues are the keys that take one of a few words.
var closedValues = map[string][]string{
	"agg":    {"cumulative", "annual_avg", "daily_avg", "peak"},
	"status": {"actual", "expected", "target"},
	"bound":  Bounds,
	"sign":   {"+", "-"},
}

// isMention reports whether a fact line's first word is a kind: such a line is a mention
// that states no fact, and has no indicator.
func isMention(measure string) bool { return contains(Kinds, measure) && !contains(Measures, measure) }

// isTime reports whether it is a mention whose value is ISO 8601 text.
func isTime(measure string) bool { return measure == "date" || measure == "period" }

// wanted says what a name could have been: the nearest one, or all of them.
func wanted(got string, names []string) string {
	if near := nearest(got, names); near != "" {
		return "did you mean " + near + "?"
	}
	return "wanted one of " + strings.Join(names, " ")
}

// nearest gives the name that is within two edits, or a third of the length, of got.
func nearest(got string, names []string) string {
	best, name := min(2, len(got)/2)+1, ""
	for _, n := range slices.Sorted(slices.Values(names)) {
		if d := edits(got, n); d < best {
			best, name = d, n
		}
	}
	return name
}

// edits counts the characters to insert, delete, replace or swap with the next to make b
// of a: raech is one swap away from reach.
func edits(a, b string) int {
	x, y := []rune(a), []rune(b)
	rows := make([][]int, len(x)+1)
	for i := range rows {
		rows[i] = make([]int, len(y)+1)
		rows[i][0] = i
	}
	for j := range rows[0] {
		rows[0][j] = j
	}
	for i := range x {
		for j := range y {
			cost := rows[i][j]
			if x[i] != y[j] {
				cost++
			}
			if i > 0 && j > 0 && x[i] == y[j-1] && x[i-1] == y[j] {
				cost = min(cost, rows[i-1][j-1]+1)
			}
			rows[i+1][j+1] = min(cost, rows[i][j+1]+1, rows[i+1][j]+1)
		}
	}
	return rows[len(x)][len(y)]
}
