package area

// Match is a name found in a text.
type Match struct {
	Areas []*Area // all that it can mean, in the order of the table
	N     int     // runes read, 0 where there is none
	Full  bool    // it ends in an official name: 江北区, 重庆江北区
	Weak  bool    // it is the bare short name of counties only, such as 江北: take it only where the context says so
}

// At reads the longest name that begins at the rune s[i]. A chain from above, with or
// without the ends of its names, is one name: 重庆市江北区, 重庆江北, 四川省成都市青羊区.
// Out of bounds there is none.
func (g *Gazetteer) At(s []rune, i int) Match {
	if i < 0 || i >= len(s) || !g.begins(s, i) {
		return Match{}
	}
	return g.longest(s, i, nil)
}

// longest reads the longest chain at s[i] of areas that lie within one of above, which
// are nil at its beginning.
func (g *Gazetteer) longest(s []rune, i int, above []*Area) Match {
	var best Match
	n := g.begin(s[i])
	for j := i; n != nil && j < len(s); {
		if j > i {
			if n = n.next[s[j]]; n == nil {
				break
			}
		}
		j++
		if n.name == nil || !g.readable(s, i, j, n.name, above != nil) {
			continue
		}
		if m := g.chain(s, i, j, n.name, above); m.N >= best.N && m.N > 0 {
			best = m
		}
	}
	return best
}

// chain takes the name in s[i:j] and what follows it.
func (g *Gazetteer) chain(s []rune, i, j int, n *name, above []*Area) Match {
	areas := below(n.areas, above)
	if len(areas) == 0 {
		return Match{}
	}
	if j < len(s) && g.begins(s, j) {
		if m := g.longest(s, j, areas); m.N > 0 {
			m.N += j - i
			m.Weak = false
			return m
		}
	}
	if n.stop && above == nil || !n.full && g.followed(s, j) {
		return Match{}
	}
	return Match{Areas: areas, N: j - i, Full: n.full, Weak: weak(areas, n, j-i)}
}

// readable reports whether the words around s[i:j] let the name there be one.
func (g *Gazetteer) readable(s []rune, i, j int, n *name, chained bool) bool {
	if g.tailed(s, j) {
		return false
	}
	if chained {
		return n.full || !n.stop || n.areas[0].Level < County
	}
	return !g.headed(s, i)
}

// below keeps the areas that lie in one of above and are not it.
func below(areas, above []*Area) []*Area {
	if above == nil {
		return areas
	}
	var out []*Area
	for _, a := range areas {
		for _, b := range above {
			if a.Level > b.Level && a.within(b) {
				out = append(out, a)
				break
			}
		}
	}
	return out
}

// weak reports whether a name of n runes that stands alone says too little: a short name
// of two characters that only counties bear.
func weak(areas []*Area, n *name, runes int) bool {
	if n.full && runes > 2 {
		return false
	}
	for _, a := range areas {
		if a.Level < County && a.To == 0 {
			return false
		}
	}
	return runes <= 2
}
