package panel

import (
	"encoding/json"
	"fmt"
	"iter"
	"strconv"
	"strings"

	"github.com/qushu/qushu/extract/export"
	"github.com/qushu/qushu/extract/fact"
)

// rowColumn is a column of the long form with what fills it.
type rowColumn struct {
	export.Column
	get func(*Row) string
}

// rowColumns are the columns of the long form: first what a person reads.
var rowColumns = []rowColumn{
	{export.Column{Name: "row", Kind: export.Integer, Means: "number of the row, by which statements refer to it"}, nil},
	{export.Column{Name: "area", Kind: export.Text, Means: "administrative area"}, func(r *Row) string { return r.Area }},
	{export.Column{Name: "subject", Kind: export.Text, Means: "company, place, project or body, where it is not the area"}, func(r *Row) string { return r.Subject }},
	{export.Column{Name: "indicator", Kind: export.Text, Means: "what is measured: the standard name of a known indicator"}, func(r *Row) string { return r.Indicator }},
	{export.Column{Name: "measure", Kind: export.Text, Means: "level, growth, share, rank and others"}, func(r *Row) string { return r.Measure }},
	{export.Column{Name: "period", Kind: export.Text, Means: "ISO 8601 form of the time"}, func(r *Row) string { return r.Period }},
	{export.Column{Name: "status", Kind: export.Text, Means: "actual, expected or target"}, func(r *Row) string { return r.Status }},
	{export.Column{Name: "value", Kind: export.Number, Means: "the value that ranks first, where it is one number"}, func(r *Row) string { return single(r.Value) }},
	{export.Column{Name: "unit", Kind: export.Text, Means: "one unit for each dimension"}, func(r *Row) string { return r.Unit }},
	{export.Column{Name: "text", Kind: export.Text, Means: "the value as its document has it"}, func(r *Row) string { return r.Text }},
	{export.Column{Name: "verdict", Kind: export.Text, Means: verdictsMean()}, func(r *Row) string { return r.Verdict }},
	{export.Column{Name: "sources", Kind: export.Integer, Means: "independent documents that state the value"}, func(r *Row) string { return strconv.Itoa(r.Sources) }},
	{export.Column{Name: "others", Kind: export.Text, Means: "the other values, ranked, with how they stand"}, others},
	{export.Column{Name: "why", Kind: export.Text, Means: "why the verdict is what it is"}, func(r *Row) string { return r.Why }},
	{export.Column{Name: "document", Kind: export.Text, Means: "the document of the value"}, func(r *Row) string { return r.lead().Doc }},
	{export.Column{Name: "sentence", Kind: export.Text, Means: "the sentence of the value"}, func(r *Row) string { return r.lead().Sentence }},
	{export.Column{Name: "bound", Kind: export.Text, Means: "what a hedge says of the value"}, func(r *Row) string { return r.Bound }},
	{export.Column{Name: "value_text", Kind: export.Text, Means: "the exact value: a number, [low,high] or the parts of a ratio"}, func(r *Row) string { return string(r.Value) }},
	{export.Column{Name: "basis", Kind: export.Text, Means: "what a change is counted from"}, func(r *Row) string { return r.Basis }},
	{export.Column{Name: "scope", Kind: export.Text, Means: "the whole of a share, the field of a rank"}, func(r *Row) string { return r.Scope }},
	{export.Column{Name: "agg", Kind: export.Text, Means: "annual_avg, daily_avg or peak"}, func(r *Row) string { return r.Agg }},
	{export.Column{Name: "area_code", Kind: export.Text, Means: "GB/T 2260 code as of the period"}, func(r *Row) string { return r.AreaCode }},
	{export.Column{Name: "indicator_id", Kind: export.Text, Means: "id of a known indicator"}, func(r *Row) string { return r.IndicatorID }},
	{export.Column{Name: "names", Kind: export.Text, Means: "the names that the documents have for the indicator"}, func(r *Row) string { return strings.Join(r.Names, "; ") }},
	{export.Column{Name: "aliases", Kind: export.Text, Means: "which of them are taken for one on what evidence"}, aliasesOf},
	{export.Column{Name: "id", Kind: export.Text, Means: "id of the fact of the value"}, func(r *Row) string { return r.lead().ID }},
}

func verdictsMean() string {
	var b strings.Builder
	for i, v := range Verdicts {
		if i > 0 {
			b.WriteString("; ")
		}
		b.WriteString(v[0] + ": " + v[1])
	}
	return b.String()
}

func (r *Row) lead() *Statement { return &r.Values[0].Statements[0] }

// single is a value that is one number, else "".
func single(v json.RawMessage) string {
	if len(v) > 0 && (v[0] == '-' || v[0] >= '0' && v[0] <= '9') {
		return string(v)
	}
	return ""
}

