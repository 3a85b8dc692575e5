// Package fact holds what the whole program is for: one checked statement of whose,
// what, when, how stated and how much, tied to the bytes it was read from.
package fact

import (
	"encoding/json"
	"slices"

	"github.com/qushu/qushu/corpus"
)

// How says where an attribute of a fact comes from.
type How string

// An attribute is stated in the clause of the fact, carried from the text before it,
// or a default of the document.
const (
	Stated  How = "stated"
	Carried How = "carried"
	Default How = "default"
)

// Hows are the origins of the attributes that can be carried or defaulted.
type Hows struct {
	Indicator How `json:"indicator,omitempty"`
	Area      How `json:"area,omitempty"`
	Subject   How `json:"subject,omitempty"`
	Period    How `json:"period,omitempty"`
	Basis     How `json:"basis,omitempty"`
}

// Raw is the number and the unit as they are written: "221.3" and "亿元".
type Raw struct {
	Number string `json:"number"`
	Unit   string `json:"unit"`
}

// Sentence is the sentence that states a fact, put together again where the layout
// had broken it. Start and End are raw byte offsets of its outermost bytes.
type Sentence struct {
	corpus.Span
	Text  string        `json:"text"`
	Spans []corpus.Span `json:"spans,omitempty"` // where it was stitched: the raw spans in reading order
}

// Base is a value converted to the base unit of its dimension by an exact factor.
type Base struct {
	Value json.RawMessage `json:"value"`
	Unit  string          `json:"unit"`
}

// Fact is one line of facts.jsonl. A time mention is a Fact without a Measure.
//
// Value is a JSON number written as an exact decimal (1640000000, 0.333333 for 1∕3),
// an array of two for a range or of several for a ratio, ISO 8601 text for a time, or
// null. Spans are half open byte ranges of the raw file.
type Fact struct {
	ID          string          `json:"id"`
	Doc         string          `json:"doc"`
	Span        corpus.Span     `json:"span"`
	Locator     string          `json:"locator,omitempty"` // where the span stands in a file that is no text: page and box, paragraph or cell
	Text        string          `json:"text"`
	Kind        string          `json:"kind"`
	Value       json.RawMessage `json:"value"`
	Unit        string          `json:"unit,omitempty"`
	Raw         *Raw            `json:"raw,omitempty"`
	Base        *Base           `json:"base,omitempty"`
	Bound       string          `json:"bound,omitempty"`
	Measure     string          `json:"measure,omitempty"`
	Indicator   string          `json:"indicator,omitempty"`
	IndicatorID string          `json:"indicator_id,omitempty"`
	Area        string          `json:"area,omitempty"`
	AreaCode    string          `json:"area_code,omitempty"`
	Subject     string          `json:"subject,omitempty"`
	Period      string          `json:"period,omitempty"`
	Status      string          `json:"status,omitempty"`
	Basis       string          `json:"basis,omitempty"`
	Scope       string          `json:"scope,omitempty"`
	Agg         string          `json:"agg,omitempty"`
	How         *Hows           `json:"how,omitempty"`
	Sentence    *Sentence       `json:"sentence,omitempty"`
	Rule        string          `json:"rule,omitempty"`
	Confidence  float64         `json:"confidence,omitempty"`
	Flags       []string        `json:"flags,omitempty"`
	Repaired    json.RawMessage `json:"repaired,omitempty"`
}

// Reasons are what a line of the ledger may say of a number.
var Reasons = []string{"name", "phrase", "outline", "boilerplate", "edition", "article", "filter", "unresolved"}

// IsReason reports whether a word is one of Reasons.
func IsReason(word string) bool { return slices.Contains(Reasons, word) }

// Entry is one line of ledger.jsonl: a number of the document that became neither a
// fact nor a time mention, and why.
type Entry struct {
	Doc     string      `json:"doc"`
	Span    corpus.Span `json:"span"`
	Locator string      `json:"locator,omitempty"`
	Text    string      `json:"text"`
	Reason  string      `json:"reason"` // one of Reasons
	Rule    string      `json:"rule,omitempty"`
	Context string      `json:"context,omitempty"` // of the body: the sentence around it, or what is near in a long one, the number in 【】
}

// Summary is one line of documents.jsonl.
type Summary struct {
	Doc        string   `json:"doc"`
	SHA256     string   `json:"sha256,omitempty"`
	Bytes      int      `json:"bytes"`
	Format     string   `json:"format,omitempty"`
	Encoding   string   `json:"encoding,omitempty"`
	Title      string   `json:"title,omitempty"`
	Published  string   `json:"published,omitempty"`
	Area       string   `json:"area,omitempty"`
	Year       int      `json:"year,omitempty"`
	Genre      string   `json:"genre,omitempty"` // report, plan, communique, yearbook, news or notice
	Posts      int      `json:"posts,omitempty"` // of a thread of a forum, which reposts what others wrote
	Facts      int      `json:"facts"`
	Mentions   int      `json:"mentions"`
	Numerals   int      `json:"numerals"`
	Unresolved int      `json:"unresolved"`
	Warnings   []string `json:"warnings,omitempty"`
	Error      string   `json:"error,omitempty"`
}
