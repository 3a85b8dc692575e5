// Package indicator knows the standard indicators of statistics: their ids, the names
// they go by and what their figures are given in. The indicators are tables of the
// lexicon.
package indicator

import "github.com/qushu/qushu/rules"

// Indicator is a row of the table of indicators.
//
// Example: ID "gdp.primary", Names "第一产业增加值", Dimensions "money", Nature "flow",
// Field "accounts", Parent "gdp".
type Indicator struct {
	ID         string
	Names      []string // the standard one first
	Dimensions []string // what a level of it can be given in
	Nature     string   // Stock or Flow
	Field      string
	Parent     string // the id of what it is a part or a kind of, "" without one
	Pos        rules.Pos
}

// A stock is counted at a moment, a flow over a stretch of time.
const (
	Stock = "stock"
	Flow  = "flow"
)

// Lexicon holds the indicators. It is safe for concurrent use.
type Lexicon struct {
	All        []*Indicator // in the order of the table
	byKey      map[string]*Indicator
	byID       map[string]*Indicator
	dimensions map[string][]quantity
	parts      parts
}

// Known is a name that was recognised.
type Known struct {
	*Indicator
	Facet string // "growth" of 地区生产总值增速, "share" of 民间投资占比, else ""
}

// ID is the id of the indicator, with the facet behind it: gdp.growth.
func (k Known) ID() string {
	if k.Facet == "" {
		return k.Indicator.ID
	}
	return k.Indicator.ID + "." + k.Facet
}

// Find recognises an indicator by a name of it: written in any of its forms, with or
// without a word before it that says only whose or when it is, and a word behind it that
// only says that it is a quantity.
//
// Example: 全市规上工业增加值 is industry.va, 进出口规模 is trade.total, GDP增速 is
// gdp.growth; 新增贷款 is not loans, 民营企业进出口 not trade.total.
func (l *Lexicon) Find(name string) (Known, bool) {
	key := l.parts.key(name)
	for len(key) <= maxKey {
		if k, ok := l.facetted(key); ok {
			return k, true
		}
		n := prefix(key, l.parts.leads)
		if n == 0 {
			return Known{}, false
		}
		key = key[n:]
	}
	return Known{}, false
}

// maxKey is more than the bytes of any name with what may stand before and behind it.
const maxKey = 240

// facetted finds a name that may end in a facet.
func (l *Lexicon) facetted(key string) (Known, bool) {
	if i := l.counted(key); i != nil {
		return Known{Indicator: i}, true
	}
	n := suffix(key, l.parts.facetWords)
	if n == 0 {
		return Known{}, false
	}
	cut := len(key) - n
	if i := l.counted(key[:cut]); i != nil {
		return Known{Indicator: i, Facet: l.parts.facets[key[cut:]]}, true
	}
	return Known{}, false
}

// counted finds a name that may end in a word of quantity.
func (l *Lexicon) counted(key string) *Indicator {
	if i := l.byKey[key]; i != nil {
		return i
	}
	if n := suffix(key, l.parts.tails); n > 0 {
		return l.byKey[key[:len(key)-n]]
	}
	return nil
}

// ByID is the indicator with an id, nil where there is none.
func (l *Lexicon) ByID(id string) *Indicator { return l.byID[id] }

// Key is what the names of one thing have in common: their letters and figures in one
// form, without what stands before a name and says only whose or when it is. Names with
// one key need not be known ones.
//
// Example: 全市“新三样”产品的出口 and 新三样产品出口 have one key.
func (l *Lexicon) Key(name string) string {
	key := l.parts.key(name)
	for n := prefix(key, l.parts.leads); n > 0; n = prefix(key, l.parts.leads) {
		key = key[n:]
	}
	return key
}
