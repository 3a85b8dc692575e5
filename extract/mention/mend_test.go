package mention_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/qushu/qushu/extract/fact"
)

func TestDamagedNumbers(t *testing.T) {
	sc := scanner(t)
	for _, c := range []struct{ text, want string }{
		// letters for the digits they look like
		{"完成税收1O5亿元", "1O5亿元=money 10500000000 CNY ocr"},
		{"税收增长l5%", "l5%=percent 15 % ocr"},
		{"占比5O%", "5O%=percent 50 % ocr"},
		{"总额2l.3O亿元", "2l.3O亿元=money 2130000000 CNY ocr"},
		{"开发O2O平台3个", "O2=name; 3个=count 3 个"},
		{"净化水10l", "10l=measure 10 L"},
		{"财政收入82.6忆元", "82.6忆元=money 8260000000 CNY ocr"},
		{"面积82.6方", "82.6方=measure 82.6 m3"},
		// letters that belong nowhere
		{"社会投资3a5.2亿元", "3a5.2亿元=money 3520000000 CNY noise"},
		{"出口额1de2万美元", "1de2万美元=money 120000 USD noise"},
		{"面积5m2", "5m2=measure 5 m2"},
		{"采用4k60帧画面", "4=name; k60=name"},
		// signs that hide digits
		{"粮食销售3x5亿元", "3x5亿元=money 500000000 CNY masked"},
		{"出口3××5亿元", "3××5亿元=money 500000000 CNY masked"},
		{"出口1■5亿元", "1■5亿元=money 500000000 CNY masked"},
		{"收入□□5户", "□□5户=count 5 户 masked"},
		{"收入*5亿元", "*5亿元=money 500000000 CNY masked"},
		{"■5亿元投产", "5亿元=money 500000000 CNY"},
		{"  *5亿元投产", "5亿元=money 500000000 CNY"},
		{"收入**5亿元*", "5亿元=money 500000000 CNY"},
		{"改造2\uFFFD5户", "2\uFFFD5户=count 5 户 torn"},
		{"建成3座，改造\uFFFD5户", "3座=count 3 座; \uFFFD5户=count 5 户 torn"},
		{"进口1**亿元", "1=unresolved; 亿元=phrase"},
		{"装机2×66万千瓦", "2×66=name; 万千瓦=phrase"},
		{"提供7×24小时服务", "7×24=name"},
		// units that are lost
		{"新增企业14家、园区25家、高校2，环境更好", "14家=count 14 家; 25家=count 25 家; 2=count 2 家 lost_unit"},
		{"产值增长12.5，居全市前列", "12.5=percent 12.5 % lost_unit"},
		{"指数上升到12.5，居前列", "12.5=number 12.5"},
		{"新增企业14家，高校2，环境更好", "14家=count 14 家; 2=name"},
		{"成绩为3分25秒38夺得金牌", "3分=phrase; 25秒=duration 25 s; 38=name"},
	} {
		s := sentence(c.text)
		var got []string
		for _, m := range sc.Scan(s) {
			got = append(got, strings.Join(append([]string{show(c.text, m)}, m.Flags...), " "))
		}
		assert.Equal(t, c.want, strings.Join(got, "; "), c.text)
	}
}

func TestEveryFlagIsDocumented(t *testing.T) {
	seen := map[string]bool{}
	for _, f := range fact.Flags {
		assert.False(t, seen[f.Name], f.Name)
		assert.NotEmpty(t, f.Means, f.Name)
		seen[f.Name] = true
	}
	for _, name := range []string{fact.LostUnit, fact.Noise, fact.OCR, fact.Masked} {
		assert.True(t, seen[name], name)
	}
}
