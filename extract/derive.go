package extract

import (
	"fmt"
	"math/big"
	"strings"

	"github.com/qushu/qushu/extract/fact"
	"github.com/qushu/qushu/extract/link"
	"github.com/qushu/qushu/extract/mention"
	"github.com/qushu/qushu/normalize/number"
)

// derived tells how a fact came by its value, period and area. A time has no draft.
func (w *writer) derived(f fact.Fact, d *link.Draft) ExplainedFact {
	x := ExplainedFact{Fact: f}
	if d == nil {
		x.Value = fmt.Sprintf("“%s” → %s", f.Text, strings.Trim(string(f.Value), `"`))
		return x
	}
	x.Value = w.valueOf(f, d)
	x.Period = w.periodOf(f, d)
	switch {
	case f.Area == "":
	case d.From.AreaWords != "":
		x.Area = fmt.Sprintf("“%s” → %s", d.From.AreaWords, f.Area)
	case d.How.Area == fact.Carried:
		x.Area = f.Area + ", the place spoken of before"
	default:
		x.Area = f.Area + ", the area of the document"
	}
	return x
}

// valueOf writes the arithmetic from the figures as written to the value.
func (w *writer) valueOf(f fact.Fact, d *link.Draft) string {
	m := &w.read.Mentions[d.Sentence][d.Mention]
	out := fmt.Sprintf("“%s”", f.Text)
	if steps, ok := product(m); ok {
		out = steps
	}
	out += " → " + strings.TrimSpace(string(values(m.Value))+" "+plainUnit(f.Unit))
	if signed := string(values(d.Value)); signed != string(values(m.Value)) {
		out += fmt.Sprintf(", counted down by %s → %s", d.Rule, strings.TrimSpace(signed+" "+plainUnit(f.Unit)))
	}
	if f.Base != nil {
		out += fmt.Sprintf(" = %s %s", f.Base.Value, f.Base.Unit)
	}
	if f.Repaired != nil {
		out += fmt.Sprintf(", which must have been %s", f.Repaired)
	}
	return out
}

// plainUnit drops the units that say only that there is none.
func plainUnit(unit string) string {
	if unit == "1" || unit == "rank" {
		return ""
	}
	return unit
}

// product writes a single value as figures × scale × unit: 52.7 × 亿(10^8) 元. It reports
// false where that is not how the value came about.
func product(m *mention.Mention) (string, bool) {
	if len(m.Value) != 1 || m.Unit.Factor == nil {
		return "", false
	}
	n, ok := number.Scan([]rune(m.Digits))
	if !ok {
		return "", false
	}
	for _, scale := range []string{scaleOf(m.UnitText), ""} {
		factor := big.NewRat(1, 1)
		if s, ok := number.Scan([]rune(scale)); ok && scale != "" {
			factor = s.Value
		}
		x := new(big.Rat).Mul(n.Value, factor)
		if x.Mul(x, m.Unit.Factor).Cmp(m.Value[0]) == 0 {
			return factors(m, scale, factor), true
		}
	}
	return "", false
}

// scaleOf are the scales at the beginning of a unit as written: 亿 of 亿元.
func scaleOf(text string) string {
	for i, r := range text {
		if !number.IsScale(r) {
			return text[:i]
		}
	}
	return text
}

func factors(m *mention.Mention, scale string, factor *big.Rat) string {
	out := m.Digits
	if scale != "" {
		out += fmt.Sprintf(" × %s(10^%d)", scale, len(factor.RatString())-1)
	}
	unit := strings.TrimPrefix(m.UnitText, scale)
	if m.Unit.Factor.Cmp(big.NewRat(1, 1)) != 0 {
		out += fmt.Sprintf(" × %s(%s %s)", unit, m.Unit.Factor.RatString(), m.Unit.Code)
	} else if unit != "" {
		out += " " + unit
	}
	return out
}

// periodOf tells which words gave a fact its period.
func (w *writer) periodOf(f fact.Fact, d *link.Draft) string {
	if f.Period == "" {
		return ""
	}
	of := map[string]string{link.ByClause: "in its clause", link.BySentence: "earlier in its sentence",
		link.ByParagraph: "at the opening of its paragraph", link.BySection: "in the heading of its section"}[d.From.PeriodBy]
	switch {
	case d.From.PeriodBy == link.ByDocument:
		return f.Period + ", the period of the document"
	case of == "" || d.From.PeriodWords == "":
		return f.Period
	}
	out := fmt.Sprintf("“%s” %s", d.From.PeriodWords, of)
	if w.defaults.Now > 0 && d.From.FromNow {
		out += fmt.Sprintf(", the text being of %d", w.defaults.Now)
	}
	return out + " → " + f.Period
}
