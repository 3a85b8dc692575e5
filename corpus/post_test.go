package corpus

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// said lists the posts of a document as author|time|text lines.
func said(d *Document) []string {
	var out []string
	for _, p := range d.Posts {
		out = append(out, p.Author+"|"+p.Time+"|"+d.Text[p.Span.Start:p.Span.End])
	}
	return out
}

const (
	firstPost = "云溪县去年完成投资35亿元，增长8%，增速居全市第二。"
	reply     = "青石镇的茶园也有2.4万亩了。"
)

// discuzPost is a post in the markup of Discuz X.
func discuzPost(id int, author, time, text string) string {
	return fmt.Sprintf(`<div id="post_%[1]d"><table id="pid%[1]d" class="plhin"><tr><td class="pls" rowspan="2"><div id="favatar%[1]d" class="pls favatar">
<div class="pi"><div class="authi"><a href="home.php?uid=%[1]d" class="xw1">%[2]s</a></div></div>
<div class="p_pop" style="display: none"><strong><a class="xi2">%[2]s</a></strong><em>当前离线</em></div>
<div class="tns xg2"><table><tr><th><p><a class="xi2">1</a></p>主题</th><th><p><a class="xi2">17</a></p>帖子</th></tr></table></div></div></td>
<td class="plc"><div class="pi"><div class="pti"><div class="authi"><em id="authorposton%[1]d">发表于 %[3]s</em><span class="pipe">|</span><a href="x">只看该作者</a></div></div></div>
<div class="pct"><div class="pcb"><div class="t_fsz"><table><tr><td class="t_f" id="postmessage_%[1]d">%[4]s</td></tr></table></div></div></div></td></tr></table></div>`, id, author, time, text)
}

// windPost is a post in the markup of phpwind 8.
func windPost(id, author, time, text string) string {
	return fmt.Sprintf(`<div class="read_t"><table class="floot"><tr class="vt"><td rowspan="2" class="floot_left"><div class="readName b"><a href="u.php">%[2]s</a></div>
<div class="floot_leftdiv"><ul><li>级别: 侠客</li><li>发帖 312</li></ul></div></td><td class="floot_right"><div class="tipTop s6"><span class="fr"><a>楼主</a></span>
<span title="%[3]s">发表于: %.10[3]s</span></div><div class="tpc_content"><div class="f14 mb10" id="read_%[1]s">%[4]s</div></div></td></tr></table></div>`, id, author, time, text)
}

// nextPost is a post in the markup of phpwind 9.
func nextPost(id, author, time, text string) string {
	return fmt.Sprintf(`<div class="floor cc J_read_floor" id="read_%[1]s"><table class="floor_table"><tr><td class="floor_left"><h4><a class="name" href="u">%[2]s</a></h4><ul><li><em>发帖</em><a>312</a></li></ul></td>
<td class="box_wrap floor_right"><div class="floor_top_tips cc"><span class="lou">%[1]s<sup>#</sup></span><span class="fl">发布于：%[3]s</span></div>
<div id="J_read_main"><div class="editor_content">%[4]s</div></div></td></tr></table></div>`, id, author, time, text)
}

// commentPost is a comment in markup of no system.
func commentPost(author, time, text string) string {
	return fmt.Sprintf(`<li><div class="cmt-head"><span class="cmt-nickname">%s</span> <span class="cmt-time">%s</span></div><div class="comment-content"><p>%s</p></div></li>`, author, time, text)
}

