package panel

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestAxis(t *testing.T) {
	a := axisOf([]moment{{"2016", "actual"}, {"2020", "actual"}, {"2020", "expected"}, {"2016/2020", "actual"}, {"2021-01/2021-06", "actual"}, {"2022", "target"}, {"", "actual"}})
	require.Len(t, a, 4)
	var names []string
	for _, x := range a {
		names = append(names, x.name)
	}
	assert.Equal(t, []string{"2016", "2020", "2021-01/2021-06", "2022 target"}, names)
	assert.InDelta(t, 4.0/6, a.at("2016/2020"), 1e-9)
	assert.InDelta(t, 0.75, a.at("2021-01/2021-06"), 0.01)
	assert.Equal(t, 0.5, axisOf([]moment{{"2020", "actual"}}).at("2020"))
	assert.Nil(t, axisOf([]moment{{"", "actual"}}))
}

func TestEndsOfPeriods(t *testing.T) {
	for period, want := range map[string]string{"2020": "2020-12-31", "2020-06": "2020-06-31", "2016/2020": "2020-12-31", "2020-01/2020-06": "2020-06-31", "2020-03-05": "2020-03-05"} {
		assert.Equal(t, want, endOf(period), period)
	}
}
