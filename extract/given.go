package extract

import (
	"sort"
	"strconv"
	"time"

	"github.com/qushu/qushu/corpus"
	"github.com/qushu/qushu/extract/link"
	"github.com/qushu/qushu/extract/mention"
	"github.com/qushu/qushu/extract/segment"
	"github.com/qushu/qushu/extract/words"
	"github.com/qushu/qushu/normalize/period"
)

// headings are the words that tell what a title means for the year of its report.
type headings struct {
	Delivered words.Set `list:"delivered-report"` // 政府工作报告: of year N, it reports on N-1
	Done      words.Set `list:"report-of-done"`   // 完成情况: it reports on the year it names
	Annual    words.Set `list:"annual-report"`    // 统计公报: of year N, it is written in N+1
	Yearbook  words.Set `list:"yearbook"`         // 年鉴: of year N, it tells of N-1
	Part      words.Set `list:"report-of-part"`   // 半年度报告: it is written in its year
}

// defaults reads what holds for the whole document and notes it in the document's
// Given: the year reported on, the year it was written in, its area.
func (e *Engine) defaults(d *corpus.Document, r *link.Read, o Options) link.Defaults {
	var def link.Defaults
	published := d.Given.Published
	broadcast := titleDay(d.Given.Title)
	if broadcast != "" && (published == "" || broadcast < published) {
		published = broadcast // the page of a broadcast may be dated by its last change
	}
	if o.Published != "" {
		published = o.Published
	}
	e.years(&def, d, r, published)
	if broadcast != "" { // what is told on a day is of its year, whatever years it names
		def.Year, def.Period = atoi(broadcast, 0, 4), ""
	}
	if o.Year > 0 {
		def.Year = o.Year
	}
	def.Dated = published != ""
	def = e.area(def, d, r, o.Area)
	d.Given.Area, d.Given.Year, d.Given.Published = def.Area, def.Year, published
	d.Given.AreaCode = e.gazetteer.Code(def.Area, def.Year)
	return def
}

// years settles the year reported on: the title's, else the one the text names most,
// else the year of publication. The year of writing is that of the date of delivery or
// publication, unless that is of a later repost.
func (e *Engine) years(def *link.Defaults, d *corpus.Document, r *link.Read, published string) {
	years, count := e.yearTally(r)
	tally := notAfter(years, atoi(published, 0, 4))
	for len(tally) > 0 && count[tally[0]] < 0 { // a goal alone does not date a text
		tally = tally[1:]
	}
	title := titleYear(d.Given.Title)
	delivered, month := deliveryDate(r)
	pub := atoi(published, 0, 4)
	def.Official = d.Given.Genre == "report" || d.Given.Genre == "plan" || d.Given.Genre == "communique"
	def.LooksBack = e.reportsOnYearBefore(d.Given.Title)
	switch {
	case title > 0:
		def.Year = title
		if def.LooksBack || within(e.headings.Yearbook, segment.FoldString(d.Given.Title)) && count[title-1] >= count[title] {
			def.Year--
		}
	case delivered > 0 && def.LooksBack:
		def.Year = delivered - 1
		if month >= lateMonth { // the first session of a new term looks back on the year that ends
			def.Year, delivered = delivered, delivered+1
		}
	case len(tally) > 0 && (pub == 0 || count[tally[0]] >= oftenNamed):
		def.Year = tally[0]
	default:
		def.Year = pub
	}
	switch {
	case delivered > 0:
		def.Now, def.Month = delivered, month
	case pub > 0 && pub-def.Year <= 1:
		def.Now, def.Month = pub, atoi(published, 5, 7)
	case title > 0 && e.annual(d.Given.Title) || title > def.Year:
		def.Now = def.Year + 1
	case def.Year > 0:
		def.Now = def.Year
	}
	if title == 0 && len(tally) == 0 && pub > 0 {
		def.Year = pub
	}
	def.Fiscal, def.Period = fiscalYear(r)
	if def.Fiscal > 0 {
		return
	}
	if def.Period = titlePeriod(r, def); def.Period == "" {
		def.Period = spokenPeriod(r, def)
	}
	if def.Now > 0 {
		def.Spoken = spokenMonth(r, def.Now)
	}
}

