package corpus

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/qushu/qushu/corpus/variant"
)

// checkTables holds the promises of tables: every cell lies in the text at characters,
// the rows follow each other, and header and stub leave room for figures.
func checkTables(t testing.TB, d *Document) {
	last := 0
	for _, g := range d.Tables {
		require.NotEmpty(t, g.Rows)
		require.Less(t, g.Heads, len(g.Rows))
		for r, row := range g.Rows {
			for _, c := range row {
				require.True(t, 0 <= c.Span.Start && c.Span.Start <= c.Span.End && c.Span.End <= len(d.Text), "%v", c)
				require.True(t, utf8.ValidString(d.Text[c.Span.Start:c.Span.End]))
				require.LessOrEqual(t, c.Row, r)
				if c.Row == r && !c.Empty() {
					require.NotEmpty(t, d.Raw(c.Span))
				}
			}
			if s := g.Row(r); s.Len() > 0 {
				require.GreaterOrEqual(t, s.Start, last)
				last = s.End
			}
		}
	}
}

// drawn is a table as lines of cells, a bar between them, with = below the header and ‖
// behind the stub.
func drawn(d *Document, g *Grid) []string {
	var out []string
	for r, row := range g.Rows {
		if r == g.Heads && r > 0 {
			out = append(out, "=")
		}
		var cells []string
		for _, c := range row {
			cells = append(cells, d.Text[c.Span.Start:c.Span.End])
		}
		s := strings.Join(cells, "|")
		if n := g.Stubs; n > 0 && n < len(cells) {
			s = strings.Join(cells[:n], "|") + "‖" + strings.Join(cells[n:], "|")
		}
		out = append(out, s)
	}
	return out
}

func readAs(t testing.TB, name string, data []byte) *Document {
	d, err := Read(name, data, pageWords())
	require.NoError(t, err)
	checkDocument(t, d)
	return d
}

// two is a table in the ways of a text, and what it is read as.
var two = []string{"指标|单位‖2030年|2031年", "=", "工业产值|亿元‖145.8|151.2", "税收|亿元‖21.4|22.0"}

func TestShapesOfTextTables(t *testing.T) {
	for name, text := range map[string]string{
		"tabs":            "指标\t单位\t2030年\t2031年\n工业产值\t亿元\t145.8\t151.2\n税收\t亿元\t21.4\t22.0\n",
		"full-width bars": "指标｜单位｜2030年｜2031年\n工业产值｜亿元｜145.8｜151.2\n税收｜亿元｜21.4｜22.0\n",
		"Markdown":        "| 指标 | 单位 | 2030年 | 2031年 |\n|---|:--:|---:|---:|\n| 工业产值 | 亿元 | 145.8 | 151.2 |\n| 税收 | 亿元 | 21.4 | 22.0 |\n",
		"aligned":         "指标        单位    2030年   2031年\n工业产值    亿元    145.8    151.2\n税收        亿元     21.4     22.0\n",
		"ruled":           "指标        单位    2030年   2031年\n----------------------------------\n工业产值    亿元    145.8    151.2\n税收        亿元     21.4     22.0\n",
		"single spaces":   "指标 单位 2030年 2031年\n工业产值 亿元 145.8 151.2\n税收 亿元 21.4 22.0\n",
		"commas":          "指标,单位,2030年,2031年\n工业产值,亿元,145.8,151.2\n税收,亿元,21.4,22.0\n",
		"one cell a line": "指标\n单位\n2030年\n2031年\n工业产值\n亿元\n145.8\n151.2\n税收\n亿元\n21.4\n22.0\n",
		"all on one line": "指标 单位 2030年 2031年 工业产值 亿元 145.8 151.2 税收 亿元 21.4 22.0\n",
	} {
		t.Run(name, func(t *testing.T) {
			d := read(t, "云溪县主要指标\n\n县里公布了全年主要指标，数据为初步统计数，如下表所示。\n\n"+text+"\n以上数据由各部门提供，口径与上年一致，最终以年鉴为准。\n")
			require.Len(t, d.Tables, 1)
			assert.Equal(t, two, drawn(d, d.Tables[0]))
		})
	}
}

func TestNoTables(t *testing.T) {
	for name, text := range map[string]string{
		"menu":         "首页 | 新闻 | 公告 | 服务\n网站 | 地图 | 帮助 | 关于\n",
		"prose":        "全县税收 22亿元，增长 5%。\n其中 增值税 12亿元，增长 3%。\n",
		"counters":     "浏览 1024 回复 12\n收藏 3 分享 8\n",
		"days":         "2031-01-02 10:20 星期四\n2031-01-03 11:30 星期五\n",
		"names":        "局长 林某 主持全面工作\n副局长 陈某 分管税收\n",
		"short lines":  "领导分工\n林某\n局长\n陈某\n副局长\n电话\n",
		"broken lines": "一是加快 项目 建设\n二是扩大 有效 投资\n",
	} {
		t.Run(name, func(t *testing.T) { assert.Empty(t, read(t, text).Tables) })
	}
}

