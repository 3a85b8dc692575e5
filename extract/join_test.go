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
