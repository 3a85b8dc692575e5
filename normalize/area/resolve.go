package area

// Resolve says which area a name means in a document about context, which may be nil,
// for a fact of the year; year 0 is today. Of several it takes the one that is nearest to
// the context (itself, above or below it, beside it, in the same province), then the one
// that is above all the others, then the only one in use. Where that leaves several, and
// for a name that is none, it returns nil: no area is better than a wrong one.
//
// A name that [Gazetteer.At] calls weak needs a context or has to be that of a city.
func (g *Gazetteer) Resolve(name string, context *Area, year int) *Area {
	s := []rune(name)
	m := g.whole(s)
	if m.N == 0 {
		return nil
	}
	return g.Choose(m, context, year)
}

// Choose is [Gazetteer.Resolve] for a name that was found already.
func (g *Gazetteer) Choose(m Match, context *Area, year int) *Area {
	as := current(m.Areas, year)
	if a, near := nearest(as, context); near {
		return a
	}
	if m.Weak {
		as = g.cities(as)
	}
	return topmost(as)
}

// whole reads all of s as one name; a stop word, which At would not read, is one here.
func (g *Gazetteer) whole(s []rune) Match {
	if m := g.At(s, 0); m.N == len(s) {
		return m
	}
	n := g.root
	for _, r := range s {
		if n = n.next[r]; n == nil {
			return Match{}
		}
	}
	if n.name == nil {
		return Match{}
	}
	return Match{Areas: n.name.areas, N: len(s), Full: n.name.full, Weak: weak(n.name.areas, n.name, len(s))}
}

// current keeps the areas of the year, of an area that changed in it only what it became;
// where the year knows none of them, those in use today, or else all.
func current(areas []*Area, year int) []*Area {
	for _, keep := range []func(*Area) bool{
		func(a *Area) bool { return a.In(year) && a.To != year },
		func(a *Area) bool { return a.In(year) },
		func(a *Area) bool { return a.To == 0 },
	} {
		if out := filter(areas, keep); len(out) > 0 {
			return out
		}
	}
	return areas
}

func filter(areas []*Area, keep func(*Area) bool) []*Area {
	var out []*Area
	for _, a := range areas {
		if keep(a) {
			out = append(out, a)
		}
	}
	return out
}

// nearest returns the area nearest to the context and whether any is near at all; nil
// where two are equally near.
func nearest(areas []*Area, context *Area) (*Area, bool) {
	var best *Area
	near, tie := 0, false
	for _, a := range areas {
		switch d := nearness(a, context); {
		case d > near:
			best, near, tie = a, d, false
		case d == near && d > 0:
			tie = true
		}
	}
	if tie {
		return nil, true
	}
	return best, near > 0
}

// nearness is 0 for areas in different provinces, else the more the closer they are.
func nearness(a, context *Area) int {
	switch {
	case context == nil:
		return 0
	case a.Code == context.Code:
		return 5
	case a.within(context) || context.within(a):
		return 4
	case a.Parent != nil && context.Parent != nil && a.Parent.Code == context.Parent.Code:
		return 3
	case top(a).Code != top(context).Code:
		return 0
	case context.Parent != nil && a.within(context.Parent):
		return 2
	}
	return 1
}

func top(a *Area) *Area {
	for a.Parent != nil {
		a = a.Parent
	}
	return a
}

// cities keeps the counties that are called cities: they go by their short names
// everywhere, as districts do not.
func (g *Gazetteer) cities(areas []*Area) []*Area {
	return filter(areas, func(a *Area) bool {
		for _, e := range g.cityEnds {
			if a.Short()+e == a.Name {
				return true
			}
		}
		return false
	})
}

// topmost returns the only area, or the only province, or the one that all others lie in.
func topmost(areas []*Area) *Area {
	var best *Area
	for _, a := range areas {
		if best == nil || a.Level < best.Level {
			best = a
		}
	}
	if best == nil {
		return nil
	}
	for _, a := range areas {
		if a != best && (a.Level == best.Level || best.Level != Province && !a.within(best)) {
			return nil
		}
	}
	return best
}

// Code is the code that the area with the full name had in the year: of the area itself,
// or of the one it came from or became, where that is but one. It is "" for a name that
// is none or means several.
func (g *Gazetteer) Code(full string, year int) string {
	a := g.Resolve(full, nil, year)
	if a == nil {
		return ""
	}
	if year == 0 || a.In(year) {
		return a.Code
	}
	var kin []*Area
	for _, b := range g.areas {
		if b.In(year) && (became(b, a) || became(a, b)) {
			kin = append(kin, b)
		}
	}
	if len(kin) == 1 {
		return kin[0].Code
	}
	return a.Code
}

// became reports whether the whole of a went on as b.
func became(a, b *Area) bool { return len(a.New) == 1 && a.New[0] == b.Code }

// ByCode returns the area that had the code in the year, or nil.
func (g *Gazetteer) ByCode(code string, year int) *Area {
	if as := current(g.byCode[code], year); len(as) > 0 {
		return as[0]
	}
	return nil
}
