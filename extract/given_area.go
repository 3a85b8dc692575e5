package extract

import (
	"github.com/qushu/qushu/corpus"
	"github.com/qushu/qushu/extract/link"
	"github.com/qushu/qushu/extract/segment"
	"github.com/qushu/qushu/normalize/area"
)

// area settles the document's area: what its title names, resolved by what the text
// names most; else what its first lines name.
func (e *Engine) area(def link.Defaults, d *corpus.Document, r *link.Read, given string) link.Defaults {
	t := e.tally(r)
	if given != "" {
		if a := e.gazetteer.Resolve(given, nil, def.Year); a != nil {
			return def.WithArea(a)
		}
		def.Area = given
		return def
	}
	def.Notice = d.Given.Genre == "notice"
	if def.Notice {
		return def // a company's notice is about the company
	}
	title := segment.FoldString(d.Given.Title)
	if a := e.firstArea(title, t); a != nil {
		return def.WithArea(a)
	}
	if full, short := e.invented(title); full != "" {
		def.Area = full
		def.Places = []link.Place{{Word: full, Full: full}, {Word: short, Full: full}}
		return def
	}
	if titleDay(d.Given.Title) != "" {
		return def // a broadcast goes from place to place, whichever it names most
	}
	if a := e.deliveredIn(r, t); a != nil {
		return def.WithArea(a)
	}
	if a := e.hinted(r, def.Year); a != nil {
		return def.WithArea(a)
	}
	if a := dominant(t); a != nil {
		return def.WithArea(a)
	}
	if len(t) == 0 {
		return withInvented(def, e.unlisted(r))
	}
	return def
}

func withInvented(def link.Defaults, name string) link.Defaults {
	if name != "" {
		def.Area = name
		def.Places = []link.Place{{Word: name, Full: name}}
	}
	return def
}

// unlisted is the place in no table that a text naming no other place names most, three
// times or more.
func (e *Engine) unlisted(r *link.Read) string {
	count := map[string]int{}
	best := ""
	for i := range r.Sentences {
		s := r.Sentences[i].Runes
		for j := 0; j < len(s); j++ {
			n := e.gazetteer.Pattern(s, j)
			if n == 0 {
				continue
			}
			name := string(s[j : j+n])
			count[name]++
			if c := count[name]; c >= 3 && (best == "" || c > count[best] || c == count[best] && name < best) {
				best = name
			}
			j += n - 1
		}
	}
	return best
}

// deliveredIn is the area of the line that says where a report was given: ——2026年1月
// 26日在…第十四届人民代表大会第五次会议上, or of another of the first short lines.
func (e *Engine) deliveredIn(r *link.Read, t map[*area.Area]int) *area.Area {
	for i := 0; i < len(r.Sentences) && i < 5; i++ {
		if s := r.Sentences[i].Runes; len(s) < 60 && r.Doc.Blocks[r.Sentences[i].Block].Role != corpus.Title {
			if a := e.firstArea(s, t); a != nil && e.gazetteerFull(s) {
				return a
			}
		}
	}
	return nil
}

// gazetteerFull reports whether the first area named in a text stands with its full
// name: 广东省 and not 广东.
func (e *Engine) gazetteerFull(s []rune) bool {
	for j := range s {
		if m := e.gazetteer.At(s, j); m.N > 0 {
			return m.Full
		}
	}
	return false
}

// dominant is the area that a text without one in its title is about: named three times
// or more, and in more than half of all places named.
func dominant(t map[*area.Area]int) *area.Area {
	var best *area.Area
	all := 0
	for a, n := range t {
		all += n
		if best == nil || n > t[best] || n == t[best] && a.Code < best.Code {
			best = a
		}
	}
	if best == nil || t[best] < 3 || 2*t[best] <= all {
		return nil
	}
	return best
}

// tally counts how often each area is named. A name that several areas share, such as
// 江北区, counts for the one in the province that the text names most.
func (e *Engine) tally(r *link.Read) map[*area.Area]int {
	named := e.named(r)
	provinces := e.count(named, nil)
	var home *area.Area
	for a, n := range provinces {
		if p := top(a); home == nil || n > provinces[home] || n == provinces[home] && p.Code < home.Code {
			home = p
		}
	}
	return e.count(named, home)
}

func top(a *area.Area) *area.Area {
	for a.Parent != nil {
		a = a.Parent
	}
	return a
}

// named lists the names of areas in a text.
func (e *Engine) named(r *link.Read) (out []area.Match) {
	for i := range r.Sentences {
		s := r.Sentences[i].Runes
		for j := 0; j < len(s); {
			m := e.gazetteer.At(s, j)
			if m.N == 0 {
				j++
				continue
			}
			out = append(out, m)
			j += m.N
		}
	}
	return out
}

func (e *Engine) count(named []area.Match, context *area.Area) map[*area.Area]int {
	count := map[*area.Area]int{}
	for _, m := range named {
		if a := e.gazetteer.Choose(m, context, 0); a != nil {
			count[a]++
		}
	}
	return count
}

// firstArea is the area the first name in a text means: the only one, or the one the
// document names most.
func (e *Engine) firstArea(s []rune, t map[*area.Area]int) *area.Area {
	for j := 0; j < len(s); j++ {
		m := e.gazetteer.At(s, j)
		if m.N == 0 {
			continue
		}
		var best *area.Area
		for _, a := range m.Areas {
			if a.To == 0 && weight(a, t) > weight(best, t) {
				best = a
			}
		}
		if best == nil && !m.Weak {
			best = e.gazetteer.Choose(m, nil, 0)
		}
		if best != nil && best.To != 0 {
			return nil // a name of the past is no title's
		}
		return best
	}
	return nil
}

// weight is how often an area is named, and, for breaking ties, the ones above it.
func weight(a *area.Area, t map[*area.Area]int) int {
	if a == nil {
		return 0
	}
	w := 1000 * t[a]
	for p := a.Parent; p != nil; p = p.Parent {
		w += t[p]
	}
	return w
}

// invented reads a place that is in no table off a title: 云湖市望澜区.
func (e *Engine) invented(title []rune) (full, short string) {
	for i := range title {
		if n := e.gazetteer.Pattern(title, i); n > 0 {
			full = string(title[i : i+n])
			last := title[i : i+n]
			for k := len(last) - 2; k > 0; k-- {
				if m := e.gazetteer.Pattern(last, k); m == len(last)-k {
					return full, string(last[k:])
				}
			}
			return full, full
		}
	}
	return "", ""
}
