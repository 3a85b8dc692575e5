package main

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/qushu/qushu/extract"
	"github.com/qushu/qushu/extract/mention"
	"github.com/qushu/qushu/golden"
	"github.com/qushu/qushu/rules"
)

func writeExplained(w io.Writer, list []extract.Explained) error {
	var b strings.Builder
	for i, x := range list {
		if i > 0 {
			b.WriteString("\n")
		}
		writeText(&b, x)
		writeContext(&b, x.Context)
		writeWords(&b, x)
		for _, m := range x.Mentions {
			writeMention(&b, m, x.Locator != "")
		}
		writeDerived(&b, x.Facts)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// writeText writes the sentence on one line, and below it a line that marks its values and
// times with ^ and the numerals that are none with a point.
func writeText(b *strings.Builder, x extract.Explained) {
	var text, marks strings.Builder
	space := true
	for i, r := range x.Text {
		if unicode.IsSpace(r) {
			if space {
				continue
			}
			r = ' '
		}
		space = r == ' '
		text.WriteRune(r)
		marks.WriteString(strings.Repeat(markAt(x, x.Start+i), rules.DisplayWidth(string(r))))
	}
	fmt.Fprintf(b, "> %s\n", strings.TrimSpace(text.String()))
	if line := strings.TrimRight(marks.String(), " "); line != "" {
		fmt.Fprintf(b, "  %s\n", line)
	}
}

func markAt(x extract.Explained, at int) string {
	for _, m := range x.Mentions {
		if m.Start <= at && at < m.End {
			if m.Kind == mention.None {
				return "."
			}
			return "^"
		}
	}
	return " "
}

// writeContext writes what holds for the sentence from outside it, where anything does.
func writeContext(b *strings.Builder, c extract.Context) {
	year := ""
	if c.Year > 0 {
		year = strconv.Itoa(c.Year)
	}
	rows := [][2]string{
		{"document", words("of", cmp.Or(c.Period, year), "about", c.Area, "published", c.Published)},
		{"section", words("of", c.SectionPeriod, "status", c.SectionStatus, "by", quote(c.SectionWords))},
		{"paragraph", words("of", c.ParagraphPeriod, "by", quote(c.ParagraphWords))},
		{"before", words("", c.Head)},
		{"subject", words("", c.Subject)},
	}
	title := "\nin force\n"
	for _, r := range rows {
		if r[1] != "" {
			fmt.Fprintf(b, "%s    %-9s  %s\n", title, r[0], r[1])
			title = ""
		}
	}
}

// words joins labels with what they say, leaving out those that say nothing.
func words(pairs ...string) string {
	var out []string
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i+1] != "" {
			out = append(out, strings.TrimSpace(pairs[i]+" "+pairs[i+1]))
		}
	}
	return strings.Join(out, ", ")
}

func quote(s string) string {
	if s == "" {
		return ""
	}
	return "“" + s + "”"
}

// writeWords writes the words of a sentence, or which row of a table it is, and heads its
// numerals.
func writeWords(b *strings.Builder, x extract.Explained) {
	switch {
	case len(x.Mentions) == 0 && len(x.Tokens) == 0:
		b.WriteString("\nno numeral\n")
		return
	case x.Locator != "":
		fmt.Fprintf(b, "\nrow of a table\n    %s", x.Locator)
	case len(x.Tokens) > 0:
		b.WriteString("\nwords\n   ")
	}
	for _, t := range x.Tokens {
		if strings.TrimSpace(t.Text) != "" {
			fmt.Fprintf(b, " %s/%s", t.Text, t.Pos)
		}
	}
	b.WriteString("\n\nnumerals\n")
}

func writeMention(b *strings.Builder, m extract.ExplainedMention, inTable bool) {
	if m.Why != "" {
		fmt.Fprintf(b, "    “%s”  none: %s (%s)\n", m.Text, m.Why, m.Rule)
		return
	}
	said := []string{m.Kind, string(m.Value)}
	if m.Unit != "" {
		said = append(said, m.Unit)
	}
	if m.Bound != "" && m.Bound != "exact" {
		said = append(said, m.Bound)
	}
	fmt.Fprintf(b, "    “%s”  %s\n", m.Text, strings.Join(said, " "))
	for _, h := range m.Held {
		mark := " "
		if h.Chosen {
			mark = "*"
		}
		fmt.Fprintf(b, "      %s held    %s  “%s”%s\n", mark, h.Rule, h.Read, captures(h.Got))
	}
	if !inTable && len(m.Held) == 0 && m.Kind != mention.Date && m.Kind != mention.Period {
		b.WriteString("        no rule holds\n")
	}
	for _, n := range m.Near {
		fmt.Fprintf(b, "        nearly  %s  lacks %s%s\n", n.Rule, n.Lack, placeOfLack(n))
	}
}

// placeOfLack says where an element is missing.
func placeOfLack(n extract.Near) string {
	switch {
	case n.Before == "" && n.After == "":
		return ""
	case n.Before == "":
		return " before “" + n.After + "”"
	}
	return " behind “" + n.Before + "”"
}

func captures(got map[string]string) string {
	var b strings.Builder
	for _, field := range slices.Sorted(maps.Keys(got)) {
		fmt.Fprintf(&b, " %s=%s", field, got[field])
	}
	return b.String()
}

// writeDerived writes the facts as fact lines, and how each came by what it says.
func writeDerived(b *strings.Builder, facts []extract.ExplainedFact) {
	if len(facts) == 0 {
		return
	}
	lines := make([]rules.Line, len(facts))
	for i, f := range facts {
		lines[i] = golden.LineOf(f.Fact, nil)
	}
	b.WriteString("\nfacts\n")
	for _, l := range rules.FormatLines(lines) {
		b.WriteString("    " + l + "\n")
	}
	b.WriteString("\nhow\n")
	for _, f := range facts {
		writeHow(b, f)
	}
}

func writeHow(b *strings.Builder, f extract.ExplainedFact) {
	x := f.Fact
	if x.Measure == "" {
		fmt.Fprintf(b, "    %s  %s\n", x.Kind, f.Value)
		return
	}
	fmt.Fprintf(b, "    %s  %s\n", cmp.Or(x.Indicator, x.Measure), f.Value)
	for _, r := range [][3]string{
		{"period", f.Period, string(x.How.Period)}, {"area", f.Area, string(x.How.Area)},
		{"indicator", x.Indicator, string(x.How.Indicator)}, {"subject", x.Subject, string(x.How.Subject)}, {"basis", x.Basis, string(x.How.Basis)},
	} {
		if r[1] != "" && (r[0] == "period" || r[0] == "area" || r[2] != "stated" && r[2] != "") {
			fmt.Fprintf(b, "        %-9s  %s (%s)\n", r[0], r[1], cmp.Or(r[2], "as is"))
		}
	}
}
