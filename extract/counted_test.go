package extract

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// What a count names: the noun behind it with what is said of it, the action before it,
// and never the examples, sizes and quotations around it.
func TestCounted(t *testing.T) {
	for _, c := range []struct{ text, quote, indicator string }{
		{"青屿路、云帆路等13条城市道路全面完工。", "13条", "城市道路完工"},
		{"150名机关干部作为驻企指导员。", "150名", "机关干部"},
		{"2名学生获科技创新奖、1名校长入选名校长培训计划。", "1名", "校长入选名校长培训计划"},
		{"岚光区、云帆港两大园区双双入选试点名单。", "两大", "园区"},
		{"两家企业市值均超千亿元。", "两家", "企业"},
		{"4个断面水质达标率100%。", "100%", "断面水质达标率"},
		{"双方就教育、医疗两个领域达成合作意向。", "两个", "达成合作意向领域"},
		{"归纳出7个方面的抓手。", "7个", "归纳出抓手"},
		{"涉及临江的14件民生实事。", "14件", "民生实事"},
		{"形成“容缺受理”机制等10个创新案例。", "10个", "创新案例"},
		{"推进管网建设和东岸等6大片区雨污分流整治。", "6大", "推进片区雨污分流整治"},
		{"智慧政务覆盖34个部门。", "34个", "智慧政务覆盖部门"},
		{"组织120家企业参展。", "120家", "组织企业参展"},
		{"吸引毕业生等重点群体入场应聘1.1万人次。", "1.1万人次", "重点群体入场应聘"},
		{"省长两次亲临临江视察。", "两次", "亲临临江视察"},
		{"实现洪峰过境“零伤亡”。", "零伤亡", "伤亡"},
		{"河湾岸线18公里步道全线贯通。", "18公里", "步道全线贯通"},
		{"推进东岸、西岸等14个750千伏电网工程。", "14个", "推进750千伏电网工程"},
		{"支持东岸、西岸等10个有条件的县发展。", "10个", "支持有条件县发展"},
		{"累计实现通办事项第一批69项、第二批51项。", "51项", "通办事项第二批"},
		{"招引落地项目150个、投资金额1000亿元。", "1000亿元", "投资金额"},
		{"新增公园127座，累计达到1100座。", "1100座", "公园"},
		{"公司拟17.6万元回购股份并注销。", "17.6万元", "回购股份"},
		{"其中印花税升幅最大，收入达952亿元。", "952亿元", "印花税收入"},
		{"占税收大头的利得税，今年微跌1.5亿元至139亿元。", "139亿元", "利得税"},
		{"公司支付了17亿美元用于回购B股。", "17亿美元", "回购B股"},
	} {
		assert.Equal(t, c.indicator, find(t, read(t, c.text, Options{}), c.quote).Indicator, c.text)
	}
}

// Places and promises: the contest or the feat names a place, a quoted promise has no date.
func TestPlacesAndPromises(t *testing.T) {
	for _, c := range []struct{ text, quote, indicator, status, period string }{
		{"2033年，获得建筑节能及绿色建筑专项评比第一名。", "第一名", "获得建筑节能及绿色建筑专项评比", "actual", "2033"},
		{"2033年，临江区以全国第一的成绩获评“食品安全示范城市”。", "第一", "获评“食品安全示范城市”", "actual", "2033"},
		{"2033年11月，推动商圈面积、客流量“两个翻番”。", "翻番", "商圈面积", "target", "2033-11"},
	} {
		f := find(t, read(t, c.text, Options{}), c.quote)
		assert.Equal(t, []string{c.indicator, c.status, c.period}, []string{f.Indicator, f.Status, f.Period}, c.text)
	}
	r := read(t, "临江区2033年工作综述\n\n持续推动商圈面积、客流量“两个翻番”。\n", Options{})
	assert.Empty(t, find(t, r, "翻番").Period, "nobody says when")
}

// A subject holds over the clauses that go on with it and ends with the next; a body that
// is only quoted is none.
func TestSubjectsOverClauses(t *testing.T) {
	r := read(t, "临江区妇联与云湖市妇联全年开展交流活动3次；以主题活动为载体，培训骨干教师10名。", Options{})
	assert.Equal(t, "临江区妇联与云湖市妇联", find(t, r, "10名").Subject)
	r = read(t, "总规模200亿元的远航母基金、总投资50亿元的云帆西部总部落地。", Options{})
	assert.Equal(t, "远航母基金", find(t, r, "200亿元").Subject)
	assert.Equal(t, "云帆西部总部", find(t, r, "50亿元").Subject)
	r = read(t, "临江区统计局相关负责人表示，全年地区生产总值增长6.5%。", Options{})
	assert.Empty(t, find(t, r, "6.5%").Subject)
}
