package main

import (
	"bufio"
	"cmp"
	"context"
	"encoding/json"
	"hash/fnv"
	"math/big"
	"os"
	"slices"
	"strings"

	"github.com/qushu/qushu/extract"
	"github.com/qushu/qushu/extract/fact"
)

// Cell is a place of the panel: all facts of one area, indicator, measure, period and unit.
type Cell struct {
	Area      string `json:"area,omitempty"`
	Indicator string `json:"indicator,omitempty"` // its id where it is a standard one
	Measure   string `json:"measure"`
	Period    string `json:"period,omitempty"`
	Unit      string `json:"unit,omitempty"` // the base unit where there is one
}

// cellOf is the cell of a fact.
func cellOf(f *fact.Fact) Cell {
	c := Cell{f.Area, cmp.Or(f.IndicatorID, f.Indicator), f.Measure, f.Period, f.Unit}
	if f.Base != nil {
		c.Unit = f.Base.Unit
	}
	return c
}

// Sums are what is known of the facts of a cell. They are added up in any order.
type Sums struct {
	Facts     int64    `json:"facts"`
	Documents int64    `json:"documents"` // that state one
	Low       string   `json:"low,omitempty"`
	High      string   `json:"high,omitempty"` // of all values, as exact decimals
	Examples  []string `json:"examples"`       // the ids of some
}

// mostExamples bounds the ids that are kept.
const mostExamples = 3

// sumsOf are the sums of one fact.
func sumsOf(f *fact.Fact) Sums {
	s := Sums{Facts: 1, Documents: 1, Examples: []string{f.ID}}
	value := f.Value
	if f.Base != nil {
		value = f.Base.Value
	}
	for _, part := range strings.Split(strings.Trim(string(value), "[]"), ",") {
		if _, ok := new(big.Rat).SetString(part); ok {
			s.Low, s.High = extreme(s.Low, part, -1), extreme(s.High, part, 1)
		}
	}
	return s
}

// merge adds two sums up.
func merge(a, b Sums) Sums {
	ids := slices.Concat(a.Examples, b.Examples)
	slices.Sort(ids)
	return Sums{
		Facts: a.Facts + b.Facts, Documents: a.Documents + b.Documents,
		Low: extreme(a.Low, b.Low, -1), High: extreme(a.High, b.High, 1),
		Examples: slices.Clip(ids[:min(len(ids), mostExamples)]),
	}
}

// extreme is the lower (sign -1) or higher of two decimals; "" is none.
func extreme(a, b string, sign int) string {
	if a == "" || b == "" {
		return a + b
	}
	x, _ := new(big.Rat).SetString(a)
	y, _ := new(big.Rat).SetString(b)
	switch c := x.Cmp(y) * sign; {
	case c > 0, c == 0 && a < b:
		return a
	}
	return b
}

func add(a, b int64) int64 { return a + b }

// tally sums a shard up.
type tally struct {
	panel  string // which indicators have cells
	cells  map[Cell]Sums
	counts map[string]int64
}

func newTally(panel string) *tally { return &tally{panel, map[Cell]Sums{}, map[string]int64{}} }

// takes reports whether a fact has a cell.
func (t *tally) takes(f *fact.Fact) bool {
	return f.Measure != "" && (t.panel == "all" || t.panel == "standard" && f.IndicatorID != "")
}

// add counts a document.
func (t *tally) add(r *extract.Result) {
	t.counts["documents"]++
	if r.Summary.Error != "" {
		t.counts["failed"]++
	}
	for i := range r.Ledger {
		t.counts["ledger "+r.Ledger[i].Reason]++
	}
	here := map[Cell]Sums{}
	for i := range r.Facts {
		f := &r.Facts[i]
		t.count(f)
		if !t.takes(f) {
			continue
		}
		s := sumsOf(f)
		if was, ok := here[cellOf(f)]; ok {
			s = merge(was, s)
			s.Documents = 1
		}
		here[cellOf(f)] = s
	}
	for c, s := range here {
		if was, ok := t.cells[c]; ok {
			s = merge(was, s)
		}
		t.cells[c] = s
	}
}

func (t *tally) count(f *fact.Fact) {
	t.counts["measure "+cmp.Or(f.Measure, "none")]++
	if f.Rule != "" {
		t.counts["rule "+f.Rule]++
	}
	for _, flag := range f.Flags {
		t.counts["flag "+flag]++
	}
}

// emit hands the sums on.
func (t *tally) emit(cell func(string, Sums), count func(string, int64)) {
	for c, s := range t.cells {
		key, _ := json.Marshal(c) // strings only
		cell(string(key), s)
	}
	for what, n := range t.counts {
		count(what, n)
	}
}

// cellFn makes the line of a cell and deals it out to a shard.
type cellFn struct{ Shards int }

func (f *cellFn) ProcessElement(key string, s Sums) (int, string, error) {
	var c Cell
	if err := json.Unmarshal([]byte(key), &c); err != nil {
		return 0, "", err
	}
	h := fnv.New64a()
	_, _ = h.Write([]byte(key)) // never fails
	line, err := json.Marshal(struct {
		Cell
		Sums
	}{c, s})
	return int(h.Sum64() % uint64(f.Shards)), string(line), err
}

// countFn makes the line of a count.
type countFn struct{}

func (*countFn) ProcessElement(what string, n int64) (int, string, error) {
	line, err := json.Marshal(struct {
		What  string `json:"what"`
		Count int64  `json:"count"`
	}{what, n})
	return 0, string(line), err
}

// linesFn writes the lines of a shard, sorted.
type linesFn struct {
	Output, Name string
	Shards       int
}

func (f *linesFn) ProcessElement(ctx context.Context, shard int, lines func(*string) bool) error {
	file, err := os.CreateTemp("", "qushu-lines-")
	if err != nil {
		return err
	}
	defer os.Remove(file.Name())
	out := bufio.NewWriter(file)
	for _, line := range sorted(lines, strings.Compare) {
		out.WriteString(line) // Flush tells
		out.WriteByte('\n')
	}
	err = out.Flush()
	if closed := file.Close(); err == nil {
		err = closed
	}
	if err != nil {
		return err
	}
	return publish(ctx, file.Name(), f.Output, shardName(f.Name, shard, f.Shards, "jsonl"))
}
