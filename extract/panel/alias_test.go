package panel

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestAliases(t *testing.T) {
	// name, id, value, place
	evidence := [][4]string{
		{"税收收入", "tax", "1236", "a 2030"}, {"地方税收收入", "", "1236", "a 2030"},
		{"茶产业产值", "", "4865", "a 2030"}, {"茶产业", "", "4865", "a 2030"}, // shown twice, never contradicted
		{"茶产业产值", "", "5120", "a 2031"}, {"茶产业", "", "5120", "a 2031"},
		{"工业投资", "", "713", "a 2030"}, {"投资", "", "713", "a 2030"}, // shown twice, contradicted once
		{"工业投资", "", "825", "a 2031"}, {"投资", "", "825", "a 2031"},
		{"工业投资", "", "911", "a 2032"}, {"投资", "", "1412", "a 2032"},
		{"出口", "export", "377", "a 2030"}, {"汽车出口", "cars", "377", "a 2030"}, // two known ones
		{"产", "", "4865", "a 2030"}, // too short
	}
	s := &sorter{dir: t.TempDir(), limit: 1 << 20}
	for _, e := range evidence {
		token := e[0]
		if e[1] != "" {
			token = "#" + e[1]
		}
		require.NoError(t, s.add([]byte(e[3]), []byte(strings.Join([]string{token, e[0], e[1], e[2], "CNY", e[3]}, "\x01"))))
	}
	a, err := findAliases(s)
	require.NoError(t, err)
	of := map[string]string{}
	for where, x := range a.here {
		of[strings.ReplaceAll(where, "\x00", " ")] = x.Of
	}
	assert.Equal(t, map[string]string{
		"a 2030 地方税收收入": "税收收入",
		"a 2030 茶产业":    "茶产业产值", "a 2031 茶产业": "茶产业产值",
		"a 2030 投资": "工业投资", "a 2031 投资": "工业投资",
	}, of)
	require.Len(t, a.general, 1)
	assert.Equal(t, "茶产业产值", a.general["茶产业"].Of)
	assert.Equal(t, 2, a.general["茶产业"].Places)
}

func TestSignificant(t *testing.T) {
	for value, want := range map[string]int{"22130000000": 4, "-0.0125": 3, "2000": 1, "0": 0, "[1,2]": 0, "": 0, "100.5": 4} {
		assert.Equal(t, want, significant(value), value)
	}
}

func TestInPeriod(t *testing.T) {
	tests := []struct {
		period, asked string
		want          bool
	}{
		{"2020", "2020", true}, {"2020-03", "2020", true}, {"2020-01/2020-06", "2020", true}, {"2016/2020", "2020", false}, {"2016/2020", "2016/2020", true},
		{"2016/2020", "2016..2020", true}, {"2021", "2016..2020", false}, {"2020-12-31", "2016..2020", true}, {"", "2020", false}, {"2020", "2020-03", false},
	}
	for _, tt := range tests {
		assert.Equal(t, tt.want, inPeriod(tt.period, tt.asked), "%s in %s", tt.period, tt.asked)
	}
}
