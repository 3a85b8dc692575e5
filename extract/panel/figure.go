package panel

import (
	"encoding/json"
	"strings"
)

// signs are the bounds as fact lines write them.
var signs = map[string]string{"about": "~", "nearly": "<~", "over": ">", "at_least": ">=", "under": "<", "at_most": "<="}

// Figure writes a value for people: >=5 %, 4.5..5 %, 15.3:43.4:41.3, 22130000000 CNY.
func Figure(value json.RawMessage, bound, unit string) string {
	text := plainValue(string(value), unit)
	if unit == "1" || unit == "rank" {
		unit = ""
	}
	return strings.TrimSpace(signs[bound] + text + " " + unit)
}

// plainValue is a value without brackets: a range of two numbers, a ratio, which has no
// unit, of several.
func plainValue(value, unit string) string {
	inner, ok := strings.CutPrefix(value, "[")
	if !ok {
		return value
	}
	joint := ".."
	if unit == "1" {
		joint = ":"
	}
	return strings.Join(strings.Split(strings.TrimSuffix(inner, "]"), ","), joint)
}
