package rules

// Set is everything a linguist wrote: the rules, the word lists they name, and the
// tables of the lexicon.
type Set struct {
	Rules  []Rule
	Lists  map[string]List
	Tables map[string]Table
	Packs  []Pack // the layers over the first
	Hash   string // of all files, hexadecimal: names the rule set in a manifest
}

// Pos is a place in a rule file.
type Pos struct {
	File string
	Line int // from 1
	Col  int // from 1, in characters
}

// Rule is one pattern with what it yields and the cases that show it.
type Rule struct {
	Name   string // "share.of-scope": the part before the dot is its file
	Doc    string
	Given  []KV     // conditions on the document the cases stand in: year=2023 area=… status=target
	Match  [][]Elem // alternatives, one a match line
	Yields []Yield
	Cases  []Case
	Pos    Pos
	Pack   string // the folder of the layer it is from, "" for the lowest
}

// ElemKind says what an element of a pattern matches.
type ElemKind int

// The kinds of elements.
const (
	Literal ElemKind = iota // 占
	Choice                  // [比重|的]
	WordOf                  // @reach: a word of that list
	Capture                 // <value:percent|fraction>, <indicator>, <scope:area>
	Gap                     // …: up to twelve characters of the clause
	Comma                   // ，: a comma
)

// Elem is one element of a pattern.
type Elem struct {
	Kind     ElemKind
	Alts     []string // Literal: one; Choice: two or more
	List     string   // WordOf: the list's name
	Field    string   // Capture: value, base, time, indicator, scope, subject, verb
	Kinds    []string // Capture: kinds of mention, or area
	Optional bool     // ?
	Repeat   bool     // +: a list joined by 、 和 及 以及
	Pos      Pos
}

// Yield is one fact that a rule makes of its captures.
type Yield struct {
	Measure string
	Fields  []KV // in the order written; a value may name captures: indicator=<indicator>增速
	Pos     Pos
}

// KV is key=value.
type KV struct{ Key, Value string }

// Case is a sentence with the facts the rule makes of it.
type Case struct {
	Text    string
	Want    []Line
	Nothing bool // the sentence holds no fact
	Pos     Pos
}

// List is a word list of the lexicon: one column, or the first column of a table.
type List struct {
	Name  string
	Words []string // in file order
	File  string
	Pos   Pos // where it begins
	table bool
}

// Table is a lexicon file with a header row: rows of columns by name.
type Table struct {
	Name string
	File string
	Cols []string
	Rows []Row
}

// Row is one line of a table.
type Row struct {
	Cells []string // as many as the table has columns
	Pos   Pos
}

// Line is a fact line: the one notation for rule cases, goldens, explain and diffs.
//
//	growth   一般公共预算教育经费  +3.6 %  “3.6%”  basis=yoy
//
// Measure and Indicator come first, then the value with its bound before it
// (~ about, <~ nearly, > over, >= at_least, < under, <= at_most), a unit, the mention
// as it stands in the text between “ and ”, and further fields as key=value. Unit,
// quote and fields may be left out. A range is 3..5, a ratio 6:55:39, a fraction 1/3.
// An indicator, unit or field that holds a space is written between ` and `; no
// indicator is -. A mention that states no fact has its kind in the place of measure and
// indicator: period  2020  “2020年”.
type Line struct {
	Measure   string
	Indicator string
	Bound     string // exact, about, nearly, over, at_least, under, at_most
	Value     string // without the bound, exact decimals: "-13.9", "3..5", "6:55:39"
	Unit      string
	Quote     string
	Fields    []KV
	Proposed  bool // a leading ?: written by record, unscored
	Todo      bool // a leading todo: a known miss
	Pos       Pos
}
