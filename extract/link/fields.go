package link

import (
	"strings"

	"github.com/qushu/qushu/extract/fact"
	"github.com/qushu/qushu/extract/segment"
)

// fields fills everything but value and indicator of a draft.
func (c *context) fields(d *Draft, r reading, n named) {
	k := d.Mention
	if f := r.fields["indicator"]; f != "" {
		d.Indicator = strings.ReplaceAll(f, "<indicator>", c.contributor(d, n))
	}
	d.Basis, d.Scope, d.Agg = r.fields["basis"], c.cutScope(compact(r.fields["scope"])), r.fields["agg"]
	if n.noun != "" && d.Scope != "" && strings.HasPrefix(d.Scope, n.noun) {
		d.Scope = n.noun // the whole is the noun without what is said of it
	}
	if b := r.fields["bound"]; b != "" {
		d.Bound = b
	}
	if d.Measure == "share" && d.Scope == "" {
		d.Scope = c.totalOf(k)
	}
	c.setPeriod(d, r, n)
	c.setArea(d, n)
	c.setSubject(d, n)
	d.Status = c.status(k, d.Period)
	if d.Measure == "difference" && d.Status == "target" && c.section.status != "target" {
		d.Status = "actual" // 比预期目标高: the target is the base
	}
	if n.phrase.slogan && d.Measure == "multiple" {
		c.slogan(d)
	}
	if s := r.fields["status"]; s != "" {
		d.Status = s
	}
	said(r.fields["subject"], &d.Subject, &d.How.Subject)
	said(r.fields["period"], &d.Period, &d.How.Period)
	if said(r.fields["area"], &d.Area, &d.How.Area) {
		d.AreaCode = c.Gazetteer.Code(d.Area, lastYear(d.Period))
	}
	c.setAgg(d, n)
	c.setBasis(d, r)
	_, d.Behind = r.m.Spans["noun"]
	d.Turn = c.startsChange(k) || k > 0 && c.startsChange(k-1)
}

// said sets a field that a rule states.
func said(value string, field *string, how *fact.How) bool {
	if value != "" {
		*field, *how = value, fact.Stated
	}
	return value != ""
}

// contributor is the head a contribution is said of: carried from 投资对经济增长的贡献率
// it is 投资.
func (c *context) contributor(d *Draft, n named) string {
	if d.Measure != "contribution" {
		return d.Indicator
	}
	if n.how != fact.Carried {
		return c.contributing(d.Indicator)
	}
	r := []rune(d.Indicator)
	for i := 1; i < len(r); i++ {
		if c.words.Toward.BeginsAt(r, i) > 0 {
			return string(r[:i])
		}
	}
	return d.Indicator
}

// contributing names who contributes by the head before where the phrase only says to what:
// behind 装备制造业增长11.8%， 对工业增长的贡献率 is 装备制造业对工业增长的贡献率.
func (c *context) contributing(name string) string {
	f := segment.FoldString(name)
	if c.words.Toward.BeginsAt(f, 0) == 0 || len(c.heads) == 0 {
		return name
	}
	head := c.heads[len(c.heads)-1].text
	return strings.TrimSuffix(head, c.ownNoun(head)) + name
}

// totalOf is what the share of mention k is a share of where its words do not say: the
// head before 其中 in its clause group.
func (c *context) totalOf(k int) string {
	g := c.group(c.ms[k].Start)
	for i := len(c.heads) - 1; i >= 0; i-- {
		h := c.heads[i]
		if h.group != g {
			return ""
		}
		for j := h.at; j < c.ms[k].Start; j++ {
			if c.words.Subset.BeginsAt(c.r, j) > 0 {
				return strings.TrimPrefix(h.text, h.verb)
			}
		}
	}
	return ""
}

// cutScope drops what follows the whole in a captured scope: the 比重由 of 零售额的比重由.
func (c *context) cutScope(scope string) string {
	r := []rune(scope)
	for i := range r {
		if c.words.ScopeCut.BeginsAt(segment.FoldString(string(r[i:])), 0) > 0 {
			r = r[:i]
			break
		}
	}
	r = r[c.words.Of.BeginsAt(r, 0):]
	for n := c.words.Of.EndsAt(r, 0, len(r)); n > 0; n = c.words.Of.EndsAt(r, 0, len(r)) {
		r = r[:len(r)-n]
	}
	if len(r) < 2 {
		return ""
	}
	return string(r)
}

// setBasis marks the default basis of a change.
func (c *context) setBasis(d *Draft, r reading) {
	switch d.Measure {
	case "growth", "delta", "growth_multiple":
	default:
		return
	}
	k, based := r.m.Mentions["base"]
	switch {
	case based:
		d.Basis, d.How.Basis = c.base(k, d.Basis, d.Period), fact.Stated
	case d.Agg == "annual_avg":
		if s := c.section.period; len(s) == 9 && d.Period == s[5:] {
			d.Period = s // 到2026年……年均增长8%, in a part on five years
		}
		d.Basis, d.Agg, d.How.Basis = "annual_avg", "", fact.Stated
	case d.Agg == "cumulative" || strings.Contains(d.Period, "/") && len(d.Period) == 9:
		d.Basis, d.Agg, d.How.Basis = "cumulative", "", fact.Default
	case d.Basis != "":
		d.How.Basis = fact.Stated
	default:
		d.Basis, d.How.Basis = "yoy", fact.Default
	}
}

