package view

import (
	"cmp"
	"fmt"
	"html"
	"slices"
	"strconv"
	"strings"
)

// The charts: how many facts there are by year and by indicator, at most so many bars.
const (
	mostYears      = 40
	mostIndicators = 15
	barHeight      = 24
	barRoom        = 50 // of a bar, in percent of the chart; 40 are before it
)

// counted is a text and how many facts have it; in JSON a pair.
type counted [2]any

// most are the texts that have the highest counts; "" is none.
func most(n map[string]int, number int) []counted {
	keys := make([]string, 0, len(n))
	for k := range n {
		if k != "" {
			keys = append(keys, k)
		}
	}
	slices.SortFunc(keys, func(a, b string) int { return cmp.Or(cmp.Compare(n[b], n[a]), cmp.Compare(a, b)) })
	out := make([]counted, 0, number)
	for _, k := range keys[:min(len(keys), number)] {
		out = append(out, counted{k, n[k]})
	}
	return out
}

// charts draws both charts as SVG. The page gives the bars other lengths when it is
// filtered, and there are as many as that may need.
func charts(year, indicator []counted) string {
	year = slices.Clone(year)
	slices.SortFunc(year, func(a, b counted) int { return cmp.Compare(a[0].(string), b[0].(string)) })
	return bars("by-year", "By year", year, mostYears) + bars("by-indicator", "By indicator", indicator, mostIndicators)
}

func bars(id, title string, pairs []counted, number int) string {
	longest := 1
	for _, p := range pairs {
		longest = max(longest, p[1].(int))
	}
	var b strings.Builder
	fmt.Fprintf(&b, "<h2>%s</h2><svg id=\"%s\" role=\"group\" aria-label=\"%[1]s\" width=\"100%%\" height=\"%[3]d\">\n", title, id, len(pairs)*barHeight)
	for i := range number {
		name, n, display := "", 0, "none"
		if i < len(pairs) {
			name, n, display = pairs[i][0].(string), pairs[i][1].(int), "inline"
		}
		bar(&b, i*barHeight, name, n, max(0.3, float64(n)/float64(longest)*barRoom), display)
	}
	b.WriteString("</svg>\n")
	return b.String()
}

func bar(b *strings.Builder, y int, name string, n int, width float64, display string) {
	length := strconv.FormatFloat(width, 'f', 2, 64)
	end := strconv.FormatFloat(40+width, 'f', 2, 64)
	escaped := html.EscapeString(name)
	fmt.Fprintf(b, `<g tabindex="0" role="button" data-name="%s" display="%s"><title>%[1]s: %[3]d</title><text x="40%%" dx="-8" y="%[4]d" text-anchor="end">%[5]s</text>`,
		escaped, display, n, y+barHeight*2/3, html.EscapeString(shortened(name)))
	fmt.Fprintf(b, `<rect x="40%%" y="%d" width="%s%%" height="%d" rx="2"/><text class="n" x="%s%%" dx="6" y="%d">%d</text></g>`+"\n",
		y+4, length, barHeight-8, end, y+barHeight*2/3, n)
}

// shortened is a name that fits before its bar.
func shortened(name string) string {
	if r := []rune(name); len(r) > 12 {
		return string(r[:11]) + "…"
	}
	return name
}
