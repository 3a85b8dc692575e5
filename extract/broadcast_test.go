package extract

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// A text about no area of its own speaks of one place after another.
func TestWhereabouts(t *testing.T) {
	for _, c := range []struct{ text, quote, area string }{
		{"2023年，河北冬小麦播种面积超过3000万亩，进度超过98%。", "98%", "河北省"},
		{"2023年，重庆实现地区生产总值2800亿元。", "2800亿元", "重庆市"},
		{"2023年，河北播种小麦3000万亩。累计灌溉800万亩。", "800万亩", "河北省"},
		{"2023年，河北播种小麦3000万亩，河南4000万亩。", "4000万亩", "河南省"},
		{"2023年，河南全省小麦面积8500万亩，郑州市100万亩。", "100万亩", "河南省郑州市"},
		{"2023年，我国进出口18万亿元。", "18万亿元", "中国"},
		{"2023年，河北播种小麦3000万亩，全国播种小麦3.3亿亩。", "3.3亿亩", "中国"},
		{"2023年，德国失业率为5.7%，新增就业15万人。", "15万人", "德国"},
		{"截至北京时间2023年5月1日，会场接待观众300人。", "300人", ""},
		{"2023年，北京证券交易所上市公司达288家。", "288家", ""},
		{"2023年，宁波舟山港吞吐量达12亿吨。", "12亿吨", "浙江省宁波市"},
		{"2023年，河北接待游客3亿人次，国内游客2.9亿人次。", "2.9亿人次", "河北省"},
		{"江苏省2023年工作总结\n\n河北对口帮扶企业12家，增长5%。", "5%", "江苏省"},
	} {
		assert.Equal(t, c.area, find(t, read(t, c.text, Options{}), c.quote).Area, c.text)
	}
}

// What befalls people who are counted is what the figure says of them.
func TestBefallen(t *testing.T) {
	for _, c := range []struct{ text, quote, indicator string }{
		{"2023年5月1日，事故造成3人死亡、5人受伤。", "3人", "死亡"},
		{"2023年5月1日，事故造成3人死亡、5人受伤。", "5人", "受伤"},
		{"2023年5月1日，暴雨来袭 15人受伤 救援继续", "15人", "受伤"},
		{"2023年，2人获评劳动模范。", "2人", "获评劳动模范"},
		{"2023年，居民12人受伤。", "12人", "受伤居民"},
		{"2023年，常住人口300万人，城镇化率70%。", "300万人", "常住人口"},
	} {
		assert.Equal(t, c.indicator, find(t, read(t, c.text, Options{}), c.quote).Indicator, c.text)
	}
}

// What is told on a day is of its year, whatever years are named oftener.
func TestYearOfBroadcast(t *testing.T) {
	r := read(t, "青屿新闻（20220730）\n\n2021年，青屿区进出口6亿元。2021年，新增企业12家。\n\n7月30日，游客达3万人次。", Options{})
	assert.Equal(t, "2022-07-30", find(t, r, "3万人次").Period)

	r = read(t, "新闻播报（20220730）\n\n北京市新增企业12家。北京市、北京市都好。\n\n游客达3万人次。", Options{})
	assert.Equal(t, "", find(t, r, "3万人次").Area, "a broadcast is about no place of its own")
}

// A port may be named for two areas.
func TestBodyOfTwoAreas(t *testing.T) {
	assert.Equal(t, "宁波舟山港", find(t, read(t, "2023年，宁波舟山港吞吐量达12亿吨。", Options{}), "12亿吨").Subject)
}
