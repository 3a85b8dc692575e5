package extract

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

const annualReport = `云帆科技：2033年年度报告摘要

证券代码：300999　证券简称：云帆科技　公告编号：2034-017

云帆科技股份有限公司2034年4月20日发布2033年年度报告。报告期内，公司实现营业收入12.36亿元，同比增长15.2%。

截至2033年末，公司总资产45.6亿元，资产负债率59.6%，较期初上升2.3个百分点。

公司拟以总股本3.46亿股为基数，向全体股东每10股派发现金红利1.5元（含税）。

控股股东张某某于2034年3月1日至3月15日通过集中竞价交易方式减持公司股份346万股，减持后持有公司股份8650万股。
`

// A notice of a company tells of the year reported on, whenever it is made known.
func TestAnnualReport(t *testing.T) {
	r := read(t, annualReport, Options{})
	for _, c := range []struct{ quote, indicator, period, status string }{
		{"12.36亿元", "营业收入", "2033", "actual"},
		{"15.2%", "营业收入", "2033", "actual"},
		{"45.6亿元", "总资产", "2033-12-31", "actual"},
		{"2.3个百分点", "资产负债率", "2033-12-31", "actual"},
		{"3.46亿股", "总股本", "2033", "target"},
		{"1.5元", "每10股派发现金红利", "2033", "target"},
		{"346万股", "减持公司股份", "2034-03-01/2034-03-15", "actual"},
	} {
		f := find(t, r, c.quote)
		assert.Equal(t, []string{c.indicator, c.period, c.status}, []string{f.Indicator, f.Period, f.Status}, c.quote)
	}
	assert.Equal(t, "云帆科技股份有限公司", find(t, r, "8650万股").Subject, "减持后 holds nothing")
}

// Estimates of Hong Kong's statisticians, and rates without a unit.
func TestStatisticians(t *testing.T) {
	for _, c := range []struct{ text, quote, indicator, basis string }{
		{"2033年3月的零售業總銷貨價值的臨時估計為312億元，較2032年同月下跌7.0%。", "7.0%", "零售業總銷貨價值", "yoy"},
		{"2033年3月的零售業總銷貨數量的臨時估計較一年前下跌8.6%。", "8.6%", "零售業總銷貨數量", "yoy"},
		{"2033年，生产安全事故死亡率0.010，下降16.7%。", "16.7%", "生产安全事故死亡率", "yoy"},
		{"2033年，死亡率为7.13‰；自然增长率为-0.79‰。", "-0.79‰", "人口自然增长率", ""},
	} {
		f := find(t, read(t, c.text, Options{}), c.quote)
		assert.Equal(t, []string{c.indicator, c.basis}, []string{f.Indicator, f.Basis}, c.text)
	}
}
