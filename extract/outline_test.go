package extract

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// plan is a report whose parts have headings without a number, with numbered ones below.
const plan = `岚州市青屿区政府工作报告
——2031年1月16日在青屿区第四届人民代表大会第三次会议上

各位代表：

“十五五”时期工作回顾

2030年，全区一般公共预算收入55.1亿元。

一是产业升级。全区数字经济产值达到61亿元。

“十六五”时期主要目标和2031年重点工作

“十六五”时期，力争城镇化率达到83%。

（一）扩大有效需求

全区一般公共预算收入达到58亿元。

（二）建设现代产业体系

一是壮大主导产业。规上工业企业达到312家。

二是培育新兴产业。数字经济产值达到72亿元。

2031年民生实事

1.改造老旧小区35个。

2.新增停车位4200个。
`

func TestHeadingsAboveAnOutline(t *testing.T) {
	r := read(t, plan, Options{})
	for _, c := range []struct{ text, period, status string }{
		{"55.1亿元", "2030", "actual"},
		{"61亿元", "2026/2030", "actual"},
		{"83%", "2031/2035", "target"},
		{"58亿元", "2031", "target"},
		{"312家", "2031", "target"},
		{"72亿元", "2031", "target"},
		{"35个", "2031", "target"},
		{"4200个", "2031", "target"},
	} {
		f := find(t, r, c.text)
		assert.Equal(t, c.period+" "+c.status, f.Period+" "+f.Status, c.text)
	}
}
