package panel_test

import (
	"bytes"
	"encoding/json"
	"io"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/qushu/qushu/extract/export"
	"github.com/qushu/qushu/extract/fact"
	"github.com/qushu/qushu/extract/panel"
	"github.com/qushu/qushu/extract/sink"
)

// Whatever the lines of a run hold, a panel comes of it.
func TestOddFacts(t *testing.T) {
	values := []string{"null", "{}", `"x"`, "[]", "[1]", "[2,1]", "[1,2,3]", `["a","b"]`, "true", "0", "-0", "1e400", "1e-400", "-1e300", "0.000001"}
	words := []string{"", "\x00", "\x00\x00", "a\x00b\x01c", "近", "/", "2020", "2020/", "-01/-12", "/2020-01", "2020-13-45", "1/0", "一又", "\u0000;fused"}
	var facts []fact.Fact
	for i, v := range values {
		for k, w := range words {
			f := fact.Fact{ID: "x", Doc: "a", Text: w, Kind: []string{"money", "fraction", "ratio", "rank"}[(i+k)%4], Value: json.RawMessage(v), Unit: w, Bound: []string{"exact", "over", "nearly", w}[k%4],
				Raw: &fact.Raw{Number: w, Unit: w}, Measure: []string{"level", "share", w + "x"}[i%3], Indicator: "税收" + words[(k+1)%len(words)], Area: words[(k+i)%len(words)], Period: w, Status: words[i%len(words)],
				Flags: []string{w, "lost_scale"}[:1+i%2], Repaired: json.RawMessage(values[(i+1)%len(values)])}
			if i%3 == 0 {
				f.Base = &fact.Base{Value: json.RawMessage(v), Unit: "m"}
			}
			facts = append(facts, f)
		}
	}
	var lines, docs bytes.Buffer
	require.NoError(t, sink.Lines(&lines, facts))
	require.NoError(t, sink.Lines(&docs, []fact.Summary{{Doc: "a", Published: "x"}}))
	run := written(t, t.TempDir(), lines.Bytes(), docs.Bytes())
	for _, memory := range []int{0, 500} {
		for _, r := range rowsOf(t, options(t, memory), run) {
			_, err := json.Marshal(r)
			require.NoError(t, err)
		}
	}
	p, err := panel.Build([]*export.Run{run}, options(t, 0))
	require.NoError(t, err)
	defer p.Close()
	require.NoError(t, p.Text(io.Discard))
	w, err := p.Wide()
	require.NoError(t, err)
	require.NoError(t, w.Text(io.Discard))
	_ = w.Chart(io.Discard) // it may well refuse
}
