package extract

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestDerivationOfValues(t *testing.T) {
	e, err := builtin()
	require.NoError(t, err)
	for _, c := range []struct{ text, want string }{
		{"税收221.3亿元。", "221.3 × 亿(10^8) 元 → 22130000000 CNY"},
		{"生产总值1.2万亿元。", "1.2 × 万亿(10^12) 元 → 1200000000000 CNY"},
		{"入驻率达七成。", "七 × 成(10 %) → 70 %"},
		{"耕地3亩。", "3 亩 → 3 亩 = 2000 m2"},
		{"税收下降3.5%。", "3.5 % → 3.5 %, counted down by growth.fall → -3.5 %"},
		{"气压为3百帕。", "3 百帕 → 3 hPa = 300 Pa"},
		{"学校3至5所。", "“3至5所” → [3,5] 所"},
		{"税收3亿5600万元。", "“3亿5600万元” → 356000000 CNY"},
		{"税收居全市第2位。", "“第2位” → 2"},
	} {
		x := e.Explain(c.text, Options{Year: 2031})
		require.Len(t, x, 1, c.text)
		require.NotEmpty(t, x[0].Facts, c.text)
		assert.Equal(t, c.want, x[0].Facts[0].Value)
	}
}

func TestDerivationOfPeriods(t *testing.T) {
	e, err := builtin()
	require.NoError(t, err)
	x, err := e.ExplainBytes("报告.txt", []byte("云泽省2031年工作报告\n\n一、2029年回顾\n\n税收3.5亿元。上半年，粮食产量3万吨，增长4%。棉花产量2万吨。\n"), Options{})
	require.NoError(t, err)
	var got []string
	for _, s := range x {
		for _, f := range s.Facts {
			if f.Fact.Measure != "" {
				got = append(got, f.Period)
			}
		}
	}
	assert.Equal(t, []string{
		"“一、2029年回顾” in the heading of its section → 2029",
		"“上半年” earlier in its sentence → 2029-01/2029-06",
		"“上半年” earlier in its sentence → 2029-01/2029-06",
		"“上半年” at the opening of its paragraph → 2029-01/2029-06",
	}, got)
	x = e.Explain("去年税收3亿元。", Options{Published: "2031-05-06"})
	assert.Equal(t, "“去年” in its clause, the text being of 2031 → 2030", x[0].Facts[1].Period)
}