func TestPostsOfAThread(t *testing.T) {
	const title = `<title>云溪县去年投资有多少 - 青石论坛</title>`
	for _, c := range []struct {
		name, page string
		want       []string
		published  string
	}{
		{"Discuz", title + `<h1 class="ts"><span id="thread_subject">云溪县去年投资有多少</span></h1><div id="postlist">` +
			discuzPost(7, "青石老人", "2032-4-5 23:20:45", firstPost+`<br><i class="pstatus"> 本帖最后由 青石老人 于 2032-4-6 08:11 编辑 </i>`) +
			discuzPost(8, "hx_1988", "2033-1-2 07:05", reply) + `</div>`,
			[]string{"青石老人|2032-04-05T23:20:45|" + firstPost, "hx_1988|2033-01-02T07:05|" + reply}, "2032-04-05"},
		{"Discuz, one post", discuzPost(7, "青石老人", "2032-4-5 23:20", firstPost),
			[]string{"青石老人|2032-04-05T23:20|" + firstPost}, "2032-04-05"},
		{"Discuz, a day that only the pointer shows", strings.Replace(discuzPost(7, "青石老人", "@", firstPost), "@", `<span title="2032-4-5 23:20:45">昨天&nbsp;23:20</span>`, 1),
			[]string{"青石老人|2032-04-05T23:20:45|" + firstPost}, "2032-04-05"},
		{"phpwind 8", `<h1 id="subject_tpc" class="read_h1">云溪县去年投资有多少</h1>` + windPost("tpc", "青石老人", "2032-04-05 23:20:45", firstPost) + windPost("5531", "小河", "2032-04-06 08:00:12", reply),
			[]string{"青石老人|2032-04-05T23:20:45|" + firstPost, "小河|2032-04-06T08:00:12|" + reply}, "2032-04-05"},
		{"phpwind 9", `<div id="J_posts_list">` + nextPost("0", "青石老人", "2032-04-05 23:20", firstPost) + nextPost("1", "小河", "2032-04-06 08:00", reply) + `</div>`,
			[]string{"青石老人|2032-04-05T23:20|" + firstPost, "小河|2032-04-06T08:00|" + reply}, "2032-04-05"},
		{"comments below an article", `<div class="detail"><p>发布时间：2032-04-05</p><p>` + firstPost + firstPost + `</p><ul>` + commentPost("小河", "2032-04-09 10:20", reply) + commentPost("山里人", "2032-04-10 11:21", "我家去年种了30亩地，都是新茶。") + `</ul></div>`,
			[]string{"小河|2032-04-09T10:20|" + reply, "山里人|2032-04-10T11:21|我家去年种了30亩地，都是新茶。"}, "2032-04-05"},
		{"an article without posts", `<div id="zoom"><p>` + firstPost + firstPost + `</p></div>`, nil, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, err := Read("a.html", []byte("<html><body>"+c.page+"</body></html>"), pageWords())
			require.NoError(t, err)
			checkDocument(t, d)
			assert.Equal(t, c.want, said(d))
			assert.Equal(t, c.published, d.Given.Published)
			assert.Contains(t, d.Clean(), firstPost)
			for _, out := range []string{"青石老人", "小河", "山里人", "hx_1988", "发表于", "发布于", "10:20", "编辑", "312"} {
				assert.NotContains(t, d.Clean(), out)
			}
			for _, p := range d.Posts {
				assert.Contains(t, d.Text, p.Author, "the name stays in the document")
			}
			assert.NotEqual(t, "news", d.Given.Genre, "a member of a forum is no journalist")
		})
	}
}

func TestPostsInTheTextOfAThread(t *testing.T) {
	card := func(author string) string {
		return author + "\n\n12\n\n主题\n\n1万\n\n积分\n\n注册会员\n\n积分\n10456\n"
	}
	discuz := "设为首页收藏本站\n查看: 1661|回复: 1\n\n云溪县去年投资有多少\n\n[复制链接]\n" + card("青石老人") +
		"发表于 2032-4-5 23:20:45 | 显示全部楼层 |阅读模式\n\n" + firstPost + "\n\n回复\n\n使用道具 举报\n\n" + card("hx_1988") +
		"发表于 2033-1-2 07:05:11 | 显示全部楼层\n\n" + reply + "\n\n回复\n\n使用道具 举报\n"
	d := read(t, discuz)
	assert.Equal(t, []string{"青石老人|2032-04-05T23:20:45|" + firstPost, "hx_1988|2033-01-02T07:05:11|" + reply}, said(d))
	assert.Equal(t, "云溪县去年投资有多少\n"+firstPost+"\n"+reply+"\n", d.Clean())
	assert.Equal(t, "2032-04-05", d.Given.Published)

	d = read(t, "云溪县去年投资有多少\n\n楼主 青石老人 发表于 2032-4-5 23:20\n\n"+firstPost+"\n\n1楼 小河 发表于 2032-4-6 08:00\n\n"+reply+"\n")
	assert.Equal(t, []string{"青石老人|2032-04-05T23:20|" + firstPost, "小河|2032-04-06T08:00|" + reply}, said(d))

	d = read(t, "云溪县去年投资增长8%\n\n发布于：2032-04-05 10:00\n\n"+firstPost+"\n\n"+reply+"\n")
	assert.Empty(t, d.Posts, "the day of an article makes no thread")
	assert.Equal(t, "2032-04-05", d.Given.Published)
}

