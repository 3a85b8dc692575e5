package link

import (
	"math/big"

	"github.com/qushu/qushu/corpus"
	"github.com/qushu/qushu/extract/segment"
	"github.com/qushu/qushu/normalize/number"
)

// enterBlock resets what holds for a paragraph only and reads what a heading or the
// opening of a paragraph sets for what follows.
func (c *context) enterBlock(si int) {
	s := &c.read.Sentences[si]
	b := c.read.Doc.Blocks[s.Block]
	c.event, c.where = "", whereabouts{}
	c.para, c.subject, c.lastHead, c.headsBefore, c.heads = frame{}, subject{}, head{}, nil, nil
	c.si, c.s, c.r, c.ms = si, s, s.Runes, c.read.Mentions[si]
	c.buildIndex()
	if c.startsText(s.Block) {
		c.enterText(si)
	}
	level := c.levelOf(si)
	switch {
	case b.Role == corpus.Title || level > 0 && !c.defaults.Official && c.listItem(si, level):
	case b.Role == corpus.Heading || level > 0 || c.announces():
		c.enterSection(level)
	}
}

// levelOf is the level of the heading a block opens with: the reader's, or that of the
// outline number its first sentence begins with, brackets making it the second level.
func (c *context) levelOf(si int) int {
	s := &c.read.Sentences[si]
	if level := c.read.Doc.Blocks[s.Block].Level; level > 0 {
		return level
	}
	ms := c.read.Mentions[si]
	if len(ms) == 0 || ms[0].Why != "outline" || ms[0].Start > 1 || segment.IsHan(s.Runes[ms[0].End-1]) {
		return 0 // 一是 counts the points of a section and opens none
	}
	if ms[0].Start == 1 || segment.IsOpen(s.Runes[ms[0].Start]) {
		return 2
	}
	return 1
}

// listItem reports whether a numbered line is an item of a list and heads nothing: a
// block of one sentence with another such block of its level right before or behind it.
func (c *context) listItem(si, level int) bool {
	alone := func(i int) bool {
		return i >= 0 && i < len(c.read.Sentences) && c.levelOf(i) == level &&
			(i == 0 || c.read.Sentences[i-1].Block != c.read.Sentences[i].Block) &&
			(i+1 >= len(c.read.Sentences) || c.read.Sentences[i+1].Block != c.read.Sentences[i].Block)
	}
	return alone(si) && (alone(si-1) || alone(si+1))
}

// maxHeading is the longest sentence that is read as a heading, in runes.
const maxHeading = 45

// maxLabel is the longest heading without a number whose words set a status: 主要目标.
const maxLabel = 12

// announces reports whether a paragraph is a single short sentence about a time, as
// 极不寻常的2020年，我们取得的成绩，非常不易。
func (c *context) announces() bool {
	next := c.si + 1
	alone := next >= len(c.read.Sentences) || c.read.Sentences[next].Block != c.s.Block
	if !alone || len(c.r) > maxHeading {
		return false
	}
	times := 0
	for k := range c.ms {
		if c.ms[k].IsValue() {
			return false
		}
		if c.ms[k].Time.Means == "day" {
			return false
		}
		if c.ms[k].IsTime() {
			times++
		}
	}
	return times > 0
}

// unnumbered is the level of a heading without an outline number: below all that have
// one.
const unnumbered = 9

// enterSection opens the section of a heading: the sections of its level and deeper end,
// and what the heading does not say itself it takes from the section above.
func (c *context) enterSection(level int) {
	if level == 0 {
		level = unnumbered
	}
	f := frame{level: level}
	if c.beginsOutline() {
		c.asChapter()
	}
	c.endSections(level)
	if n := len(c.sections); n > 0 {
		up := c.sections[n-1]
		f.period, f.then, f.status, f.words = up.period, up.then, up.status, up.words
	}
	short := len(c.r) <= maxHeading || c.read.Doc.Blocks[c.s.Block].Role == corpus.Heading
	if level == unnumbered {
		short = len(c.r) <= maxLabel // a headline uses the same words and plans nothing
	}
	if s := c.headingStatus(); c.defaults.Official && s != "" && short && f.status == "" {
		f.status = s
	}
	old := c.section
	if all := c.headingPeriods(old); len(all) > 0 {
		iso := all[0]
		f.period, f.words = iso, c.text(0, len(c.r))
		if f.then = ""; len(all) > 1 {
			f.then = all[1]
		}
		if y := firstYear(iso); f.status == "" && c.defaults.Now > 0 && (y > c.defaults.Now || c.defaults.LooksBack && y == c.defaults.Now) {
			f.status = "target"
		}
	}
	c.section = f
	c.sections = append(c.sections, f)
}

