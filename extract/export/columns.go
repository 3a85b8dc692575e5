package export

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"github.com/qushu/qushu/corpus"
	"github.com/qushu/qushu/extract/fact"
)

// factColumns are the columns of the facts: first what a person reads, then what
// programs need. Together they hold all that a line of facts.jsonl does.
var factColumns = []column[fact.Fact]{
	{Column{"doc", Text, "path of the document"}, func(f *fact.Fact) string { return f.Doc }},
	{Column{"area", Text, "administrative area, by its full name"}, func(f *fact.Fact) string { return f.Area }},
	{Column{"subject", Text, "company, place, project or body, where it is not the area"}, func(f *fact.Fact) string { return f.Subject }},
	{Column{"indicator", Text, "what is measured"}, func(f *fact.Fact) string { return f.Indicator }},
	{Column{"measure", Text, "how it is stated: level, growth, share, rank and others; empty for a mention of a time"}, func(f *fact.Fact) string { return f.Measure }},
	{Column{"period", Text, "ISO 8601 form of the time the value is about"}, func(f *fact.Fact) string { return f.Period }},
	{Column{"value", Number, "the value, where it is one number; value_text holds every value exactly"}, func(f *fact.Fact) string { return single(f.Value) }},
	{Column{"unit", Text, "normalised unit"}, func(f *fact.Fact) string { return f.Unit }},
	{Column{"text", Text, "the mention as it stands in the document"}, func(f *fact.Fact) string { return f.Text }},
	{Column{"sentence", Text, "the sentence that states it"}, ofSentence(func(s *fact.Sentence) string { return s.Text })},
	{Column{"status", Text, "actual, expected or target"}, func(f *fact.Fact) string { return f.Status }},
	{Column{"bound", Text, "what a hedge says of the value: exact, about, nearly, over, at_least, under, at_most"}, func(f *fact.Fact) string { return f.Bound }},
	{Column{"low", Number, "lower end of a range"}, func(f *fact.Fact) string { return end(f, 0) }},
	{Column{"high", Number, "upper end of a range"}, func(f *fact.Fact) string { return end(f, 1) }},
	{Column{"basis", Text, "what a change is counted from"}, func(f *fact.Fact) string { return f.Basis }},
	{Column{"scope", Text, "the whole of a share, the field of a rank"}, func(f *fact.Fact) string { return f.Scope }},
	{Column{"agg", Text, "cumulative, annual_avg, daily_avg or peak"}, func(f *fact.Fact) string { return f.Agg }},
	{Column{"flags", Text, "damage and doubts, joined by ;"}, func(f *fact.Fact) string { return strings.Join(f.Flags, ";") }},
	{Column{"repaired", Number, "with the flag lost_scale: what the value must have been"}, func(f *fact.Fact) string { return single(f.Repaired) }},
	{Column{"confidence", Number, "0 to 1"}, func(f *fact.Fact) string { return fraction(f.Confidence) }},
	{Column{"kind", Text, "money, count, measure, rate, percent, points, fraction, multiple, rank, ratio, date, period, duration or number"}, func(f *fact.Fact) string { return f.Kind }},
	{Column{"value_text", Text, "the exact value: a decimal, [low,high] or the parts of a ratio, ISO 8601 of a time"}, func(f *fact.Fact) string { return exact(f.Value) }},
	{Column{"raw_number", Text, "the number as written"}, ofRaw(func(r *fact.Raw) string { return r.Number })},
	{Column{"raw_unit", Text, "the unit as written"}, ofRaw(func(r *fact.Raw) string { return r.Unit })},
	{Column{"base_value", Number, "the value in the base unit of its dimension, where it is one number"}, ofBase(func(b *fact.Base) string { return single(b.Value) })},
	{Column{"base_text", Text, "the exact value in the base unit"}, ofBase(func(b *fact.Base) string { return exact(b.Value) })},
	{Column{"base_unit", Text, "that unit"}, ofBase(func(b *fact.Base) string { return b.Unit })},
	{Column{"area_code", Text, "GB/T 2260 code of the area as of the period"}, func(f *fact.Fact) string { return f.AreaCode }},
	{Column{"indicator_id", Text, "the lexicon's id of a known indicator"}, func(f *fact.Fact) string { return f.IndicatorID }},
	{Column{"how_indicator", Text, "where the indicator comes from: stated, carried or default"}, ofHow(func(h *fact.Hows) fact.How { return h.Indicator })},
	{Column{"how_area", Text, "where the area comes from"}, ofHow(func(h *fact.Hows) fact.How { return h.Area })},
	{Column{"how_subject", Text, "where the subject comes from"}, ofHow(func(h *fact.Hows) fact.How { return h.Subject })},
	{Column{"how_period", Text, "where the period comes from"}, ofHow(func(h *fact.Hows) fact.How { return h.Period })},
	{Column{"how_basis", Text, "where the basis comes from"}, ofHow(func(h *fact.Hows) fact.How { return h.Basis })},
	{Column{"locator", Text, "page and box, paragraph or cell in a file that is no text"}, func(f *fact.Fact) string { return f.Locator }},
	{Column{"span_start", Integer, "first byte of the mention in the raw file"}, func(f *fact.Fact) string { return strconv.Itoa(f.Span.Start) }},
	{Column{"span_end", Integer, "the byte behind it"}, func(f *fact.Fact) string { return strconv.Itoa(f.Span.End) }},
	{Column{"sentence_start", Integer, "first byte of the sentence in the raw file"}, ofSentence(func(s *fact.Sentence) string { return strconv.Itoa(s.Start) })},
	{Column{"sentence_end", Integer, "the byte behind it"}, ofSentence(func(s *fact.Sentence) string { return strconv.Itoa(s.End) })},
	{Column{"sentence_spans", Text, "of a sentence put together: its parts in reading order, as start-end;start-end"}, ofSentence(func(s *fact.Sentence) string { return spans(s.Spans) })},
	{Column{"rule", Text, "the rule that made it"}, func(f *fact.Fact) string { return f.Rule }},
	{Column{"id", Text, "stable id of the fact"}, func(f *fact.Fact) string { return f.ID }},
}

