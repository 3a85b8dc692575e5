package mention

import (
	"strings"

	"math/big"

	"github.com/qushu/qushu/extract/fact"
	"github.com/qushu/qushu/extract/segment"
	"github.com/qushu/qushu/normalize/number"
	"github.com/qushu/qushu/normalize/unit"
)

// shareUnits gives a bare number the unit of the next one in its list: 2.1、3.6、4.8公里.
func (c *cursor) shareUnits() {
	for i := len(c.out) - 2; i >= 0; i-- {
		m, next := &c.out[i], &c.out[i+1]
		if c.halfSaid(m, next) {
			m.Kind, m.Unit = next.Kind, next.Unit
			continue
		}
		if !m.Bare || !next.IsValue() || next.Bare || next.Kind == Rank || !c.joined(m.End, next.Start) && !opposed(m, next) {
			continue
		}
		m.Unit, m.Kind, m.Bare = next.Unit, next.Unit.Kind, false
		for k, v := range m.Value {
			m.Value[k] = new(big.Rat).Mul(v, next.Unit.Factor)
		}
		if next.Kind == Rate {
			m.Kind = Rate
		}
	}
}

// halfSaid reports whether a count in a list of percentage points has only the beginning
// of their unit: 分别提高2.7个、3.1个百分点.
func (c *cursor) halfSaid(m, next *Mention) bool {
	return m.Kind == Count && next.Kind == Points && m.UnitText != "" && strings.HasPrefix(next.UnitText, m.UnitText) && c.joined(m.End, next.Start)
}

// opposed reports whether two bounds stand side by side: 最多100最少20个.
func opposed(a, b *Mention) bool {
	return a.End == b.Start && a.Start < a.Core[0] && b.Start < b.Core[0]
}

// joined reports whether only a list mark or a word such as 和 stands between.
func (c *cursor) joined(a, b int) bool {
	return b-a == 1 && segment.IsList(c.r[a]) || b > a && c.v.Joins.BeginsAt(c.r, a) == b-a
}

// settleBare decides on numbers without a unit: behind a verb of reaching and at the
// end of a clause they are values (指数为100.4); at the very end of a paragraph the
// unit may be lost; else they are names.
func (c *cursor) settleBare() {
	defer func() { c.after = 0 }()
	for i := range c.out {
		m := &c.out[i]
		c.after = i + 1
		if !m.Bare {
			continue
		}
		switch {
		case c.indefinite(m):
			*m = Mention{Start: m.Start, End: m.End, Kind: None, Why: "phrase", Rule: "indefinite number"}
		case c.bareYear(m):
		case c.labelled(m):
		case m.Alone:
			m.Kind, m.Unit, m.Bare = Number, unit.One(), false
		case c.afterReach(m.Start) && (c.stopsNumber(m.End) || segment.IsOpen(c.r[m.End])):
			m.Kind, m.Unit = Number, unit.One()
		case c.v.Unitless.EndsAt(c.r, c.from(), m.Start) > 0 && strings.Contains(m.Digits, ".") && c.stopsNumber(m.End):
			m.Kind, m.Unit = Number, unit.One()
		case c.sumOfMoney(m):
			m.Unit, _ = c.Units.Match(c.v.Money)
			m.Kind = m.Unit.Kind
		case c.countsPeople(m):
			m.Unit, _ = c.Units.Match(c.v.Person)
			m.Kind = m.Unit.Kind
		case m.Bound != "exact" && m.Core[1] < m.End || m.Bound != "exact" && c.endsClause(m.End):
			m.Kind, m.Unit = Count, unit.Unit{Kind: Count, Factor: one, BaseFactor: one}
		case c.lostPercent(m):
			m.Kind, m.Unit, m.Flags = Percent, c.percent(), append(m.Flags, fact.LostUnit)
		case c.lostUnit(m) || c.lostInList(i):
			c.guessUnit(i)
		case c.damagedAt(m.Start-1) || c.damagedAt(m.End):
			*m = Mention{Start: m.Start, End: m.End, Kind: None, Why: "unresolved", Rule: "digits or unit that cannot be read"}
		default:
			*m = Mention{Start: m.Start, End: m.End, Kind: None, Why: "name", Rule: "number without a unit"}
		}
	}
}

