// Package link ties each value to what it is a value of: the indicator, area, subject,
// period, status, basis and scope, each marked as stated, carried or a default.
package link

import (
	"cmp"
	"math/big"

	"github.com/qushu/qushu/corpus"
	"github.com/qushu/qushu/extract/fact"
	"github.com/qushu/qushu/extract/match"
	"github.com/qushu/qushu/extract/mention"
	"github.com/qushu/qushu/extract/segment"
	"github.com/qushu/qushu/extract/words"
	"github.com/qushu/qushu/normalize/area"
	"github.com/qushu/qushu/normalize/indicator"
)

// Linker holds what linking knows of the language. It is safe for concurrent use.
type Linker struct {
	Engine    *match.Engine
	Gazetteer *area.Gazetteer
	words     lists
	pairs     Pairs
	known     *indicator.Lexicon
}

// New makes a linker with the word lists, the pairs and the indicators of a
// rule set.
func New(e *match.Engine, g *area.Gazetteer, sets map[string]words.Set, p Pairs, known *indicator.Lexicon) (*Linker, error) {
	l := &Linker{Engine: e, Gazetteer: g, pairs: p, known: known}
	return l, words.Fill(&l.words, sets)
}

// Words are the word lists that linking reads.
func Words() []string { return words.Names(&lists{}) }

// Draft is a fact before it is written: a mention with what it says.
type Draft struct {
	Sentence, Mention int
	Value             []*big.Rat // signed
	Measure           string
	Indicator         string
	Area, AreaCode    string
	Subject           string
	Period            string
	Status            string
	Basis, Scope, Agg string
	Bound             string
	How               fact.Hows
	Rule              string
	Behind            bool // the noun behind the figure names the indicator
	Turn              bool // it is one end of a change: 由8万元增长到14万元
	Flags             []string
	From              Origins
}

// Origins are the words that gave a draft its period and area, for those who ask why.
type Origins struct {
	PeriodBy, PeriodWords string // By: one of the By constants, "" where none gave it
	FromNow               bool   // the words count from the year of writing: 去年
	AreaWords             string
}

// What gives a fact its period.
const (
	ByClause    = "clause"
	BySentence  = "sentence"
	ByParagraph = "paragraph"
	BySection   = "section"
	ByDocument  = "document"
)

// InForce is what holds at the beginning of a sentence from what stands before it.
type InForce struct {
	SectionPeriod, SectionStatus, SectionWords string
	ParagraphPeriod, ParagraphWords            string
	Head                                       string // the indicator of the sentence before
	Event                                      string // told of by the paragraph
	Company                                    string // that makes a notice
}

// Compare orders drafts by where their mentions stand.
func (d Draft) Compare(e Draft) int {
	return cmp.Or(cmp.Compare(d.Sentence, e.Sentence), cmp.Compare(d.Mention, e.Mention))
}

// Read is a document after mentions were found: the sentences and their mentions.
type Read struct {
	Doc       *corpus.Document
	Sentences []segment.Sentence
	Mentions  [][]mention.Mention
}

// Times gives the ISO form of each time mention, by sentence and mention.
type Times map[[2]int]string

// Section is what the headings above a sentence set for it.
type Section struct{ Period, Status string }

// Link makes the facts of the sentences of a document, in the order of its mentions, and
// resolves their times. Rows of tables are left alone: of them it returns the section
// they stand in, by sentence. trace, where it is not nil, is told what is in force at
// each sentence.
func (l *Linker) Link(r *Read, d Defaults, trace func(sentence int, f InForce)) ([]Draft, Times, map[int]Section) {
	c := &context{Linker: l, read: r, defaults: d, times: Times{}}
	rows := map[int]Section{}
	block := -1
	for si := range r.Sentences {
		if r.Sentences[si].Table > 0 {
			rows[si] = Section{c.section.period, c.section.status}
			continue
		}
		if b := r.Sentences[si].Block; b != block {
			block = b
			c.enterBlock(si)
		}
		if trace != nil {
			trace(si, c.inForce())
		}
		c.sentence(si)
	}
	return c.out, c.times, rows
}

