package extract

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

const damagedReport = `岚州市青屿区2031年政府工作报告
一、2031年工作回顾
全年征收房屋26.9m2，整治路面18m2，人均住房面积35m2，新建厂房12万平方米。接待游客量、旅游收入分别增长78%113%。来访交流373场次5170人次，12类45件民生实事全部完成。金融资产规模占全市1∕3。
新增市场主体1.54万户，税收收入增长8.5%。环境更好了。新增市场主体2.34万户，收入■35亿元。
`

func TestDamageIsShown(t *testing.T) {
	r := read(t, damagedReport, Options{})
	for text, want := range map[string][]string{
		"26.9m2": {lostScale}, "18m2": {lostScale}, "35m2": nil, "12万平方米": nil,
		"78%": {fused}, "113%": {fused}, "373场次": {fused}, "5170人次": {fused}, "45件": nil,
		"1∕3": {codepoint}, "1.54万户": {conflict}, "2.34万户": {conflict}, "8.5%": nil, "35亿元": {masked},
	} {
		assert.Equal(t, want, find(t, r, text).Flags, text)
	}
	f := find(t, r, "26.9m2")
	assert.Equal(t, "26.9", string(f.Value), "what stands there")
	assert.Equal(t, "269000", string(f.Repaired), "what it must have been")
	assert.LessOrEqual(t, f.Confidence, 0.5)
}

func TestOnlyReportsAreJudged(t *testing.T) {
	r := read(t, "小店改造面积26.9m2，很漂亮。\n", Options{})
	assert.Empty(t, find(t, r, "26.9m2").Flags)
}

func TestRepeatedStatements(t *testing.T) {
	r := read(t, "岚州市2031年统计公报\n摘要：全市税收收入35亿元，居民消费价格上涨1.2%。\n2031年，全市税收收入35亿元，比上年增长4%。\n全市商业面积很大，岚州市的生产总值达到98亿元，比上年增长3%。\n", Options{})
	var flags [][]string
	for _, f := range r.Facts {
		if f.Text == "35亿元" {
			flags = append(flags, f.Flags)
		}
	}
	assert.Equal(t, [][]string{{repeated}, nil}, flags)
}
