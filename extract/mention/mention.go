// Package mention finds the numeric and time expressions of a sentence, with exact
// values, and says of every other numeral why it is none.
package mention

import (
	"math/big"

	"github.com/qushu/qushu/normalize/period"
	"github.com/qushu/qushu/normalize/unit"
)

// Kinds of mentions, as in the output; None is a numeral that measures nothing.
const (
	Money    = "money"
	Count    = "count"
	Measure  = "measure"
	Rate     = "rate"
	Percent  = "percent"
	Points   = "points"
	Fraction = "fraction"
	Multiple = "multiple"
	Rank     = "rank"
	Ratio    = "ratio"
	Date     = "date"
	Period   = "period"
	Duration = "duration"
	Number   = "number"
	None     = "none"
)

// Mention is a number or a time as it stands in a sentence. Offsets are runes of the
// sentence, half open; hedges that touch the number are inside.
//
// Value holds one number, two for a range, several for a ratio, none for a time; it is
// exact, with the scale multiplied in: 221.3亿元 is 22130000000.
type Mention struct {
	Start, End int
	Core       [2]int // the number and its unit without the hedges
	Kind       string
	Value      []*big.Rat
	Unit       unit.Unit
	Bound      string
	Digits     string // as written: "221.3"
	UnitText   string // as written: "亿元"
	Time       period.Expr
	Why        string // of None: name phrase outline edition article filter unresolved
	Rule       string // of None: the pattern or check that said so
	Sign       bool   // the currency stands as a sign alone: $3286亿
	Named      bool   // the currency is named: 人民币
	Bare       bool   // a number without a unit, waiting for one from a list or a header
	Alone      bool   // a number without a unit that can only be a quantity
	Measure    string // where the words of the value say how it is stated: 零增长 is a growth
	Flags      []string
}

// IsTime reports whether the mention dates something.
func (m *Mention) IsTime() bool { return m.Kind == Date || m.Kind == Period }

// Dates reports whether the mention dates something, be it only the text it signs.
func (m *Mention) Dates() bool { return m.IsTime() || m.Rule == signed }

// IsValue reports whether the mention can make a fact.
func (m *Mention) IsValue() bool { return m.Kind != None && !m.IsTime() }

// Single is the value of a mention that holds one number, else nil.
func (m *Mention) Single() *big.Rat {
	if len(m.Value) == 1 {
		return m.Value[0]
	}
	return nil
}
