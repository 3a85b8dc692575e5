package corpus

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/qushu/qushu/corpus/variant"
)

func readPDFBytes(t testing.TB, data []byte) *Document {
	d, err := Read("a.pdf", data, pageWords())
	require.NoError(t, err)
	checkDocument(t, d)
	assert.Equal(t, "pdf", d.Source.Format)
	return d
}

func TestPDFParagraphs(t *testing.T) {
	text := "云溪县2031年经济运行情况\n" + strings.Repeat(plainHan, 8)
	d := readPDFBytes(t, variant.PDF(text))
	assert.Contains(t, d.Clean(), "云溪县去年完成固定资产投资35.6亿元，同比增长8.2%，增速居全市第二位。\n新增企业120家，其中规模以上工业企业12家。\n")
	assert.NotContains(t, d.Clean(), "—", "page numbers")
	at := strings.Index(string(d.Source.Data), "云溪县去年")
	assert.Regexp(t, `^page 1, box 94\.0 \d+\.\d \d+\.\d \d+\.\d$`, d.Locator(at))
}

func TestPDFColumns(t *testing.T) {
	left := []string{"云溪县去年完成固定资产投资", "三十五亿元，同比增长百分之", "八，增速居全市第二位。"}
	right := []string{"岚州市去年的税收增长很快，", "全年达到二十亿元，其中企业", "税收占一半以上。"}
	d := readPDFBytes(t, variant.PDFColumns(left, right))
	got := strings.ReplaceAll(d.Clean(), "\n", "")
	assert.Equal(t, strings.Join(left, "")+strings.Join(right, ""), got)
}

func TestPDFTable(t *testing.T) {
	d := readPDFBytes(t, variant.PDFTable([][]string{{"指标", "单位", "2031年"}, {"生产总值", "亿元", "386.5"}, {"税收", "亿元", "41.2"}}))
	assert.Contains(t, roles(d), "table|生产总值\t亿元\t386.5")
	at := strings.Index(string(d.Source.Data), "386.5")
	assert.Contains(t, d.Locator(at), "page 1, box 373.3")
}

func TestBrokenPDF(t *testing.T) {
	data := variant.PDF("云溪县")
	for _, cut := range []int{9, len(data) / 3, len(data) / 2} {
		_, err := Read("a.pdf", data[:cut], Words{})
		assert.Error(t, err)
	}
	_, err := Read("a.pdf", []byte("%PDF-1.7"), Words{})
	assert.ErrorContains(t, err, "is a broken PDF")
	readPDFBytes(t, data)
}
