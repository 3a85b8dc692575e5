package extract

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

const joinedNotices = `原标题：公告精选：云帆科技再度中标；青屿股份：上半年净利预增55%
云帆科技：再度中标垃圾处理项目；青屿股份：上半年净利预增55%。

----

原标题：岚光装备拟回购股份
岚光装备2033年7月26日发布公告称，公司股价近三个月下跌21.06%（以2033年7月25日计）。
公司自2030年12月29日上市以来共回购过3次。近三个月来行业指数下跌8.47%。

----

远岸集团发布2034年一季度报告，第一季度净亏损497.46亿美元。
公司去年同期净利润216.61亿美元。
`

// A page that joins several notices: each has a year of its own, and one that names none
// is of no year that anyone can tell.
func TestJoinedNotices(t *testing.T) {
	r := read(t, joinedNotices, Options{})
	for quote, period := range map[string]string{
		"55%":       "",
		"8.47%":     "2033-05/2033-07",
		"497.46亿美元": "2034-01/2034-03",
		"216.61亿美元": "2033-01/2033-03",
	} {
		assert.Equal(t, period, find(t, r, quote).Period, quote)
	}
}

// A text whose title does not say that it is a notice shows it by its words.
func TestNoticeByItsWords(t *testing.T) {
	r := read(t, `云帆新材：2032年净利润3.45亿元 同比增长28.6%

云帆新材(300999)4月26日晚间发布2032年年度报告。报告期内，公司实现营业收入42.8亿元；归属于上市公司股东的净利润3.45亿元；基本每股收益0.86元。

公司控股股东远岸集团持有公司股份1.26亿股，计划通过集中竞价方式减持不超过800万股，即不超过公司总股本的2%。
`, Options{})
	assert.Equal(t, "云帆新材", find(t, r, "28.6%").Subject)
	assert.Equal(t, "2032", find(t, r, "42.8亿元").Period)
	assert.Contains(t, valuesOf(r, "4月26日"), `"2033-04-26"`, "it comes in the year after")
	assert.Equal(t, "远岸集团", find(t, r, "1.26亿股").Subject)
	f := find(t, r, "2%")
	assert.Equal(t, []string{"share", "公司总股本", "at_most"}, []string{f.Measure, f.Scope, f.Bound})
}

// valuesOf are the values of what reads text, times too.
func valuesOf(r Result, text string) (values []string) {
	for _, f := range r.Facts {
		if f.Text == text {
			values = append(values, string(f.Value))
		}
	}
	return values
}
