package view

import (
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/qushu/qushu/extract/fact"
)

// query is what a filter asks; "" asks nothing. It means what it means on the page.
type query struct {
	q, indicator, area, period, measure, status, flag string
	confidence                                        float32
}

// mostAsked is how many bytes of a question are looked at.
const mostAsked = 400

func queryOf(v url.Values) query {
	get := func(key string) string {
		s := v.Get(key)
		return s[:min(len(s), mostAsked)]
	}
	least, _ := strconv.ParseFloat(get("confidence"), 32)
	return query{strings.ToLower(get("q")), strings.ToLower(get("indicator")), strings.ToLower(get("area")), get("period"), get("measure"), get("status"), get("flag"), float32(least)}
}

// rowsOf lists the rows that a query lets through.
func (x *index) rowsOf(q query) []int32 {
	tests := x.tests(q)
	passed := make([]bool, len(x.rows))
	inParts(len(x.rows), func(from, to int) {
		for n := from; n < to; n++ {
			passed[n] = all(tests, n, &x.rows[n])
		}
	})
	rows := []int32{}
	for n, ok := range passed {
		if ok {
			rows = append(rows, int32(n))
		}
	}
	return rows
}

func all(tests []test, n int, r *row) bool {
	for _, t := range tests {
		if !t(n, r) {
			return false
		}
	}
	return true
}

// test is a condition for the row of a number.
type test func(n int, r *row) bool

// tests are the conditions of a query, the cheap ones first.
func (x *index) tests(q query) (tests []test) {
	add := func(asked bool, t test) {
		if asked {
			tests = append(tests, t)
		}
	}
	measure, status := q.measure, x.names["status"].number[q.status]
	if measure == "time" {
		measure = ""
	}
	m, known := x.names["measure"].number[measure]
	add(q.measure != "", func(_ int, r *row) bool { return known && r.measure == m })
	add(q.status != "", func(_ int, r *row) bool { return status > 0 && r.status == status })
	add(q.flag != "", flagTest(q.flag))
	add(q.confidence > 0, func(_ int, r *row) bool { return r.confidence >= q.confidence })
	if q.period != "" {
		ok := holding(x.names["period"].list, func(s string) bool { return strings.HasPrefix(s, q.period) })
		add(true, func(_ int, r *row) bool { return ok[r.period] })
	}
	if q.indicator != "" {
		ok := x.naming("indicator", q.indicator)
		add(true, func(_ int, r *row) bool { return ok[r.indicator] })
	}
	if q.area != "" {
		ok := x.naming("area", q.area)
		add(true, func(_ int, r *row) bool { return ok[r.area] })
	}
	add(q.q != "", x.searched(q.q))
	return tests
}

// searched is the test of a word in small letters: it stands in the sentence, the mention,
// a name or the path of the document.
func (x *index) searched(word string) test {
	if word == "" {
		return nil
	}
	sentences, mentions := x.sentences.holding(word), x.mentions.holding(word)
	indicator, area, subject, scope := x.naming("indicator", word), x.naming("area", word), x.naming("subject", word), x.naming("scope", word)
	doc := make([]bool, len(x.docs))
	for i := range x.docs {
		doc[i] = strings.Contains(strings.ToLower(x.docs[i].Doc), word)
	}
	return func(n int, r *row) bool {
		return r.sentence >= 0 && sentences[r.sentence] || mentions[n] || indicator[r.indicator] || area[r.area] || subject[r.subject] || scope[r.scope] || doc[r.doc]
	}
}

// naming says which names of a field hold a word in small letters.
func (x *index) naming(field, word string) []bool {
	return holding(x.names[field].list, func(s string) bool { return strings.Contains(strings.ToLower(s), word) })
}

func flagTest(name string) test {
	switch name {
	case "*":
		return func(_ int, r *row) bool { return r.flags != 0 }
	case "-":
		return func(_ int, r *row) bool { return r.flags == 0 }
	}
	i := slices.IndexFunc(fact.Flags, func(f fact.Flag) bool { return f.Name == name })
	return func(_ int, r *row) bool { return i >= 0 && r.flags&(1<<i) != 0 }
}

// holding says which texts of a list a test holds for.
func holding(list []string, test func(string) bool) []bool {
	out := make([]bool, len(list))
	for i, text := range list {
		out[i] = test(text)
	}
	return out
}

// most lists the texts of a field by how many of the rows have them. Facts alone count,
// unless times are asked for too.
func (x *index) most(field string, rows []int32, number int, times bool, of func(*row) int32, name func(string) string) []counted {
	n := map[string]int{}
	list := x.names[field].list
	byNumber := make([]int, len(list))
	for _, i := range rows {
		r := &x.rows[i]
		if times || r.measure != 0 {
			byNumber[of(r)]++
		}
	}
	for i, k := range byNumber {
		if k > 0 {
			n[name(list[i])] += k
		}
	}
	return most(n, number)
}

func same(s string) string { return s }

// start is what the page shows first, and what it lets one choose from.
func (x *index) start() map[string]any {
	every := x.rowsOf(query{})
	facts, unresolved := 0, 0
	for i := range x.docs {
		facts += x.docs[i].Facts
		unresolved += x.docs[i].Unresolved
	}
	timed := func(s string) string {
		if s == "" {
			return "time"
		}
		return s
	}
	return map[string]any{
		"documents": len(x.docs), "facts": facts, "unresolved": unresolved,
		"indicator": x.most("indicator", every, 500, false, func(r *row) int32 { return r.indicator }, same),
		"area":      x.most("area", every, 500, false, func(r *row) int32 { return r.area }, same),
		"period":    x.most("period", every, 500, false, func(r *row) int32 { return r.period }, same),
		"measure":   x.most("measure", every, 50, true, func(r *row) int32 { return r.measure }, timed),
		"status":    x.most("status", every, 9, true, func(r *row) int32 { return r.status }, same),
		"flag":      x.flagged(every),
	}
}

func (x *index) flagged(rows []int32) []counted {
	n := make([]int, len(fact.Flags))
	for _, i := range rows {
		for b := range n {
			if x.rows[i].flags&(1<<b) != 0 {
				n[b]++
			}
		}
	}
	out := []counted{}
	for b, f := range fact.Flags {
		if n[b] > 0 {
			out = append(out, counted{f.Name, n[b]})
		}
	}
	return out
}

func (x *index) charts(rows []int32) (years, indicators []counted) {
	year := func(s string) string { return s[:min(len(s), 4)] }
	return x.most("period", rows, mostYears, false, func(r *row) int32 { return r.period }, year),
		x.most("indicator", rows, mostIndicators, false, func(r *row) int32 { return r.indicator }, same)
}

// hits is a document and how many of its rows a query lets through.
type hits struct{ doc, rows int }

// documentsOf lists the documents of rows; those of all rows are all documents.
func (x *index) documentsOf(q query, rows []int32) (out []hits) {
	if q == (query{}) {
		for i := range x.docs {
			out = append(out, hits{i, -1})
		}
		return out
	}
	for _, n := range rows {
		if d := int(x.rows[n].doc); len(out) == 0 || out[len(out)-1].doc != d {
			out = append(out, hits{d, 0})
		}
		out[len(out)-1].rows++
	}
	return out
}
