package golden

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestGroupedByRuleWorstFirst(t *testing.T) {
	a, b := teaFacts(), teaFacts()
	for i, rule := range []string{"", "level.plain", "growth.rise", "level.plain"} {
		a[i].Rule, b[i].Rule = rule, rule
	}
	b[1].Confidence, b[1].Indicator = 0.5, "茶产值"
	b[3].Value, b[3].Status = json.RawMessage("31000"), "target"
	groups := Grouped(Diff(a[:], append(b[:2:2], b[3])))
	require.Len(t, groups, 2)
	assert.Equal(t, "growth.rise: 1 lost", groups[0].String())
	assert.Equal(t, "level.plain: 2 changed (value 1, indicator 1, status 1, confidence 1)", groups[1].String())
	assert.Equal(t, "茶农", groups[1].Changes[0].After.Indicator, "another value is worse than another name")

	groups = Grouped(Diff(a[:1], a[:2]))
	assert.Equal(t, "level.plain: 1 added", groups[0].String())
	groups = Grouped(Diff(a[:1], nil))
	assert.Equal(t, "no rule: 1 lost", groups[0].String())
	assert.Empty(t, Grouped(nil))
}