// lateMonth is the month from which on a report on a year is given within it.
const lateMonth = 11

func (e *Engine) reportsOnYearBefore(title string) bool {
	r := segment.FoldString(title)
	return within(e.headings.Delivered, r) && !within(e.headings.Done, r)
}

// annual reports whether a title is that of a report on a whole year, which is written
// in the year after.
func (e *Engine) annual(title string) bool {
	r := segment.FoldString(title)
	return within(e.headings.Annual, r) && !within(e.headings.Part, r)
}

// within reports whether a word of the list stands in a text.
func within(w words.Set, r []rune) bool {
	for i := range r {
		if w.BeginsAt(r, i) > 0 {
			return true
		}
	}
	return false
}

func atoi(s string, a, b int) int {
	if len(s) < b {
		return 0
	}
	n, err := strconv.Atoi(s[a:b])
	if err != nil {
		return 0
	}
	return n
}

// titleYear is the first year in 1900–2099 that the title names.
func titleYear(title string) int {
	r := segment.FoldString(title)
	for i := range r {
		if i > 0 && isDigit(r[i-1]) || i+4 > len(r) || i+4 < len(r) && isDigit(r[i+4]) {
			continue
		}
		if i+5 < len(r) && segment.IsDash(r[i+4]) && isDigit(r[i+5]) { // the number of a notice: 2024-017
			continue
		}
		if y := atoi(string(r[i:i+4]), 0, 4); y >= 1900 && y < 2100 {
			return y
		}
	}
	return 0
}

