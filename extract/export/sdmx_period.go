package export

import (
	"fmt"
	"strings"
	"time"
)

// sdmxPeriod gives a period its form and frequency in SDMX: 2020 (A), 2020-S1 (S),
// 2020-Q1 (Q), 2020-10 (M), 2020-12-03 (D); any other stretch of time is a time range,
// 2020-01-01/P9M, whose frequency is _O, other.
func sdmxPeriod(iso string) (period, freq string, ok bool) {
	from, to, isRange := strings.Cut(iso, "/")
	start, unit, ok := sdmxTime(from)
	if !ok {
		return "", "", false
	}
	if !isRange {
		return from, unit, true
	}
	end, endUnit, ok := sdmxTime(to)
	if !ok || end.Before(start) {
		return "", "", false
	}
	switch {
	case unit == "A" && endUnit == "A":
		return fmt.Sprintf("%s-01-01/P%dY", from, end.Year()-start.Year()+1), "_O", true
	case unit == "M" && endUnit == "M":
		period, freq = sdmxMonths(start, end)
		return period, freq, true
	}
	days := int(end.Sub(start).Hours()/24) + 1
	return fmt.Sprintf("%s/P%dD", start.Format(time.DateOnly), days), "_O", true
}

// sdmxMonths is a stretch of whole months.
func sdmxMonths(start, end time.Time) (period, freq string) {
	months := (end.Year()-start.Year())*12 + int(end.Month()-start.Month()) + 1
	first := int(start.Month()) - 1
	switch {
	case months == 12 && first == 0:
		return start.Format("2006"), "A"
	case months == 6 && first%6 == 0:
		return fmt.Sprintf("%s-S%d", start.Format("2006"), first/6+1), "S"
	case months == 3 && first%3 == 0:
		return fmt.Sprintf("%s-Q%d", start.Format("2006"), first/3+1), "Q"
	}
	return fmt.Sprintf("%s/P%dM", start.Format(time.DateOnly), months), "_O"
}

// sdmxTime reads a moment of ISO 8601 and says how long it is.
func sdmxTime(iso string) (at time.Time, unit string, ok bool) {
	for _, form := range []struct{ layout, unit string }{
		{"2006", "A"}, {"2006-01", "M"}, {"2006-01-02", "D"}, {"2006-01-02T15:04:05", "N"}, {"2006-01-02T15:04", "N"},
	} {
		if at, err := time.Parse(form.layout, iso); err == nil {
			return at, form.unit, true
		}
	}
	return at, "", false
}