// base is the basis a captured time makes: the year before, the same stretch of it, or
// its end for what is counted at the end of this one, is yoy; any other time stands for
// itself.
func (c *context) base(k int, stated, of string) string {
	m := &c.ms[k]
	iso := c.times[[2]int{c.si, k}]
	yearBefore := m.Time.Year.Rel == -1 || m.Time.Year.Back == 1
	switch {
	case iso == "" && stated != "":
		return stated
	case yearBefore && strings.HasSuffix(iso, yearEnd) && (len(of) == 4 || strings.HasSuffix(of, yearEnd)):
		return "yoy"
	case m.Time.Means == "years-ago" && firstYear(iso) == firstYear(of)-1:
		return "yoy"
	case m.Time.Means == "same-stretch" || yearBefore && m.Time.Means == "year" && !c.wholeYear(k, of) || iso == "":
		return "yoy"
	}
	return iso
}

// wholeYear reports whether time k names a whole year as such, 上年全年, for a fact of a
// part of the year to be held against.
func (c *context) wholeYear(k int, of string) bool {
	m := &c.ms[k]
	for i := m.Start; i < m.End && len(of) > 4; i++ {
		if c.words.Whole.BeginsAt(c.r, i) > 0 {
			return true
		}
	}
	return false
}

const yearEnd = "-12-31"

// setAgg reads 累计, 年均, 日均, 单日最高 in the words of the figure.
func (c *context) setAgg(d *Draft, n named) {
	if d.Agg != "" {
		return
	}
	a, b := n.phrase.from, c.ms[d.Mention].End
	for i := b; i > a; i-- {
		w := &c.words
		switch {
		case w.Cumulative.EndsAt(c.r, a, i) > 0:
			d.Agg = "cumulative"
		case w.AnnualAvg.EndsAt(c.r, a, i) > 0:
			d.Agg = "annual_avg"
		case w.DailyAvg.EndsAt(c.r, a, i) > 0:
			d.Agg = "daily_avg"
		case w.Peak.EndsAt(c.r, a, i) > 0:
			d.Agg = "peak"
		default:
			continue
		}
		return
	}
}

// expectedBefore reports whether a word of expectation stands in the clause of rune i
// before it.
func (c *context) expectedBefore(from, i int) bool {
	for ; i > from && !segment.IsComma(c.r[i-1]); i-- {
		if c.words.Expected.EndsAt(c.r, from, i) > 0 {
			return true
		}
	}
	return false
}

// expectedThroughout reports whether a word of expectation opens the sentence, and so
// covers all clauses coordinated in it: 预计实现产值3亿元；完成投资1亿元.
func (c *context) expectedThroughout() bool {
	at := 0
	for k := range c.ms {
		if m := &c.ms[k]; m.IsTime() && m.Start-at <= 1 {
			at = m.End
			for at < len(c.r) && c.r[at] == ',' {
				at++
			}
		}
	}
	return c.words.Expected.BeginsAt(c.r, at) > 0
}

// status says whether a value is a fact, an expectation or a target: by the words
// before it in its clause group, by a period still to come, by the section.
func (c *context) status(k int, period string) string {
	from := 0
	for i := c.ms[k].Start - 1; i >= 0; i-- {
		if c.r[i] == ';' {
			from = i + 1
			break
		}
	}
	for i := c.intentBefore(c.ms[k].End); i > from; i = c.intentBefore(i - 1) {
		if i > c.ms[k].Start && i < c.ms[k].End {
			continue
		}
		if n := c.words.Target.EndsAt(c.r, from, i); n > 0 && !c.insideToken(i-n) {
			if c.words.Disposes.Is(c.r[i-n:i]) && strings.HasPrefix(c.posAt(i), "n") && c.words.HowTo.BeginsAt(c.r, i) == 0 {
				continue // 将发电量提升12%: it does something with the noun
			}
			if c.expectedBefore(from, i) {
				return "expected" // 预计全年将超1500万
			}
			return "target"
		}
		if c.words.Expected.EndsAt(c.r, from, i) > 0 && !c.timedSince(i, k) {
			return "expected"
		}
		if i < c.ms[k].Start && c.plans(from, i, c.ms[k].Start) {
			return "target"
		}
	}
	if y := firstYear(period); y > 0 && c.now() > 0 && y > c.now() {
		return "target"
	}
	if from > 0 && c.expectedThroughout() {
		return "expected"
	}
	if c.section.status != "" {
		return c.section.status
	}
	return "actual"
}

// timedSince reports whether a comma and a time of its own stand between rune i and value
// k: what was expected before is another thing.
func (c *context) timedSince(i, k int) bool {
	start := c.clauseStart(c.ms[k].Start)
	if i > start {
		return false
	}
	for j := k - 1; j >= 0 && c.ms[j].Start >= start; j-- {
		if !c.ms[j].IsTime() {
			continue
		}
		y, now := lastYear(c.times[[2]int{c.si, j}]), c.now()
		if c.ms[j].Time.Year.Rel < 0 || y > 0 && y < now || c.ms[j].Time.Means == "same-stretch" {
			return true
		}
	}
	return false
}

// plans reports whether a word of planning ends at rune i, before an action that is
// counted and still to come, in the clause of the value at rune at: 计划播种600亩.
func (c *context) plans(from, i, at int) bool {
	return c.words.Plan.EndsAt(c.r, from, i) > 0 && c.words.Action.BeginsAt(c.r, i) > 1 &&
		c.words.Unplanned.BeginsAt(c.r, i) == 0 && !c.clauseBetween(i, at)
}
