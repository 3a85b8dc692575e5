package audit

import (
	"strconv"
	"strings"
)

// stretch is a period by its first and last day, as text that sorts: the last day of a
// month is always written 31.
type stretch struct{ from, to string }

// stretchOf reads the ISO 8601 text of a period. The last day of a year stands for the
// year: what there is at its end is what it has.
//
//	2020 → 2020-01-01 to 2020-12-31
//	2020-01/2020-09 → 2020-01-01 to 2020-09-31
func stretchOf(period string) (s stretch, ok bool) {
	from, to, span := strings.Cut(period, "/")
	if !span {
		to = from
	}
	if len(from) < len("2020") || len(to) < len("2020") || len(from) > len("2020-12-31") || len(to) > len("2020-12-31") {
		return s, false
	}
	s = stretch{from + "-01-01"[len(from)-4:], to + "-12-31"[len(to)-4:]}
	if s.from == s.to && strings.HasSuffix(s.to, "-12-31") {
		s.from = s.to[:4] + "-01-01"
	}
	return s, true
}

// day reports whether it is a single day.
func (s stretch) day() bool { return s.from == s.to }

// within reports whether it lies in one year.
func (s stretch) within() bool { return s.from[:4] == s.to[:4] }

// String is a form of the stretch that tells it from others.
func (s stretch) String() string {
	if s.from[4:] == "-01-01" && s.to[4:] == "-12-31" && s.within() {
		return s.from[:4]
	}
	return s.from + "/" + s.to
}

// earlier is the same stretch some years before.
func (s stretch) earlier(years int) stretch {
	return stretch{yearsBefore(s.from, years), yearsBefore(s.to, years)}
}

func yearsBefore(day string, years int) string {
	y, err := strconv.Atoi(day[:4])
	if err != nil || y <= years {
		return day
	}
	return strconv.Itoa(y-years) + day[4:]
}
