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

// wordText is a paragraph of a Word document.
func wordText(text string) string { return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>" }

func TestDOCXTextBoxesNotesAndEdges(t *testing.T) {
	box := func(content string) string {
		return `<w:r><mc:AlternateContent xmlns:mc="m"><mc:Choice Requires="wps"><w:drawing><w:txbxContent>` + content + `</w:txbxContent></w:drawing></mc:Choice>` +
			`<mc:Fallback><w:pict><w:txbxContent>` + content + `</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>`
	}
	body := `<w:p><w:r><w:t>全县完成投资35亿元，</w:t></w:r>` + box(wordText("侧栏：新开工12个项目。")+wordText("其中工业9个。")) +
		`<w:r><w:t>增长8%。</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>` +
		`<w:tbl><w:tr><w:tc><w:p><w:r><w:t>茶叶</w:t></w:r>` + box(wordText("框中有框")+wordText("产量2万吨。")) + `</w:p></w:tc><w:tc>` + wordText("3.5") + `</w:tc></w:tr></w:tbl>` +
		`<w:p>` + box(`<w:p><w:r><w:t>外框4吨。</w:t></w:r>`+box(wordText("内框3吨。"))+`</w:p>`) + `</w:p>` + wordText("渔港靠泊5艘次。")
	notes := `<w:footnote w:type="separator" w:id="-1">` + wordText("横线") + `</w:footnote><w:footnote w:id="2">` + wordText("按现价计算，增长9%。") + `</w:footnote>`
	ends := `<w:endnote w:id="1">` + wordText("尾注：税收6亿元。") + `</w:endnote>`
	data := variant.Word(body, [2]string{"word/footer1.xml", wordText("第12页")}, [2]string{"word/header2.xml", wordText("云溪县统计公报2031")},
		[2]string{"word/header1.xml", wordText("云溪县统计公报2031")}, [2]string{"word/footnotes.xml", notes}, [2]string{"word/endnotes.xml", ends}, [2]string{"word/comments.xml", wordText("批注7亿元")})
	d, err := Read("a.docx", data, pageWords())
	require.NoError(t, err)
	checkDocument(t, d)
	assert.Equal(t, "全县完成投资35亿元，增长8%。\n侧栏：新开工12个项目。\n其中工业9个。\n茶叶\t3.5\n框中有框\n产量2万吨。\n外框4吨。\n内框3吨。\n渔港靠泊5艘次。\n按现价计算，增长9%。\n尾注：税收6亿元。\n", d.Clean())
	assert.Equal(t, []string{"nav|第12页", "nav|云溪县统计公报2031"}, roles(d)[len(roles(d))-2:])
	assert.NotContains(t, d.Text, "批注")
	for text, want := range map[string]string{"按现价": "footnote 2, paragraph 1", "尾注": "endnote 1, paragraph 1", "第12页": "footer1, paragraph 1", "渔港": "paragraph 9", "3.5": "table 1, row 1, cell 2"} {
		assert.Equal(t, want, d.Locator(strings.Index(string(d.Source.Data), text)), text)
	}
}

func TestDOCXThatMeansHarm(t *testing.T) {
	for body, want := range map[string]string{
		strings.Repeat("<w:x>", deep+2): "nests over",
		"<w:p>":                         "broken Word document",
		strings.Repeat("<w:txbxContent>", deepBox+2): "nests over 16 text boxes",
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
