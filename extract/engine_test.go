package extract

import (
	"encoding/json"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/qushu/qushu/extract/fact"
	"github.com/qushu/qushu/rules"
)

// builtin is the engine of the built-in rules, loaded once for all tests.
var builtin = sync.OnceValues(func() (*Engine, error) {
	set, err := rules.Default()
	if err != nil {
		return nil, err
	}
	return New(set)
})

func read(t testing.TB, text string, o Options) Result {
	t.Helper()
	e, err := builtin()
	require.NoError(t, err)
	r, err := e.Bytes("文件.txt", []byte(text), o)
	require.NoError(t, err)
	return r
}

// find is the first fact whose mention reads text.
func find(t testing.TB, r Result, text string) fact.Fact {
	t.Helper()
	for _, f := range r.Facts {
		if f.Text == text && f.Measure != "" {
			return f
		}
	}
	require.Failf(t, "no fact", "for %q", text)
	return fact.Fact{}
}

const report = `岚州市青屿区2024年政府工作报告
——2024年1月16日在青屿区第四届人民代表大会第三次会议上

一、2023年工作回顾

全区实现地区生产总值952.6亿元，增长5.8%，总量居全市第二，增速高于全市平均0.6个百分点。一般公共预算收入55.1亿元、税收收入41.3亿元，总量均居全市第三。

二、2024年工作安排

今年发展的主要预期目标是：地区生产总值增长6%左右，新增就业1.2万人以上。
`

func TestReport(t *testing.T) {
	r := read(t, report, Options{})
	for _, c := range []struct{ text, measure, indicator, value, period, status string }{
		{"952.6亿元", "level", "地区生产总值", "95260000000", "2023", "actual"},
		{"5.8%", "growth", "地区生产总值", "5.8", "2023", "actual"},
		{"第二", "rank", "地区生产总值总量", "2", "2023", "actual"},
		{"0.6个百分点", "difference", "地区生产总值增速", "0.6", "2023", "actual"},
		{"第三", "rank", "一般公共预算收入总量", "3", "2023", "actual"},
		{"6%左右", "growth", "地区生产总值", "6", "2024", "target"},
		{"1.2万人以上", "level", "新增就业", "12000", "2024", "target"},
	} {
		f := find(t, r, c.text)
		require.Equal(t, c.measure, f.Measure, c.text)
		require.Equal(t, c.indicator, f.Indicator, c.text)
		require.Equal(t, c.value, string(f.Value), c.text)
		require.Equal(t, c.period, f.Period, c.text)
		require.Equal(t, c.status, f.Status, c.text)
		require.Equal(t, "岚州市青屿区", f.Area, c.text)
	}
}

func TestOneRankOfTwoIndicatorsIsTwoFacts(t *testing.T) {
	n := 0
	for _, f := range read(t, report, Options{}).Facts {
		if f.Text == "第三" {
			n++
		}
	}
	require.Equal(t, 2, n)
}

func TestOffsetsAreTrue(t *testing.T) {
	r := read(t, report, Options{})
	require.NotEmpty(t, r.Facts)
	for _, f := range r.Facts {
		require.Equal(t, f.Text, report[f.Span.Start:f.Span.End])
	}
	for _, l := range r.Ledger {
		require.Equal(t, l.Text, report[l.Span.Start:l.Span.End])
	}
}

func TestSameBytesSameFacts(t *testing.T) {
	one, err := json.Marshal(read(t, report, Options{}))
	require.NoError(t, err)
	two, err := json.Marshal(read(t, report, Options{}))
	require.NoError(t, err)
	require.Equal(t, string(one), string(two))
}

func TestBaseUnitIsExact(t *testing.T) {
	f := find(t, read(t, "青屿区完成造林3亩。\n", Options{}), "3亩")
	require.Equal(t, "2000", string(f.Base.Value))
	require.Equal(t, "m2", f.Base.Unit)
}

func TestOptionsSettleWhatTheTextLeavesOpen(t *testing.T) {
	f := find(t, read(t, "今年以来新增贷款86亿元。\n", Options{Published: "2023-05-20", Area: "浙江省"}), "86亿元")
	require.Equal(t, "2023-01/2023-05", f.Period)
	require.Equal(t, "浙江省", f.Area)
	require.Equal(t, "330000", f.AreaCode)
}

func TestEveryNumeralIsAccountedFor(t *testing.T) {
	text := "编号360的西部总部落户，第三届大会开幕，四川、五一路，一方面增长3%，７个项目，其余约莫。\n"
	r := read(t, text, Options{})
	covered := make([]bool, len(text))
	mark := func(a, b int) {
		for i := a; i < b; i++ {
			covered[i] = true
		}
	}
	for _, f := range r.Facts {
		mark(f.Span.Start, f.Span.End)
	}
	for _, l := range r.Ledger {
		mark(l.Span.Start, l.Span.End)
	}
	for i, x := range text {
		if strings.ContainsRune("0123456789７一三四五", x) {
			require.True(t, covered[i], "%q at byte %d", x, i)
		}
	}
}

func FuzzBytes(f *testing.F) {
	f.Add([]byte(report))
	f.Add([]byte("<html><body><p>增长<b>3</b>%</p></body></html>"))
	f.Add([]byte("由8万元增至9万元（其中3万），分别为1、2和3个%%"))
	f.Fuzz(func(t *testing.T, data []byte) {
		e, err := builtin()
		require.NoError(t, err)
		r, err := e.Bytes("x.txt", data, Options{})
		if err != nil {
			return
		}
		for _, x := range r.Facts {
			require.LessOrEqual(t, x.Span.Start, x.Span.End)
			require.LessOrEqual(t, x.Span.End, len(data))
			require.True(t, json.Valid(x.Value))
		}
	})
}
