package corpus

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"github.com/qushu/qushu/corpus/variant"
)

func TestDOCX(t *testing.T) {
	body := `<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>一、回顾</w:t></w:r></w:p>` +
		`<w:p><w:r><w:t>税收</w:t></w:r><w:del><w:r><w:t>九</w:t></w:r></w:del><w:r><w:rPr><w:vanish/></w:rPr><w:t>暗</w:t></w:r><w:r><w:t>35亿元，&amp;增长8%。</w:t></w:r></w:p>` +
		`<w:tbl><w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p><w:p><w:r><w:t>乙</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>3.5</w:t></w:r></w:p></w:tc></w:tr></w:tbl>`
	d, err := Read("a.docx", variant.Word(body), pageWords())
	require.NoError(t, err)
	checkDocument(t, d)
	assert.Equal(t, "docx", d.Source.Format)
	assert.Equal(t, []string{"heading|一、回顾", "body|税收35亿元，&增长8%。", "table|甲 乙\t3.5"}, roles(d))
	assert.Equal(t, "paragraph 2", d.Locator(strings.Index(string(d.Source.Data), "35亿元")))
	assert.Equal(t, "table 1, row 1, cell 2", d.Locator(strings.Index(string(d.Source.Data), "3.5")))
}

func TestDOCXThatMeansHarm(t *testing.T) {
	for body, want := range map[string]string{
		strings.Repeat("<w:x>", deep+2): "nests over",
		"<w:p>":                         "broken Word document",
	} {
		_, err := Read("a.docx", variant.Word(body), Words{})
		assert.ErrorContains(t, err, want)
	}
	_, err := Read("a.docx", variant.Raw("word/document.xml", `<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>`), Words{})
	assert.ErrorContains(t, err, "declares a document type")
}

func TestXLSX(t *testing.T) {
	f := excelize.NewFile()
	require.NoError(t, f.SetSheetName("Sheet1", "收入"))
	for at, v := range map[string]any{"A1": "云溪县收入", "A3": "指标", "B3": "亿元", "A4": "税收", "B4": 35.25} {
		require.NoError(t, f.SetCellValue("收入", at, v))
	}
	_, err := f.NewSheet("暗")
	require.NoError(t, err)
	require.NoError(t, f.SetCellValue("暗", "A1", "不见"))
	require.NoError(t, f.SetSheetVisible("暗", false))
	b, err := f.WriteToBuffer()
	require.NoError(t, err)
	d, err := Read("a.xlsx", b.Bytes(), pageWords())
	require.NoError(t, err)
	checkDocument(t, d)
	assert.Equal(t, "xlsx", d.Source.Format)
	assert.Contains(t, roles(d), "table|税收\t35.25")
	assert.NotContains(t, d.Text, "不见")
	assert.Equal(t, "sheet 收入, cell B4", d.Locator(strings.Index(string(d.Source.Data), "35.25")))
}

func TestJSONText(t *testing.T) {
	data := `{"title":"云溪县\u516c报","publish_time":"2031-02-03","content":"税收\n35\u4ebf元\ud83d\ude00，\"增长\"8%。"}`
	d, err := Read("a", []byte(data), pageWords())
	require.NoError(t, err)
	checkDocument(t, d)
	assert.Equal(t, "json", d.Source.Format)
	assert.Contains(t, d.Text, "35亿元😀，\"增长\"8%。")
	assert.Equal(t, "2031-02-03", d.Given.Published)
	assert.Equal(t, "云溪县公报", d.Given.Title)
	raw := d.Raw(Span{strings.Index(d.Text, "35"), strings.Index(d.Text, "元") + len("元")})
	require.Len(t, raw, 1)
	assert.Equal(t, `35\u4ebf元`, data[raw[0].Start:raw[0].End])

	_, err = Read("a", []byte(`{"id":"1"}`), Words{})
	assert.ErrorContains(t, err, "a JSON object without a text: wanted a field named text, content")
	_, err = Options{TextField: "正文"}.Read("a", []byte(`{"text":"x"}`), Words{})
	assert.ErrorContains(t, err, `wanted a field named "正文"`)
	_, err = Read("a", []byte(`{"text":"x`), Words{})
	assert.ErrorContains(t, err, "broken")
	d, err = Read("a", []byte(`{"html":"<html><body><p>云溪县的\u003cb\u003e税收\u003c/b\u003e35亿元，增长8%，居全市第二位。</p></body></html>"}`), pageWords())
	require.NoError(t, err)
	checkDocument(t, d)
	assert.Contains(t, d.Clean(), "云溪县的税收35亿元，增长8%，居全市第二位。")
}
