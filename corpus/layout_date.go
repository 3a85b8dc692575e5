package corpus

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"
)

var (
	dayRE   = regexp.MustCompile(`((?:19|20)\d\d)\s?[-/年.]\s?(\d{1,2})\s?[-/月.]\s?(\d{1,2})(?:\s?日|T|\b)`)
	clockRE = regexp.MustCompile(`T?\s?\d{1,2}[:：]\d{2}(?:[:：]\d{2})?Z?`)
	weekRE  = regexp.MustCompile(`(?:星期|周)[一二三四五六日天]`)
)

// clocked begins what follows the day of a page: the time of day, then no more than a
// mark and the name of who published it.
var clocked = regexp.MustCompile(`^\s?T?\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?:$|[\s·•|｜/—\-])`)

// longSource is how many characters the name of who published a page has at most.
const longSource = 10

// day finds the first day in a text and returns it in ISO form with its place.
func day(s string) (iso string, at []int) {
	for _, m := range dayRE.FindAllStringSubmatchIndex(s, 4) {
		y, _ := strconv.Atoi(s[m[2]:m[3]])
		mon, _ := strconv.Atoi(s[m[4]:m[5]])
		d, _ := strconv.Atoi(s[m[6]:m[7]])
		if mon >= 1 && mon <= 12 && d >= 1 && d <= 31 {
			return fmt.Sprintf("%04d-%02d-%02d", y, mon, d), m[:2]
		}
	}
	return "", nil
}

// dateLine reports whether a short line does no more than date the page: a label with
// a day, or a day with at most a clock time, a weekday and a few words of furniture.
func (w *Words) dateLine(s string, n shape) (why string, ok bool) {
	if n.runes > 90 || n.digits == 0 || n.stops > 0 || n.commas > 1 {
		return "", false
	}
	_, at := day(s)
	if at == nil {
		return "", false
	}
	before := squeeze(s[:at[0]])
	for _, x := range w.labels[dateLabel] {
		if head, ok := strings.CutSuffix(strings.TrimRight(before, ":丨|[(【"), x.text); ok && utf8.RuneCountInString(head) <= 24 {
			return "label: " + x.text, true
		}
	}
	rest := s[:at[0]] + s[at[1]:]
	rest = weekRE.ReplaceAllString(clockRE.ReplaceAllString(rest, ""), "")
	rest = bare(squeeze(rest))
	if rest == "" {
		return "a day alone", true
	}
	if w.holds(notDate, rest) != "" {
		return "", false
	}
	if x, ok := w.find(rest); ok {
		return "a day with: " + x.text, true
	}
	if at[0] == 0 && clocked.MatchString(s[at[1]:]) && utf8.RuneCountInString(rest) <= longSource && !strings.ContainsAny(rest, "，,、") {
		return "a day and a time of day with a name", true
	}
	return "", false
}
