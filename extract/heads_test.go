package extract

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// What a list shares, and what is said of each of its members.
func TestHeads(t *testing.T) {
	for _, c := range []struct{ text, quote, indicator string }{
		{"2023年，道路、管网、泵站分别新建15公里、8公里、3座。", "8公里", "新建管网"},
		{"2023年，对甲国、乙国、丙国分别出口1.35亿元、1.31亿元、1.18亿元。", "1.31亿元", "对乙国出口"},
		{"2023年，新建学校、医院、公园各2所。", "2所", "新建学校"},
		{"2023年，高中阶段和高等教育毛入学率分别达到98.5%、64.3%。", "98.5%", "高中阶段毛入学率"},
		{"2023年，游客人次、总花费增长5.6%、7.5%。", "7.5%", "总花费"},
		{"2023年，青屿和美乡村建成率达到80%。", "80%", "青屿和美乡村建成率"},
		{"2023年，物流总费用与生产总值的比率降至13%。", "13%", "物流总费用与生产总值的比率"},
		{"2023年，65岁及以上老年人服务率达到40%以上。", "40%以上", "65岁及以上老年人服务率"},
		{"2023年，重大项目开工390个、竣工437个。", "437个", "竣工重大项目"},
		{"2023年，培育3个万亿级产业集群。", "3个", "培育万亿级产业集群"},
		{"2023年，新设2个青屿学院。", "2个", "新设青屿学院"},
		{"2023年，有效应对50个热带气旋。", "50个", "应对热带气旋"},
		{"2023年，建成住房28万套（间），绿道12条。", "28万套", "建成住房"},
		{"2023年，展出230件（套）文物。", "230件", "展出文物"},
		{"2023年，培训40万人次（牵头单位：青屿办公室）。", "40万人次", "培训"},
		{"2023年，来自85个国家的客商参会。", "85个", "国家"},
		{"2023年，调度平台上有5个圆孔。", "5个", "圆孔"},
		{"2023年，高新技术企业数从4.9万家增加到33万家。", "33万家", "高新技术企业数"},
		{"2023年，生产总值达到520亿元、稳居全市前三强、增长4.8%。", "4.8%", "生产总值"},
		{"2023年，生产总值按增长5%安排。", "5%", "生产总值"},
	} {
		assert.Equal(t, c.indicator, find(t, read(t, c.text, Options{}), c.quote).Indicator, c.text)
	}
	f := find(t, read(t, "2023年，为企业减负25亿元。", Options{}), "25亿元")
	assert.Equal(t, "2500000000", string(f.Value))
	f = find(t, read(t, "2023年，公用经费和一般性支出分别压减11%、19%。", Options{}), "19%")
	assert.Equal(t, []string{"growth", "-19", "一般性支出"}, []string{f.Measure, string(f.Value), f.Indicator})
}

// Lists of changes behind what they change, with and without 分别.
func TestListsOfChanges(t *testing.T) {
	for _, c := range []struct{ text, quote, indicator string }{
		{"2023年，税收占比达77.4%；城乡居民收入分别达6.9万元、3.4万元，增长4.2%、5.3%。", "5.3%", "农村居民收入"},
		{"2023年，接待游客412万人次，旅游收入35.6亿元，增长42%、48%。", "42%", "接待游客"},
		{"2023年，接待游客412万人次，旅游收入35.6亿元，增长42%、48%。", "48%", "旅游收入"},
		{"2023年，产值连年保持10%以上增长。", "10%以上", "产值"},
		{"2023年，接待游客、经营收入均保持12%增长。", "12%", "接待游客"},
		{"2023年，汽车产销量分别完成19万辆和18万辆，分别增长5.9%和7.6%。", "7.6%", "汽车销量"},
	} {
		f := find(t, read(t, c.text, Options{}), c.quote)
		assert.Equal(t, []string{"growth", c.indicator}, []string{f.Measure, f.Indicator}, c.text)
	}
	assert.Equal(t, "expected", find(t, read(t, "2023年，预计实现产值3亿元；完成投资1亿元。", Options{}), "1亿元").Status)
	assert.Equal(t, "粮食产量", find(t, read(t, "2023年，粮食产量连续八年稳定在4.5亿斤以上。", Options{}), "4.5亿斤以上").Indicator)
	assert.Equal(t, "青屿家电有限公司", find(t, read(t, "青屿家电有限公司负责人说，公司3条生产线运转。", Options{}), "3条").Subject)
	assert.Equal(t, "2032", find(t, read(t, "青屿年鉴2033\n\n全年完成产值6亿元。", Options{}), "6亿元").Period)
	assert.Empty(t, read(t, "2023年，县医院通过三级医院评审。", Options{}).Facts[1:])
	assert.Equal(t, "企业复工率", find(t, read(t, "2023年，企业率先100%复工、90%达产。", Options{}), "100%").Indicator)
	assert.Equal(t, "特困人员集中供养率", find(t, read(t, "2023年，特困人员100%集中供养。", Options{}), "100%").Indicator)
}
