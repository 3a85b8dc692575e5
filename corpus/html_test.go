package corpus

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func indexText(d *Document, s string) Span {
	i := strings.Index(d.Text, s)
	return Span{i, i + len(s)}
}

const discuz = `<!DOCTYPE html><html><head><meta charset="gbk"><title>2021年云溪县工作报告 - 综合区 - 青石论坛 - Powered by Abc!</title>
<script>var a = "<p>增长99%</p>";</script><style>p{width:10%}</style></head>
<body><div id="hd"><a href="/">首页</a><a href="/b">论坛</a></div>
<h1><span id="thread_subject">2021年云溪县工作报告</span></h1>
<table><tr><td class="pls"><div>主题 <b>12</b></div><div>积分 <b>2047</b></div></td>
<td class="plc"><em>发表于 2021-6-17 20:30:03</em>
<table><tr><td class="t_f" id="postmessage_77">各位代表：<br />
&nbsp;&nbsp;全县完成投资<b>41.3</b>万<b>m<sup>2</sup></b>，税收增长<font color="red">8.2</font>&#37;，总量达到&lt;三十&gt;亿元。<br>
<div style="display:none">隐藏12%</div></td></tr></table></td></tr></table>
<div class="footer">Powered by Abc! X3.4 &copy; 2001-2012</div></body></html>`

func TestDiscuzThreadInGB18030(t *testing.T) {
	data := encode(t, gbName, discuz)
	d, err := Read("t.html", data, pageWords())
	require.NoError(t, err)
	checkDocument(t, d)
	assert.Equal(t, gbName, d.Source.Encoding)
	assert.Equal(t, "html", d.Source.Format)
	assert.Equal(t, "2021年云溪县工作报告\n各位代表：\n全县完成投资41.3万m2，税收增长8.2%，总量达到<三十>亿元。\n", d.Clean())
	assert.Equal(t, Given{Title: "2021年云溪县工作报告", Published: "2021-06-17", Genre: "report"}, d.Given)
	assert.NotContains(t, d.Text, "99%")
	assert.Contains(t, d.Text, "2047")

	raw := d.Raw(indexText(d, "8.2%"))
	require.Len(t, raw, 2)
	assert.Equal(t, "8.2", string(data[raw[0].Start:raw[0].End]))
	assert.Equal(t, "&#37;", string(data[raw[1].Start:raw[1].End]))
	raw = d.Raw(indexText(d, "税收增长"))
	require.Len(t, raw, 1)
	assert.Equal(t, encode(t, gbName, "税收增长"), data[raw[0].Start:raw[0].End])
}

const portal = `<html><head><meta name="PubDate" content="2024-03-05 09:00"/><meta name="ArticleTitle" content="云溪县统计公报"/>
<title>云溪县2023年统计公报_云溪县人民政府</title></head><body>
<div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/x">政务公开</a></li></ul></div>
<div class="crumbs">您的当前位置：<a href="/">首页</a> &gt; <a href="/g">公报</a></div>
<div class="box"><h1>云溪县2023年统计公报</h1><div class="bar">浏览次数：120 <a>打印</a></div>
<div id="zoom"><p>初步核算，全县生产总值 <span>35.6</span>亿元，比上年增
长6.1%。</p><p align="center">表1 主要产品产量</p>
<table><tr><th>产品</th><th>单位</th><th>产量</th></tr><tr><td>水泥</td><td>万吨</td><td>12.5</td></tr></table></div>
<p>责任编辑：林小满</p></div><div class="foot">主办单位：云溪县人民政府办公室 某ICP备12345678号</div></body></html>`

func TestPortalPage(t *testing.T) {
	d, err := Read("p.html", []byte(portal), pageWords())
	require.NoError(t, err)
	checkDocument(t, d)
	assert.Equal(t, "云溪县2023年统计公报\n初步核算，全县生产总值 35.6亿元，比上年增长6.1%。\n表1 主要产品产量\n产品\t单位\t产量\n水泥\t万吨\t12.5\n", d.Clean())
	assert.Equal(t, Given{Title: "云溪县2023年统计公报", Published: "2024-03-05", Genre: "communique"}, d.Given)
	raw := d.Raw(indexText(d, "万吨\t12.5"))
	require.Len(t, raw, 2)
	assert.Equal(t, "万吨", portal[raw[0].Start:raw[0].End])
	assert.Equal(t, "12.5", portal[raw[1].Start:raw[1].End])
	assert.Empty(t, d.Raw(Span{indexText(d, "\t单位").Start, indexText(d, "单位\t").Start}))
}

func TestDensestProseIsTheArticle(t *testing.T) {
	page := `<html><body><div><a href=1>青石湾码头</a><a href=2>云溪古镇</a></div><div class="x1">
<p>云溪县去年完成投资35亿元，增长8%，增速居全市第二。</p><p>全县新增企业120家，其中工业企业12家，均创新高。</p></div>
<div class="x2"><ul><li><a href=3>去年全市投资增长5%</a></li><li><a href=4>粮价上涨2%</a></li></ul></div></body></html>`
	d, err := Read("p.html", []byte(page), pageWords())
	require.NoError(t, err)
	checkDocument(t, d)
	assert.Equal(t, "云溪县去年完成投资35亿元，增长8%，增速居全市第二。\n全县新增企业120家，其中工业企业12家，均创新高。\n", d.Clean())
}

func TestEntity(t *testing.T) {
	for s, want := range map[string]string{
		"&amp;x": "&", "&#37;x": "%", "&#x4E00;": "一", "&ltx": "<", "&nbsp;": " ", "&notit;": "¬", "&notin;": "∉",
	} {
		_, got := entity(s)
		assert.Equal(t, want, got, s)
	}
	for _, s := range []string{"&", "& ", "&xyz;", "&#;", "&;"} {
		n, _ := entity(s)
		assert.Zero(t, n, s)
	}
}

func TestBrokenMarkupIsRead(t *testing.T) {
	page := strings.Repeat("<div>", 3000) + "云溪县去年完成投资35亿元，增长8%。"
	d, err := Read("p.html", []byte(page), pageWords())
	require.NoError(t, err)
	checkDocument(t, d)
	assert.Contains(t, d.Clean(), "增长8%")
}

func TestTextIsNotHTML(t *testing.T) {
	assert.False(t, looksHTML("a.txt", "云溪县 a < b 且 <br> 一处"))
	assert.True(t, looksHTML("a.txt", "\n<!DOCTYPE HTML>\n<p>x"))
	assert.True(t, looksHTML("a", "<p>一</p><p>二</p>"))
}

func TestWhatIsNamedAsBesideTheArticle(t *testing.T) {
	page := `<html><body><div class="detail"><div class="content"><p>` + plainHan + `</p><p>云溪县的税收增长8%，居全市第二位，财政收入增长。</p></div>
<div class="content-recommend"><h1>另一篇</h1><p>岚州市的税收达到5亿元，增长9%。</p></div></div></body></html>`
	d, err := Read("a.html", []byte(page), pageWords())
	require.NoError(t, err)
	checkDocument(t, d)
	assert.NotContains(t, d.Clean(), "岚州市")
	assert.Contains(t, d.Clean(), "云溪县的税收")
	all := `<html><body><div class="content-recommend"><p>` + plainHan + `</p></div><p>版权</p></body></html>`
	d, err = Read("a.html", []byte(all), pageWords())
	require.NoError(t, err)
	assert.Contains(t, d.Clean(), "云溪县", "most of the page is no aside, whatever its name")
}
