package link

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/qushu/qushu/extract/fact"
	"github.com/qushu/qushu/extract/mention"
	"github.com/qushu/qushu/extract/segment"
	"github.com/qushu/qushu/normalize/indicator"
	"github.com/qushu/qushu/normalize/period"
)

// resolve gives time mention k its ISO form.
func (c *context) resolve(k int) string {
	m := &c.ms[k]
	pc := period.Context{Year: c.yearBefore(k), Now: c.now(), Month: c.defaults.Month}
	if pc.Now == 0 {
		pc.Now = pc.Year
	}
	if m.Time.Means == "day" && m.Time.Year.Abs == 0 && m.Start < c.announced {
		if y := c.writtenIn(); y > 0 {
			pc.Year = y // 4月26日发布2022年年度报告
		}
	}
	if m.Time.Means == "next" && c.defaults.Year > 0 {
		pc.Year = c.defaults.Year
	}
	if m.Time.Means == "to-date" && pc.Month == 0 {
		pc.Month = c.defaults.Spoken
	}
	if m.Time.Means == "last-months" && pc.Month == 0 && c.lastDay != "" {
		pc.Now, pc.Month = lastYear(c.lastDay), monthOf(c.lastDay)
	}
	if y := m.Time.Year; c.defaults.Fiscal > 0 && m.Time.Means == "year" && y.Abs == 0 && !y.Same {
		return fiscal(c.defaults.Fiscal + y.Rel - y.Back)
	}
	if s, ok := c.lookBack(m); ok {
		return s
	}
	if m.Time.Means == "same-stretch" {
		return c.sameStretch(k, pc)
	}
	return m.Time.Resolve(pc)
}

// monthOf is the month of a day: 7 of 2019-07-25.
func monthOf(day string) int {
	n, err := strconv.Atoi(day[len("2006-"):len("2006-01")])
	if err != nil {
		return 0
	}
	return n
}

// fiscal is the year from April of the year y to the March after.
func fiscal(y int) string { return strconv.Itoa(y) + "-04/" + strconv.Itoa(y+1) + "-03" }

// now is the year the text was written in.
func (c *context) now() int {
	if c.section.now > 0 || c.undated {
		return c.section.now
	}
	return max(c.defaults.Now, c.textYear)
}

// lookBack reads 过去的五年 and 五年来 as the years the section speaks of, where it
// names a plan of that length.
func (c *context) lookBack(m *mention.Mention) (string, bool) {
	if m.Time.Means != "last" || len(c.section.period) != 9 {
		return "", false
	}
	if len(m.Time.Resolve(period.Context{Year: c.defaults.Year, Now: c.defaults.Now})) == len("2030") {
		return "", false // 一年来
	}
	return c.section.period, true
}

// sameStretch reads 去年同期 as the stretch of the sentence one year back.
func (c *context) sameStretch(k int, pc period.Context) string {
	y := c.ms[k].Time.YearIn(pc)
	if !c.ms[k].Time.Year.Said && pc.Year > 0 {
		y = pc.Year - 1
	}
	for j := k - 1; j >= 0; j-- {
		if c.ms[j].IsTime() {
			if s := shiftYear(c.times[[2]int{c.si, j}], y); s != "" {
				return s
			}
		}
	}
	section := ""
	if c.ms[k].Time.Year.Said { // a 同期 alone may be the stretch spoken of itself
		section = c.section.period
	}
	for _, iso := range []string{c.para.period, section, c.defaults.Period} {
		if s := shiftYear(iso, y); s != "" {
			return s
		}
	}
	return c.ms[k].Time.Resolve(pc)
}

// shiftYear moves a stretch within one year to the year y.
func shiftYear(iso string, y int) string {
	if len(iso) < 7 || y == 0 {
		return ""
	}
	old, to := iso[:4], strconv.Itoa(y)
	out := []byte(iso)
	copy(out, to)
	if len(iso) > 8 && iso[7] == '/' && iso[8:12] == old {
		copy(out[8:], to)
	}
	return string(out)
}

