package extract

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestAttributes(t *testing.T) {
	for _, c := range []struct {
		name, text, quote                               string
		indicator, period, subject, basis, scope, bound string
	}{
		{"holders of shares", "青屿股份公告\n\n青屿股份(300999.SZ)公布，控股股东之一林某某共持有公司股份6872万股，占公司总股本的7.4%。", "7.4%",
			"持有公司股份", "", "林某某", "", "公司总股本", "exact"},
		{"a word between a holder and the verb", "青屿股份公告\n\n青屿股份(300999.SZ)公布，控股股东林平所持有公司股份6872万股。", "6872万股",
			"持有公司股份", "", "林平", "", "", "exact"},
		{"a code of shares within their name", "2023年，基金持有总值99亿元的青屿股份(300999.SZ)股票。", "99亿元", "持有青屿股份股票总值", "2023", "", "", "", "exact"},
		{"a noun shared by the list before", "2023年，主要税种包括增值税、房产税、印花税，收入分别为12亿元、3亿元、1亿元。", "3亿元",
			"房产税收入", "2023", "", "", "", "exact"},
		{"a fiscal year", "云湖地區2031/32年度税收数字公布。今年税收达3286亿元。", "3286亿元",
			"税收", "2031-04/2032-03", "", "", "", "exact"},
		{"the rate of growth behind a growth", "2023年，工业增加值增长9.1%，较上年同期加快0.5个百分点。", "0.5个百分点",
			"工业增加值增速", "2023", "", "yoy", "", "exact"},
		{"a whole year for a part of one", "一季度，投资增长9.1%，比上年全年提高3.3个百分点。", "3.3个百分点",
			"投资增速", "2024-01/2024-03", "", "2023", "", "exact"},
		{"the end of the year before is the year before", "2023年末，常住人口61.8万人，比上年末增加0.9万人。", "0.9万人",
			"常住人口", "2023-12-31", "", "yoy", "", "exact"},
		{"the whole before 其中", "2023年，外贸进出口总额416亿元，其中出口288亿元，占比接近七成。", "接近七成",
			"出口", "2023", "", "", "外贸进出口总额", "nearly"},
		{"a limit on what is counted", "2023年，签约项目88个，其中5亿元以上12个。", "12个",
			"5亿元以上签约项目", "2023", "", "", "", "exact"},
		{"a promise for when something is done", "2023年3月18日，项目开工，达产后将实现产值147亿元。", "147亿元", "产值", "", "", "", "", "exact"},
		{"a label", "2023年债券情况\n\n票面利率：3.4%。", "3.4%", "票面利率", "2023", "", "", "", "exact"},
		{"a header with its unit", "2023年债券情况\n\n发行总额（亿元）：12.3", "12.3", "发行总额", "2023", "", "", "", "exact"},
		{"a verb of bounding", "2023年，研发投入超过30亿元。", "30亿元", "研发投入", "2023", "", "", "", "over"},
		{"a place held for years", "2023年，上线率连续三年位居全市前三。", "前三", "上线率", "2021/2023", "", "", "全市", "at_most"},
		{"a part of an investment", "2023年，固定资产投资增长5.8%。其中，第一产业增长3.1%，制造业增长4.2%。", "4.2%", "制造业投资", "2023", "", "yoy", "", "exact"},
		{"a branch in a view by branches", "2023年，规模以上工业增加值增长6.1%。分门类看，采矿业增长3.2%，制造业增长5.7%。", "5.7%", "制造业增加值", "2023", "", "yoy", "", "exact"},
		{"a good whose price the view names", "2023年物价情况\n\n从主要消费品价格看，衣着下降1.5%、居住上涨0.4%。", "0.4%", "居住价格", "2023", "", "yoy", "", "exact"},
		{"a good below an index of prices", "2023年，工业生产者出厂价格指数上涨2.4%，其中建材业上涨7.1%。", "7.1%", "建材业出厂价格", "2023", "", "yoy", "", "exact"},
		{"a part with a noun of its own", "2023年，固定资产投资增长5.8%。其中，工业用电量增长3.3%。", "3.3%", "工业用电量", "2023", "", "yoy", "", "exact"},
		{"wholes that differ lend nothing", "2023年，固定资产投资增长5.8%，规模以上工业增加值增长6.1%。其中，制造业增长4.2%。", "4.2%", "制造业", "2023", "", "yoy", "", "exact"},
		{"a fair of which the sentences after tell", "2023年5月12日，“春满青屿”专场招聘会在青屿广场举行。达成意向1593人。", "1593人", "达成意向", "2023-05-12", "春满青屿专场招聘会", "", "", "exact"},
		{"the next day ends what is told of a fair", "2023年5月12日，青屿花卉博览会在云湖公园开幕。5月20日，新建步道3公里。", "3公里", "新建步道", "2023-05-20", "", "", "", "exact"},
		{"a branch before what drives it", "2023年，装备制造业在整车带动下实现增加值9.5亿元。", "9.5亿元", "装备制造业增加值", "2023", "", "", "", "exact"},
		{"a step that a sum mounts", "2023年，地区生产总值增长3.5%，迈上1300亿元新台阶。", "1300亿元", "地区生产总值", "2023", "", "", "", "over"},
		{"a word that stands for the indicator", "2023年，研发投入85亿元。这一数字增长4.2%。", "4.2%", "研发投入", "2023", "", "yoy", "", "exact"},
		{"what shares are worth", "2023年，基金持有总值99亿元的青屿股份股票。", "99亿元", "持有青屿股份股票总值", "2023", "", "", "", "exact"},
		{"a step stood firm on", "2023年，粮食产量站稳1.4万亿斤大关。", "1.4万亿斤", "粮食产量", "2023", "", "", "", "over"},
		{"a time that no calendar names", "2023年，单位能耗较改造前下降12.5%。", "12.5%", "单位能耗", "2023", "", "yoy", "", "exact"},
		{"words that the segmenter joins", "2023年，单日客流最高达42万人次。", "42万人次", "单日客流", "2023", "", "", "", "exact"},
		{"an action on what is under way", "2023年，在建项目38个，竣工12个。", "12个", "竣工项目", "2023", "", "", "", "exact"},
		{"a grade whose noun the next figure names", "2023年，建成5个国家级、12个省级重点实验室。", "5个", "建成国家级重点实验室", "2023", "", "", "", "exact"},
		{"a unit that is no grade", "2023年，全市16个区、60个区属单位参加。", "16个", "区", "2023", "", "", "", "exact"},
		{"a rate said to be high", "2023年，设备国产化率已高达99%。", "99%", "设备国产化率", "2023", "", "", "", "exact"},
		{"two bodies that act together", "2023年，云湖妇联与青屿妇联全年举办培训12次。", "12次", "举办培训", "2023", "云湖妇联与青屿妇联", "", "", "exact"},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := find(t, read(t, c.text, Options{Year: map[bool]int{true: 2024}[c.period == "2024-01/2024-03"]}), c.quote)
			assert.Equal(t, c.indicator, f.Indicator, "indicator")
			assert.Equal(t, c.period, f.Period, "period")
			assert.Equal(t, c.subject, f.Subject, "subject")
			assert.Equal(t, c.basis, f.Basis, "basis")
			assert.Equal(t, c.scope, f.Scope, "scope")
			assert.Equal(t, c.bound, f.Bound, "bound")
		})
	}
}
