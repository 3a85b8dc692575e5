package link

import (
	"strings"

	"github.com/qushu/qushu/extract/segment"
)

// head is an indicator that was named, for the figures after it to refer to.
type head struct {
	text    string
	measure string // of the fact it was named with
	verb    string // the counted action it began with: 新增
	group   int    // clause group (between semicolons) it stands in
	subject string
	unit    string // of the figure it was named with
	limited bool   // a limit was put before the head before
	at      int    // where that figure begins
}

// spread holds the heads of "A、B分别…" until their values come.
type spread struct {
	heads []string
	next  int
}

// split cuts a phrase into the heads it lists, want of them where that is known: at its
// list marks alone if that gives as many, else at its joining words too (软件和信息业 is
// one branch where two figures stand for 金融业、软件和信息业). The noun the last one
// ends in is shared where the others lack it: 养老、医疗保险参保率. What is a known
// indicator as a whole is no list.
func (c *context) split(a, b, want int) []string {
	if parts := c.parts(a, b, false); want > 1 && len(parts) == want {
		return c.shareTail(parts)
	}
	if text := c.text(a, b); want < 2 && c.isOne(text) {
		return []string{text} // 文化及相关产业增加值
	}
	return c.shareTail(c.parts(a, b, true))
}

func (c *context) parts(a, b int, joins bool) [][2]int {
	var parts [][2]int
	start, depth := a, 0
	for i := a; i < b; i++ {
		switch r := c.r[i]; {
		case r == '“' || r == '(' || r == '《':
			depth++
		case r == '”' || r == ')' || r == '》':
			depth--
		case depth > 0:
		case segment.IsList(r):
			parts = append(parts, [2]int{start, i})
			start = i + 1
		case joins:
			if n := c.words.Join.BeginsAt(c.r, i); n > 0 && c.words.NotJoin.BeginsAt(c.r, i) == 0 && i > start && i+n < b && !c.insideToken(i) && !c.insideToken(i+n) {
				parts = append(parts, [2]int{start, i})
				start = i + n
			}
		}
	}
	return append(parts, [2]int{start, b})
}

// listed is how many values stand in one list from value k on.
func (c *context) listed(k int) int {
	n := 1
	for j := k; j+1 < len(c.ms) && c.ms[j+1].IsValue() && c.adjoins(j, j+1, true); j++ {
		n++
	}
	return n
}

// wholeTail widens the shared end of a part over the word it ends, and a single
// character over the word before it: the 毛入学率 of 高中阶段和高等教育毛入学率.
func (c *context) wholeTail(part [2]int, tail int) int {
	if tail != 1 {
		return tail
	}
	start := part[1] - tail
	if !c.insideToken(start) {
		start--
	}
	for start > part[0] && c.insideToken(start) {
		start--
	}
	if m := c.words.TailLead.EndsAt(c.r, part[0], start); m > 0 {
		start -= m
	}
	if start <= part[0] {
		return tail
	}
	return part[1] - start
}

// shareTail lends what the last part ends in to those before it.
func (c *context) shareTail(parts [][2]int) []string {
	out := make([]string, 0, len(parts))
	last := parts[len(parts)-1]
	tail := c.wholeTail(last, c.words.SharedTail.EndsAt(c.r, last[0], last[1]))
	ends := c.knownEnds(parts)
	for i, p := range parts {
		if p[0] >= p[1] {
			continue
		}
		text := c.text(p[0], p[1])
		if i == len(parts)-1 && i > 0 && tail > 0 && c.words.Of.EndsAt(c.r, p[0], p[1]-tail) == 1 {
			text = c.text(p[0], p[1]-tail-1) + c.text(p[1]-tail, p[1]) // 博彩税的收入
		}
		if i < len(parts)-1 && c.words.HeadNoun.EndsAt(c.r, p[0], p[1]) == 0 && c.words.Action.BeginsAt(c.r, p[0]) == 0 {
			text += ends.of(text, c.text(last[1]-tail, last[1]))
		}
		out = append(out, text)
	}
	return out
}

// facet joins an aspect to the head it is an aspect of: 全口径税收 and 总量 give
// 全口径税收总量. A head that already ends in it stays, and one that ends in another
// aspect changes it: 工业增加值总量 and 增速 give 工业增加值增速.
func (c *context) facet(head, aspect string) string {
	if aspect == "" || strings.HasSuffix(head, aspect) {
		return head
	}
	r := segment.FoldString(head)
	if n := c.words.Total.EndsAt(r, 0, len(r)); n > 0 && n < len(r) {
		head = string([]rune(head)[:len(r)-n])
	}
	return head + aspect
}

// splitFor cuts the phrase of a reading into heads. A place in a contest is one, whatever
// the contest is about: 建筑节能及绿色建筑专项评比第一名.
func (c *context) splitFor(r *reading, p phrase, want int) []string {
	if r.measure == "rank" && !p.each && !p.respectively && c.words.Contest.EndsAt(c.r, p.a, p.b) > 0 {
		return []string{c.text(p.a, p.b)}
	}
	return c.split(p.a, p.b, want)
}