func (c *context) inForce() InForce {
	last := c.lastHead
	if len(c.heads) > 0 {
		last = c.heads[len(c.heads)-1]
	}
	return InForce{c.section.period, c.section.status, c.section.words, c.para.period, c.para.words, last.text, c.event, c.company}
}

// context is the state of reading one document.
type context struct {
	*Linker
	read     *Read
	defaults Defaults
	times    Times
	out      []Draft

	si int
	s  *segment.Sentence
	ms []mention.Mention
	r  []rune

	sections      []frame // the headings in force, from the top
	section, para frame   // what the deepest of them and paragraph openings set
	heads         []head  // of the sentence so far
	headsBefore   []head  // of the sentence before, within the paragraph
	lastHead      head    // the last of the sentence before, within the paragraph
	subject       subject // in force
	where         whereabouts
	event         string // made known by a sentence of this paragraph and still told of
	spread        spread // heads waiting for the values of a 分别 list
	prev          link   // the value before
	lastDay       string // the last full date that the text named
	textYear      int    // the year that a text of a page without a date names first
	undated       bool   // the text is of no year that anyone can tell
	company       string // the company that made the report known, where the document is about no area
	at            index
	announced     int // where the sentence announces a report, 0 where it does not
	taken         int // how far the noun behind the figure before reached
}

// link is what the value before was read as.
type link struct {
	k        int // its mention, -1: none in this sentence
	m        match.Match
	measure  string
	sign     int
	drafts   int  // how many facts it made
	ofGrowth bool // they are of a rate of growth
}

// frame is what a heading or the opening of a paragraph says of what follows.
type frame struct {
	level  int
	period string
	then   string // the period a heading names next, to hold from where it is spoken of
	status string
	words  string // that gave the period
	now    int    // the year the part was written in, where an announcement in it says so
}

// subject is a body named as the one a figure belongs to.
type subject struct {
	name     string
	how      fact.How
	sentence int
	clause   int
	seen     bool // the clause group was looked at: an area named in it has no subject
	local    bool // of the clause that begins at from only
	from     int
}

func (c *context) sentence(si int) {
	c.si, c.s = si, &c.read.Sentences[si]
	c.ms, c.r = c.read.Mentions[si], c.s.Runes
	if len(c.heads) > 0 {
		c.lastHead, c.headsBefore = c.heads[len(c.heads)-1], c.heads
	}
	c.buildIndex()
	c.announcer()
	c.turn()
	c.endEvent()
	c.heads, c.spread, c.prev, c.taken = nil, spread{}, link{k: -1}, 0
	for k := range c.ms {
		m := &c.ms[k]
		switch {
		case m.IsTime():
			c.times[[2]int{si, k}] = c.resolve(k)
			if iso := c.times[[2]int{si, k}]; len(iso) == len("2030-01-02") && m.Time.Year.Abs > 0 && iso > c.lastDay {
				c.lastDay = iso
			}
		case m.IsValue():
			c.groupSubject(m.Start)
			c.follow(m.Start)
			c.value(k)
		}
	}
	c.follow(len(c.r))
	c.where.upTo = 0
	c.carryTime()
	c.carryEvent()
	c.reportPeriod()
}

// text is the original text of a stretch of the sentence, without spaces and breaks.
func (c *context) text(a, b int) string {
	if a >= b {
		return ""
	}
	span := c.s.Bytes(a, b)
	return compact(c.read.Doc.Text[span.Start:span.End])
}

func compact(s string) string {
	out := make([]rune, 0, len(s))
	for _, r := range s {
		if r != ' ' && r != '\n' && r != '\r' && r != '\t' && r != '\u3000' && r != '\u00a0' {
			out = append(out, r)
		}
	}
	return string(out)
}