func TestMergedCellsOfHTML(t *testing.T) {
	d := readAs(t, "a.html", []byte(`<html><body><div><p>下表列出各行业的产值和人数，数据来自年度报表，口径与上一年相同。</p><p>表1 行业情况（单位：亿元）</p><table>
<tr><th rowspan="2">行业</th><th colspan="2">产值</th><th rowspan="2">人数</th></tr><tr><th>2030年</th><th>2031年</th></tr>
<tr><td rowspan="2">工业</td><td>14.5</td><td>15.1</td><td>820</td></tr><tr><td>1.5</td><td></td><td>90</td></tr></table><p>注：人数为年末数。</p></div></body></html>`))
	require.Len(t, d.Tables, 1)
	g := d.Tables[0]
	assert.Equal(t, []string{"行业‖产值|产值|人数", "行业‖2030年|2031年|人数", "=", "工业‖14.5|15.1|820", "工业‖1.5||90"}, drawn(d, g))
	assert.Equal(t, "表1 行业情况", d.Text[g.Title.Start:g.Title.End])
	assert.Equal(t, "亿元", d.Text[g.Unit.Start:g.Unit.End])
	require.Len(t, g.Notes, 1)
	var path []string
	for _, c := range g.Path(2) {
		path = append(path, d.Text[c.Span.Start:c.Span.End])
	}
	assert.Equal(t, []string{"产值", "2031年"}, path)
	assert.Equal(t, "14.5", d.Text[g.Row(2).Start:g.Row(2).End][len("工业\t"):len("工业\t14.5")])
}

func TestContinuedTable(t *testing.T) {
	d := read(t, "云溪县主要指标\n\n指标｜2030年｜2031年\n税收｜21.4｜22.0\n\n续表\n投资｜40.2｜41.0\n\n指标｜人数\n教师｜800\n")
	require.Len(t, d.Tables, 3)
	assert.Equal(t, d.Tables[0], d.Tables[1].Continues)
	assert.Len(t, d.Tables[1].Path(1), 1)
	assert.Nil(t, d.Tables[2].Continues)
}

func TestTablesOfOffices(t *testing.T) {
	rows := [][]string{{"云溪县主要指标"}, {"单位：亿元"}, {"指标", "2031年", "", "2030年"}, {"", "绝对值", "增长（%）", "绝对值"}, {"税收", "22.0", "2.8", "21.4"}, {"投资", "41", "-", "40.2"}}
	want := []string{"指标‖2031年|2031年|2030年", "‖绝对值|增长（%）|绝对值", "=", "税收‖22.0|2.8|21.4", "投资‖41|-|40.2"}
	for name, data := range map[string][]byte{"a.xlsx": variant.XLSX("数据", rows), "a.docx": variant.DOCXTable(rows)} {
		d := readAs(t, name, data)
		require.Len(t, d.Tables, 1, name)
		g := d.Tables[0]
		assert.Equal(t, want, drawn(d, g), name)
		assert.Equal(t, "亿元", d.Text[g.Unit.Start:g.Unit.End], name)
		assert.Equal(t, "云溪县主要指标", d.Text[g.Title.Start:g.Title.End], name)
	}
}

func TestMergedCellsOfWord(t *testing.T) {
	cell := func(props, text string) string {
		return "<w:tc><w:tcPr>" + props + "</w:tcPr><w:p><w:r><w:t>" + text + "</w:t></w:r></w:p></w:tc>"
	}
	d := readAs(t, "a.docx", variant.Word("<w:tbl><w:tr>"+cell(`<w:vMerge w:val="restart"/>`, "指标")+cell(`<w:gridSpan w:val="2"/>`, "2031年")+cell("", "2030年")+
		"</w:tr><w:tr>"+cell("<w:vMerge/>", "")+cell("", "绝对值")+cell("", "增长（%）")+cell("", "绝对值")+
		"</w:tr><w:tr>"+cell("", "税收")+cell("", "22.0")+cell("", "2.8")+cell("", "21.4")+"</w:tr></w:tbl><w:p/>"))
	require.Len(t, d.Tables, 1)
	assert.Equal(t, []string{"指标‖2031年|2031年|2030年", "指标‖绝对值|增长（%）|绝对值", "=", "税收‖22.0|2.8|21.4"}, drawn(d, d.Tables[0]))
}

