package corpus

import (
	"os"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// pageWords are the words of the lexicon.
var pageWords = sync.OnceValue(func() Words {
	data, err := os.ReadFile("../rules/lexicon/page.tsv")
	if err != nil {
		panic(err)
	}
	var rows [][]string
	for _, line := range strings.Split(string(data), "\n") {
		if line != "" && !strings.HasPrefix(line, "#") {
			rows = append(rows, strings.Split(line, "\t"))
		}
	}
	return NewWords(rows)
})

func TestPageTableIsWellFormed(t *testing.T) {
	data, err := os.ReadFile("../rules/lexicon/page.tsv")
	require.NoError(t, err)
	lines := strings.Split(strings.TrimRight(string(data), "\n"), "\n")
	assert.Equal(t, "word\trole\tmatch\tnote", lines[0])
	for i, line := range lines[1:] {
		if strings.HasPrefix(line, "#") {
			continue
		}
		cells := strings.Split(line, "\t")
		require.Len(t, cells, 4, "line %d: %q", i+2, line)
		assert.Contains(t, []string{"whole", "menu", "prefix", "suffix", "part"}, cells[2], "line %d: %q", i+2, line)
	}
}

func TestFurnitureWords(t *testing.T) {
	w := pageWords()
	for line, want := range map[string]Role{
		"首页 政务公开 政务服务 互动交流 数据云溪": Nav,
		"设为首页收藏本站":               Nav,
		"您的当前位置: 首页>政务公开 > 公告":   Nav,
		"字号：大 中 小":               Widget,
		"查看: 88|回复: 3":           Counter,
		"积分":                     Widget,
		"[复制链接]":                 Widget,
		"Powered by Abc! X3.4":   Footer,
		"责任编辑：林小满":               Byline,
		"来源：云溪日报":                Byline,
		"（林小满 周一鸣）":              Byline,
		"记者 林小满":                 Byline,
		"林小满 周一鸣":                Byline,
		"青石湾码头夜景 摄/林小满":          Caption,
		"工人在车间作业（林小满 摄）":         Caption,
		"（云溪县委宣传部供图）":            Caption,
		"发布时间：2024-03-05 10:20":  DateLine,
		"2024年3月5日":              DateLine,
		"（2023年9月1日）":            DateLine,
		"免责声明：本站部分内容来自互联网，如有不妥，请联系我们。":     Disclaimer,
		"全县粮食总产量达到12.5万吨，同比增长3.1%。":        Body,
		"收藏家们带来的藏品，让市民大开眼界。":               Body,
		"下载量超过300万次，居全省第二。":                Body,
		"来源于制造业的税收增长8%，拉动全县税收增长3个百分点。":     Body,
		"一、2023年工作回顾":                      Heading,
		"（二）工业经济稳步回升":                      Heading,
		"第三章 发展目标":                         Heading,
		"1. 2023年，全县上下攻坚克难，完成投资35亿元，增长8%。": Body,
		"【摘要】：云溪县去年完成投资35亿元，增长8%，居全市第二位":   Abstract,
		"原标题：云溪县前三季度生产总值增长6.1%":            Title,
	} {
		d, err := Read("a.txt", []byte(line), w)
		require.NoError(t, err, line)
		require.NotEmpty(t, d.Blocks, line)
		assert.Equal(t, want, d.Blocks[0].Role, "%s (%s)", line, d.Blocks[0].Why)
	}
}

func TestGenre(t *testing.T) {
	w := pageWords()
	for title, want := range map[string]string{
		"2024年云溪县政府工作报告":                "report",
		"云溪县2023年国民经济和社会发展统计公报":         "communique",
		"云溪年鉴（2021）":                    "yearbook",
		"关于云溪县2023年计划执行情况与2024年计划草案的报告": "plan",
		"青石股份关于回购股份的公告":                 "notice",
		"青石湾灯火通明":                       "",
	} {
		assert.Equal(t, want, w.genre(title), title)
	}
}
