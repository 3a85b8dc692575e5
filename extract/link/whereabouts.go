package link

import (
	"strings"

	"github.com/qushu/qushu/extract/fact"
	"github.com/qushu/qushu/extract/segment"
)

// whereabouts is the place that clauses of a document about no area of its own speak
// of: named where a clause opens, it holds for the paragraph until another is.
type whereabouts struct {
	place *place
	upTo  int // how far the sentence was looked at
}

// wanders reports whether places change from clause to clause: the document is about no
// area and is no notice of a company.
func (c *context) wanders() bool { return c.defaults.Area == "" && !c.defaults.Notice }

// follow notes the places at which the clauses up to rune at open.
func (c *context) follow(at int) {
	if !c.wanders() {
		return
	}
	for i := c.where.upTo; i < at; i++ {
		if i == 0 || segment.IsComma(c.r[i-1]) || c.endsTime(i) {
			c.openingPlace(i, at)
		}
	}
	c.where.upTo = at
}

func (c *context) endsTime(i int) bool {
	m := c.endingAt(i)
	return m != nil && m.IsTime()
}

// openingPlace reads the place named at rune i, behind words that open a clause.
func (c *context) openingPlace(i, at int) {
	if !c.placeAhead(i, at) {
		return
	}
	for n := 1; n > 0 && i < at; i += n {
		if n = c.leadsIn(i); n > 0 && c.insideToken(i+n) {
			n = 0
		}
	}
	if n := c.words.Nation.BeginsAt(c.r, i); n > 0 && !c.insideToken(i+n) {
		c.where.place = c.nation()
		return
	}
	if p := c.wherePlace(i); p != nil && i+p.n <= at && !c.ofBody(i+p.n) {
		c.where.place = p
	}
}

// leadsIn is the length of a word at rune i that opens a clause or stands before a place.
func (c *context) leadsIn(i int) int {
	if n := c.words.Lead.BeginsAt(c.r, i); n > 0 {
		return n
	}
	return c.words.In.BeginsAt(c.r, i)
}

// placeAhead reports whether a place may be named at rune i or behind words that open
// its clause: most clauses name none, and need not be cut into words to know it.
func (c *context) placeAhead(i, at int) bool {
	for n := 1; n > 0 && !c.placeLike(i); i += n {
		if i >= at {
			return false
		}
		n = c.leadsIn(i)
	}
	return c.placeLike(i)
}

// placeLike reports whether the name of a place stands at rune i, words cut or not.
func (c *context) placeLike(i int) bool {
	return c.words.Nation.BeginsAt(c.r, i) > 0 || c.words.Country.BeginsAt(c.r, i) > 0 || c.placeAt(c.r, i) != nil
}

// wherePlace is the area or country named at rune i, with whole words at both ends.
func (c *context) wherePlace(i int) *place {
	p := c.named(i)
	if p == nil || c.insideToken(i) || c.insideToken(i+p.n) {
		return nil
	}
	return p
}

// named is the area or country named at rune i.
func (c *context) named(i int) *place {
	if c.words.NoPlace.BeginsAt(c.r, i) > 0 {
		return nil
	}
	if p := c.placeAt(c.r, i); p != nil {
		return p
	}
	return c.country(i)
}

// country is the foreign country named at rune i of a document about no area.
func (c *context) country(i int) *place {
	if n := c.words.Country.BeginsAt(c.r, i); n > 0 && c.wanders() && !c.insideToken(i+n) {
		return &place{name: c.text(i, i+n), n: n}
	}
	return nil
}

// nation is the country that 全国 and 我国 stand for.
func (c *context) nation() *place {
	return &place{name: string(c.words.NationName)}
}

// ofBody reports whether the noun at rune i makes the name of a body of the place before
// it: 北京证券交易所.
func (c *context) ofBody(i int) bool {
	if c.words.AreaTail.BeginsAt(c.r, i) > 0 {
		return true
	}
	for j := i + 1; j < len(c.r) && j-i <= maxBody && !segment.IsComma(c.r[j-1]); j++ {
		if c.words.SubjectTail.EndsAt(c.r, i, j) > 0 && !c.insideToken(j) && c.isName(i, j) {
			return true
		}
	}
	return false
}

// setWhereabouts gives a fact the place that its paragraph speaks of.
func (c *context) setWhereabouts(d *Draft) {
	if c.wanders() && d.Area == "" && c.where.place != nil {
		d.Area, d.How.Area = c.where.place.name, fact.Carried
	}
}

// relativeHere resolves 全省, 我国 against the place spoken of: the nation, that place or
// the one above it whose name ends in the same word.
func (c *context) relativeHere(word string) string {
	r := []rune(word)
	if c.words.Nation.Is(r) {
		return string(c.words.NationName)
	}
	if c.where.place == nil {
		return ""
	}
	for a := c.where.place.area; a != nil; a = a.Parent {
		if strings.HasSuffix(a.Name, string(r[len(r)-1])) {
			return a.Full()
		}
	}
	return c.where.place.name
}