// TestMergedCellsOfStubs reads a stub whose cells reach over rows, where only the format
// says how far.
func TestMergedCellsOfStubs(t *testing.T) {
	cell := func(props, text string) string {
		return "<w:tc><w:tcPr>" + props + "</w:tcPr>" + wordText(text) + "</w:tc>"
	}
	row := func(cells ...string) string { return "<w:tr>" + strings.Join(cells, "") + "</w:tr>" }
	const from, on = `<w:vMerge w:val="restart"/>`, `<w:vMerge/>`
	rows := [][]string{{"地区", "指标", "2031年", ""}, {"", "", "绝对值", "增长（%）"}, {"青屿区", "税收", "22.0", "2.8"}, {"", "投资", "41", "5.5"}, {"云溪县", "税收", "8.1", "3.0"}, {"", "投资", "", "1.2"}}
	want := []string{"地区|指标‖2031年|2031年", "地区|指标‖绝对值|增长（%）", "=", "青屿区|税收‖22.0|2.8", "青屿区|投资‖41|5.5", "云溪县|税收‖8.1|3.0", "云溪县|投资‖|1.2"}
	for name, data := range map[string][]byte{
		"a.xlsx": variant.XLSX("数据", rows, "A1:A2", "B1:B2", "C1:D1", "A3:A4", "A5:A6"),
		"a.docx": variant.Word("<w:tbl>" + row(cell(from, "地区"), cell(from, "指标"), cell(`<w:gridSpan w:val="2"/>`, "2031年")) + row(cell(on, ""), cell(on, ""), cell("", "绝对值"), cell("", "增长（%）")) +
			row(cell(from, "青屿区"), cell("", "税收"), cell("", "22.0"), cell("", "2.8")) + row(cell(on, ""), cell("", "投资"), cell("", "41"), cell("", "5.5")) +
			row(cell(from, "云溪县"), cell("", "税收"), cell("", "8.1"), cell("", "3.0")) + row(cell(on, ""), cell("", "投资"), cell("", ""), cell("", "1.2")) + "</w:tbl>"),
	} {
		d := readAs(t, name, data)
		require.Len(t, d.Tables, 1, name)
		assert.Equal(t, want, drawn(d, d.Tables[0]), name)
	}
}

func TestCellsOfPDFStandInTheirColumns(t *testing.T) {
	d := readPDFBytes(t, variant.PDFTable([][]string{{"指标", "单位", "2030年", "2031年"}, {"税收", "亿元", "21.4", "22.0"}, {"投资", "亿元", "", "41"}}))
	require.Len(t, d.Tables, 1)
	assert.Equal(t, []string{"指标|单位‖2030年|2031年", "=", "税收|亿元‖21.4|22.0", "投资|亿元‖|41"}, drawn(d, d.Tables[0]))
}

func TestLookOf(t *testing.T) {
	for s, want := range map[string]look{
		"": blankCell, "—": blankCell, "…": blankCell, "工业": textCell, "2031年": textCell, "1—6月": textCell, "2031-01-02": textCell, "18:52": textCell, "一季度": textCell,
		"2031": yearCell, "145.8": figureCell, "-2.5": figureCell, "1,458": figureCell, "5.6%": figureCell, "221.3亿元": figureCell, "第2位": figureCell, "约3万人": figureCell,
		"持平": textCell, "5个乡镇和街道办事处": textCell, "图1": textCell,
	} {
		assert.Equal(t, want, lookOf(s), s)
	}
}

// TestTablesAreLinear reads lines that nearly make tables, n and 4n of them.
func TestTablesAreLinear(t *testing.T) {
	for _, unit := range []string{"甲 乙 丙 12\n", "甲|乙|3\n", "甲   乙   3\n", "甲\n乙\n1\n丙\n2\n", "甲 乙\n甲 乙 丙\n甲 乙 丙 丁 4\n", "-----\n"} {
		took := func(n int) time.Duration {
			best := time.Hour
			for range 3 {
				start := time.Now()
				_, err := Read("a.txt", []byte(strings.Repeat(unit, n)), Words{})
				if err == nil {
					best = min(best, time.Since(start))
				}
			}
			return best
		}
		small, large := took(2500), took(10000)
		assert.Less(t, large, 10*small+200*time.Millisecond, "%q: %v, then %v", unit, small, large)
	}
}

// FuzzTables reads texts and pages with tables: no panic, and every cell is one of the
// text.
func FuzzTables(f *testing.F) {
	for _, s := range []string{
		"指标\t单位\t2030年\n税收\t亿元\t21.4\n", "\t2030年\t\n指标\t甲\t乙\n税收\t1\t2\n", "｜甲｜｜乙｜\n税收｜1｜2｜3｜\n", "|a|b|\n|-|-|\n|c|1|\n", "甲    乙\n丙  1    2\n",
		"指标 单位 甲 税收 元 1 投资 元 2\n", "指标\n单位\n甲\n税收\n元\n1\n投资\n元\n2\n", "指标,甲\n税收,1\n",
		"<table><tr><th rowspan=3 colspan=2>甲<th>乙<tr><td>1<td colspan=9>2%<tr><td>丙<td>3</table>", "<table><caption>单 位：亿元</caption><tr><td> <td>2030<td><tr><td>　#税收<td>1<sup>[2]</sup><td></table>",
	} {
		f.Add("a.txt", s)
		f.Add("a.html", s)
		f.Add("a.csv", s)
	}
	f.Fuzz(func(t *testing.T, path, text string) {
		if d, err := Read(path, []byte(text), pageWords()); err == nil {
			checkDocument(t, d)
		}
	})
}