// indefinite reports whether a number without a unit has no value: 十几万, unless it is
// all that is said.
func (c *cursor) indefinite(m *Mention) bool {
	return !m.Alone && number.Vague(c.r[m.Core[0]:m.Core[1]])
}

// sumOfMoney reads a scaled number without a unit behind a noun for money: 投资突破60亿.
func (c *cursor) sumOfMoney(m *Mention) bool {
	if m.UnitText == "" || m.Value[0].Cmp(big.NewRat(1e6, 1)) < 0 {
		return false
	}
	for j := m.Start; j > c.from() && !segment.IsComma(c.r[j-1]); j-- {
		if c.v.MoneyNoun.EndsAt(c.r, c.from(), j) > 0 {
			return true
		}
	}
	return false
}

// countsPeople reads a number before a noun for people: 惠及近20万居民.
func (c *cursor) countsPeople(m *Mention) bool {
	return m.Bound != "exact" && (c.v.People.BeginsAt(c.r, m.End) > 0 || c.v.PeopleVerb.EndsAt(c.r, c.from(), m.Start) > 0)
}

// lostUnit reports whether a bare number lost its unit to damage: it closes the
// paragraph, or a new clause begins right behind it without a separator. A number with
// a point is rather that of a version: 数字政府2.0建设.
func (c *cursor) lostUnit(m *Mention) bool {
	if m.Start == c.from() || strings.Contains(m.Digits, ".") || !segment.IsHan(c.r[m.Start-1]) && !segment.IsQuote(c.r[m.Start-1]) {
		return false
	}
	return m.End == len(c.r) || segment.IsHan(c.r[m.End]) && c.v.Action.BeginsAt(c.r, m.End) > 1
}

// lostPercent reports whether a bare number with a point fills the end of its clause
// right behind a verb of change: 增长12.5，居前列.
func (c *cursor) lostPercent(m *Mention) bool {
	return strings.Contains(m.Digits, ".") && m.UnitText == "" && m.End < len(c.r) && segment.IsComma(c.r[m.End]) &&
		(c.v.Rise.EndsAt(c.r, c.from(), m.Start) > 1 || c.v.Fall.EndsAt(c.r, c.from(), m.Start) > 1)
}

func (c *cursor) percent() unit.Unit {
	u, _ := c.Units.Match([]rune{'%'})
	return u
}

// lostInList reports whether bare number i ends an item of a list whose items before
// it are counts: 企业14家、园区25家、高校2, is one without its classifier.
func (c *cursor) lostInList(i int) bool {
	m := &c.out[i]
	if i < 2 || len(m.Digits) > 3 || strings.Contains(m.Digits, ".") || !c.endsClause(m.End) || m.Start == 0 || !segment.IsHan(c.r[m.Start-1]) {
		return false
	}
	for k := i; k > i-2; k-- {
		a, b := &c.out[k-1], &c.out[k]
		if a.Kind != Count || a.End >= b.Start || !segment.IsList(c.r[a.End]) || segment.HasStop(c.r[a.End:b.Start]) {
			return false
		}
	}
	return true
}

// damagedAt reports whether the rune at i hides digits or could not be read.
func (c *cursor) damagedAt(i int) bool {
	return i >= 0 && i < len(c.r) && (c.r[i] == hidden || c.r[i] == '\uFFFD')
}

// guessUnit takes the unit of the count before in the same list; the flag says so.
func (c *cursor) guessUnit(i int) {
	m := &c.out[i]
	m.Kind, m.Unit, m.Flags = Number, unit.One(), append(m.Flags, fact.LostUnit)
	if i > 0 && c.out[i-1].Kind == Count && !segment.HasStop(c.r[c.out[i-1].End:m.Start]) {
		m.Kind, m.Unit = Count, c.out[i-1].Unit
	}
}

// spans turns a number of years behind 的 at the end of a clause into the years looked
// back on: 是极不平凡的五年。
func (c *cursor) spans() {
	for i := range c.out {
		m := &c.out[i]
		if m.Kind != Duration || m.Unit.Code != "a" || !c.endsClause(m.End) || c.v.Of.EndsAt(c.r, c.from0(i), m.Start) == 0 {
			continue
		}
		if e, ok := c.Periods.Scan(append(append([]rune{}, c.v.Past...), c.r[m.Start:m.End]...)); ok && e.Means == "last" {
			m.Kind, m.Time, m.Value = Period, e, nil
		}
	}
}