// yearBefore is the year in force at mention k: of the nearest time before it that is
// no base of comparison, of the paragraph, the section, the document.
func (c *context) yearBefore(k int) int {
	for j := k - 1; j >= 0; j-- {
		if c.ms[j].IsTime() && !c.compares(j) {
			if y := lastYear(c.times[[2]int{c.si, j}]); y > 0 {
				return y
			}
		}
	}
	for _, iso := range []string{c.para.period, c.section.period} {
		if y := lastYear(iso); y > 0 {
			return y
		}
	}
	if c.undated {
		return 0
	}
	return c.defaults.Year
}

// compares reports whether a time stands behind 比, 较 or 与: a base, not the period.
func (c *context) compares(j int) bool {
	return c.words.Than.EndsAt(c.r, 0, c.ms[j].Start) > 0
}

// setPeriod takes the nearest time that governs the value: in its clause, its
// sentence, its paragraph, its section, the document.
func (c *context) setPeriod(d *Draft, r reading, n named) {
	if c.onceDone(d.Mention) {
		d.How.Period = fact.Default
		return // 达产后将实现产值: nobody says when
	}
	base, isBase := r.m.Mentions["base"]
	for j := d.Mention - 1; j >= 0; j-- {
		m := &c.ms[j]
		if !m.IsTime() || c.compares(j) || c.setAside(j, d.Mention) || isBase && j == base || inSpans(r.m.Spans, m) {
			continue
		}
		if m.Time.Means == "years-ago" || c.asideOnly(j, d.Mention) || c.IsBase(c.s, m.Start) && c.ms[d.Mention].Start-m.End > 2 {
			continue
		}
		if c.defaults.Notice && c.group(m.Start) != c.group(c.ms[d.Mention].Start) && c.topicCompany(c.ms[d.Mention].Start) != "" {
			continue // of another company in a digest
		}
		d.Period, d.How.Period = c.times[[2]int{c.si, j}], fact.Stated
		d.From = Origins{PeriodBy: ByClause, PeriodWords: c.text(m.Start, m.End), FromNow: m.Time.Year.Abs == 0 && m.Time.Year.Rel != 0}
		if c.ownClauseOnly(j, d.Mention) {
			d.Period = c.yearOrPart(d.Period[:4])
		}
		if c.clauseBetween(m.End, c.ms[d.Mention].Start) {
			d.How.Period, d.From.PeriodBy = fact.Carried, BySentence
		}
		if d.Measure == "rank" {
			d.Period = c.lasting(d.Mention, d.Period)
		}
		if d.Period != "" {
			return
		}
	}
	switch {
	case c.para.period != "":
		d.Period, d.How.Period = c.para.period, fact.Carried
		d.From = Origins{PeriodBy: ByParagraph, PeriodWords: c.para.words}
	case c.section.period != "":
		d.Period, d.How.Period = c.section.period, fact.Carried
		d.From = Origins{PeriodBy: BySection, PeriodWords: c.section.words}
	case c.undated:
		d.How.Period = fact.Default
	case c.defaults.Period != "":
		d.Period, d.How.Period, d.From = c.defaults.Period, fact.Default, Origins{PeriodBy: ByDocument}
	case c.defaults.Year > 0:
		d.Period, d.How.Period, d.From = fmt.Sprintf("%04d", c.defaults.Year), fact.Default, Origins{PeriodBy: ByDocument}
	}
	c.changeEnds(d)
	if d.How.Period != fact.Stated && len(d.Period) == 9 && c.standing(d) {
		d.Period = strconv.Itoa(lastYear(d.Period))
	}
	if d.Measure == "rank" {
		d.Period = c.lasting(d.Mention, d.Period)
	}
}

// yearOrPart is the part of a year that the whole text is about, or the year.
func (c *context) yearOrPart(year string) string {
	if strings.HasPrefix(c.defaults.Period, year) {
		return c.defaults.Period
	}
	return year
}

// onceDone reports whether a value is promised for when something is done, with no time
// named since: 达产后将实现产值147亿元.
func (c *context) onceDone(k int) bool {
	for i := c.ms[k].Start; i > 0 && c.r[i-1] != ';'; i-- {
		if m := c.endingAt(i); m != nil && m.IsTime() {
			return false
		}
		if c.words.OnceDone.EndsAt(c.r, 0, i) > 0 {
			return true
		}
	}
	return false
}

