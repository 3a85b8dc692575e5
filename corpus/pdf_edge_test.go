package corpus

import (
	"fmt"
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/qushu/qushu/corpus/variant"
)

func TestHeadsAndFeetOfPagesAreFurniture(t *testing.T) {
	var lines []variant.PDFLine
	put := func(page int, x, y float64, s string) {
		lines = append(lines, variant.PDFLine{Page: page, X: x, Y: y, Text: s})
	}
	for page := range 2 {
		put(page, 70, 800, "云溪县年鉴")
		put(page, 280, 30, fmt.Sprint(page+17))
		put(page, 70, 760, fmt.Sprintf("青石镇完成投资3%d亿元，增长8%%，居全市第二位。", page))
		put(page, 70, 60, "合计投资67亿元")
	}
	d, err := Read("a.pdf", variant.PDFLines(lines), pageWords())
	require.NoError(t, err)
	checkDocument(t, d)
	assert.Equal(t, "青石镇完成投资30亿元，增长8%，居全市第二位。\n合计投资67亿元\n青石镇完成投资31亿元，增长8%，居全市第二位。\n合计投资67亿元\n", d.Clean())
	assert.Contains(t, roles(d), "nav|云溪县年鉴")
	assert.Contains(t, roles(d), "nav|18")

	d, err = Read("a.pdf", variant.PDFLines(lines[:4]), pageWords())
	require.NoError(t, err)
	assert.Contains(t, d.Clean(), "云溪县年鉴", "one page repeats nothing")
}

// TestTwoColumnsOfAReport reads a report that another program has set: two ragged columns
// that hold tables and do not stand on the same lines, and a font that is not embedded.
func TestTwoColumnsOfAReport(t *testing.T) {
	data, err := os.ReadFile("testdata/two-columns.pdf")
	require.NoError(t, err)
	d, err := Read("two-columns.pdf", data, pageWords())
	require.NoError(t, err)
	checkDocument(t, d)
	text := d.Clean()
	for _, paragraph := range []string{
		"初步核算，全年全县实现地区生产总值356.4亿元，按可比价格计算，比上年增长6.1%。其中，第一产业增加值42.7亿元，增长3.2%；第二产业增加值145.0亿元，增长7.8%；第三产业增加值168.7亿元，增长5.6%。三次产业结构为12.0∶40.7∶47.3。",
		"二、农业",
		"全年粮食种植面积31.5万亩，比上年增加0.4万亩；粮食总产量12.3万吨，增长2.1%。茶园面积8.9万亩，茶叶产量0.62万吨，增长4.4%。年末生猪存栏15.2万头，出栏23.6万头，分别增长1.9%和3.3%。",
		"规模以上工业企业利润总额\t亿元\t21.3\t10.5",
		"全年新开工项目126个，其中投资上亿元的项目34个；竣工投产项目98个，累计完成投资57.8亿元。",
	} {
		assert.Contains(t, text, "\n"+paragraph+"\n")
	}
	assert.NotContains(t, text, "\n云溪县统计公报\n")
}
