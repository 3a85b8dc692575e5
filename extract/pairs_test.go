package extract

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/qushu/qushu/extract/link"
)

func TestTwoFiguresOfAWordThatNamesTwoThings(t *testing.T) {
	for _, c := range []struct{ name, text, quote, measure, indicator string }{
		{"the first of two changes", "2031年，城乡居民人均可支配收入分别增长5.1%、7.3%。", "5.1%", "growth", "城镇居民人均可支配收入"},
		{"the second", "2031年，城乡居民人均可支配收入分别增长5.1%、7.3%。", "7.3%", "growth", "农村居民人均可支配收入"},
		{"without 分别", "2031年，城乡居民人均可支配收入年均增长5.1%和7.3%。", "7.3%", "growth", "农村居民人均可支配收入"},
		{"of levels", "2031年，新能源汽车产销分别完成3.2万辆和3.4万辆。", "3.4万辆", "level", "新能源汽车销量"},
		{"changes behind levels", "2031年，汽车产销分别达到3.2万辆和3.4万辆，同比增长5.1%和7.3%。", "5.1%", "growth", "汽车产量"},
		{"the second of those", "2031年，汽车产销分别达到3.2万辆和3.4万辆，同比增长5.1%和7.3%。", "7.3%", "growth", "汽车销量"},
		{"what they have changed to", "2031年，存贷款余额从126亿元和97亿元分别提高到203亿元和188亿元。", "203亿元", "level", "存款余额"},
		{"one figure is of both", "2031年，城乡居民人均可支配收入增长5.1%。", "5.1%", "growth", "城乡居民人均可支配收入"},
		{"figures of two kinds", "2031年，城乡居民人均可支配收入3.1万元、5.1%。", "3.1万元", "level", "城乡居民人均可支配收入"},
		{"a change right behind another", "2031年，茶农补贴分别提高5.1%、7.3%。", "7.3%", "growth", "茶农补贴"},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := find(t, read(t, c.text, Options{}), c.quote)
			assert.Equal(t, c.measure, f.Measure)
			assert.Equal(t, c.indicator, f.Indicator)
		})
	}
}

func TestShares(t *testing.T) {
	for _, c := range []struct{ name, text, quote, measure, indicator, id string }{
		{"of what is known", "2031年，民间投资占比由31%提高到34%。", "31%", "share", "民间投资", "investment.private"},
		{"what it has changed to", "2031年，民间投资占比由31%提高到34%。", "34%", "share", "民间投资", "investment.private"},
		{"of the head before", "2031年，民间投资达到52亿元，占比由31%提高到34%。", "34%", "share", "民间投资", "investment.private"},
		{"a rate that is one by itself", "2031年，优良天数比例由31%提高到34%。", "34%", "level", "优良天数比例", "env.air.good-ratio"},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := find(t, read(t, c.text, Options{}), c.quote)
			assert.Equal(t, c.measure, f.Measure)
			assert.Equal(t, c.indicator, f.Indicator)
			assert.Equal(t, c.id, f.IndicatorID)
		})
	}
}

func TestAPairOfNothing(t *testing.T) {
	_, err := link.NewPairs([][]string{{"城乡", "城镇", ""}})
	assert.EqualError(t, err, "城乡 is a pair of nothing, wanted the two things that it names")
}

func TestWhatTheLastOfAListLends(t *testing.T) {
	for _, c := range []struct {
		name, text, quote string
		want              []string
	}{
		{"the end that makes a known indicator", "2031年，养老、医疗保险参保率均达95%。", "95%", []string{"养老保险参保率", "医疗保险参保率"}},
		{"of a numeral", "2031年，第一、第三产业增加值分别增长3.1%、5.1%。", "3.1%", []string{"第一产业增加值"}},
		{"not the last once more", "2031年，工业、制造业、工业技改投资分别增长9.4%、13.3%、6.1%。", "9.4%", []string{"工业投资"}},
		{"a list of others keeps its common noun", "2031年，棠川茶饮、云湖豆腐产值均达95亿元。", "95亿元", []string{"棠川茶饮产值", "云湖豆腐产值"}},
		{"one indicator with a joining word", "2031年，文化及相关产业增加值居全国第六。", "第六", []string{"文化及相关产业增加值"}},
		{"two with a list mark", "2031年，存、贷款余额均居全国第六。", "第六", []string{"存款余额", "贷款余额"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, f := range read(t, c.text, Options{}).Facts {
				if f.Text == c.quote {
					got = append(got, f.Indicator)
				}
			}
			assert.Equal(t, c.want, got)
		})
	}
}
