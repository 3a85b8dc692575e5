package extract

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// A report's look back turns from the five years to the last one and back; what is told
// below, subsections too, is of the time turned to.
func TestLookBackTurns(t *testing.T) {
	r := read(t, `2026年云湖省政府工作报告

——2026年1月27日在云湖省第十四届人民代表大会上

一、“十四五”时期和2025年工作回顾

“十四五”时期是云湖发展极不平凡的五年。新建学校101所。

建成公路102公里。2025年，地区生产总值达1.03万亿元。

改造小区104个。

各位代表，刚刚过去的2025年，我们攻坚克难。新建医院105家。

（一）经济稳中有进。出口增长10.6%。

近十年，我们种树107万亩。

新增企业108家。

五年来，我们改善民生。新增岗位109万个。

二、2026年重点工作

新建水库110座。
`, Options{})
	for quote, want := range map[string]string{
		"101所": "2021/2025", "102公里": "2021/2025", "1.03万亿元": "2025", "104个": "2021/2025", "105家": "2025", "10.6%": "2025",
		"107万亩": "2016/2025", "108家": "2025", "109万个": "2021/2025", "110座": "2026",
	} {
		assert.Equal(t, want, find(t, r, quote).Period, quote)
	}
}
