package area

import (
	"fmt"
	"strconv"
	"strings"
)

// Gazetteer finds areas by their names. It is read only once made, and safe for
// concurrent use.
type Gazetteer struct {
	areas   []*Area
	byCode  map[string][]*Area // in the order of the table: the name in use first
	root    *node
	first   [firsts]*node   // of root, by the common characters
	singles [1 << 10]uint64 // bits of the names of one character
	starts  [1 << 12]uint64 // bits of the pairs of characters that names begin with
	words
}

// The common characters that names begin with: those of Han.
const (
	firstOf = 0x4E00
	firsts  = 0x9FA6 - firstOf
)

// begin is the node of the names that begin with a character.
func (g *Gazetteer) begin(r rune) *node {
	if i := uint32(r) - firstOf; i < firsts {
		return g.first[i]
	}
	return g.root.next[r]
}

// name is what a text can call some areas by.
type name struct {
	areas []*Area
	full  bool // the official name
	stop  bool // a common word too: read only in a chain
}

// node is a node of the trie of names.
type node struct {
	next map[rune]*node
	name *name
}

// New makes a gazetteer of the rows of two tables, without their headers.
//
// A row of areas is code, name, code of the parent or "", level, first year, year of the
// end or "", and the codes it became, joined by semicolons. A row of extra is kind, word
// and code; the kinds are described in the table and by [words].
func New(areas, extra [][]string) (*Gazetteer, error) {
	g := &Gazetteer{byCode: map[string][]*Area{}, root: &node{}}
	if err := g.words.read(extra); err != nil {
		return nil, err
	}
	if err := g.readAreas(areas); err != nil {
		return nil, err
	}
	for _, a := range g.areas {
		a.short = shorten(a.Name, g.suffixes, g.peoples)
		g.add(a.Name, a, true)
		if a.short != a.Name {
			g.add(a.short, a, false)
		}
	}
	if err := g.addAliases(); err != nil {
		return nil, err
	}
	for r, n := range g.root.next {
		if i := uint32(r) - firstOf; i < firsts {
			g.first[i] = n
		}
	}
	return g, nil
}

func (g *Gazetteer) readAreas(rows [][]string) error {
	parents := make([]string, len(rows))
	for i, r := range rows {
		a, err := parseArea(r)
		if err != nil {
			return fmt.Errorf("areas row %d: %w", i+1, err)
		}
		parents[i] = cell(r, 2)
		g.areas = append(g.areas, a)
		g.byCode[a.Code] = append(g.byCode[a.Code], a)
	}
	for i, a := range g.areas {
		if parents[i] == "" {
			continue
		}
		a.Parent = overlapping(g.byCode[parents[i]], a)
		if a.Parent == nil || a.Parent.Level >= a.Level {
			return fmt.Errorf("areas row %d: %s %s has the parent %q, wanted an area of a higher level", i+1, a.Code, a.Name, parents[i])
		}
	}
	return nil
}

func parseArea(r []string) (*Area, error) {
	a := &Area{Code: cell(r, 0), Name: cell(r, 1)}
	if len(a.Code) != 6 || a.Name == "" {
		return nil, fmt.Errorf("found %q, wanted a code of six digits and a name", r)
	}
	var err error
	if a.Level, err = strconv.Atoi(cell(r, 3)); err != nil || a.Level < Province || a.Level > County {
		return nil, fmt.Errorf("found the level %q, wanted 1, 2 or 3", cell(r, 3))
	}
	if a.From, err = strconv.Atoi(cell(r, 4)); err != nil {
		return nil, fmt.Errorf("found the first year %q, wanted a year", cell(r, 4))
	}
	if s := cell(r, 5); s != "" {
		if a.To, err = strconv.Atoi(s); err != nil {
			return nil, fmt.Errorf("found the last year %q, wanted a year or nothing", s)
		}
	}
	if s := cell(r, 6); s != "" {
		a.New = strings.Split(s, ";")
	}
	return a, nil
}

// cell is the i-th cell, or "" where the row was cut short.
func cell(r []string, i int) string {
	if i < len(r) {
		return r[i]
	}
	return ""
}

// overlapping picks, of the areas that held a code one after the other, the one that
// lasted longest beside a, and of equals the youngest.
func overlapping(of []*Area, a *Area) *Area {
	const open = 9999
	end := func(x *Area) int {
		if x.To == 0 {
			return open
		}
		return x.To
	}
	var best *Area
	most := 0
	for _, p := range of {
		n := min(end(a), end(p)) - max(a.From, p.From)
		if best == nil || n > most || n == most && p.From > best.From {
			best, most = p, n
		}
	}
	return best
}

// begins tells quickly of most places of a text that no name begins there.
func (g *Gazetteer) begins(s []rune, i int) bool {
	if i+1 >= len(s) {
		return g.begin(s[i]) != nil
	}
	h := pairOf(s[i], s[i+1])
	return g.starts[h>>6]&(1<<(h&63)) != 0 || g.singles[uint16(s[i])>>6]&(1<<(uint16(s[i])&63)) != 0
}

// pairOf is the bit of a pair of characters.
func pairOf(a, b rune) uint32 { return (uint32(a)*40503 + uint32(b)) & (1<<18 - 1) }

func (g *Gazetteer) add(word string, a *Area, full bool) {
	n := g.root
	if r := []rune(word); len(r) > 1 {
		h := pairOf(r[0], r[1])
		g.starts[h>>6] |= 1 << (h & 63)
	} else {
		g.singles[uint16(r[0])>>6] |= 1 << (uint16(r[0]) & 63)
	}
	for _, r := range word {
		if n.next == nil {
			n.next = map[rune]*node{}
		}
		if n.next[r] == nil {
			n.next[r] = &node{}
		}
		n = n.next[r]
	}
	if n.name == nil {
		n.name = &name{stop: g.stops[word]}
	}
	n.name.full = n.name.full || full
	n.name.areas = append(n.name.areas, a)
}

func (g *Gazetteer) addAliases() error {
	for _, al := range g.aliases {
		as := g.byCode[al.code]
		if len(as) == 0 {
			return fmt.Errorf("alias %s: no area has the code %q", al.word, al.code)
		}
		g.add(al.word, as[0], false)
	}
	return nil
}
