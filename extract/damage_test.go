package extract

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/qushu/qushu/extract/fact"
)

const damagedReport = `岚州市青屿区2031年政府工作报告
一、2031年工作回顾
全年征收房屋26.9m2，整治路面18m2，人均住房面积35m2，新建厂房12万平方米。接待游客量、旅游收入分别增长78%113%。来访交流373场次5170人次，12类45件民生实事全部完成。金融资产规模占全市1∕3。
新增市场主体1.54万户，税收收入增长8.5%。环境更好了。新增市场主体2.34万户，收入■35亿元。
`

func TestDamageIsShown(t *testing.T) {
	r := read(t, damagedReport, Options{})
	for text, want := range map[string][]string{
		"26.9m2": {fact.LostScale}, "18m2": {fact.LostScale}, "35m2": nil, "12万平方米": nil,
		"78%": {fact.Fused}, "113%": {fact.Fused}, "373场次": {fact.Fused}, "5170人次": {fact.Fused}, "45件": nil,
		"1∕3": {fact.Codepoint}, "1.54万户": {fact.Conflict}, "2.34万户": {fact.Conflict}, "8.5%": nil, "■35亿元": {fact.Masked},
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
	assert.Equal(t, [][]string{{fact.Repeated}, nil}, flags)
}

const worn = `岚州市青屿区2031年政府工作报告
一、2031年工作回顾
新增智能工厂2个、数字化车间63家企业入选名单。建成公园3个、惠及街道63个社区居民。安置点有850户3500名群众。
接待游客26.9人次，每百户拥有汽车46.5户，地区生产总值1744元，税收收入1O5亿元。
全区环境更好了。危险废物处置率为100%
`

func TestWornReport(t *testing.T) {
	r := read(t, worn, Options{})
	for text, want := range map[string][]string{
		"63家": {fact.Fused}, "2个": nil, "63个": nil, "3500名": nil, "26.9人次": {fact.LostScale}, "46.5户": nil,
		"1744元": {fact.LostScale}, "1O5亿元": {fact.OCR}, "100%": {fact.Cut},
	} {
		f := find(t, r, text)
		assert.Equal(t, want, f.Flags, text)
		if want != nil && want[0] != fact.Cut {
			assert.LessOrEqual(t, f.Confidence, 0.5, text)
		}
	}
	assert.Equal(t, "269000", string(find(t, r, "26.9人次").Repaired), "the smallest scale that makes it whole")
	assert.Equal(t, "174400000000", string(find(t, r, "1744元").Repaired), "the smallest scale that makes it plausible")
	assert.Greater(t, find(t, r, "100%").Confidence, 0.5)
}

func TestADocumentBearsOutItsLostScales(t *testing.T) {
	lost := "新建厂房26.9m2，整治路面18m2，改造棚户区9.8m2。"
	assert.Equal(t, []string{fact.LostScale}, find(t, read(t, lost+"\n", Options{}), "18m2").Flags, "several, and no scale anywhere")
	f := find(t, read(t, lost+"绿地12万m2。\n", Options{}), "18m2")
	assert.Empty(t, f.Flags, "scales are not lost here")
	assert.Empty(t, f.Repaired)
}

func TestRoundedValuesAreNoConflict(t *testing.T) {
	r := read(t, "新增市场主体2.3万户。环境更好了。新增市场主体2.34万户。\n", Options{})
	assert.Empty(t, find(t, r, "2.3万户").Flags)
	r = read(t, "新增市场主体2.3万户。环境更好了。新增市场主体2.36万户。\n", Options{})
	assert.Equal(t, []string{fact.Conflict}, find(t, r, "2.3万户").Flags)
}

func TestSentencesOverEmptyLinesAreStitched(t *testing.T) {
	r := read(t, `青屿区晒出成绩单

青屿区前三季度地区生产总值完成643.2亿元，同比增长6.4%，增速比上半年加快0.8个百分点。

“每个项目配一名联络员，办得比从前快多了。”青屿区投资促进局负责人介绍，前三季度全区新

注册企业6830户，同比增长15.3%，日均新增25户；注销企业数量下降两成。
`, Options{})
	assert.Equal(t, []string{fact.Stitched}, find(t, r, "6830户").Flags)
	assert.Empty(t, find(t, r, "6.4%").Flags)
}

func TestWordsThatStandTwice(t *testing.T) {
	r := read(t, "青屿区2031年统计公报\n全区高端装备制造制造业产值35亿元，健康产业产业链产值28亿元，装备制造业产值41亿元。\n", Options{})
	assert.Equal(t, []string{fact.Doubled}, find(t, r, "35亿元").Flags)
	assert.Empty(t, find(t, r, "28亿元").Flags)
	assert.Empty(t, find(t, r, "41亿元").Flags)
}

func TestListNumbersOfAConversion(t *testing.T) {
	const first = "1. 2031年，全区税收35亿元，比上年增长4%，各项工作都有新的进展。\n"
	r := read(t, first+"2. 一、工业经济稳步向好。全年工业投资21亿元，增长6%。\n", Options{})
	assert.Equal(t, "2031年", r.Facts[0].Text)
	assert.Equal(t, []string{fact.Numbered}, r.Facts[0].Flags)
	assert.Empty(t, find(t, r, "35亿元").Flags)
	r = read(t, first+"2. 工业经济稳步向好。全年工业投资21亿元，增长6%。\n", Options{})
	assert.Empty(t, r.Facts[0].Flags, "a list of the text")
}
