package extract

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

// FuzzTableFacts reads texts with tables: no panic, and every fact and line of the ledger
// quotes the bytes that it points to.
func FuzzTableFacts(f *testing.F) {
	for _, s := range []string{
		"青屿区2031年主要指标\n\n指标\t单位\t2030年\t比上年增长（%）\n税收\t亿元\t21.4\t-2.5\n　其中：增值税\t亿元\t9\t…\n",
		"指标｜数值（亿元）｜占全市比重（%）｜位次\n网络零售额｜81.2｜18.6｜第2位\n", "单位：万人、%\n地区 年末人口 增减\n全市 93.2 0.1\n青屿区 41.0 +2\n",
		"指标 单位 一季度 上半年 税收 亿元 1 2 投资 亿元 3 4\n", "年份\n税收（元/人）\n2029年\n12\n2030年\n14\n2031年\n15\n", "|甲|2031年目标|完成情况|\n|-|-|-|\n|就业|2万人以上|2.1万人，完成目标。|\n",
	} {
		f.Add(s)
	}
	e, err := builtin()
	require.NoError(f, err)
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) || strings.ContainsAny(text, "<\x00") {
			return // other encodings and markup have their own tests, and NUL is read as a space
		}
		r, err := e.Bytes("a.txt", []byte(text), Options{})
		if err != nil || r.Summary.Encoding != "utf-8" || r.Summary.Format != "text" || strings.HasPrefix(text, "\uFEFF") {
			return
		}
		for _, x := range r.Facts {
			require.True(t, 0 <= x.Span.Start && x.Span.Start < x.Span.End && x.Span.End <= len(text), "%+v", x)
			if strings.HasPrefix(x.Rule, "table.") {
				require.Equal(t, x.Text, text[x.Span.Start:x.Span.End])
				require.True(t, x.Sentence.Span.Contains(x.Span))
			}
		}
		for _, x := range r.Ledger {
			require.True(t, 0 <= x.Span.Start && x.Span.Start < x.Span.End && x.Span.End <= len(text), "%+v", x)
		}
	})
}
