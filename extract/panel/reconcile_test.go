package panel

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// library are documents of every kind: their numbers are those of the statements below.
var library = []document{
	{name: "communique", source: "communique", published: "2032-03-20"},
	{name: "report", source: "report", published: "2032-01-18"},
	{name: "late report", source: "report", published: "2032-06-01"},
	{name: "news", source: "news", published: "2032-05-01"},
	{name: "thread", source: "repost", published: "2033-01-01"},
	{name: "undated", source: "report"},
	{name: "early", source: "news", published: "2031-06-30"},
}

const (
	inCommunique = iota
	inReport
	inLateReport
	inNews
	inThread
	inUndated
	inJune
)

// tax is a statement of one cell: of hundred millions, as 221.3.
func tax(doc int, number, bound string, more ...func(*statement)) statement {
	var n float64
	fmt.Sscan(number, &n)
	s := statement{Area: "云溪县", Indicator: "税收收入", IndicatorID: "budget.revenue.tax", Name: "税收", Measure: "level", Period: "2031", Status: "actual", Kind: "money",
		Value: fmt.Sprintf("%.0f", n*1e8), Raw: fmt.Sprintf("%.0f", n*1e8), Number: number, Unit: "CNY", Bound: bound, Text: number + "亿元", Doc: doc, Start: 10 * doc,
		SentenceStart: 10 * doc, Sentence: fmt.Sprintf("%s says %s", library[doc].name, number)}
	for _, f := range more {
		f(&s)
	}
	return s
}

func flagged(flags string) func(*statement) { return func(s *statement) { s.Flags = flags } }
func status(x string) func(*statement)      { return func(s *statement) { s.Status = x } }
func sentence(text string) func(*statement) { return func(s *statement) { s.Sentence = text } }
func named(name string) func(*statement) {
	return func(s *statement) { s.Name, s.Indicator, s.IndicatorID = name, name, "" }
}
func at(start, sentence int) func(*statement) {
	return func(s *statement) { s.Start, s.SentenceStart = start, sentence }
}

