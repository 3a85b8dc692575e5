package extract

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// A plan is read in the clause of its value, and never off the name of a programme.
func TestPlans(t *testing.T) {
	for _, c := range []struct{ text, quote, status string }{
		{"2023年，全区计划播种粮食600亩。", "600亩", "target"},
		{"2023年，全区计划招聘教师30名，目前在岗210名。", "210名", "actual"},
		{"近三年引进人才770人，今后三年计划再引进人才900人。", "900人", "target"},
		{"2023年税收达85亿元，来年局方预期会增加5%。", "5%", "expected"},
		{"2023年，新增市级人才计划入选者106人。", "106人", "actual"},
	} {
		assert.Equal(t, c.status, find(t, read(t, c.text, Options{}), c.quote).Status, c.text)
	}
}
