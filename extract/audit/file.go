package audit

import (
	"strings"

	"github.com/qushu/qushu/extract/fact"
)

// file reads all facts once and files each under what it may be held against.
func (a *Auditor) file(l *lines, docs map[string]document) ([]card, error) {
	var cards []card
	err := l.each(func(f *fact.Fact, at int64, size int) {
		add := func(v view, value float64, key ...string) {
			cards = append(cards, card{view: v, key: hash(key...), at: at, size: int32(size), says: says(f), value: value})
		}
		if len(f.Flags) > 0 && worthSaying(f) {
			add(alone, 0, f.ID, f.Area, f.Indicator)
		}
		if f.Kind == "ratio" && f.Measure == "ratio" {
			add(alone, 0, f.ID, f.Area, f.Indicator)
		}
		if i, ok := a.itemOf(f, docs); ok {
			a.cards(&i, add)
		}
	})
	return cards, err
}

// says is a hash of what a fact says and of the sentence that it stands in.
func says(f *fact.Fact) uint32 {
	return uint32(hash(f.Measure, string(f.Value), f.Unit, f.Bound, f.Period, f.Status, f.Basis, f.Scope, f.Agg))
}

// cards files an item.
func (a *Auditor) cards(i *item, add func(v view, value float64, key ...string)) {
	if i.named() && i.Area+i.Subject != "" {
		add(series, 0, i.Area, i.Subject, i.topic)
	}
	if i.Sentence != nil && i.is == "level" && additive(i) && i.says(a.words.part) {
		add(sentence, 0, i.Doc, i.Locator, i.Sentence.Text)
	}
	if !i.known() || i.Subject != "" || i.Area == "" {
		return
	}
	switch {
	case i.is == "share", i.is == "level" && a.laws.wholes[i.topic]:
		add(sheet, anchor, i.Area, i.stretch.String())
	case i.is == "level":
		add(sheet, 0, i.Area, i.stretch.String())
	}
	if i.is == "rank" && i.AreaCode != "" {
		add(field, 0, i.topic, i.IndicatorID, i.stretch.String(), i.Scope, string(i.Value))
	}
	if i.is == "level" && i.Kind != "percent" && i.AreaCode != "" && !i.behind(a.words.part) && i.bounds.closed() && i.bounds.lo.Sign() > 0 {
		mean, _ := i.bounds.lo.Float64()
		add(peers, mean, i.topic, i.unit(), tier(i.AreaCode), i.span())
	}
}

// anchor marks the cards of a sheet without which there is nothing to check.
const anchor = 1

// shortName is the length in characters of a name that may well mean two things.
const shortName = 5

// named reports whether the indicator is one that can be told from others by its name.
func (i *item) named() bool { return i.known() || len([]rune(i.Indicator)) >= shortName }

// tier is how high an area stands by its code: a province, a city or a county.
func tier(code string) string {
	switch {
	case strings.HasSuffix(code, "0000"):
		return "2"
	case strings.HasSuffix(code, "00"):
		return "4"
	}
	return "6"
}

// span tells stretches of a year from shorter and longer ones.
func (i *item) span() string {
	s := i.stretch
	switch {
	case !s.within():
		return "years"
	case s.from[4:] == "-01-01" && s.to[4:] == "-12-31":
		return "year"
	}
	return "part"
}
