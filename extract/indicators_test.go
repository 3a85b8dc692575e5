package extract

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/qushu/qushu/rules"
)

func TestIndicatorIDs(t *testing.T) {
	for _, c := range []struct{ name, text, quote, want string }{
		{"a level", "2023年，全区实现地区生产总值952.6亿元。", "952.6亿元", "gdp"},
		{"a short form", "2023年，全区GDP达952.6亿元。", "952.6亿元", "gdp"},
		{"its growth keeps it", "2023年，全区实现地区生产总值952.6亿元，增长5.8%。", "5.8%", "gdp"},
		{"its place keeps it", "2023年，地区生产总值952.6亿元，总量居全市第二。", "第二", "gdp"},
		{"its share keeps it", "2023年，出口288亿元，占全市的25%。", "25%", "trade.export"},
		{"a place of the growth is one of another indicator", "2023年，地区生产总值增长5.8%，增速居全市第二。", "第二", "gdp.growth"},
		{"traditional characters", "2031年度稅收情況\n\n庫務局公布，全年利得稅收入達1326億元，較上年度增加一成，物業稅收入則為99億元，薪俸稅繼續上升。", "1326億元", "hk.tax.profits"},
		{"an area is no product", "2023年，地区生产总值25亩。", "25亩", ""},
		{"nor is a count", "2023年，常住人口25公里。", "25公里", ""},
		{"an indicator of no table", "2023年，解决企业诉求1.1万件。", "1.1万件", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			assert.Equal(t, c.want, find(t, read(t, c.text, Options{}), c.quote).IndicatorID)
		})
	}
}

func TestLexiconWithoutIndicators(t *testing.T) {
	set, err := rules.Default()
	require.NoError(t, err)
	delete(set.Tables, "dimensions")
	_, err = Indicators(set)
	assert.EqualError(t, err, "the lexicon has no table dimensions.tsv")
}

// What a look back over several years says of a stock it says of the last of them.
func TestStocksInALookBack(t *testing.T) {
	r := read(t, "岚州市2032年政府工作报告\n\n一、“十五五”时期工作回顾\n\n过去的五年，是岚州发展的五年。新建学校126所，经营主体达到21.3万户，城镇新增就业5.2万人，高新技术企业总数达97家，茶馆达到33家。\n", Options{})
	for quote, want := range map[string]string{
		"126所":   "2026/2030",
		"21.3万户": "2030",
		"5.2万人":  "2026/2030",
		"97家":    "2030",
		"33家":    "2026/2030",
	} {
		assert.Equal(t, want, find(t, r, quote).Period, quote)
	}
}

func TestAdverbsBehindAnIndicator(t *testing.T) {
	for text, want := range map[string]string{
		"2031年，进出口总额历史性突破8万亿元。":           "trade.total",
		"2031年，进出口总额接连突破8万亿元。":            "trade.total",
		"2031年，进出口总额在全国率先突破8万亿元。":         "trade.total",
		"2031年，全市城镇登记失业率始终控制在8%以内，为近年最低。": "unemployment.registered",
	} {
		r := read(t, text, Options{})
		assert.Equal(t, want, r.Facts[len(r.Facts)-1].IndicatorID, text)
	}
}
