package golden

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/qushu/qushu/extract/fact"
)

func TestDiffSame(t *testing.T) {
	assert.Empty(t, Diff(teaFacts(), teaFacts()))
	assert.Empty(t, Diff(nil, nil))
}

func TestDiffFields(t *testing.T) {
	b := teaFacts()
	b[2].Value, b[2].Rule = json.RawMessage("36"), "growth.new"
	b[1].How = &fact.Hows{Area: fact.Carried}
	changes := Diff(teaFacts(), b)
	require.Len(t, changes, 2)
	assert.Equal(t, []FieldChange{{"how", "", "{Indicator: Area:carried Subject: Period: Basis:}"}}, changes[0].Fields)
	assert.Equal(t, []FieldChange{{"value", "3.6", "36"}, {"rule", "", "growth.new"}}, changes[1].Fields)
	assert.Equal(t, `tea.txt:30: 2031年，全省茶叶产值12.5亿元，增长3.6%， 预计明年达13亿元。
 - growth  茶叶产值  +3.6 %  “3.6%”  basis=yoy period=2031 area=云泽省
 + growth  茶叶产值  +36 %   “3.6%”  basis=yoy period=2031 area=云泽省
   value: "3.6" → "36"
   rule: "" → "growth.new"`, changes[1].String())
}

func TestDiffAddedAndRemoved(t *testing.T) {
	a, b := teaFacts(), teaFacts()
	changes := Diff(a[:3], b[1:])
	require.Len(t, changes, 2)
	assert.Nil(t, changes[0].After)
	assert.Equal(t, "2031年", changes[0].Before.Text)
	assert.Nil(t, changes[1].Before)
	assert.Contains(t, changes[1].String(), " + level  茶农")
}

func TestDiffPairsMovedFacts(t *testing.T) {
	b := teaFacts()
	for i := range b {
		b[i].Span.Start += 1000
		b[i].Span.End += 1000
	}
	changes := Diff(teaFacts(), b)
	require.Len(t, changes, 4)
	for _, c := range changes {
		require.Len(t, c.Fields, 1)
		assert.Equal(t, "span", c.Fields[0].Name)
	}
}
