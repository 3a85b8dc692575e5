package audit

import "fmt"

// ranks finds a place that two areas claim in one field. Areas of different tiers compete
// in different fields, and so do those of other upper areas.
func (a *Auditor) ranks(items []*item) (found []Finding) {
	for _, g := range apartBy(items, a.arena) {
		one := g[0]
		if other := first(g, func(i *item) bool { return i.Area != one.Area }); other != nil && a.arena(one) != "" {
			sum := fmt.Sprintf("%s %s = %s %s", one.Area, one.figure(), other.Area, other.figure())
			found = append(found, finding(Warning, Rank, sum, one, other))
		}
	}
	return found
}

// arena is the field in which an area takes a place, "" where it is not known.
func (a *Auditor) arena(i *item) string {
	digits, known := a.laws.scopes[i.Scope]
	if !known || !i.measured() || !i.closed || i.Bound != "exact" || i.Confidence < sure || i.says(a.words.tied) || len(i.AreaCode) != 6 {
		return ""
	}
	if digits == 4 && municipal(i.AreaCode) {
		digits = 2
	}
	return i.AreaCode[:digits] + "\x00" + tier(i.AreaCode) + "\x00" + string(i.Value) + "\x00" + i.stretch.String()
}

// municipal reports whether an area is of a city that is a province by itself.
func municipal(code string) bool {
	switch code[:2] {
	case "11", "12", "31", "50":
		return true
	}
	return false
}
