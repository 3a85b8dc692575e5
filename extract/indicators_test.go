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
	_, err = indicators(set)
	assert.EqualError(t, err, "the lexicon has no table dimensions.tsv")
}
