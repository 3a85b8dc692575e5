package link

import "github.com/qushu/qushu/extract/fact"

// slogan reads what a quotation promises, as “三个翻番” does: a target without a date of its
// own, unless the clause says that it was done.
func (c *context) slogan(d *Draft) {
	at := c.ms[d.Mention].Start
	for i := c.clauseStart(at); i < at; i++ {
		if c.words.Light.BeginsAt(c.r, i) > 0 {
			return
		}
	}
	d.Status = "target"
	if d.From.PeriodBy != ByClause && d.From.PeriodBy != BySentence {
		d.Period, d.From = "", Origins{}
		d.How.Period = fact.Default
	}
}
