package panel_test

import (
	"bytes"
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/qushu/qushu/corpus"
	"github.com/qushu/qushu/extract"
	"github.com/qushu/qushu/extract/export"
	"github.com/qushu/qushu/extract/fact"
	"github.com/qushu/qushu/extract/panel"
	"github.com/qushu/qushu/extract/schema"
	"github.com/qushu/qushu/extract/sink"
	"github.com/qushu/qushu/rules"
)

var engine = sync.OnceValues(func() (*extract.Engine, error) {
	set, err := rules.Default()
	if err != nil {
		return nil, err
	}
	return extract.New(set)
})

// runOf writes the facts of documents as a run.
func runOf(t testing.TB, inputs ...string) *export.Run {
	e, err := engine()
	require.NoError(t, err)
	dir := t.TempDir()
	var facts, docs bytes.Buffer
	files, _ := corpus.Find(inputs)
	require.NotEmpty(t, files)
	for _, file := range files {
		data, err := os.ReadFile(file.OS)
		require.NoError(t, err)
		r, err := e.Bytes(file.Path, data, extract.Options{})
		require.NoError(t, err)
		require.NoError(t, sink.Lines(&facts, r.Facts))
		require.NoError(t, sink.Lines(&docs, []fact.Summary{r.Summary}))
	}
	return written(t, dir, facts.Bytes(), docs.Bytes())
}

// runsOf is the run of the documents of one county.
func runsOf(t testing.TB) []*export.Run { return []*export.Run{runOf(t, "testdata/docs")} }

func written(t testing.TB, dir string, facts, docs []byte) *export.Run {
	for name, data := range map[string][]byte{"facts.jsonl": facts, "documents.jsonl": docs, "ledger.jsonl": nil} {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), data, 0o644))
	}
	r, err := export.Open(dir)
	require.NoError(t, err)
	return r
}

// options are those of the rules built in, with little memory, so that files are merged.
func options(t testing.TB, memory int) panel.Options {
	set, err := rules.Default()
	require.NoError(t, err)
	indicators, err := extract.Indicators(set)
	require.NoError(t, err)
	o := panel.With(set, indicators)
	o.Memory, o.Temp = memory, t.TempDir()
	return o
}

func rowsOf(t testing.TB, o panel.Options, runs ...*export.Run) (rows []*panel.Row) {
	p, err := panel.Build(runs, o)
	require.NoError(t, err)
	defer func() { require.NoError(t, p.Close()) }()
	for r, err := range p.Rows() {
		require.NoError(t, err)
		rows = append(rows, r)
	}
	return rows
}

// goldLine writes a row as the gold panels do.
func goldLine(r *panel.Row) string {
	measure := r.Measure
	for _, x := range []string{r.Basis, r.Agg} {
		if x != "" {
			measure += " " + x
		}
	}
	if r.Scope != "" {
		measure += " of " + r.Scope
	}
	whose := r.Area
	if r.Subject != "" {
		whose += " " + r.Subject
	}
	others := make([]string, 0, len(r.Values))
	for _, v := range r.Values[1:] {
		others = append(others, v.Stands+" "+panel.Figure(v.Value, v.Bound, r.Unit))
	}
	return strings.Join([]string{whose, r.Indicator, measure, r.Period, r.Status, panel.Figure(r.Value, r.Bound, r.Unit), r.Verdict,
		string(rune('0' + r.Sources)), strings.Join(others, "; ")}, "\t")
}

// gold reads the lines of a gold panel: those that are made, right or known to be wrong,
// and those that are still to be made.
func gold(t *testing.T, name string) (lines, todo []string) {
	src, err := os.ReadFile(filepath.Join("testdata", name))
	require.NoError(t, err)
	for line := range strings.Lines(string(src)) {
		line = strings.TrimPrefix(strings.TrimSuffix(line, "\n"), "wrong ")
		missing, isTodo := strings.CutPrefix(line, "todo ")
		switch {
		case strings.HasPrefix(line, "#"):
		case isTodo:
			todo = append(todo, missing)
		default:
			lines = append(lines, line)
		}
	}
	require.NotEmpty(t, lines)
	return lines, todo
}

// TestGoldPanels wants the panels that were written by hand from the texts, whatever the
// memory for sorting.
func TestGoldPanels(t *testing.T) {
	for name, inputs := range map[string][]string{
		"panel.tsv":    {"testdata/docs"},
		"yearbook.tsv": {"../../corpus/samples/yearbook.txt"},
	} {
		r := runOf(t, inputs...)
		for _, memory := range []int{0, 2000} {
			var got []string
			for _, row := range rowsOf(t, options(t, memory), r) {
				got = append(got, goldLine(row))
			}
			want, todo := gold(t, name)
			assert.ElementsMatch(t, want, got, "%s with %d bytes", name, memory)
			for _, line := range todo {
				assert.NotContains(t, got, line, "this is read by now: take the todo off")
			}
		}
	}
}

func TestWordListsAreKnown(t *testing.T) {
	for _, list := range panel.Words {
		assert.Contains(t, extract.WordLists(), list)
	}
}

// TestSchemaNamesEveryField holds the schema to the types that are written.
func TestSchemaNamesEveryField(t *testing.T) {
	type node struct {
		Properties map[string]node `json:"properties"`
		Defs       map[string]node `json:"$defs"`
		Enum       []string        `json:"enum"`
	}
	src, err := schema.Of("panel")
	require.NoError(t, err)
	var n node
	require.NoError(t, json.Unmarshal(src, &n))
	for of, written := range map[string]any{"": panel.Row{}, "stated": panel.Value{}, "statement": panel.Statement{}, "alias": panel.Alias{}} {
		properties := n.Properties
		if of != "" {
			properties = n.Defs[of].Properties
		}
		var fields []string
		for _, f := range reflect.VisibleFields(reflect.TypeOf(written)) {
			if name, _, _ := strings.Cut(f.Tag.Get("json"), ","); name != "" {
				fields = append(fields, name)
			}
		}
		assert.ElementsMatch(t, fields, slices.Collect(maps.Keys(properties)), "the fields of %T", written)
	}
	var verdicts []string
	for _, v := range panel.Verdicts {
		verdicts = append(verdicts, v[0])
	}
	assert.ElementsMatch(t, verdicts, n.Properties["verdict"].Enum)
}

// Values of one dimension stand in one unit, and what is counted by words for the same
// things is of one cell.
func TestOneUnitForADimension(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"a.txt": "2032年云溪县政府工作报告\n\n2031年，全县粮食产量达到9.4万吨。全县经营主体达到3.2万户。金融资产规模占全市的1/4。",
		"b.txt": "2032年云溪县政府工作总结\n\n2031年，全县粮食产量达到1.88亿斤。全县经营主体达到3.2万家。金融资产规模占全市的25.3%。",
	} {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644))
	}
	var got []string
	for _, r := range rowsOf(t, options(t, 0), runOf(t, dir)) {
		got = append(got, goldLine(r))
	}
	assert.ElementsMatch(t, []string{
		"云溪县\t粮食产量\tlevel\t2031\tactual\t94000000 kg\tagreed\t2\t",
		"云溪县\t经营主体\tlevel\t2031\tactual\t32000 户\tagreed\t2\t",
		"云溪县\t金融资产规模\tshare of 全市\t2031\tactual\t25.3 %\tagreed\t2\t",
	}, got)
}