// others writes the values after the first: conflict 60亿元 (report.txt).
func others(r *Row) string {
	parts := make([]string, 0, len(r.Values))
	for _, v := range r.Values[1:] {
		parts = append(parts, fmt.Sprintf("%s %s (%s)", v.Stands, v.Text, docsOf(&v)))
	}
	return strings.Join(parts, "; ")
}

// docsOf are the documents of a value, each once.
func docsOf(v *Value) string {
	var docs []string
	seen := map[string]bool{}
	for _, s := range v.Statements {
		if !seen[s.Doc] {
			docs = append(docs, s.Doc)
			seen[s.Doc] = true
		}
	}
	return strings.Join(docs, ", ")
}

func aliasesOf(r *Row) string {
	parts := make([]string, len(r.Aliases))
	for i, a := range r.Aliases {
		parts[i] = fmt.Sprintf("%s is %s: both are %s in %d places", a.Name, a.Of, Figure(a.Value, "", a.Unit), a.Places)
	}
	return strings.Join(parts, "; ")
}

// Tables are the long form as tables: the rows, and beside them the statements of all
// their values.
func (p *Panel) Tables() []export.Table { return []export.Table{p.long(), p.statements()} }

func (p *Panel) long() export.Table {
	t := export.Table{Name: "panel"}
	for _, c := range rowColumns {
		t.Columns = append(t.Columns, c.Column)
	}
	t.Rows = func(yield func([]string, error) bool) {
		cells, n := make([]string, len(rowColumns)), 0
		for r, err := range p.Rows() {
			if err != nil {
				yield(nil, err)
				return
			}
			n++
			cells[0] = strconv.Itoa(n)
			for i, c := range rowColumns[1:] {
				cells[i+1] = c.get(r)
			}
			if !yield(cells, nil) {
				return
			}
		}
	}
	return t
}

// statementColumns are the columns of the statements.
var statementColumns = []export.Column{
	{Name: "row", Kind: export.Integer, Means: "the row of the panel"},
	{Name: "rank", Kind: export.Integer, Means: "which of the values of the row it states, 1 being the first"},
	{Name: "stands", Kind: export.Text, Means: "how the value stands to the first: first, conflict, revised, several or doubted"},
	{Name: "value", Kind: export.Number, Means: "the value, where it is one number"},
	{Name: "text", Kind: export.Text, Means: "the figure as the document has it"},
	{Name: "agrees", Kind: export.Text, Means: "by rounding or by its bound, where its figure is another than the value"},
	{Name: "repeats", Kind: export.Text, Means: "yes where it is no source of its own"},
	{Name: "document", Kind: export.Text, Means: "the document"},
	{Name: "source", Kind: export.Text, Means: "what the document is"},
	{Name: "published", Kind: export.Text, Means: "its day"},
	{Name: "name", Kind: export.Text, Means: "the indicator in its words"},
	{Name: "sentence", Kind: export.Text, Means: "the sentence"},
	{Name: "flags", Kind: export.Text, Means: "damage and doubts, joined by ;"},
	{Name: "why", Kind: export.Text, Means: "why the value does not go first"},
	{Name: "id", Kind: export.Text, Means: "id of the fact"},
}

func (p *Panel) statements() export.Table {
	return export.Table{Name: "statements", Columns: statementColumns, Rows: func(yield func([]string, error) bool) {
		n := 0
		for r, err := range p.Rows() {
			if err != nil {
				yield(nil, err)
				return
			}
			n++
			for i := range r.Values {
				v := &r.Values[i]
				for k := range v.Statements {
					if !yield(statementCells(n, i+1, v, &v.Statements[k]), nil) {
						return
					}
				}
			}
		}
	}}
}

func statementCells(row, rank int, v *Value, s *Statement) []string {
	repeats := ""
	if s.Repeats {
		repeats = "yes"
	}
	return []string{strconv.Itoa(row), strconv.Itoa(rank), v.Stands, single(v.Value), s.Text, s.Agrees, repeats, s.Doc, s.Source, s.Published,
		s.Name, s.Sentence, strings.Join(s.Flags, ";"), v.Why, s.ID}
}

// Leads are the values that go first, as facts: what other formats of facts can hold.
func (p *Panel) Leads() iter.Seq2[*fact.Fact, error] {
	return func(yield func(*fact.Fact, error) bool) {
		for r, err := range p.Rows() {
			if err != nil {
				yield(nil, err)
				return
			}
			lead := r.lead()
			f := &fact.Fact{ID: lead.ID, Doc: lead.Doc, Text: r.Text, Value: r.Value, Unit: r.Unit, Bound: r.Bound, Measure: r.Measure, Indicator: r.Indicator,
				IndicatorID: r.IndicatorID, Area: r.Area, AreaCode: r.AreaCode, Subject: r.Subject, Period: r.Period, Status: r.Status, Basis: r.Basis,
				Scope: r.Scope, Agg: r.Agg, Flags: lead.Flags, Confidence: lead.Confidence}
			if !yield(f, nil) {
				return
			}
		}
	}
}
