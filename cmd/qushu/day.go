package main

import "time"

// isDay reports whether a text is a day, month or year in ISO 8601 form.
func isDay(s string) bool {
	for _, layout := range []string{"2006-01-02", "2006-01", "2006"} {
		if _, err := time.Parse(layout, s); err == nil {
			return true
		}
	}
	return false
}