func TestRows(t *testing.T) {
	tests := []struct {
		name string
		of   []statement
		want string // verdict and sources of each row, then its values with how they stand
	}{
		{"one source", []statement{tax(inReport, "12.4", "exact")}, "single 1: 12.4 first"},
		{"a document that says it twice is one source", []statement{tax(inReport, "12.4", "exact"), tax(inReport, "12.4", "exact", at(90, 90))}, "single 1: 12.4 first"},
		{"a repost of a sentence is no source", []statement{tax(inReport, "12.4", "exact", sentence("税收12.4亿元。")), tax(inThread, "12.4", "exact", sentence("税收 12.4亿元"))}, "single 1: 12.4 first"},
		{"two sources", []statement{tax(inReport, "12.4", "exact"), tax(inNews, "12.4", "exact")}, "agreed 2: 12.4 first"},
		{"rounding agrees, the precise value is that of the row", []statement{tax(inReport, "12.4", "exact"), tax(inNews, "12.36", "exact")}, "agreed 2: 12.36 first"},
		{"a bound agrees", []statement{tax(inReport, "200", "over"), tax(inNews, "221.3", "exact")}, "agreed 2: 221.3 first"},
		{"a communiqué goes before later news", []statement{tax(inNews, "13", "exact"), tax(inCommunique, "12", "exact")}, "conflict 1: 12 first, 13 conflict"},
		{"news go before a later repost", []statement{tax(inThread, "13", "exact"), tax(inNews, "12", "exact")}, "conflict 1: 12 first, 13 conflict"},
		{"later goes before earlier of a kind", []statement{tax(inReport, "12.8", "exact"), tax(inLateReport, "18.2", "exact")}, "conflict 1: 18.2 first, 12.8 conflict"},
		{"a close later value of no lower kind is a revision", []statement{tax(inReport, "12.8", "exact"), tax(inCommunique, "13.2", "exact")}, "revised 1: 13.2 first, 12.8 revised"},
		{"a coarser one is none", []statement{tax(inReport, "12.8", "exact"), tax(inCommunique, "14", "exact")}, "conflict 1: 14 first, 12.8 conflict"},
		{"nor one of a lower kind", []statement{tax(inCommunique, "12.8", "exact"), tax(inNews, "13.2", "exact")}, "conflict 1: 12.8 first, 13.2 conflict"},
		{"nor one of a document without a day", []statement{tax(inReport, "12.8", "exact"), tax(inUndated, "13.2", "exact")}, "conflict 1: 12.8 first, 13.2 conflict"},
		{"nor one of a bound", []statement{tax(inReport, "13.5", "at_least"), tax(inCommunique, "13.2", "exact")}, "conflict 1: 13.2 first, 13.5 conflict"},
		{"what was said before the year was over is of a part of it", []statement{tax(inJune, "6", "exact"), tax(inReport, "12.8", "exact")}, "several 1: 12.8 first, 6 several"},
		{"precise goes before rounded", []statement{tax(inReport, "60", "exact"), tax(inUndated, "58.1", "exact")}, "conflict 1: 58.1 first, 60 conflict"},
		{"exact goes before hedged", []statement{tax(inReport, "60", "over"), tax(inUndated, "58", "exact")}, "conflict 1: 58 first, 60 conflict"},
		{"damage goes last and contradicts nothing", []statement{tax(inCommunique, "1.2", "exact", flagged("fused")), tax(inThread, "12", "exact")}, "single 1: 12 first, 1.2 doubted"},
		{"damage alone", []statement{tax(inReport, "12", "exact", flagged("stitched;fused"))}, "doubted 1: 12 first"},
		{"two values in one sentence", []statement{tax(inReport, "12", "exact", at(5, 1)), tax(inReport, "15", "exact", at(9, 1))}, "several 1: 12 first, 15 several"},
		{"a short name that is not known", []statement{tax(inReport, "12", "exact", named("收费")), tax(inReport, "15", "exact", named("收费"), at(90, 90))}, "several 1: 12 first, 15 several"},
		{"what was expected came about", []statement{tax(inReport, "12", "exact"), tax(inNews, "11", "exact", status("expected")), tax(inNews, "13", "exact", status("target"))},
			"single 1: 12 first | superseded 1: 11 first | single 1: 13 first"},
		{"a target with an expectation", []statement{tax(inNews, "11", "exact", status("expected")), tax(inNews, "13", "exact", status("target"))}, "single 1: 11 first | single 1: 13 first"},
	}
	for _, tt := range tests {
		c := &reconciler{library, &namer{}, &aliases{}}
		got := ""
		for i, r := range c.rows(tt.of, 0) {
			if i > 0 {
				got += " | "
			}
			got += fmt.Sprintf("%s %d: ", r.Verdict, r.Sources)
			for k, v := range r.Values {
				if k > 0 {
					got += ", "
				}
				got += fmt.Sprintf("%s %s", v.Text[:len(v.Text)-len("亿元")], v.Stands)
			}
		}
		assert.Equal(t, tt.want, got, tt.name)
	}
}

func TestReasonsAreGiven(t *testing.T) {
	c := &reconciler{library, &namer{}, &aliases{}}
	r := c.rows([]statement{tax(inNews, "13", "exact"), tax(inCommunique, "12", "exact"), tax(inLateReport, "9", "exact", flagged("lost_scale"))}, 7)[0]
	require.Len(t, r.Values, 3)
	assert.Equal(t, "12亿元 against 13亿元: communique goes before news", r.Why)
	assert.Equal(t, "damaged: lost_scale", r.Values[2].Why)
	assert.Equal(t, 7, r.Left)
}

// A cell of very many values stays in bounds.
func TestHeapOfValues(t *testing.T) {
	c := &reconciler{library, &namer{}, &aliases{}}
	var of []statement
	for i := range mostStatements {
		of = append(of, tax(inReport, fmt.Sprint(i+1), "exact", at(i, i)))
	}
	r := c.rows(of, 0)[0]
	assert.Len(t, r.Values, mostValues)
	assert.Equal(t, Conflicted, r.Verdict)
}
