package audit

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/qushu/qushu/corpus"
	"github.com/qushu/qushu/rules"
)

// The levels of findings: what cannot be, what is hardly so, and what is worth knowing.
const (
	Error   = "error"
	Warning = "warning"
	Note    = "note"
)

// Levels are all of them, the worst first.
var Levels = []string{Error, Warning, Note}

// The kinds of findings; the table findings.tsv says what each means.
const (
	Contradiction = "contradiction"
	Growth        = "growth"
	Delta         = "delta"
	Multiple      = "multiple"
	Sum           = "sum"
	Part          = "part"
	Shares        = "shares"
	Share         = "share"
	PerCapita     = "per_capita"
	Rank          = "rank"
	Magnitude     = "magnitude"
	Unit          = "unit"
	Damage        = "damage"
	Outcome       = "outcome"
	Expected      = "expected"
	Agreement     = "agreement"
)

// Kinds are all kinds of findings, in the order in which they are listed.
var Kinds = []string{Contradiction, Growth, Delta, Multiple, Sum, Part, Shares, Share, PerCapita, Rank, Magnitude, Unit, Damage, Outcome, Expected, Agreement}

// Finding is something that does not hold, or is worth knowing, of some facts.
//
//	{"level":"warning","kind":"contradiction","sum":"1.54万户 ≠ 2.34万户",…}
type Finding struct {
	Level       string      `json:"level"`
	Kind        string      `json:"kind"`
	Message     string      `json:"message"`    // in English
	MessageZH   string      `json:"message_zh"` // the same in Chinese
	Sum         string      `json:"sum"`        // the sum in figures
	Area        string      `json:"area,omitempty"`
	Subject     string      `json:"subject,omitempty"`
	Indicator   string      `json:"indicator,omitempty"`
	IndicatorID string      `json:"indicator_id,omitempty"`
	Period      string      `json:"period,omitempty"`
	Facts       []Statement `json:"facts"`
}

// Statement is a fact that a finding is about, with the sentence that states it.
type Statement struct {
	ID       string      `json:"id"`
	Doc      string      `json:"doc"`
	Span     corpus.Span `json:"span"`
	Locator  string      `json:"locator,omitempty"`
	Text     string      `json:"text"`
	Sentence string      `json:"sentence,omitempty"`
}

// Label is what a kind of finding means, in English and in Chinese.
type Label struct{ EN, ZH string }

const labelsTable = "findings"

// newLabels reads the table of kinds, which names each of them once.
func newLabels(t rules.Table) (map[string]Label, error) {
	out := map[string]Label{}
	for _, r := range t.Rows {
		kind, l := r.Cells[0], Label{EN: t.Cell(r, "en"), ZH: t.Cell(r, "zh")}
		_, again := out[kind]
		switch {
		case !slices.Contains(Kinds, kind):
			return nil, &rules.Error{Pos: r.Pos, Msg: fmt.Sprintf("found the kind %s, wanted one of %s", kind, strings.Join(Kinds, " "))}
		case again:
			return nil, &rules.Error{Pos: r.Pos, Msg: "found the kind " + kind + " a second time"}
		case l.EN == "" || l.ZH == "":
			return nil, &rules.Error{Pos: r.Pos, Msg: "found the kind " + kind + " without what it means, wanted the columns en and zh filled"}
		}
		out[kind] = l
	}
	for _, k := range Kinds {
		if _, ok := out[k]; !ok {
			return nil, fmt.Errorf("%s.tsv: found no line for the kind %s", labelsTable, k)
		}
	}
	return out, nil
}

// finding makes one of the items, the first of which says whose and what it is.
func finding(level, kind, sum string, items ...*item) Finding {
	first := items[0]
	f := Finding{Level: level, Kind: kind, Sum: sum, Area: first.Area, Subject: first.Subject, Indicator: first.Indicator, IndicatorID: first.IndicatorID, Period: first.Period}
	for _, i := range items {
		s := Statement{ID: i.ID, Doc: i.Doc, Span: i.Span, Locator: i.Locator, Text: i.Text}
		if i.Sentence != nil {
			s.Sentence = i.Sentence.Text
		}
		f.Facts = append(f.Facts, s)
	}
	return f
}

// finish gives findings their messages and their order, and drops what was found twice.
func (a *Auditor) finish(found []Finding) []Finding {
	for i := range found {
		l := a.labels[found[i].Kind]
		found[i].Message = l.EN + ": " + found[i].Sum
		found[i].MessageZH = l.ZH + "：" + found[i].Sum
	}
	slices.SortFunc(found, compare)
	return slices.CompactFunc(found, func(x, y Finding) bool { return compare(x, y) == 0 })
}

func compare(x, y Finding) int {
	return cmp.Or(
		cmp.Compare(slices.Index(Levels, x.Level), slices.Index(Levels, y.Level)),
		cmp.Compare(slices.Index(Kinds, x.Kind), slices.Index(Kinds, y.Kind)),
		slices.CompareFunc(x.Facts, y.Facts, compareStatements),
		cmp.Compare(x.Sum, y.Sum),
	)
}

func compareStatements(x, y Statement) int {
	return cmp.Or(cmp.Compare(x.Doc, y.Doc), cmp.Compare(x.Span.Start, y.Span.Start), cmp.Compare(x.Span.End, y.Span.End), cmp.Compare(x.ID, y.ID))
}