var documentColumns = []column[fact.Summary]{
	{Column{"doc", Text, "path of the document"}, func(s *fact.Summary) string { return s.Doc }},
	{Column{"title", Text, "its title"}, func(s *fact.Summary) string { return s.Title }},
	{Column{"published", Text, "day of publication"}, func(s *fact.Summary) string { return s.Published }},
	{Column{"area", Text, "the area spoken of"}, func(s *fact.Summary) string { return s.Area }},
	{Column{"year", Integer, "the year reported on"}, func(s *fact.Summary) string { return known(s.Year) }},
	{Column{"genre", Text, "report, plan, communique, yearbook, news or notice"}, func(s *fact.Summary) string { return s.Genre }},
	{Column{"posts", Integer, "posts of the thread of a forum that it is"}, func(s *fact.Summary) string { return known(s.Posts) }},
	{Column{"facts", Integer, "facts in it"}, func(s *fact.Summary) string { return strconv.Itoa(s.Facts) }},
	{Column{"mentions", Integer, "mentions in it"}, func(s *fact.Summary) string { return strconv.Itoa(s.Mentions) }},
	{Column{"numerals", Integer, "numerals in it"}, func(s *fact.Summary) string { return strconv.Itoa(s.Numerals) }},
	{Column{"unresolved", Integer, "numerals that became nothing and have no reason"}, func(s *fact.Summary) string { return strconv.Itoa(s.Unresolved) }},
	{Column{"format", Text, "format"}, func(s *fact.Summary) string { return s.Format }},
	{Column{"encoding", Text, "encoding"}, func(s *fact.Summary) string { return s.Encoding }},
	{Column{"bytes", Integer, "size of the file"}, func(s *fact.Summary) string { return strconv.Itoa(s.Bytes) }},
	{Column{"sha256", Text, "hash of the file"}, func(s *fact.Summary) string { return s.SHA256 }},
	{Column{"warnings", Text, "what was noticed while it was read, a line each"}, func(s *fact.Summary) string { return strings.Join(s.Warnings, "\n") }},
	{Column{"error", Text, "why it could not be read"}, func(s *fact.Summary) string { return s.Error }},
}