// titleDay is a day written in eight figures in a title, as broadcasts are named:
// （20241206） is 2024-12-06.
func titleDay(title string) string {
	r := segment.FoldString(title)
	for i := 0; i+8 <= len(r); i++ {
		if i > 0 && isDigit(r[i-1]) || i+8 < len(r) && isDigit(r[i+8]) {
			continue
		}
		if t, err := time.Parse("20060102", string(r[i:i+8])); err == nil && t.Year() >= 1949 && t.Year() < 2100 {
			return t.Format(time.DateOnly)
		}
	}
	return ""
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

// yearTally lists the years the text names, the most frequent first, the latest first
// among equals, and how often each is named. A base of comparison (比2016年, 自2015年)
// counts for nothing, a goal (到2027年) for less.
func (e *Engine) yearTally(r *link.Read) ([]int, map[int]int) {
	count, order := map[int]int{}, []int{}
	for i, ms := range r.Mentions {
		for _, m := range ms {
			y := m.Time.Year.Abs
			if !m.IsTime() || y == 0 {
				continue
			}
			if _, seen := count[y]; !seen {
				order = append(order, y)
				count[y] = 0
			}
			switch s := &r.Sentences[i]; {
			case e.linker.IsGoal(s, m.Start):
				count[y]--
			case !e.linker.IsBase(s, m.Start):
				count[y]++
			}
		}
	}
	if len(order) == 0 {
		order = namedYears(r)
	}
	if y := atoi(titleDay(r.Doc.Given.Title), 0, 4); count[y] > 0 { // the day of an edition names its year once more
		count[y]++
	}
	sort.Slice(order, func(i, j int) bool {
		if count[order[i]] != count[order[j]] {
			return count[order[i]] > count[order[j]]
		}
		return order[i] > order[j]
	})
	return order, count
}

// oftenNamed is how often a text must name a year to report on it and not on the year
// its page was published in.
const oftenNamed = 2

// fiscalYear is the year in which the fiscal year a text reports on began, with its ISO
// form: a text that names one, 2031/32年度, oftener than a calendar year counts by them.
func fiscalYear(r *link.Read) (int, string) {
	fiscal, calendar, first := 0, 0, ""
	for _, ms := range r.Mentions {
		for _, m := range ms {
			switch {
			case !m.IsTime():
			case m.Time.Means == "fiscal-year":
				fiscal++
				if first == "" {
					first = m.Time.Resolve(period.Context{})
				}
			case m.Time.Means == "year" && m.Time.Year.Abs > 0:
				calendar++
			}
		}
	}
	if fiscal <= calendar || len(first) < 4 {
		return 0, ""
	}
	return atoi(first, 0, 4), first
}

// titlePeriod is the part of the year reported on that the title names: an analysis of
// 2024年一季度 is about the quarter where nothing else is said.
func titlePeriod(r *link.Read, def *link.Defaults) string {
	for i := range r.Sentences {
		s := &r.Sentences[i]
		if r.Doc.Blocks[s.Block].Role != corpus.Title {
			continue
		}
		for _, m := range r.Mentions[i] {
			ctx := period.Context{Year: def.Year, Now: def.Now}
			if m.Kind == mention.Period && m.Time.LastMonth() > 0 && m.Time.YearIn(ctx) == def.Year && m.Time.Means != "year" {
				return m.Time.Resolve(ctx)
			}
		}
	}
	return ""
}

// spokenPeriod is the part of the year that a text names four times or more, and oftener
// than the year itself: an account of a quarter is about the quarter throughout.
func spokenPeriod(r *link.Read, def *link.Defaults) string {
	count := map[string]int{}
	whole := 0
	for _, ms := range r.Mentions {
		for _, m := range ms {
			switch month := m.Time.LastMonth(); {
			case !m.IsTime():
			case m.Time.YearIn(period.Context{Year: def.Year, Now: def.Now}) != def.Year:
			case m.Time.Means == "year":
				whole++
			case month > 0 && m.Time.Means != "month-end" && m.Time.Means != "quarter-end":
				count[m.Time.Resolve(period.Context{Year: def.Year, Now: def.Now})]++
			}
		}
	}
	best := ""
	for iso, n := range count {
		if n >= 4 && n > whole && (best == "" || n > count[best] || n == count[best] && iso < best) {
			best = iso
		}
	}
	return best
}

// spokenMonth is the last month of the stretch of the year that the text speaks of first
// and that does not fill it: 3 for a text about 一季度. Without a date of publication it
// is what 今年以来 runs to.
func spokenMonth(r *link.Read, year int) int {
	for _, ms := range r.Mentions {
		for _, m := range ms {
			if !m.IsTime() || m.Kind != mention.Period || m.Time.Year.Said && m.Time.Year.Abs != year {
				continue
			}
			if month := m.Time.LastMonth(); month > 0 && month < 12 {
				return month
			}
		}
	}
	return 0
}

// notAfter keeps the years that a text published in the year pub can report on; 0 is an
// unknown year of publication.
func notAfter(years []int, pub int) []int {
	if pub == 0 {
		return years
	}
	var out []int
	for _, y := range years {
		if y <= pub {
			out = append(out, y)
		}
	}
	return out
}

// namedYears are the years inside names, such as 2033青屿消费节, for a text that
// dates nothing else.
func namedYears(r *link.Read) []int {
	for i := range r.Sentences {
		if y := titleYear(string(r.Sentences[i].Runes)); y > 0 {
			return []int{y}
		}
	}
	return nil
}

// deliveryDate is the full date of one of the first lines: the day a report was given.
func deliveryDate(r *link.Read) (year, month int) {
	for i := 0; i < len(r.Mentions) && i < 4; i++ {
		for _, m := range r.Mentions[i] {
			if m.Dates() && m.Time.Means == "day" && m.Time.Year.Abs > 0 && len(r.Sentences[i].Runes) < 60 {
				iso := m.Time.Resolve(period.Context{})
				return atoi(iso, 0, 4), atoi(iso, 5, 7)
			}
		}
	}
	return 0, 0
}
