package panel

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"math"
	"math/big"
	"slices"
	"strings"

	"github.com/qushu/qushu/extract/fact"
	"github.com/qushu/qushu/normalize/number"
)

// statement is a fact as the panel needs it: what is said, by which document. Its value
// is in the unit of the panel.
type statement struct {
	Area, AreaCode, Subject, Indicator, IndicatorID, Measure, Basis, Scope, Agg, Period, Status string
	// Name is the indicator as the document has it.
	Name                                                  string
	Value, Unit, Bound, Kind, Text, Number, Raw, Repaired string // Raw is the value in the unit of the document
	ID, Flags, Sentence                                   string
	Doc, Start, SentenceStart, Confidence                 int  // Confidence in hundredths
	Alias                                                 bool // Indicator is another than Name by evidence of the folder
}

// words and counts are the fields, for reading and writing.
func (s *statement) words() []*string {
	return []*string{&s.Area, &s.AreaCode, &s.Subject, &s.Indicator, &s.IndicatorID, &s.Measure, &s.Basis, &s.Scope, &s.Agg, &s.Period, &s.Status,
		&s.Name, &s.Value, &s.Unit, &s.Bound, &s.Kind, &s.Text, &s.Number, &s.Raw, &s.Repaired, &s.ID, &s.Flags, &s.Sentence}
}

func (s *statement) counts() []*int {
	return []*int{&s.Doc, &s.Start, &s.SentenceStart, &s.Confidence}
}

// append writes the statement behind b. Statements of one cell sort by their documents
// and places.
func (s *statement) append(b []byte) []byte {
	for _, n := range s.counts() {
		b = binary.BigEndian.AppendUint64(b, uint64(*n))
	}
	alias := byte(0)
	if s.Alias {
		alias = 1
	}
	b = append(b, alias)
	for _, w := range s.words() {
		b = append(binary.AppendUvarint(b, uint64(len(*w))), *w...)
	}
	return b
}

var errTorn = errors.New("a temporary file of the panel is damaged")

// parse reads what append wrote.
func (s *statement) parse(b []byte) error {
	for _, n := range s.counts() {
		if len(b) < 8 {
			return errTorn
		}
		*n, b = int(binary.BigEndian.Uint64(b)), b[8:]
	}
	if len(b) == 0 {
		return errTorn
	}
	s.Alias, b = b[0] == 1, b[1:]
	all := string(b) // one copy for all fields
	for _, w := range s.words() {
		n, width := binary.Uvarint(b)
		if width <= 0 || uint64(len(b)-width) < n {
			return errTorn
		}
		at := len(all) - len(b) + width
		*w, b = all[at:at+int(n)], b[width+int(n):]
	}
	return nil
}

// said makes a statement of a fact, with its value in the one unit of its dimension: the
// base unit where there is one, a part of a whole in percent.
func said(f *fact.Fact, doc int) statement {
	s := statement{Area: f.Area, AreaCode: f.AreaCode, Subject: f.Subject, Indicator: f.Indicator, IndicatorID: f.IndicatorID, Measure: f.Measure,
		Basis: f.Basis, Scope: f.Scope, Agg: f.Agg, Period: f.Period, Status: f.Status, Name: f.Indicator, Value: string(f.Value), Unit: f.Unit, Bound: f.Bound,
		Kind: f.Kind, Text: f.Text, Raw: string(f.Value), Repaired: string(f.Repaired), ID: f.ID, Flags: strings.Join(f.Flags, ";"), Doc: doc, Start: f.Span.Start,
		Confidence: int(f.Confidence*100 + 0.5)}
	if f.Raw != nil {
		s.Number = f.Raw.Number
	}
	if f.Sentence != nil {
		s.Sentence, s.SentenceStart = f.Sentence.Text, f.Sentence.Start
	}
	switch {
	case f.Base != nil:
		s.Value, s.Unit = string(f.Base.Value), f.Base.Unit
	case f.Kind == "fraction":
		s.Value, s.Unit = inPercent(s.Value), "%"
	}
	return s
}

// inPercent is a fraction in percent; a third is not 33.3333 but as exact as six places
// of a percentage allow.
func inPercent(fraction string) string {
	v, ok := new(big.Rat).SetString(fraction)
	if !ok {
		return fraction
	}
	if p, q, ok := simple(v); ok {
		v.SetFrac64(p, q)
	}
	return number.Format(v.Mul(v, big.NewRat(100, 1)))
}

// simple is the fraction of small whole numbers that a decimal of six places was written
// for: 1/3 of 0.333333.
func simple(v *big.Rat) (p, q int64, ok bool) {
	const most = 100
	for q = 1; q <= most; q++ {
		x, _ := new(big.Rat).Mul(v, big.NewRat(q, 1)).Float64()
		p = int64(math.Round(x))
		if off := x/float64(q) - float64(p)/float64(q); off < 1e-6 && off > -1e-6 {
			return p, q, true
		}
	}
	return 0, 0, false
}

// numbers are the figures of a value: one, the ends of a range, the parts of a ratio.
func numbers(value string) (out []float64) {
	var one float64
	switch {
	case value == "", value == "null":
	case value[0] == '[':
		if json.Unmarshal([]byte(value), &out) != nil {
			return nil
		}
	case json.Unmarshal([]byte(value), &one) == nil:
		out = []float64{one}
	}
	return out
}

// doubtful are the flags by which the figure of a fact may be another than it seems.
func (s *statement) doubtful() (flags []string) {
	if s.Flags == "" {
		return nil
	}
	own := strings.Split(s.Flags, ";")
	for _, f := range fact.Flags {
		if f.Doubtful && slices.Contains(own, f.Name) {
			flags = append(flags, f.Name)
		}
	}
	return flags
}