var ledgerColumns = []column[fact.Entry]{
	{Column{"doc", Text, "path of the document"}, func(e *fact.Entry) string { return e.Doc }},
	{Column{"text", Text, "the number as it stands there"}, func(e *fact.Entry) string { return e.Text }},
	{Column{"reason", Text, "why it became no fact: name, phrase, outline, boilerplate, edition, article, filter or unresolved"}, func(e *fact.Entry) string { return e.Reason }},
	{Column{"rule", Text, "the pattern or check that said so"}, func(e *fact.Entry) string { return e.Rule }},
	{Column{"locator", Text, "page and box, paragraph or cell in a file that is no text"}, func(e *fact.Entry) string { return e.Locator }},
	{Column{"context", Text, "the sentence around it, or what is near in a long one, the number in 【】"}, func(e *fact.Entry) string { return e.Context }},
	{Column{"span_start", Integer, "its first byte in the raw file"}, func(e *fact.Entry) string { return strconv.Itoa(e.Span.Start) }},
	{Column{"span_end", Integer, "the byte behind it"}, func(e *fact.Entry) string { return strconv.Itoa(e.Span.End) }},
}

// single is a value that is one number, else "".
func single(v json.RawMessage) string {
	if len(v) > 0 && (v[0] == '-' || v[0] >= '0' && v[0] <= '9') {
		return string(v)
	}
	return ""
}

// exact is any value as text: a time without quotes, an unknown value as nothing.
func exact(v json.RawMessage) string {
	var text string
	switch {
	case len(v) == 0 || string(v) == "null":
		return ""
	case v[0] == '"' && json.Unmarshal(v, &text) == nil:
		return text
	}
	return string(v)
}

// end is the lower or upper end of a range.
func end(f *fact.Fact, i int) string {
	parts := bytes.Split(bytes.Trim(f.Value, "[]"), []byte(","))
	if len(f.Value) == 0 || f.Value[0] != '[' || f.Kind == "ratio" || len(parts) != 2 {
		return ""
	}
	return string(bytes.TrimSpace(parts[i]))
}

func fraction(x float64) string {
	if x == 0 {
		return ""
	}
	return strconv.FormatFloat(x, 'f', -1, 64)
}

func known(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func spans(all []corpus.Span) string {
	parts := make([]string, len(all))
	for i, s := range all {
		parts[i] = fmt.Sprintf("%d-%d", s.Start, s.End)
	}
	return strings.Join(parts, ";")
}

func ofSentence(get func(*fact.Sentence) string) func(*fact.Fact) string {
	return func(f *fact.Fact) string {
		if f.Sentence == nil {
			return ""
		}
		return get(f.Sentence)
	}
}

func ofRaw(get func(*fact.Raw) string) func(*fact.Fact) string {
	return func(f *fact.Fact) string {
		if f.Raw == nil {
			return ""
		}
		return get(f.Raw)
	}
}

func ofBase(get func(*fact.Base) string) func(*fact.Fact) string {
	return func(f *fact.Fact) string {
		if f.Base == nil {
			return ""
		}
		return get(f.Base)
	}
}

func ofHow(get func(*fact.Hows) fact.How) func(*fact.Fact) string {
	return func(f *fact.Fact) string {
		if f.How == nil {
			return ""
		}
		return string(get(f.How))
	}
}
