package corpus

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"
)

func TestWhatAPageReads(t *testing.T) {
	const first = "云溪县去年完成投资35亿元，增长8%，增速居全市第二。"
	const other = "岚州市的税收达到5亿元，增长9%，其中工业税收3亿元，增长7%。岚州市的财政收入为9亿元，增长6%，连续三年增长。"
	for _, c := range []struct{ name, page, want string }{
		{"another article with a headline of its own, though it holds most of the prose",
			`<title>云溪县去年投资增长8%_某报</title><div class="box"><div id="main_content"><h1>云溪县去年投资增长8%<i>听</i></h1><p>` + first + `</p></div>
<div class="box-recommend"><h1>岚州市去年税收增长9%</h1><p>` + other + `</p></div></div>`,
			"云溪县去年投资增长8%听\n" + first + "\n"},
		{"the comments of readers in the container of an article",
			`<div class="article-content"><p>` + first + first + `</p><p>` + other + `</p><div class="x-comment"><p>我家去年种了30亩地。</p></div></div>`,
			first + first + "\n" + other + "\n"},
		{"a link that edits a heading, and an infobox",
			`<div class="entry-content"><table class="infobox"><tr><th>驻地</th><td>青石镇</td></tr></table><h2>历史沿革<span class="mw-editsection">[<a href="#">编辑</a>]</span></h2><p>` + first + `</p><p>` + other + `</p></div>`,
			"历史沿革\n" + first + "\n" + other + "\n"},
		{"hidden text within a sentence does not cut it",
			`<div id="zoom"><p>全县去年完成投资<span style="display: none">乱码</span>35亿元，增长8%，增速居全市第二位。</p><p>` + other + `</p></div>`,
			"全县去年完成投资35亿元，增长8%，增速居全市第二位。\n" + other + "\n"},
		{"short posts of a thread",
			`<table><tr><td>积分 20</td></tr><tr><td class="t_f">` + first + `</td></tr><tr><td>主题 12</td></tr><tr><td>积分 30</td></tr><tr><td class="t_f">这么快就有了</td></tr><tr><td>主题 7</td></tr></table>`,
			first + "\n这么快就有了\n"},
		{"the answers to a question",
			`<div class="QuestionRichText">云溪县去年的投资有多少？</div><div class="AnswerItem"><b>甲</b><div class="RichContent-inner"><p>` + first + `</p></div></div><div class="AnswerItem"><b>乙</b><div class="RichContent-inner"><p>` + other + `</p></div></div>`,
			"云溪县去年的投资有多少？\n" + first + "\n" + other + "\n"},
		{"the title where a tool quotes it",
			`<h1>云溪县去年投资增长8%</h1><div id="zoom"><p>` + first + `</p><p>` + other + `</p><p>云溪县去年投资增长8%</p></div>`,
			"云溪县去年投资增长8%\n" + first + "\n" + other + "\n"},
		{"a short answer among user cards",
			`<div class="detail"><p>` + first + `</p><p>` + other + `</p><div><p>查看: 12</p><div class="reply-text"><p>这么快就有了</p></div><p>查看: 8</p><p>回复: 3</p></div></div>`,
			first + "\n" + other + "\n这么快就有了\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, err := Read("a.html", []byte("<html><body>"+c.page+"</body></html>"), pageWords())
			require.NoError(t, err)
			checkDocument(t, d)
			assert.Equal(t, c.want, d.Clean())
		})
	}
}

func TestWhatIsSetApartStaysInTheDocument(t *testing.T) {
	page := `<html><body><div id="zoom"><p>全县完成投资<span hidden>暗语</span>35亿元，增长8%。</p></div></body></html>`
	d, err := Read("a.html", []byte(page), pageWords())
	require.NoError(t, err)
	checkDocument(t, d)
	assert.Equal(t, []string{"body|全县完成投资35亿元，增长8%。", "widget|暗语"}, roles(d))
	raw := d.Raw(indexText(d, "暗语"))
	require.Len(t, raw, 1)
	assert.Equal(t, "暗语", page[raw[0].Start:raw[0].End])
}

func TestNamedPost(t *testing.T) {
	for class, want := range map[string]bool{"comment-content": true, "x reply-text": true, "answerBody": true, "comment": false, "comment content": false, "post-content": false, "": false} {
		n := &html.Node{Type: html.ElementNode, Data: "div", Attr: []html.Attribute{{Key: "class", Val: class}}}
		assert.Equal(t, want, namedPost(n), class)
	}
}

func TestManyPostsAndCardsAreReadInLinearTime(t *testing.T) {
	post := `<tr><td class="t_f">云溪县去年完成投资35亿元。<label>回复</label></td></tr>`
	page := "<html><body><table>" + strings.Repeat(post, 40000) + "</table></body></html>"
	began := time.Now()
	d, err := Read("a.html", []byte(page), pageWords())
	require.NoError(t, err)
	assert.Equal(t, 40000, strings.Count(d.Clean(), "35亿元"))
	assert.Less(t, time.Since(began), 20*time.Second)
}
