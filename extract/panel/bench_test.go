package panel_test

import (
	"bufio"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/qushu/qushu/corpus"
	"github.com/qushu/qushu/extract/export"
	"github.com/qushu/qushu/extract/fact"
	"github.com/qushu/qushu/extract/panel"
)

// perDocument is how many facts a made-up document has.
const perDocument = 200

// invented writes the run of n facts of made-up reports: of 2,800 counties, 600 known
// indicators and 400 others, in 12 years; every other fact is one that an earlier document
// states as well, and some of those have another value.
func invented(t testing.TB, dir string, n int) *export.Run {
	o := options(t, 0)
	names := map[string]*bufio.Writer{}
	for _, name := range []string{"facts.jsonl", "documents.jsonl", "ledger.jsonl"} {
		f, err := os.Create(filepath.Join(dir, name))
		require.NoError(t, err)
		names[name] = bufio.NewWriterSize(f, 1<<20)
		defer func() { require.NoError(t, names[name].Flush()); require.NoError(t, f.Close()) }()
	}
	facts, docs := json.NewEncoder(names["facts.jsonl"]), json.NewEncoder(names["documents.jsonl"])
	facts.SetEscapeHTML(false)
	r := rand.New(rand.NewPCG(20, 31))
	genres := []string{"communique", "yearbook", "report", "news", ""}
	for i := range n {
		doc := fmt.Sprintf("county/%06d.txt", i/perDocument)
		if i%perDocument == 0 {
			require.NoError(t, docs.Encode(fact.Summary{Doc: doc, Title: "made up", Published: fmt.Sprintf("2032-%02d-%02d", 1+i/perDocument%12, 1+i/perDocument%28), Genre: genres[i/perDocument%len(genres)]}))
		}
		require.NoError(t, facts.Encode(inventedFact(r, o, i, doc)))
	}
	return &export.Run{Dir: dir}
}

func inventedFact(r *rand.Rand, o panel.Options, i int, doc string) fact.Fact {
	seed := i
	if i%2 == 1 {
		seed = r.IntN(i)
	}
	own := rand.New(rand.NewPCG(uint64(seed), 7)) // what a fact says depends on its seed alone
	county, k := own.IntN(2800), own.IntN(1000)
	f := fact.Fact{ID: fmt.Sprintf("%016x", i), Doc: doc, Span: corpus.Span{Start: 40 * i, End: 40*i + 12}, Kind: "money", Unit: "CNY", Bound: "exact", Measure: "level",
		Area: fmt.Sprintf("甲省乙市%d县", county), AreaCode: strconv.Itoa(100000 + county), Period: strconv.Itoa(2020 + own.IntN(12)), Status: "actual",
		Rule: "level.plain", Confidence: 0.96, How: &fact.Hows{Indicator: fact.Stated, Area: fact.Default, Period: fact.Default}}
	f.Indicator = fmt.Sprintf("新建第%d类项目投资", k)
	if k < 600 {
		f.Indicator, f.IndicatorID = o.Indicators.All[k].Names[0], o.Indicators.All[k].ID
	}
	tenths := 10 + own.IntN(90000)
	if i%50 == 1 {
		tenths += 37
	}
	f.Raw = &fact.Raw{Number: fmt.Sprintf("%d.%d", tenths/10, tenths%10), Unit: "亿元"}
	f.Value, f.Text = json.RawMessage(strconv.Itoa(tenths*10_000_000)), f.Raw.Number+f.Raw.Unit
	f.Sentence = &fact.Sentence{Span: corpus.Span{Start: 40*i - 20, End: 40*i + 60}, Text: fmt.Sprintf("%s年，全县%s%s，比上年有所增长，为经济社会发展提供了有力支撑。", f.Period, f.Indicator, f.Text)}
	return f
}

// BenchmarkPanel makes the panel of many facts. FACTS sets how many, OUT a folder that
// keeps them, for the program itself:
//
//	FACTS=1000000 OUT=/tmp/million go test -run - -bench Panel -benchtime 1x ./extract/panel
func BenchmarkPanel(b *testing.B) {
	n, dir := 50_000, b.TempDir()
	if s := os.Getenv("FACTS"); s != "" {
		var err error
		n, err = strconv.Atoi(s)
		require.NoError(b, err)
	}
	if s := os.Getenv("OUT"); s != "" {
		dir = s
		require.NoError(b, os.MkdirAll(dir, 0o755))
	}
	run := invented(b, dir, n)
	rows := 0
	for b.Loop() {
		p, err := panel.Build([]*export.Run{run}, options(b, 0))
		require.NoError(b, err)
		rows = 0
		for _, err := range p.Rows() {
			require.NoError(b, err)
			rows++
		}
		require.NoError(b, p.Close())
	}
	b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "facts/s")
	b.ReportMetric(float64(rows), "rows")
}