// TestDumpsOfThreads reads what is left of whole pages of two systems without tags.
func TestDumpsOfThreads(t *testing.T) {
	const first, second, answer = "云溪县去年完成投资35亿元，增长8%，增速居全市第二。", "其中工业投资12亿元，增长9%，开工项目45个。", "青石镇的茶园也有2.4万亩了，产量1200吨。"
	for name, c := range map[string]struct {
		text, quoted string
		posts        []string
	}{
		"Discuz":  {discuzDump, first + "\n", []string{"青石老人|2032-04-05T23:20:45", "小河|2032-04-06T08:00:12"}},
		"phpwind": {windDump, "", []string{"青石老人|2032-04-05", "小河|2032-04-06"}},
	} {
		t.Run(name, func(t *testing.T) {
			d := read(t, c.text)
			assert.Equal(t, "云溪县去年投资有多少\n"+first+"\n"+second+"\n"+c.quoted+answer+"\n", d.Clean())
			require.Len(t, d.Posts, 2, "a thanks is no text to read, and a quotation no post")
			for i, p := range d.Posts {
				assert.Equal(t, c.posts[i], p.Author+"|"+p.Time)
			}
			assert.Equal(t, "云溪县去年投资有多少", d.Given.Title)
			assert.Equal(t, "2032-04-05", d.Given.Published)
		})
	}
}

const discuzDump = `青石论坛

设为首页 收藏本站 切换到宽版
用户名 自动登录 找回密码
密码 登录 注册
›青石论坛 › 云溪生活 › 云溪县去年投资有多少
返回列表
查看: 3481 | 回复: 2

云溪县去年投资有多少 [复制链接]

青石老人

当前离线

1 主题  17 帖子  5 积分

新手上路

积分 5

发消息

电梯直达
楼主
发表于 2032-4-5 23:20:45 | 只看该作者 | 倒序浏览 | 阅读模式

云溪县去年完成投资35亿元，增长8%，增速居全市第二。
其中工业投资12亿元，增长9%，开工项目45个。

收藏0 分享 顶0 踩0

回复

使用道具 举报

小河

3 主题  12 帖子  53 积分

注册会员

积分 53

沙发
发表于 2032-4-6 08:00:12 | 只看该作者

青石老人 发表于 2032-4-5 23:20
云溪县去年完成投资35亿元，增长8%，增速居全市第二。

青石镇的茶园也有2.4万亩了，产量1200吨。

回复 支持 反对

使用道具 举报

板凳
山里人 发表于 2032-4-7 09:11:00 | 只看该作者

谢谢楼主

回复 支持 反对
使用道具 举报
返回列表
高级模式
您需要登录后才可以回帖 登录 | 注册
本版积分规则 发表回复
Archiver|手机版|小黑屋|青石论坛
GMT+8, 2032-6-1 10:11 , Processed in 0.08 second(s), 20 queries .
Powered by Discuz! X3.4
`