func (c *cursor) from0(i int) int {
	if i == 0 {
		return 0
	}
	return c.out[i-1].End
}

// perHead turns a count into a rate where its clause opens with 每 and a number of
// heads: 每千人托位数达3.39个 is 3.39 个/千人.
func (c *cursor) perHead() {
	for i := range c.out {
		m := &c.out[i]
		if m.Kind != Count {
			continue
		}
		for j := m.Start - 1; j >= max(0, m.Start-nearHead) && !segment.IsComma(c.r[j]) && !segment.IsList(c.r[j]); j-- {
			e, scale := number.Each(c.r[j:])
			if e == 0 || scale == 0 {
				continue
			}
			if u, n := c.Units.Match(c.r[j+e+scale:]); n > 0 {
				u.Code = u.Word
				m.Unit = unit.Per(m.Unit, string(c.r[j+e:j+e+scale]), u)
				m.Kind = Rate
			}
			break
		}
	}
}

// bareYear reads 2021 as a year where it ends a clause.
func (c *cursor) bareYear(m *Mention) bool {
	if m.End-m.Start != 4 || !number.IsDigit(c.r[m.Start]) || !c.endsClause(m.End) {
		return false
	}
	e, ok := c.Periods.BareYear(c.r[m.Start:])
	if !ok || !c.yearWords(m.Start) {
		return false
	}
	*m = Mention{Start: m.Start, End: m.End, Core: [2]int{m.Start, m.End}, Kind: Period, Time: e, Bound: "exact"}
	return true
}

// yearWords reports whether the word before a bare year is one of looking at a time
// and not a name.
func (c *cursor) yearWords(i int) bool { return c.v.BeforeYear.EndsAt(c.r, c.from(), i) > 0 || i == 0 }

// perOne turns a sum into a rate where its clause names one of what it is for: 每斤卖到800元.
func (c *cursor) perOne() {
	defer func() { c.after = 0 }()
	for i := range c.out {
		m := &c.out[i]
		if m.Kind != Money || m.Unit.Kind != Money {
			continue
		}
		c.after = i + 1
		for j := m.Start - 1; j >= max(c.from0(i), m.Start-nearEach) && !segment.IsComma(c.r[j]) && !segment.IsList(c.r[j]); j-- {
			e, scale := number.Each(c.r[j:])
			if e == 0 {
				continue
			}
			if u, n := c.Units.Match(c.r[j+e+scale:]); n > 0 && (u.Kind == Measure || u.Kind == Count) && c.afterReach(m.Start) {
				m.Unit, m.Kind = unit.Per(m.Unit, string(c.r[j+e:j+e+scale]), u), Rate
			}
			break
		}
	}
}

// nearHead is how far before its count 每千人 may stand.
const nearHead = 40

// nearEach is how far before its sum 每 may stand.
const nearEach = 8

// oneIn reads N in M as a fraction: 每产2辆汽车就有1辆 is one half.
func (c *cursor) oneIn() {
	for i := 0; i+1 < len(c.out); i++ {
		m, next := &c.out[i], &c.out[i+1]
		if m.Kind != Count || next.Kind != Count || m.Unit.Code != next.Unit.Code || segment.HasStop(c.r[m.End:next.Start]) || m.Value[0].Sign() == 0 {
			continue
		}
		if c.v.OneIn.EndsAt(c.r, m.End, next.Start) == 0 || !c.afterEach(i) {
			continue
		}
		m.Value = []*big.Rat{new(big.Rat).Quo(next.Value[0], m.Value[0])}
		m.Kind, m.Unit, m.End = Fraction, unit.One(), next.End
		m.Unit.Kind, m.Core[1] = Fraction, next.Core[1]
		c.out = append(c.out[:i+1], c.out[i+2:]...)
	}
}

// afterEach reports whether 每 stands shortly before mention i.
func (c *cursor) afterEach(i int) bool {
	for j := c.out[i].Start - 1; j >= max(0, c.out[i].Start-3); j-- {
		if e, _ := number.Each(c.r[j:]); e > 0 {
			return true
		}
	}
	return false
}
