package corpus

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestUnwrap(t *testing.T) {
	d := read(t, `　　云溪县去年完成固定资产投资三十五亿元，比上年
增长百分之八，其中工业投资完成十二亿元，房地产开
发投资完成七亿元，民间投资完成十九亿元。
　　全县新增企业一百二十家，其中规模以上工业企业
十二家，高新技术企业五家，均创近年来的新高。
`)
	assert.Equal(t, []string{
		"body|云溪县去年完成固定资产投资三十五亿元，比上年增长百分之八，其中工业投资完成十二亿元，房地产开发投资完成七亿元，民间投资完成十九亿元。",
		"body|全县新增企业一百二十家，其中规模以上工业企业十二家，高新技术企业五家，均创近年来的新高。",
	}, roles(d))
}

func TestMenusAreNotUnwrapped(t *testing.T) {
	d := read(t, "青石湾码头介绍\n青石湾码头历史\n青石湾码头交通\n青石湾码头地图\n")
	assert.Len(t, roles(d), 4)
}

const article1 = `云溪县去年迎来了丰收的一年，全县粮食总产量达到12.5万吨。

农业部门介绍，水稻、玉米、大豆三种作物的产量都有增长。
`

func TestBrokenParagraphIsJoined(t *testing.T) {
	d := read(t, article1+`
入夏以后，港务局的工作人员走访船员、商户和游客，请他们对渡轮航线提

意见，共收到建议26条，采纳了其中14条。
`)
	assert.Contains(t, roles(d), "body|入夏以后，港务局的工作人员走访船员、商户和游客，请他们对渡轮航线提意见，共收到建议26条，采纳了其中14条。")
}

func TestSetInParagraphIsNotJoined(t *testing.T) {
	d := read(t, article1+`
    入夏以后，港务局的工作人员走访船员、商户和游客，满意的人占到61%

    秋天的航班有所增加，每天开出渡轮38班，运送旅客5200人次。
`)
	assert.Contains(t, roles(d), "body|秋天的航班有所增加，每天开出渡轮38班，运送旅客5200人次。")
}

func TestPageBreakInParagraph(t *testing.T) {
	d := read(t, article1+`
入夏以后，港务局的工作人员走访船员、商户和游客，请他们对渡轮航线提

— 12 —

意见，共收到建议26条，采纳了其中14条。
`)
	assert.Contains(t, d.Clean(), "对渡轮航线提意见")
	assert.NotContains(t, d.Clean(), "12 —")
}

func TestStrayEndOfParagraph(t *testing.T) {
	d := read(t, article1+`
渡轮添了雷达

负责人表示。

“雾天停航是老问题。新装的雷达投用以后，停航的日子会少一半。”云溪县港务局有关

雾里也能靠岸

码头建成以后，全县旅游收入达到3亿元，增长12%。
`)
	assert.Contains(t, d.Clean(), "云溪县港务局有关负责人表示。\n")
	assert.NotContains(t, d.Clean(), "\n负责人表示")
}

func TestReversedBox(t *testing.T) {
	d := read(t, article1+`
增长27%。渡轮客运量同比

● 客运

3.1亿元。全年旅游收入达到

● 旅游

码头建成以后，全县的面貌焕然一新。
`)
	r := roles(d)
	assert.Contains(t, r, "sidebox|渡轮客运量同比增长27%。")
	assert.Contains(t, r, "sidebox|全年旅游收入达到3.1亿元。")
	assert.Less(t, indexOf(r, "heading|● 旅游"), indexOf(r, "sidebox|全年旅游收入达到3.1亿元。"))
	s := indexText(d, "全年旅游收入达到3.1亿元。")
	assert.Len(t, d.Raw(s), 2)
}

func TestUprightBoxStays(t *testing.T) {
	d := read(t, article1+"\n● 客运\n\n渡轮客运量增长27%。\n\n● 旅游\n\n旅游收入3.1亿元。\n")
	r := roles(d)
	assert.Equal(t, []string{"heading|● 客运", "sidebox|渡轮客运量增长27%。", "heading|● 旅游", "sidebox|旅游收入3.1亿元。"}, r[len(r)-4:])
}

func TestNamesBehindParagraph(t *testing.T) {
	d := read(t, article1+"\n据统计，全县新增企业32家，引进人才454人。 林小满 周一鸣\n")
	r := roles(d)
	assert.Equal(t, []string{"body|据统计，全县新增企业32家，引进人才454人。", "byline|林小满 周一鸣"}, r[len(r)-2:])
}

func indexOf(list []string, s string) int {
	for i, x := range list {
		if x == s {
			return i
		}
	}
	return -1
}

func TestDateLine(t *testing.T) {
	w := pageWords()
	for line, want := range map[string]bool{
		"2031-05-20 14:33·青石晚报":         true,
		"2031.06.09 09:37 发布":           true,
		"更新时间：2031-08-19T02:09:25.880Z": true,
		"2031年5月20日":                    true,
		"2031-05-20 14:33地震":            false,
		"2031-05-20 14:33 全县完成投资、增长8%":  false,
		"2031年5月20日青石镇":                 false,
		"青石晚报 2031-05-20 14:33":         false,
	} {
		_, got := w.dateLine(line, shapeOf(line))
		assert.Equal(t, want, got, line)
	}
}

func TestMarkupKeepsParagraphsWhole(t *testing.T) {
	const a, b = "全县去年完成投资35亿元，增长8%，居全市第二位，比上年多3亿元。", "青石镇今年的茶园面积，比上年多了不少，大家都想知道还能不能"
	page := "<div id=zoom><p>" + a + "</p><p>" + a + "</p><p>" + b + "</p><h3>附言</h3><p>再多一些。</p></div>"
	d, err := Read("a.html", []byte("<html><body>"+page+"</body></html>"), pageWords())
	require.NoError(t, err)
	assert.Equal(t, a+"\n"+a+"\n"+b+"\n附言\n再多一些。\n", d.Clean())
	d = read(t, a+"\n\n"+a+"\n\n"+b+"\n\n附言\n\n再多一些。\n")
	assert.Equal(t, a+"\n"+a+"\n"+b+"再多一些。\n附言\n", d.Clean())
}
