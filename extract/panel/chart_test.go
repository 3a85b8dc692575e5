package panel_test

import (
	"bytes"
	"encoding/xml"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/qushu/qushu/extract/export"
	"github.com/qushu/qushu/extract/panel"
)

// drawn is the chart of the documents of one county, or why there is none.
func drawn(t *testing.T, f panel.Filter) (string, error) {
	o := options(t, 0)
	o.Filter = f
	p, err := panel.Build(runsOf(t), o)
	require.NoError(t, err)
	defer p.Close()
	w, err := p.Wide()
	require.NoError(t, err)
	var b bytes.Buffer
	err = w.Chart(&b)
	return b.String(), err
}

func TestCharts(t *testing.T) {
	svg, err := drawn(t, panel.Filter{Measures: []string{"growth"}})
	require.NoError(t, err)
	for d := xml.NewDecoder(strings.NewReader(svg)); ; {
		_, err := d.Token()
		if err == io.EOF {
			break
		}
		require.NoError(t, err)
	}
	assert.Equal(t, 5, strings.Count(svg, "<polyline"), "a line for each indicator")
	assert.Equal(t, 3, strings.Count(svg, `fill="#fff" stroke=`), "an expectation and two targets are hollow")
	assert.Contains(t, svg, "2032 target: ~6")
	assert.Contains(t, svg, ">云溪县 growth yoy, %<")

	svg, err = drawn(t, panel.Filter{Indicators: []string{"减税降费"}})
	require.NoError(t, err)
	assert.Equal(t, 1, strings.Count(svg, `class="x"`), "what contradicts is a cross")

	_, err = drawn(t, panel.Filter{})
	assert.ErrorContains(t, err, "one chart cannot hold")
	_, err = drawn(t, panel.Filter{Periods: []string{"1999"}})
	assert.ErrorContains(t, err, "nothing to draw")
}

// A chart of many lines has a plot for each.
func TestChartOfManyLines(t *testing.T) {
	o := options(t, 0)
	o.Filter = panel.Filter{Indicators: []string{"地区生产总值"}}
	p, err := panel.Build([]*export.Run{invented(t, t.TempDir(), 60_000)}, o)
	require.NoError(t, err)
	defer p.Close()
	w, err := p.Wide()
	require.NoError(t, err)
	var b bytes.Buffer
	require.NoError(t, w.Chart(&b))
	assert.Greater(t, strings.Count(b.String(), "<polyline"), 8)
}