const windDump = `青石论坛
首页
论坛
群组
 » 青石论坛 » 云溪生活 » 云溪县去年投资有多少
上一主题下一主题
新 帖
回复
阅读：1207 回复：2
云溪县去年投资有多少    楼层直达

青石老人

级别: 侠客

作者资料
发送短消息
加为好友
使用道具

UID: 3308
精华: 0
发帖: 312
威望: 318 点
金钱: 3190 RMB
注册时间: 2029-03-08
最后登录: 2032-06-01

倒序阅读
楼主  发表于: 2032-04-05 
只看楼主 ┊ 小 中 大

云溪县去年完成投资35亿元，增长8%，增速居全市第二。
其中工业投资12亿元，增长9%，开工项目45个。

本帖最近评分记录：
顶端 回复 引用 举报

小河

级别: 新手上路

UID: 5521
发帖: 12
威望: 3 点
注册时间: 2031-02-11
最后登录: 2032-05-11

沙发  发表于: 2032-04-06 
只看该作者 ┊ 小 中 大

青石镇的茶园也有2.4万亩了，产量1200吨。

顶端 回复 引用 举报

山里人

级别: 骑士

发帖: 77

板凳  发表于: 2032-04-07 
只看该作者 ┊ 小 中 大

谢谢楼主
顶端 回复 引用 举报
上一主题下一主题
描述
快速回复
限100 字节
Powered by phpwind v8.7 Certificate Copyright Time now is:06-01 10:11
©2029-2032 青石论坛 版权所有 Gzip enabled
`

func TestStamp(t *testing.T) {
	for in, want := range map[string]string{
		"发表于 2032-4-5 23:20:45":      "2032-04-05T23:20:45",
		"2032年4月5日 9:05":             "2032-04-05T09:05",
		"2032-04-05T09:05:11+08:00":  "2032-04-05T09:05:11",
		"2032/04/05":                 "2032-04-05",
		"2032-04-05 有人在很久以后说是 09:05": "2032-04-05",
		"昨天 23:20":                   "",
	} {
		assert.Equal(t, want, stamp(in), in)
	}
}

func TestWeChatPage(t *testing.T) {
	const page = `<html><head><meta property="og:title" content="云溪县去年投资增长8%"><title></title></head><body id="activity-detail"><div class="rich_media"><div class="rich_media_inner">
<div id="img-content" class="rich_media_wrp"><h1 class="rich_media_title " id="activity-name">
  云溪县去年投资增长8%
</h1><div id="meta_content" class="rich_media_meta_list"><span class="rich_media_meta rich_media_meta_text">林小满</span>
<span class="rich_media_meta rich_media_meta_nickname" id="profileBt"><a href="javascript:void(0);" class="wx_tap_link" id="js_name"> 云溪发布 </a>
<div id="js_profile_qrcode" class="profile_container" style="display:none;"><strong>云溪发布</strong><p>功能介绍 云溪县的新闻12条</p></div></span>
<em id="publish_time" class="rich_media_meta rich_media_meta_text">@</em></div>
<div class="rich_media_content" id="js_content" style="visibility: hidden;"><section><p><span>` + firstPost + `</span></p><p><br></p></section><section><p>` + reply + `</p></section></div></div></div>
<div class="rich_media_tool"><span>阅读</span><span>1.2万</span></div><div id="js_pc_qr_code" style="display:none">微信扫一扫</div></div>
<script>var nickname = "x"; var ct = "1964000000"; var cover = "";</script></body></html>`
	for time, want := range map[string]string{"": "2032-03-27", "2032-04-05 10:21": "2032-04-05"} {
		d, err := Read("w.html", []byte(strings.Replace(page, "@", time, 1)), pageWords())
		require.NoError(t, err)
		checkDocument(t, d)
		assert.Equal(t, "云溪县去年投资增长8%\n"+firstPost+"\n"+reply+"\n", d.Clean())
		assert.Equal(t, "云溪县去年投资增长8%", d.Given.Title)
		assert.Equal(t, want, d.Given.Published)
		assert.Contains(t, roles(d), "byline|云溪发布")
		assert.Empty(t, d.Posts)
	}
}