// standing reports whether a fact tells a state and not what was done over a time: a
// rate, a share or a place in a look back over several years is that of the last.
func (c *context) standing(d *Draft) bool {
	switch d.Measure {
	case "share":
		return !c.sumsUp(d.Mention) // 累计187亿元，占财政支出的八成
	case "rank":
		return true
	case "level":
		return c.ms[d.Mention].Kind == mention.Percent || c.isStock(d)
	}
	return false
}

// isStock reports whether a fact is a level of a known indicator that is counted at a
// moment.
func (c *context) isStock(d *Draft) bool {
	k, ok := c.known.Find(d.Indicator)
	m := &c.ms[d.Mention]
	return ok && k.Nature == indicator.Stock && k.Facet == "" && c.known.Agrees(k, d.Measure, m.Kind, m.Unit.Code)
}

// sumsUp reports whether the sentence before mention k tells a sum of several years.
func (c *context) sumsUp(k int) bool {
	for i := c.ms[k].Start; i > 0 && c.r[i-1] != ';'; i-- {
		if c.words.Cumulative.EndsAt(c.r, 0, i) > 0 {
			return true
		}
	}
	return false
}

// changeEnds gives the two ends of a change their times: in 由8万元增长到14万元 without
// times of their own the first is of the year before the stretch, or of no stated time,
// the second of its last year.
func (c *context) changeEnds(d *Draft) {
	k := d.Mention
	switch {
	case c.startsChange(k) && k > 0 && c.ms[k-1].IsTime() && c.ms[k].Start-c.ms[k-1].End <= 2:
	case c.startsChange(k):
		d.Period = ""
		if len(c.section.period) == 9 {
			d.Period = strconv.Itoa(firstYear(c.section.period) - 1)
		}
	case k > 0 && c.startsChange(k-1) && len(d.Period) == 9:
		d.Period = strconv.Itoa(lastYear(d.Period))
	}
}

// startsChange reports whether value k stands between 由 or 从 and a value behind 至 or 到.
func (c *context) startsChange(k int) bool {
	if k+1 >= len(c.ms) || !c.ms[k].IsValue() || c.ms[k+1].Kind != c.ms[k].Kind {
		return false
	}
	gap := c.r[c.ms[k].End:c.ms[k+1].Start]
	if segment.HasStop(gap) || c.words.To.EndsAt(c.r, c.ms[k].End, c.ms[k+1].Start) == 0 {
		return false
	}
	for i := c.ms[k].Start; i > 0 && i > c.ms[k].Start-6 && !segment.IsComma(c.r[i-1]); i-- {
		if c.words.From.EndsAt(c.r, 0, i) > 0 {
			return true
		}
	}
	return false
}

// asideOnly reports whether a time is the year before, set beside a figure for
// comparison: in 亏损11亿元，去年同期盈利6亿元；利润8亿元 it governs its own clause only.
func (c *context) asideOnly(j, k int) bool {
	m := &c.ms[j]
	if m.Time.Year.Rel >= 0 && m.Time.Year.Back == 0 {
		return false
	}
	return c.clauseBetween(m.End, c.ms[k].Start) && !c.opens(m.Start)
}

// nounMoment reports whether a moment belongs to the noun right behind it: 年末人口, but
// not 截至年末， nor 年末，.
func (c *context) nounMoment(k int) bool {
	m := &c.ms[k]
	switch m.Time.Means {
	case "year-end", "month-end", "quarter-end":
		return m.End < len(c.r) && c.r[m.End] != ',' && c.words.AsOf.EndsAt(c.r, 0, m.Start) == 0
	}
	return false
}

// ownClauseOnly reports whether a moment stands for its own noun only: the 年末 of
// 年末人口93万人，工业产值512亿元; 截至年末， holds for what follows.
func (c *context) ownClauseOnly(j, k int) bool {
	return c.nounMoment(j) && len(c.times[[2]int{c.si, j}]) == 10 && c.clauseBetween(c.ms[j].End, c.ms[k].Start)
}

