package corpus

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestSpacesAroundFigures(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"全年完成投资 35.6 亿元，增长 8.2 %。", "全年完成投资35.6亿元，增长8.2%。"},
		{"云溪县 2031 年工作报告", "云溪县2031年工作报告"},
		{"2031\u00A0年，占全县的 1 / 12 。", "2031年，占全县的1/12。"},
		{"GDP 35 亿元", "GDP 35亿元"},
		{"上升 12 km", "上升12 km"},
		{"序号 3 2031 年", "序号3 2031年"},
		{"第一章 2031年", "第一章 2031年"},
		{"两列  35  亿元", "两列  35  亿元"},
		{"2. 一、工业", "2. 一、工业"},
	} {
		d := read(t, c.text+"\n")
		assert.Equal(t, c.want+"\n", d.Clean(), c.text)
		checkDocument(t, d)
	}
}

func TestASpaceTakenOffAFigureIsOfItsBytes(t *testing.T) {
	for _, name := range []string{utf8Name, gbName, leName} {
		data := encode(t, name, "全县税收 35.6 亿元，比上年增长百分之八，增速居全市第二位，好于预期。\n")
		d, err := Read("a.txt", data, pageWords())
		assert.NoError(t, err)
		i := len("全县税收")
		raw := d.Raw(Span{i, i + len("35.6亿元")})
		assert.Len(t, raw, 1, name)
		assert.Equal(t, "35.6 亿元", d.Decode(raw[0]), name)
	}
}
