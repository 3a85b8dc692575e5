package extract

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// What a source is quoted for has the time it opens with; a record and a figure that
// another is held against have times of their own.
func TestTimesInNews(t *testing.T) {
	for _, c := range []struct{ text, quote, period string }{
		{"青屿统计局的数据显示，2月物价同比上涨2.6%。失业率6.4%。", "6.4%", "2024-02"},
		{"青屿海关表示，力争到2027年出口达到30亿元。进口额为8亿元。", "8亿元", "2024"},
		{"2月，物价同比上涨2.6%，低于1月的2.8%，失业率降至6.4%。", "6.4%", "2024-02"},
		{"2月，物价同比上涨2.6%，低于1月的2.8%。", "2.8%", "2024-01"},
		{"去年成交9600宗，为9年来新高，印花税收入12亿元。", "12亿元", "2023"},
		{"头两个月，出口额达到8亿元。", "8亿元", "2024-01/2024-02"},
	} {
		f := find(t, read(t, c.text, Options{Published: "2024-03-11"}), c.quote)
		assert.Equal(t, c.period, string(f.Period), c.text)
	}
}

// The number of a point is no place among others.
func TestPointNumbers(t *testing.T) {
	for _, text := range []string{"第一，健全制度体系。", "要注意几个问题：第一，加强设计；第二，突出位置。"} {
		for _, f := range read(t, text, Options{Year: 2024}).Facts {
			assert.NotEqual(t, "rank", f.Measure, text)
		}
	}
}

// 将 before a noun says what is done with it; before a verb or how it is done, what is
// to come.
func TestDisposal(t *testing.T) {
	for text, status := range map[string]string{
		"2023年，机器人将发电量提升12%。": "actual",
		"2023年，全市将新建学校12所。":   "target",
		"2023年，全市将重点建设12所学校。": "target",
	} {
		fs := read(t, text, Options{Year: 2023}).Facts
		assert.Equal(t, status, string(fs[len(fs)-1].Status), text)
	}
}
