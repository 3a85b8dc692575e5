package table

import (
	"strings"

	"github.com/qushu/qushu/extract/words"
)

// meaning tells what the words of a label say: of which measure the figures are, what
// they are compared with, and what is left as a name.
func (g *grid) meaning(l *label) {
	w := &g.words
	if u := g.unitOf(l.text); u != "" && l.unit == "" && !w.Head.Is(l.text) {
		l.unit, l.text = u, nil
	}
	for _, is := range []struct {
		set  words.Set
		role role
	}{{w.UnitHead, unitsOf}, {w.SerialHead, serials}, {w.AreaHead, areas}, {w.BodyHead, bodies}} {
		if is.set.Is(l.text) {
			l.role = is.role
		}
	}
	l.sum = g.has(w.Cumulative, l.text)
	if g.aims(l.text) {
		l.status = "target"
	} else if g.has(w.Expected, l.text) {
		l.status = "expected"
	}
	g.readMeasure(l)
	l.text = g.bare(l.text)
	if l.area = g.isArea(l.text); !l.area {
		if n := w.OwnArea.BeginsAt(l.text, 0); n > 0 && n+1 < len(l.text) {
			l.place, l.text = string(l.text[:n]), l.text[n:]
		}
	}
	l.name = string(l.text)
}

// aims reports whether a label heads what is aimed at: 目标值, 计划, 预期增长.
func (g *grid) aims(r []rune) bool {
	if g.words.Target.EndsAt(r, 0, len(r)) > 0 {
		return true
	}
	n := g.words.Aim.BeginsAt(r, 0)
	return n > 0 && (n == len(r) || g.words.Growth.BeginsAt(r, n) > 0)
}

// has reports whether a text holds a word of a set.
func (g *grid) has(set words.Set, r []rune) bool { return g.find(set, r) >= 0 }

// find is where the first word of a set begins in a text, -1 where none does.
func (g *grid) find(set words.Set, r []rune) int {
	for i := range r {
		if set.BeginsAt(r, i) > 0 {
			return i
		}
	}
	return -1
}

// readMeasure reads the words of a measure and cuts the label before them.
func (g *grid) readMeasure(l *label) {
	w := &g.words
	cut := len(l.text)
	switch {
	case g.has(w.Rank, l.text):
		l.measure, cut = "rank", g.find(w.Rank, l.text)
		l.scope, cut = g.scopeOf(l.text, cut)
		l.speed = w.Speed.Is(l.text[:cut])
	case g.has(w.Pull, l.text):
		l.measure = "contribution"
	case g.has(w.Share, l.text):
		l.measure, cut = "share", g.find(w.Share, l.text)
		if i := g.find(w.Whole, l.text[:cut]); i >= 0 {
			n := w.Whole.BeginsAt(l.text, i)
			l.scope = strings.TrimSuffix(string(l.text[i+n:cut]), string(l.text[cut-w.Of.EndsAt(l.text, i+n, cut):cut]))
			cut = i
		}
	case g.has(w.Delta, l.text):
		l.measure, cut = "delta", g.comparison(l, g.find(w.Delta, l.text))
	case g.changes(l.text):
		l.measure, cut = "growth", g.comparison(l, g.find(w.Growth, l.text))
	}
	l.text = l.text[:cut]
}

// changes reports whether a label heads changes: 增长, 同比.
func (g *grid) changes(r []rune) bool {
	return g.has(g.words.Growth, r)
}

// comparison is where the words of a change begin, at or before rune at; the basis they
// state is noted.
func (g *grid) comparison(l *label, at int) int {
	w := &g.words
	l.basis = "yoy"
	switch {
	case g.has(w.Mom, l.text):
		l.basis = "mom"
		at = min(at, g.find(w.Mom, l.text))
	case g.has(w.Annual, l.text):
		l.basis = "annual_avg"
		at = min(at, g.find(w.Annual, l.text))
	case g.has(w.YoY, l.text):
		at = min(at, g.find(w.YoY, l.text))
	}
	for i := 0; i < at; i++ {
		if n := w.Than.BeginsAt(l.text, i); n > 0 && g.comparesAt(l, i+n) {
			return i
		}
	}
	for n := 1; n > 0; at -= n {
		n = w.Manner.EndsAt(l.text, 0, at)
	}
	return at
}

// comparesAt reports whether a base of comparison begins at rune i of the text of a label:
// times that are compared with stay in it.
func (g *grid) comparesAt(l *label, i int) bool {
	for _, t := range l.times {
		if t.base {
			return i < len(l.text)
		}
	}
	return false
}

// scopeOf is the field of a place, and where it begins: the 全市 of 在全市位次.
func (g *grid) scopeOf(r []rune, at int) (string, int) {
	for i := 0; i < at; i++ {
		if n := g.words.OwnArea.BeginsAt(r, i); n > 0 && i+n+g.words.Of.BeginsAt(r, i+n) >= at {
			return string(r[i : i+n]), i - g.words.In.EndsAt(r, 0, i)
		}
	}
	return "", at
}

// bare is a name without words that name nothing and what joined the rest.
func (g *grid) bare(r []rune) []rune {
	w := &g.words
	for len(r) > 0 {
		n := w.Of.EndsAt(r, 0, len(r))
		if last := r[len(r)-1]; n == 0 && (last == ':' || last == ',' || last == '、') {
			n = 1
		}
		if n == 0 {
			break
		}
		r = r[:len(r)-n]
	}
	if w.Plain.Is(r) {
		return nil
	}
	return r
}

// isArea reports whether a text is the name of an area and nothing else.
func (g *grid) isArea(r []rune) bool {
	if len(r) < 2 {
		return false
	}
	if g.words.OwnArea.Is(r) {
		return true
	}
	m := g.gazetteer.At(r, 0)
	return m.N == len(r) && (m.Full || !m.Weak) || g.gazetteer.Pattern(r, 0) == len(r)
}
