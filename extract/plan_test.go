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

// A heading that names a plan and a year is of the plan until a paragraph opens with the
// year.
func TestHeadingsOfTwoTimes(t *testing.T) {
	r := read(t, "2032年青屿区政府工作报告\n\n二、“十六五”时期目标和2032年工作安排\n\n“十六五”时期，生产总值年均增长6%左右。\n\n"+
		"今年是“十六五”第二年，任务很重，必须迈好步子。各项工作都要抓紧抓实，抓出成效。\n\n主要预期目标是：生产总值增长5.5%左右，一般公共预算收入增长4%。", Options{})
	assert.Equal(t, "2031/2035", find(t, r, "6%左右").Period)
	assert.Equal(t, []string{"2032", "yoy"}, []string{find(t, r, "5.5%左右").Period, find(t, r, "5.5%左右").Basis})
	assert.Equal(t, "2032", find(t, r, "4%").Period)
}
