package export

import (
	"encoding/csv"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/qushu/qushu/extract/fact"
)

func TestSDMXPeriods(t *testing.T) {
	for _, x := range [][3]string{
		{"2020", "2020", "A"}, {"2020-10", "2020-10", "M"}, {"2020-12-03", "2020-12-03", "D"}, {"2021-06-17T20:30:03", "2021-06-17T20:30:03", "N"},
		{"2020-01/2020-03", "2020-Q1", "Q"}, {"2020-10/2020-12", "2020-Q4", "Q"}, {"2020-07/2020-12", "2020-S2", "S"}, {"2020-01/2020-12", "2020", "A"},
		{"2020-01/2020-09", "2020-01-01/P9M", "_O"}, {"2016/2020", "2016-01-01/P5Y", "_O"}, {"2022-09/2023-08", "2022-09-01/P12M", "_O"},
		{"2020-02/2020-04", "2020-02-01/P3M", "_O"}, {"2020-09-27/2020-09-29", "2020-09-27/P3D", "_O"},
		{"", "", ""}, {"2020/2016", "", ""}, {"2020-13", "", ""}, {"last year", "", ""}, {"2020/x", "", ""},
	} {
		period, freq, ok := sdmxPeriod(x[0])
		assert.Equal(t, x[1] != "", ok, x[0])
		assert.Equal(t, x[1], period, x[0])
		assert.Equal(t, x[2], freq, x[0])
	}
}

func TestSDMX(t *testing.T) {
	data, err := os.ReadFile(exported(t, "sdmx-csv", "x.csv"))
	require.NoError(t, err)
	rows, err := csv.NewReader(strings.NewReader(string(data))).ReadAll()
	require.NoError(t, err)
	byID := map[string]*fact.Fact{}
	want := 0
	for f, err := range sampleRun(t).Facts() {
		require.NoError(t, err)
		if f.Measure != "" && f.Area != "" && f.Period != "" && single(f.Value) != "" {
			want++
			byID[f.ID] = f
		}
	}
	observations := named(t, rows)
	require.Len(t, observations, want)
	keys := map[string]bool{}
	for _, o := range observations {
		f := byID[o["SOURCE"]]
		require.NotNil(t, f)
		assert.Equal(t, []string{"dataflow", "QUSHU:FACTS(1.0.0)", "I"}, []string{o["STRUCTURE"], o["STRUCTURE_ID"], o["ACTION"]})
		assert.Equal(t, string(f.Value), o["OBS_VALUE"])
		assert.Equal(t, f.Indicator, strings.TrimPrefix(o["INDICATOR"], "'"))
		assert.Equal(t, f.Area, o["REF_AREA_NAME"])
		assert.Equal(t, f.Status, o["STATUS"])
		assert.Contains(t, []string{"A", "F", "U"}, o["OBS_STATUS"])
		key := o["REF_AREA"] + "\x00" + o["INDICATOR"] + "\x00" + o["TIME_PERIOD"] + "\x00" + o["SOURCE"]
		assert.False(t, keys[key], "two observations of one key")
		keys[key] = true
	}
}
