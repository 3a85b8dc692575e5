package panel

import "encoding/json"

// Row is what is known of one thing: whose, what, when, how measured and how sure.
// Values are what the documents say of it, the one that counts most first; it is also
// the value of the row.
type Row struct {
	Area        string          `json:"area,omitempty"`
	AreaCode    string          `json:"area_code,omitempty"`
	Subject     string          `json:"subject,omitempty"`
	Indicator   string          `json:"indicator"`
	IndicatorID string          `json:"indicator_id,omitempty"`
	Measure     string          `json:"measure"`
	Basis       string          `json:"basis,omitempty"`
	Scope       string          `json:"scope,omitempty"`
	Agg         string          `json:"agg,omitempty"`
	Period      string          `json:"period,omitempty"`
	Status      string          `json:"status,omitempty"`
	Value       json.RawMessage `json:"value"`
	Unit        string          `json:"unit,omitempty"`
	Bound       string          `json:"bound,omitempty"`
	Text        string          `json:"text"`
	Verdict     string          `json:"verdict"`
	Why         string          `json:"why,omitempty"`
	Sources     int             `json:"sources"` // independent documents behind the value
	Values      []Value         `json:"values"`
	Left        int             `json:"left,omitempty"` // statements that are not listed, of a cell with very many
	Names       []string        `json:"names,omitempty"`
	Aliases     []Alias         `json:"aliases,omitempty"`
	series      string
}

// The verdicts on a row.
const (
	Single     = "single"     // one source
	Agreed     = "agreed"     // several sources, which agree to the last digit or by their bounds
	Revised    = "revised"    // an earlier value was corrected by a later document of no lower kind
	Superseded = "superseded" // what was expected, and is known by now
	Several    = "several"    // several values of what may well be several things of one name
	Conflicted = "conflict"   // values that cannot all be right
	Doubted    = "doubted"    // all statements of it are damaged
)

// Verdicts are all of them, each with what it means.
var Verdicts = [][2]string{
	{Single, "one source states it"},
	{Agreed, "several sources state it, to the last digit or within their bounds"},
	{Revised, "a later document of no lower kind corrects what an earlier one said"},
	{Superseded, "was expected, and what came about is known"},
	{Several, "several values in one sentence, under a short name that may stand for several things, or said before the period was over"},
	{Conflicted, "values that cannot all be right"},
	{Doubted, "every statement of it is damaged"},
}

// Value is a value of a row with the statements that agree on it, the most exact one
// first.
type Value struct {
	Value      json.RawMessage `json:"value"`
	Bound      string          `json:"bound,omitempty"`
	Text       string          `json:"text"`
	Stands     string          `json:"stands"` // first, conflict, revised, several or doubted
	Why        string          `json:"why,omitempty"`
	Sources    int             `json:"sources"`
	Statements []Statement     `json:"statements"`
}

// Statement is a fact that states a value.
type Statement struct {
	ID         string          `json:"id"`
	Doc        string          `json:"doc"`
	Title      string          `json:"title,omitempty"`
	Source     string          `json:"source,omitempty"` // the kind of document, one of Sources
	Published  string          `json:"published,omitempty"`
	Name       string          `json:"name"` // the indicator in its words
	Text       string          `json:"text"`
	Sentence   string          `json:"sentence,omitempty"`
	Agrees     string          `json:"agrees,omitempty"`  // rounding or bound, where it has another figure than the value
	Repeats    bool            `json:"repeats,omitempty"` // adds no source: the document, or a sentence word for word, is another statement's
	Flags      []string        `json:"flags,omitempty"`
	Repaired   json.RawMessage `json:"repaired,omitempty"`
	Confidence float64         `json:"confidence,omitempty"`
}
