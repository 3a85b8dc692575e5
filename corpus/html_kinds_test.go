package corpus

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const (
	headline = "岚州市上半年外贸进出口增长一成二"
	first    = "记者从岚州海关获悉，今年上半年全市外贸进出口总值达到218.6亿元，同比增长12.3%。"
	second   = "“订单排到十月份了。”青屿区一家企业负责人说，今年新添了3条生产线，出口额预计突破4亿元。"
	menuOf   = `<ul><li><a href=1>首页</a><li><a href=2>要闻</a><li><a href=3>民生</a></ul>`
)

// TestKindsOfPages reads an article out of pages as different systems write them.
func TestKindsOfPages(t *testing.T) {
	article := headline + "\n" + first + "\n" + second + "\n"
	for _, c := range []struct{ name, page string }{
		{"line breaks beside a block", `<title>` + headline + `</title><table><tr><td>` + menuOf + `<td><center>` + headline + `</center><br>　　` + first + `<br><br>　　` + second + `<br></table>`},
		{"a headline in a header", `<title>` + headline + `</title><div>` + menuOf + `</div><section><header><h1>` + headline + `</h1></header><div><p>` + first + `<p>` + second + `</div></section>`},
		{"the site before the title", `<title>岚州日报数字报-` + headline + `</title><table><tr><td>` + menuOf + `<tr><td>` + headline + `<tr><td><div id=ozoom><p>` + first + `<p>` + second + `</div></table>`},
		{"tags never closed", `<title>` + headline + `</title><body>` + menuOf + `<div><h1>` + headline + `</h1><div><p>` + first + `<p>` + second},
	} {
		d, err := Read("a.html", []byte(c.page), pageWords())
		require.NoError(t, err, c.name)
		assert.Equal(t, article, d.Clean(), c.name)
		assert.Equal(t, headline, d.Given.Title, c.name)
		checkDocument(t, d)
	}
}

// kindsOfThreads are how forums write a post: a format of number, author, time and text.
var kindsOfThreads = map[string]string{
	"phone":   `<div class="plc cl"><ul class="authi"><li><em>%d#</em><b><a>%s</a></b></li><li class="grey rela">%s</li></ul><div class="message">%s</div></div>`,
	"cell":    `<div class="cell"><table><tr><td><img></td><td><span class="no">%d</span><a>%s</a><span class="ago">%s</span><div class="reply_content">%s</div></td></tr></table></div>`,
	"unknown": `<li class="item"><i>%d楼</i><span class="nick">%s</span><em>%s</em><div class="floor-txt">%s</div><a>赞</a></li>`,
}

func TestKindsOfThreads(t *testing.T) {
	said := []string{"青屿区新盘均价1.8万元，比去年涨了大概5%，现在能买吗？", "住了三年，通勤40分钟，物业费每平方米2.8元。", "听说下半年还有2000套保障房入市，建议再等等。"}
	for name, post := range kindsOfThreads {
		var b strings.Builder
		for i, s := range said {
			fmt.Fprintf(&b, post, i+1, []string{"海风", "小岚", "老苏"}[i], fmt.Sprintf("2031-7-19 08:1%d", i), s)
		}
		d, err := Read("a.html", []byte(`<title>房子能买吗？</title>`+menuOf+`<div class="list">`+b.String()+`</div>`), pageWords())
		require.NoError(t, err, name)
		assert.Equal(t, strings.Join(said, "\n")+"\n", d.Clean(), name)
		assert.Len(t, d.Posts, len(said), name)
		checkDocument(t, d)
	}
}

// TestListsAreNoThreads: the days of a chronicle are those of no posts.
func TestListsAreNoThreads(t *testing.T) {
	day := `<li class="day"><b>2031年3月%d日</b><p>岚州市召开会议，部署一季度工作，要求工业投资增长8%%以上。</p></li>`
	d, err := Read("a.html", fmt.Appendf(nil, `<title>岚州大事记</title><ul>`+day+day+day+`</ul>`, 1, 2, 3), pageWords())
	require.NoError(t, err)
	assert.Equal(t, 3, strings.Count(d.Clean(), "8%以上"))
	assert.Empty(t, d.Posts)
}
