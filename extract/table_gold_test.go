package extract

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/qushu/qushu/corpus/variant"
	"github.com/qushu/qushu/extract/fact"
)

// offices write rows as the documents of offices do.
var offices = map[string]func(rows [][]string) []byte{
	"xlsx": func(rows [][]string) []byte { return variant.XLSX("数据", rows) },
	"docx": variant.DOCXTable,
	"pdf":  variant.PDFTable,
}

// tableSource reads a source of the gold of tables. NAME.xlsx.rows is written as a
// workbook, and so on.
func tableSource(t testing.TB, path string) (name string, data []byte) {
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	name, rowed := strings.CutSuffix(filepath.Base(path), ".rows")
	if !rowed {
		return name, data
	}
	var rows [][]string
	for _, l := range strings.Split(strings.TrimSuffix(string(data), "\n"), "\n") {
		rows = append(rows, strings.Split(l, "\t"))
	}
	return name, offices[strings.TrimPrefix(filepath.Ext(name), ".")](rows)
}

// tableGold is a line of gold: what the fact of a cell must say. Columns hold other right
// answers behind " or ".
type tableGold struct{ text, measure, indicator, value, unit, period, area string }

func readTableGold(t testing.TB, path string) []tableGold {
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	var out []tableGold
	for _, l := range strings.Split(string(data), "\n")[1:] {
		f := append(strings.Split(l, "\t"), make([]string, 7)...)
		if f[0] != "" {
			out = append(out, tableGold{f[0], f[1], f[2], f[3], f[4], f[5], f[6]})
		}
	}
	return out
}

// answers reports whether got is one of the answers that want lists.
func answers(want, got string) bool { return slices.Contains(strings.Split(want, " or "), got) }

// score counts what is right of facts against gold: value and unit, name and period, area.
type tableScore struct{ gold, found, values, names, areas int }

func (s *tableScore) add(t *testing.T, gold []tableGold, facts []fact.Fact) {
	s.gold, s.found = s.gold+len(gold), s.found+len(facts)
	for _, g := range gold {
		i := slices.IndexFunc(facts, func(f fact.Fact) bool { return f.Text == g.text })
		if i < 0 {
			t.Logf("no fact of %q: %s", g.text, g.indicator)
			continue
		}
		f := facts[i]
		facts = facts[i+1:]
		value := string(f.Value) == g.value && f.Unit == g.unit
		name := answers(g.indicator, f.Indicator) && answers(g.period, f.Period) && f.Measure == g.measure
		area := g.area == "" || strings.HasSuffix(f.Area, g.area)
		s.values, s.names, s.areas = s.values+one(value), s.names+one(name), s.areas+one(area)
		if !value || !name || !area {
			t.Logf("%q: got %s %s %s %s %s %s, want %v", g.text, f.Measure, f.Indicator, f.Value, f.Unit, f.Period, f.Area, g)
		}
	}
}

func one(right bool) int {
	if right {
		return 1
	}
	return 0
}

// f1 is the harmonic mean of precision and recall of so many right answers.
func (s *tableScore) f1(right int) float64 { return 2 * float64(right) / float64(s.gold+s.found) }

// TestTablesAgreeWithGold reads tables in every shape and holds their cells against gold.
func TestTablesAgreeWithGold(t *testing.T) {
	e, err := builtin()
	require.NoError(t, err)
	sources, err := filepath.Glob("testdata/tables/*")
	require.NoError(t, err)
	var all tableScore
	tables := 0
	for _, path := range sources {
		if filepath.Ext(path) == ".gold" {
			continue
		}
		tables++
		t.Run(filepath.Base(path), func(t *testing.T) {
			name, data := tableSource(t, path)
			r, err := e.Bytes(name, data, Options{})
			require.NoError(t, err)
			facts := slices.DeleteFunc(slices.Clone(r.Facts), func(f fact.Fact) bool { return !strings.HasPrefix(f.Rule, "table.") })
			gold := strings.TrimSuffix(path, ".rows")
			if gold == path {
				gold = strings.TrimSuffix(path, filepath.Ext(path))
			}
			var s tableScore
			s.add(t, readTableGold(t, gold+".gold"), facts)
			t.Logf("%d cells, %d facts, %d right in value, %d in name and period", s.gold, s.found, s.values, s.names)
			all = tableScore{all.gold + s.gold, all.found + s.found, all.values + s.values, all.names + s.names, all.areas + s.areas}
		})
	}
	require.GreaterOrEqual(t, tables, 12)
	t.Logf("value and unit %.3f, indicator, measure and period %.3f, area %.3f", all.f1(all.values), all.f1(all.names), all.f1(all.areas))
	assert.GreaterOrEqual(t, all.f1(all.values), 0.97, "value and unit")
	assert.GreaterOrEqual(t, all.f1(all.names), 0.92, "indicator, measure and period")
	assert.GreaterOrEqual(t, all.f1(all.areas), 0.92, "area")
}
