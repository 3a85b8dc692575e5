package link

import (
	"strings"

	"github.com/qushu/qushu/normalize/area"
)

// Defaults are what the document as a whole says: they hold where a sentence is silent.
type Defaults struct {
	Year int // the year reported on
	// Period is the part of that year the document is about, "" where it is the year:
	// "2017-01/2017-03" for an account of the first quarter.
	Period string
	// Fiscal is the year in which the fiscal year the document reports on began, 0 where
	// it counts by calendar years: 2031 for an account of 2031/32年度.
	Fiscal int
	Now    int  // the year it was written in, of 今年
	Dated  bool // the document or whoever gave it says on which day it was published
	Month  int  // the month it was written in, 0 where unknown
	Spoken int  // the month the text itself runs to, for 今年以来 without a date of writing
	// LooksBack: a report given in the year after the one it accounts for, so that what it
	// says of the year it is given in are plans.
	LooksBack bool
	// Official: a report or plan of a public body, whose headings tell what was done from
	// what is to come; a newspaper uses the same words in headlines.
	Official bool
	Notice   bool   // a company notice: its subject is the company that makes it
	Area     string // full name of the document's area, "" where it is about none
	// Places are names of places in no table, as the document writes them, with their
	// full form.
	Places []Place

	area *area.Area
}

// Place is a name of a place that the document itself introduces.
type Place struct{ Word, Full string }

// WithArea returns the defaults with the document's area, from the table or not.
func (d Defaults) WithArea(a *area.Area) Defaults {
	d.area = a
	d.Area = a.Full()
	return d
}

// Nearby is the document's area in the table of areas, nil where it is none of them.
func (d Defaults) Nearby() *area.Area { return d.area }

// Relative resolves 全市, 我区 against the document's area: itself, or the one above
// whose name ends in the same word.
func (d Defaults) Relative(word string) string {
	r := []rune(word)
	suffix := string(r[len(r)-1])
	if strings.HasSuffix(d.Area, suffix) {
		return d.Area
	}
	for a := d.area; a != nil; a = a.Parent {
		if strings.HasSuffix(a.Name, suffix) {
			return a.Full()
		}
	}
	if i := strings.LastIndex(d.Area, suffix); i > 0 {
		return d.Area[:i+len(suffix)]
	}
	return d.Area
}
