package panel

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/qushu/qushu/normalize/indicator"
)

// Cells are told apart by whose, what and when, by how it is measured and in what
// dimension. Statuses stand within a cell: what was expected comes true or does not.

// namer unifies indicators.
type namer struct {
	lexicon *indicator.Lexicon
	acts    []string // words before a name that say only that it was done
	kin     map[string]string
}

// newNamer takes words by which things are counted as one dimension: 个 家 户.
func newNamer(o Options) *namer {
	n := &namer{lexicon: o.Indicators, acts: o.Acts, kin: map[string]string{}}
	for _, words := range o.Kin {
		for _, w := range words {
			n.kin[w] = words[0]
		}
	}
	return n
}

// name settles the indicator of a statement: its id, where it is known behind a word
// such as 实施; and a growth rate that is said to have a level as the growth it is.
func (n *namer) name(s *statement) {
	if s.IndicatorID == "" && s.doubtful() == nil {
		n.behindAct(s)
	}
	if s.Agg == "cumulative" {
		s.Agg = "" // the period says so
	}
	if of, ok := strings.CutSuffix(s.IndicatorID, ".growth"); ok && s.Measure == "level" && s.Unit == "%" {
		s.IndicatorID, s.Measure = of, "growth"
		if s.Basis == "" {
			s.Basis = "yoy"
		}
	}
	if i := n.lexicon.ByID(s.IndicatorID); i != nil {
		s.Indicator = i.Names[0]
	}
}

func (n *namer) behindAct(s *statement) {
	for _, act := range n.acts {
		rest, ok := strings.CutPrefix(s.Name, act)
		if !ok {
			continue
		}
		if k, ok := n.lexicon.Find(rest); ok && n.lexicon.Agrees(k, s.Measure, s.Kind, s.Unit) {
			s.IndicatorID = k.ID()
			return
		}
	}
}

// token is what the indicator of a statement is compared by.
func (n *namer) token(s *statement) string {
	if s.IndicatorID != "" {
		return "#" + s.IndicatorID
	}
	return n.lexicon.Key(s.Indicator)
}

// scoped are the measures that are of another whole or in another field where the scope
// is another.
var scoped = []string{"share", "rank", "rank_change", "contribution", "ratio"}

// statuses in the order in which they count: what came about over what was expected.
var statuses = []string{"actual", "expected", "target"}

// whose is the area and the subject of a statement as parts of a key.
func whose(s *statement) []string {
	area := s.AreaCode
	if area == "" {
		area = "~" + s.Area
	}
	return []string{area, plain(s.Subject)}
}

// known reports whether a statement says whose and when, so that other documents can
// speak of the same.
func (s *statement) known() bool { return (s.Area != "" || s.Subject != "") && s.Period != "" }

// key is the cell that a statement is of; token stands for its indicator. What does not
// say whose or when it is is of a cell of its document.
func (n *namer) key(s *statement, token string) string {
	scope := ""
	if slices.Contains(scoped, s.Measure) {
		scope = plain(s.Scope)
	}
	parts := append(whose(s), token, s.Measure, s.Basis, scope, s.Agg, n.dimension(s.Unit), period(s))
	if !s.known() {
		parts = append(parts, strconv.Itoa(s.Doc))
	}
	return strings.Join(parts, "\x00")
}

func (n *namer) dimension(unit string) string {
	if kin := n.kin[unit]; kin != "" {
		return kin
	}
	return unit
}

// period is the time of a statement in one form: what is so at the end of a year is of the
// year, and twelve months are one.
func period(s *statement) string {
	year, _, _ := strings.Cut(s.Period, "-")
	if s.Period == year+"-01/"+year+"-12" || s.Period == year+"-12-31" {
		return year
	}
	return s.Period
}

// plain leaves the letters and figures of a name.
func plain(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, name)
}

// byStatus is a key that sorts the statuses of a cell.
func byStatus(s *statement) string {
	if i := slices.Index(statuses, s.Status); i >= 0 {
		return strconv.Itoa(i)
	}
	return strconv.Itoa(len(statuses)) + s.Status
}
