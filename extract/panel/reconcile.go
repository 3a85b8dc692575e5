package panel

import (
	"cmp"
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strings"
)

// reconciler makes rows of the statements of a cell.
type reconciler struct {
	docs    []document
	names   *namer
	aliases *aliases
}

// How many statements and values of a cell are weighed; a cell with more is no cell but
// a heap of what could not be told apart.
const (
	mostStatements = 2000
	mostValues     = 50
)

// shortName is the length in characters of a name that may well mean several things.
const shortName = 5

// closely is how much a revision may change a value: more is a contradiction.
const closely = 0.1

// cluster are claims that agree with the first of them, the most precise one.
type cluster struct {
	claims []claim
	best   claim // the one that ranks first
}

// rows are those of a cell, one for each status, in the order of statuses. left is how
// many more statements the cell has.
func (c *reconciler) rows(cell []statement, left int) []*Row {
	var out []*Row
	for i := 0; i < len(cell); {
		j := i
		for j < len(cell) && cell[j].Status == cell[i].Status {
			j++
		}
		out = append(out, c.row(cell[i:j], left))
		i = j
	}
	for _, r := range out[1:] {
		if r.Status == "expected" && out[0].Status == "actual" {
			r.Verdict, r.Why = Superseded, fmt.Sprintf("%s came about, by %s", out[0].Text, out[0].Values[0].Statements[0].Doc)
		}
	}
	return out
}

func (c *reconciler) row(of []statement, left int) *Row {
	groups := c.clusters(of)
	lead := groups[0].claims[0]
	r := &Row{Area: lead.Area, AreaCode: lead.AreaCode, Subject: lead.Subject, Indicator: lead.Indicator, IndicatorID: lead.IndicatorID,
		Measure: lead.Measure, Basis: lead.Basis, Scope: lead.Scope, Agg: lead.Agg, Period: period(lead.statement), Status: lead.Status,
		Value: raw(lead.Value), Unit: lead.Unit, Bound: lead.Bound, Text: lead.Text, Left: left}
	for i := range groups {
		r.Values = append(r.Values, c.value(groups, i))
	}
	r.Sources = r.Values[0].Sources
	r.Verdict, r.Why = verdict(r, &groups[0])
	r.Names, r.Aliases = c.namesOf(of)
	return r
}

func raw(value string) json.RawMessage {
	if value == "" {
		return json.RawMessage("null")
	}
	return json.RawMessage(value)
}

// clusters puts claims together that agree: each, the most precise ones first, with the
// value that ranks first of those it agrees with. Those that agree with none make a
// value of their own. The result is ranked.
func (c *reconciler) clusters(of []statement) []cluster {
	claims := make([]claim, len(of))
	for i := range of {
		claims[i] = c.claim(&of[i])
	}
	slices.SortFunc(claims, func(a, b claim) int {
		return cmp.Or(cmp.Compare(len(a.doubts), len(b.doubts)), precise(&a, &b), rank(&a, &b))
	})
	var out []cluster
	for _, x := range claims {
		home := -1
		for i := range out {
			if alike(&out[i].claims[0], &x) && (home < 0 || rank(&out[i].best, &out[home].best) < 0) {
				home = i
			}
		}
		if home < 0 && len(out) < mostValues {
			out = append(out, cluster{best: x})
			home = len(out) - 1
		} else if home < 0 {
			continue
		}
		out[home].claims = append(out[home].claims, x)
		if rank(&x, &out[home].best) < 0 {
			out[home].best = x
		}
	}
	slices.SortFunc(out, func(a, b cluster) int { return rank(&a.best, &b.best) })
	return out
}

// alike reports whether two claims can both be true. What is damaged is alike only to
// what has the very figure, or would have it when repaired.
func alike(a, b *claim) bool {
	if a.Value == b.Value && a.Unit == b.Unit {
		return true
	}
	return agree(a.extents, b.extents) && (b.doubts == nil || b.Repaired != "")
}

func (c *reconciler) value(groups []cluster, i int) Value {
	g := &groups[i]
	lead := g.claims[0]
	v := Value{Value: raw(lead.Value), Bound: lead.Bound, Text: lead.Text}
	repeats := repeated(g.claims)
	for k := range g.claims {
		v.Statements = append(v.Statements, g.claims[k].statementOf(&lead, repeats[k]))
		if !repeats[k] {
			v.Sources++
		}
	}
	v.Stands, v.Why = stands(&groups[0], g)
	if i == 0 {
		v.Stands, v.Why = "first", ""
	}
	return v
}

// damage says what is wrong with a figure, and what it must have been where that is known.
func (x *claim) damage() string {
	out := "damaged: " + strings.Join(x.doubts, ", ")
	if x.Repaired != "" {
		out += ", must have been " + x.Repaired
	}
	return out
}

