package golden

import (
	"encoding/json"
	"strconv"
	"strings"

	"github.com/qushu/qushu/extract/fact"
	"github.com/qushu/qushu/rules"
)

// LineOf writes a fact as a fact line. What the document gives (its area, its year or
// period) and what goes without saying (status actual, the unit of a rank or a bare
// number) is left out; a period or area that the fact lacks though the document gives
// one is null.
func LineOf(f fact.Fact, given []rules.KV) rules.Line {
	l := rules.Line{
		Measure:   f.Measure,
		Indicator: f.Indicator,
		Bound:     f.Bound,
		Value:     valueText(f.Value, f.Kind),
		Unit:      plainUnit(f.Unit),
		Quote:     f.Text,
	}
	if l.Bound == "" {
		l.Bound = "exact"
	}
	if l.Measure == "" {
		l.Measure = f.Kind
		return l
	}
	for _, key := range comparedFields {
		if v := attribute(f, key); v != "" && v != defaultOf(key, given) {
			l.Fields = append(l.Fields, rules.KV{Key: key, Value: v})
		} else if v == "" && defaultOf(key, given) != "" && key != "status" {
			l.Fields = append(l.Fields, rules.KV{Key: key, Value: "null"})
		}
	}
	return l
}

// comparedFields are the attributes that a fact line carries, in the order written.
var comparedFields = []string{"basis", "scope", "agg", "status", "period", "subject", "area", "repaired", "flags"}

func attribute(f fact.Fact, key string) string {
	switch key {
	case "basis":
		return f.Basis
	case "scope":
		return f.Scope
	case "agg":
		return f.Agg
	case "status":
		return f.Status
	case "period":
		return f.Period
	case "subject":
		return f.Subject
	case "repaired":
		return plainNumber(string(f.Repaired))
	case "flags":
		return strings.Join(f.Flags, ",")
	}
	return f.Area
}

// defaultOf is what a field that is not written stands for.
func defaultOf(key string, given []rules.KV) string {
	switch key {
	case "status":
		return firstGiven(given, "actual", "status")
	case "period":
		return firstGiven(given, "", "period", "year")
	case "area", "subject":
		return firstGiven(given, "", key)
	}
	return ""
}

func firstGiven(given []rules.KV, otherwise string, keys ...string) string {
	for _, key := range keys {
		for _, kv := range given {
			if kv.Key == key {
				return kv.Value
			}
		}
	}
	return otherwise
}

// fieldOf is what a line says of a field: as written, or the default; null is "".
func fieldOf(l rules.Line, key string, given []rules.KV) string {
	v := l.Get(key)
	if v == "" {
		v = defaultOf(key, given)
	}
	if v == "null" {
		return ""
	}
	return v
}

// plainUnit drops the units that say only that there is none.
func plainUnit(unit string) string {
	if unit == "1" || unit == "rank" {
		return ""
	}
	return unit
}

// valueText writes a JSON value as fact lines have it: [3,5] is 3..5, or 3:5 where it
// is a ratio.
func valueText(raw json.RawMessage, kind string) string {
	var parts []json.Number
	if json.Unmarshal(raw, &parts) == nil && len(parts) > 0 {
		sep := ".."
		if kind == "ratio" || len(parts) > 2 {
			sep = ":"
		}
		out := make([]string, len(parts))
		for i, p := range parts {
			out[i] = p.String()
		}
		return strings.Join(out, sep)
	}
	var text string
	if json.Unmarshal(raw, &text) == nil && text != "" {
		return text
	}
	var number json.Number
	if json.Unmarshal(raw, &number) == nil && number != "" {
		return plainNumber(number.String())
	}
	return "null"
}

// plainNumber writes out a number that has an exponent.
func plainNumber(s string) string {
	if !strings.ContainsAny(s, "eE") {
		return s
	}
	x, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return "null"
	}
	return strconv.FormatFloat(x, 'f', -1, 64)
}
