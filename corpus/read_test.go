package corpus

import (
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// checkDocument holds for every document: blocks and pieces tile the text, and every
// character of a text file but white space stands in it once.
func checkDocument(t testing.TB, d *Document) {
	at := 0
	for _, b := range d.Blocks {
		require.Equal(t, at, b.Span.Start)
		require.Greater(t, b.Span.Len(), 0)
		require.NotEmpty(t, b.Role)
		at = b.Span.End
	}
	require.Equal(t, len(d.Text), at)
	checkPieces(t, d.Pieces, d.Text, d.Source.Data, d.Source.Encoding)
	if d.Source.Format == "text" {
		require.Equal(t, count(decode(d.Source.Data).text), count(d.Text))
	}
}

func count(s string) map[rune]int {
	m := map[rune]int{}
	for _, r := range s {
		if !isSpace(r) && !unicode.IsSpace(r) {
			m[r]++
		}
	}
	return m
}

func read(t testing.TB, text string) *Document {
	d, err := Read("a.txt", []byte(text), pageWords())
	require.NoError(t, err)
	checkDocument(t, d)
	return d
}

// roles lists the blocks of a document as role|text lines, without the white space.
func roles(d *Document) []string {
	var out []string
	for _, b := range d.Blocks {
		if b.Role != Blank {
			out = append(out, string(b.Role)+"|"+d.Text[b.Span.Start:b.Span.End])
		}
	}
	return out
}

func TestRefusals(t *testing.T) {
	for data, want := range map[string]string{
		"":                            "is empty",
		" \n\t":                       "is empty",
		"\x89PNG\r\n\x1a\n":           "is a PNG image, not a text or document that qushu reads",
		"PK\x03\x04abc":               "zip archive",
		"ab\x01\x02\x03\x04\x05\x06c": "control characters",
	} {
		_, err := Read("a", []byte(data), Words{})
		assert.ErrorContains(t, err, want)
	}
	_, err := Read("a", make([]byte, limit+1), Words{})
	assert.ErrorContains(t, err, "is over 64 MB long: such files are not read")
	_, err = Read("a", []byte(strings.Repeat("1\n", mostLines+2)), Words{})
	assert.ErrorContains(t, err, "lines")
}

func TestLongLineIsLinear(t *testing.T) {
	d := read(t, strings.Repeat("云溪县完成投资35亿元，", 1<<16))
	assert.Len(t, d.Blocks, 1)
	read(t, strings.Repeat("云溪", 1<<17))
	read(t, strings.Repeat("，\n", 1<<14))
}

func TestPortalDump(t *testing.T) {
	d := read(t, `首页 政务公开 政务服务 互动交流
您的当前位置: 首页>政务公开 > 工作报告
云溪县2023年政府工作报告
日期:2024-01-26
语音播报
进入播报模式

    2023年，全县完成投资35亿元，增长8%。

扫一扫在手机打开当前页
部门街镇
`)
	assert.Equal(t, []string{
		"nav|首页 政务公开 政务服务 互动交流", "nav|您的当前位置: 首页>政务公开 > 工作报告", "title|云溪县2023年政府工作报告",
		"dateline|日期:2024-01-26", "widget|语音播报", "widget|进入播报模式", "body|2023年，全县完成投资35亿元，增长8%。",
		"footer|扫一扫在手机打开当前页", "nav|部门街镇",
	}, roles(d))
	assert.Equal(t, Given{Title: "云溪县2023年政府工作报告", Published: "2024-01-26", Genre: "report"}, d.Given)
	assert.Equal(t, "云溪县2023年政府工作报告\n2023年，全县完成投资35亿元，增长8%。\n", d.Clean())
}

func TestForumDump(t *testing.T) {
	d := read(t, `设为首页收藏本站
查看: 12|回复: 0

[青石] 2021年云溪县政府工作报告

[复制链接]
  • 签到天数: 30 天
    1万
    主题
    3万
    积分
    2047
    发表于 2021-6-17 20:30:03 | 显示全部楼层 |阅读模式
    2021年云溪县政府工作报告

    各位代表:
    现在,我代表县人民政府,向大会报告工作,请予审议。

    您需要登录后才可以回帖 登录 | 立即注册
    联系电话:
    0599-1234567
    Powered by Abc X3.4
`)
	var kept []string
	for _, r := range roles(d) {
		if role, text, _ := strings.Cut(r, "|"); (Block{Role: Role(role)}).Kept() {
			kept = append(kept, text)
		}
	}
	assert.Equal(t, []string{"2021年云溪县政府工作报告", "各位代表:", "现在,我代表县人民政府,向大会报告工作,请予审议。"}, kept)
	assert.Equal(t, "2021-06-17", d.Given.Published)
}

func TestMarkdownDump(t *testing.T) {
	d := read(t, `---
title: "青石湾收入创新高"
date: "2018-05-02"
---

# 青石湾收入创新高

青石湾去年收入达到3.2亿元，增长13%。

<figure>
<img src="a.png" alt="">
<figcaption>青石湾码头。</figcaption>
</figure>
`)
	assert.Equal(t, "青石湾收入创新高\n青石湾去年收入达到3.2亿元，增长13%。\n青石湾码头。\n", d.Clean())
	assert.Equal(t, "2018-05-02", d.Given.Published)
	assert.Equal(t, "青石湾收入创新高", d.Given.Title)
}

func TestMarkdownEmphasis(t *testing.T) {
	d := read(t, "# 云溪县广播电视新闻快讯\n\n**今年收入创新高**\n\n**云溪网消息**（记者）：收入**3.2亿元**，电话138****1234，*号*不变。\n\n**云溪县全年收入3亿元。**\n")
	assert.Equal(t, "云溪县广播电视新闻快讯\n今年收入创新高\n云溪网消息（记者）：收入3.2亿元，电话138****1234，*号*不变。\n云溪县全年收入3亿元。\n", d.Clean())
	roles := []Role{}
	for _, b := range d.Blocks {
		if b.Kept() {
			roles = append(roles, b.Role)
		}
	}
	assert.Equal(t, []Role{Title, Heading, Body, Body}, roles)
	assert.Contains(t, read(t, "收入增长\n\n张**、李**参加。\n").Clean(), "张**、李**参加。", "stars of a text that is no Markdown")
}

func FuzzRead(f *testing.F) {
	f.Add("a.txt", []byte(plainHan))
	f.Add("a.html", []byte("<html><body><h1>云溪</h1><p>增长&nbsp;8&#37;。</p><table><tr><td>1</td><td>2</td></tr></table>"))
	f.Add("a.txt", []byte("一二三四五六七八九十一二三四五六七，八九十\n一二三四五六七八九十一二三四五六七，八九十\n一二三四五六七八九十一二三四五六七，八九\n一二。\n"))
	f.Add("a.txt", []byte("● 甲\n增长4%。产值\n● 乙\n5%。税收\n● 丙\n"))
	f.Add("a.txt", []byte("---\ntitle: x\n---\n# 甲乙\n<figcaption>丙</figcaption>\n"))
	f.Add("a.txt", []byte("# 甲\n**乙**丙 **丁 ** ****\n"))
	f.Fuzz(func(t *testing.T, path string, data []byte) {
		if d, err := Read(path, data, pageWords()); err == nil {
			checkDocument(t, d)
		}
	})
}
