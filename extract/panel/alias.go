package panel

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"
)

// Alias is a name that is taken for another on the evidence of the folder: one contains
// the other, and both have the same exact value of one thing in one area and period.
type Alias struct {
	Name     string          `json:"name"`
	Of       string          `json:"of"` // the name it stands under
	Value    json.RawMessage `json:"value"`
	Unit     string          `json:"unit,omitempty"`
	Places   int             `json:"places"` // areas and periods in which the two agree
	token    string          // of Of
	id       string
	disagree int
}

// An alias holds for the area and period that shows it. Where as many places show it, and
// none speaks against it, it holds for all.
const manyPlaces = 2

// aliases are what is known of the names of a folder.
type aliases struct {
	here    map[string]*Alias // by area, subject, period and token
	all     map[pair]*Alias
	by      map[string][]pair // by token, of those that may hold for all
	general map[string]*Alias // by token: those that do
}

// pair is a token and the one that it may stand under.
type pair struct{ name, of string }

// mention is a name with a value in one place.
type naming struct{ token, name, id, value, unit, where string }

// most bounds what is compared with one another.
const (
	mostNamings = 20000
	mostAlike   = 16
)

// evidence gives a sorter what may show aliases: the statements that say whose and when
// and whose value is no round one, by all of their cell but the name.
func (n *namer) evidence(to *sorter, s *statement, token string) error {
	if !s.known() || s.Bound != "exact" || significant(s.Value) < 3 || s.doubtful() != nil {
		return nil
	}
	where := strings.Join(append(whose(s), period(s)), "\x00")
	rest := strings.Join([]string{token, s.Name, s.IndicatorID, s.Value, s.Unit, where}, "\x01")
	return to.add([]byte(n.key(s, "")), []byte(rest))
}

// significant counts the figures of a number without the noughts at its ends.
func significant(value string) int {
	if value == "" || value[0] == '[' {
		return 0
	}
	digits := strings.Trim(strings.ReplaceAll(strings.TrimPrefix(value, "-"), ".", ""), "0")
	return len(digits)
}

// findAliases reads the evidence twice: for what speaks for an alias, then for what
// speaks against it.
func findAliases(by *sorter) (*aliases, error) {
	a := &aliases{here: map[string]*Alias{}, all: map[pair]*Alias{}, by: map[string][]pair{}, general: map[string]*Alias{}}
	if err := eachPlace(by, a.forIt); err != nil {
		return nil, err
	}
	for p, x := range a.all {
		if x.Places >= manyPlaces {
			a.by[p.name] = append(a.by[p.name], p)
		}
	}
	if err := eachPlace(by, a.againstIt); err != nil {
		return nil, err
	}
	a.decide()
	return a, nil
}

func eachPlace(by *sorter, use func([]naming)) error {
	var group []naming
	key := ""
	for e, err := range by.sorted() {
		if err != nil {
			return err
		}
		if string(e.key) != key {
			use(group)
			group, key = group[:0], string(e.key)
		}
		if f := strings.Split(string(e.rest), "\x01"); len(f) == 6 && len(group) < mostNamings {
			group = append(group, naming{f[0], f[1], f[2], f[3], f[4], f[5]})
		}
	}
	use(group)
	return nil
}

// forIt looks for names that contain one another and have one value.
func (a *aliases) forIt(group []naming) {
	if len(group) < 2 {
		return
	}
	byValue := map[string][]naming{}
	for _, x := range group {
		k := x.value + " " + x.unit
		same := byValue[k]
		if len(same) < mostAlike && !slices.ContainsFunc(same, func(y naming) bool { return y.token == x.token }) {
			byValue[k] = append(same, x)
		}
	}
	for _, k := range slices.Sorted(maps.Keys(byValue)) {
		same := byValue[k]
		for i := range same {
			for _, y := range same[:i] {
				a.see(same[i], y)
			}
		}
	}
}

// see notes two names of one value. Two indicators that are both known ones are two.
func (a *aliases) see(x, y naming) {
	if x.id != "" && y.id != "" || !contains(x.name, y.name) && !contains(y.name, x.name) {
		return
	}
	if under(x, y) {
		x, y = y, x
	}
	p := pair{x.token, y.token}
	al := a.all[p]
	if al == nil {
		al = &Alias{Name: x.name, Of: y.name, Value: json.RawMessage(x.value), Unit: x.unit, token: y.token, id: y.id}
		a.all[p] = al
	}
	al.Places++
	if k := x.where + "\x00" + x.token; a.here[k] == nil {
		a.here[k] = al
	}
}

// contains wants a name of more than one character in another one.
func contains(long, short string) bool {
	return len([]rune(short)) > 1 && strings.Contains(plain(long), plain(short))
}

// under reports whether y stands under x: x is the known one, else the longer one, which
// says more.
func under(x, y naming) bool {
	switch {
	case (x.id != "") != (y.id != ""):
		return x.id != ""
	case len(x.name) != len(y.name):
		return len(x.name) > len(y.name)
	}
	return x.token < y.token
}

// againstIt counts the places where two names have values, and not one in common.
func (a *aliases) againstIt(group []naming) {
	values := map[string]map[string]bool{}
	for _, x := range group {
		if values[x.token] == nil {
			values[x.token] = map[string]bool{}
		}
		values[x.token][x.value+" "+x.unit] = true
	}
	for token, own := range values {
		for _, p := range a.by[token] {
			other := values[p.of]
			if other == nil {
				continue
			}
			if !slices.ContainsFunc(slices.Collect(maps.Keys(own)), func(v string) bool { return other[v] }) {
				a.all[p].disagree++
			}
		}
	}
}

// decide takes the aliases that hold for all: of several for one name, that of most
// places.
func (a *aliases) decide() {
	for token, pairs := range a.by {
		slices.SortFunc(pairs, func(p, q pair) int {
			if d := a.all[q].Places - a.all[p].Places; d != 0 {
				return d
			}
			return strings.Compare(p.of, q.of)
		})
		if best := a.all[pairs[0]]; best.disagree == 0 {
			a.general[token] = best
		}
	}
}

// of is the alias that the name of a statement is, nil where it is none.
func (a *aliases) of(n *namer, s *statement, token string) *Alias {
	if len(a.all) == 0 || !s.known() {
		return nil
	}
	where := strings.Join(append(whose(s), period(s), token), "\x00")
	if x := a.here[where]; x != nil {
		return x
	}
	return a.general[token]
}