// chapter is the level of a heading without a number that stands above those that have
// one.
const chapter = 0

// beginsOutline reports whether a block opens with the number one of an outline.
func (c *context) beginsOutline() bool {
	if len(c.ms) == 0 || c.ms[0].Why != "outline" {
		return false
	}
	at := c.ms[0].Start
	for at < c.ms[0].End && segment.IsOpen(c.r[at]) {
		at++
	}
	n, ok := number.Scan(c.r[at:c.ms[0].End])
	return ok && n.Value.Cmp(big.NewRat(1, 1)) == 0
}

// asChapter puts the only section in force above the outline that begins: behind
// 2026年重点工作 the (一) of a report opens a part of it.
func (c *context) asChapter() {
	if c.defaults.Official && len(c.sections) == 1 && c.sections[0].level == unnumbered && c.sections[0].period != "" {
		c.sections[0].level = chapter
		if then := c.sections[0].then; then != "" {
			c.sections[0].period, c.sections[0].then = then, "" // “十五五”时期主要目标和2026年重点工作: its parts are of the work
		}
	}
}

// endSections ends the sections of a level and below it, and with a heading without a
// number that names its own time the chapter too.
func (c *context) endSections(level int) {
	for n := len(c.sections); n > 0; n-- {
		above := c.sections[n-1].level
		if above < level && (level != unnumbered || c.sections[0].level != chapter || len(c.headingPeriods(c.section)) == 0) {
			return
		}
		c.sections = c.sections[:n-1]
	}
}

// headingPeriods are the times that a heading names and that are no day and no base of
// comparison, each once, resolved with the section before still in force:
// “十五五”时期目标和2026年安排.
func (c *context) headingPeriods(old frame) (all []string) {
	for k := range c.ms {
		m := &c.ms[k]
		joined := len(all) > 0 && c.words.Join.EndsAt(c.r, 0, m.Start) > 0
		if !m.IsTime() || c.compares(k) && !joined || m.Time.Means == "day" {
			continue
		}
		if iso := c.resolveIn(k, old); iso != "" && !contains(all, iso) {
			all = append(all, iso)
		}
	}
	return all
}

// turnSection lets the second time of a heading hold once a paragraph has opened with
// it: behind 今年是“十五五”开局之年 the section is of this year.
func (c *context) turnSection() {
	opens := c.si == 0 || c.read.Sentences[c.si-1].Block != c.s.Block
	if !opens || c.para.period == "" || c.para.period != c.section.then {
		return
	}
	c.section.period, c.section.words, c.section.then = c.para.period, c.para.words, ""
	if n := len(c.sections); n > 0 {
		c.sections[n-1] = c.section
	}
}

// resolveIn resolves a time of a heading with the section before it still in force.
func (c *context) resolveIn(k int, old frame) string {
	now := c.section
	c.section = old
	iso := c.resolve(k)
	c.section = now
	return iso
}

// headingStatus reads words of headings such as 主要目标 or 工作回顾.
func (c *context) headingStatus() string {
	status := ""
	for i := len(c.r); i > 0; i-- {
		said := ""
		if c.words.ActualTitle.EndsAt(c.r, 0, i) > 0 {
			said = "actual"
		} else if c.words.TargetTitle.EndsAt(c.r, 0, i) > 0 {
			said = "target"
		}
		if said != "" && status != "" && said != status {
			return "" // 发展成就和主要目标: the sentences decide
		}
		if said != "" {
			status = said
		}
	}
	return status
}