// inSpans reports whether a time stands inside a captured phrase: the 去年 of 占去年营收.
func inSpans(spans map[string][2]int, m *mention.Mention) bool {
	for _, s := range spans {
		if s[0] <= m.Start && m.End <= s[1] {
			return true
		}
	}
	return false
}

func (c *context) clauseBetween(a, b int) bool { return segment.HasStop(c.r[a:b]) }

// setAside reports whether a time before value k is that of something else: of a record,
// or of a figure that another is held against, as in 低于1月的2.8%，降至2.4%.
func (c *context) setAside(j, k int) bool {
	return c.ofRecord(&c.ms[j]) || c.heldAgainst(&c.ms[j]) && c.clauseBetween(c.ms[j].End, c.ms[k].Start)
}

// ofRecord reports whether a time is the stretch that something is a record of: 九年来新高.
func (c *context) ofRecord(m *mention.Mention) bool {
	i := m.End + c.words.ToDate.BeginsAt(c.r, m.End)
	return c.words.Record.BeginsAt(c.r, i+c.words.Of.BeginsAt(c.r, i)) > 0
}

// heldAgainst reports whether a time stands behind 高于 or 低于.
func (c *context) heldAgainst(m *mention.Mention) bool {
	return c.words.MoreThan.EndsAt(c.r, 0, m.Start) > 0 || c.words.LessThan.EndsAt(c.r, 0, m.Start) > 0
}

// lasting widens a rank's period over the years it has lasted: 连续四年保持第一.
func (c *context) lasting(k int, iso string) string {
	if len(iso) != 4 || k == 0 {
		return iso
	}
	m := &c.ms[k-1]
	if m.Kind != mention.Duration || m.Unit.Code != "a" || c.clauseBetween(m.End, c.ms[k].Start) || m.Single() == nil || !m.Single().IsInt() {
		return iso
	}
	years := int(m.Single().Num().Int64())
	last, _ := strconv.Atoi(iso)
	if years < 2 {
		return iso
	}
	return strconv.Itoa(last-years+1) + "/" + iso
}

// opens reports whether what stands at rune i opens the sentence, a 【lead-in】 aside.
func (c *context) opens(i int) bool {
	from := 0
	for j := 0; j < i; j++ {
		if segment.IsClose(c.r[j]) {
			from = j + 1
		}
	}
	return i-from < 12 && !c.clauseBetween(from, i)
}

// opensNews reports whether the time at rune i opens what a source is quoted for, 数据显示，
// 3月末存款…; what is aimed at by a year to come opens nothing.
func (c *context) opensNews(i int) bool {
	from := i
	for from > 0 && i-from < 12 && !segment.IsComma(c.r[from-1]) {
		from--
	}
	return from > 0 && segment.IsComma(c.r[from-1]) && c.words.Quotes.EndsAt(c.r, 0, from-1) > 0 && !c.IsGoal(c.s, i)
}

// firstYear and lastYear are the years an ISO form begins and ends in, 0 without one.
func firstYear(iso string) int { return yearAt(iso, 0) }

func lastYear(iso string) int {
	for i := len(iso) - 1; i > 0; i-- {
		if iso[i] == '/' {
			return yearAt(iso, i+1)
		}
	}
	return yearAt(iso, 0)
}

func yearAt(iso string, i int) int {
	if len(iso) < i+4 {
		return 0
	}
	y, err := strconv.Atoi(iso[i : i+4])
	if err != nil {
		return 0
	}
	return y
}

// carryTime lets the time a sentence opens with hold for the sentences after it in the
// paragraph.
func (c *context) carryTime() {
	for k := range c.ms {
		m := &c.ms[k]
		if !m.IsTime() || c.IsBase(c.s, m.Start) || c.ofRecord(m) || c.heldAgainst(m) {
			continue
		}
		if c.announced > 0 && m.Time.Means == "day" {
			return // the day a report was made known on is not what it reports on
		}
		if iso := c.times[[2]int{c.si, k}]; iso != "" && (c.opens(m.Start) || c.opensNews(m.Start)) && !c.nounMoment(k) {
			c.para.period, c.para.words = iso, c.text(m.Start, m.End)
			c.turnSection()
		}
		return
	}
}