func (x *claim) statementOf(lead *claim, repeats bool) Statement {
	s := Statement{ID: x.ID, Doc: x.doc.name, Title: x.doc.title, Source: x.doc.source, Published: x.doc.published, Name: x.Name, Text: x.Text,
		Sentence: x.Sentence, Repeats: repeats, Confidence: float64(x.Confidence) / 100}
	if x.Flags != "" {
		s.Flags = strings.Split(x.Flags, ";")
	}
	if x.Repaired != "" {
		s.Repaired = json.RawMessage(x.Repaired)
	}
	switch {
	case x.Value == lead.Value && x.Bound == lead.Bound:
	case x.Bound != "exact" || lead.Bound != "exact":
		s.Agrees = "bound"
	default:
		s.Agrees = "rounding"
	}
	return s
}

// repeated tells the claims that add no source: the same document says it again, or
// another says it in the same words.
func repeated(claims []claim) []bool {
	out := make([]bool, len(claims))
	docs, words := map[int]bool{}, map[string]bool{}
	for i, x := range claims {
		text := plain(x.Sentence)
		out[i] = docs[x.Doc] || text != "" && words[text]
		docs[x.Doc] = true
		words[text] = true
	}
	return out
}

// stands says how a value stands to the first one, and why it does not go first.
func stands(first, g *cluster) (how, why string) {
	a, b := &first.best, &g.best
	switch {
	case b.doubts != nil && a.doubts == nil:
		return Doubted, because(a, b)
	case oneSentence(first, g):
		return Several, "stated in one sentence with the first value"
	case mayBeSeveral(a.statement):
		return Several, "a short name, which may stand for several things"
	case early(b):
		return Several, fmt.Sprintf("said on %s, before %s was over", b.doc.published, period(b.statement))
	case early(a):
		return Several, fmt.Sprintf("the first was said on %s, before %s was over", a.doc.published, period(a.statement))
	case revises(first, g):
		return Revised, fmt.Sprintf("%s of %s corrects that of %s", kindName(a.doc.source), a.doc.published, b.doc.published)
	}
	return Conflicted, because(a, b)
}

// oneSentence reports whether all of a value is said in sentences that say the other too.
func oneSentence(first, g *cluster) bool {
	said := map[[2]int]bool{}
	for _, x := range first.claims {
		said[[2]int{x.Doc, x.SentenceStart}] = true
	}
	return !slices.ContainsFunc(g.claims, func(x claim) bool { return !said[[2]int{x.Doc, x.SentenceStart}] })
}

// mayBeSeveral reports whether a name that no lexicon knows is a short one, or says
// nothing of whose or when.
func mayBeSeveral(s *statement) bool {
	return !s.known() || s.IndicatorID == "" && len([]rune(s.Name)) < shortName
}

// early reports whether a figure was made known before its period was over: it is of the
// part that had gone by, or of the moment.
func early(c *claim) bool {
	return c.Status == "actual" && len(c.doc.published) == len("2020-12-31") && c.Period != "" && c.doc.published < endOf(period(c.statement))
}

// revises reports whether the first value is a correction of another: later, by no lower
// kind of document, no less precise, and close to it.
func revises(first, g *cluster) bool {
	a, b := &first.best, &g.best
	if a.Doc == b.Doc || later(a, b) >= 0 || weight[a.doc.source] < weight[b.doc.source] || len(a.extents) != 1 || len(b.extents) != 1 {
		return false
	}
	if a.Bound != "exact" || b.Bound != "exact" || a.step() > b.step()*(1+1e-9) {
		return false
	}
	x, y := numbers(a.Value), numbers(b.Value)
	return len(x) == 1 && len(y) == 1 && math.Abs(x[0]-y[0]) <= closely*math.Abs(x[0])
}

// verdict sums up how the values of a row stand.
func verdict(r *Row, first *cluster) (string, string) {
	if first.best.doubts != nil {
		return Doubted, first.best.damage()
	}
	for _, v := range []string{Conflicted, Several, Revised} {
		for i := range r.Values {
			if x := &r.Values[i]; x.Stands == v {
				return v, fmt.Sprintf("%s against %s: %s", r.Text, x.Text, x.Why)
			}
		}
	}
	if r.Sources > 1 {
		return Agreed, ""
	}
	return Single, ""
}

// namesOf are the names under which the statements stand in their documents, if they are
// not that of the row alone, and the aliases among them.
func (c *reconciler) namesOf(of []statement) (names []string, aliases []Alias) {
	seen := map[string]bool{}
	for i := range of {
		s := &of[i]
		if seen[s.Name] {
			continue
		}
		seen[s.Name] = true
		names = append(names, s.Name)
		if s.Alias {
			own := *s
			own.Indicator, own.IndicatorID = s.Name, ""
			if a := c.aliases.of(c.names, &own, c.names.token(&own)); a != nil {
				aliases = append(aliases, *a)
			}
		}
	}
	slices.Sort(names)
	if len(names) == 1 && names[0] == of[0].Indicator {
		names = nil
	}
	return names, aliases
}
