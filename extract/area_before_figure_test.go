package extract

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// An area right before a figure is the figure's own, unless it is one by its end only.
func TestAreaBeforeFigure(t *testing.T) {
	for _, c := range []struct{ text, quote, area string }{
		{"2023年，全市参会企业154家，其中江苏省80家、安徽省74家。", "74家", "安徽省"},
		{"2023年，望江县新增企业12家，清江市74家。", "74家", "清江市"},
		{"江苏省2023年工作总结\n\n改造老旧小区73个、棚户区52个。", "52个", "江苏省"},
	} {
		assert.Equal(t, c.area, find(t, read(t, c.text, Options{}), c.quote).Area, c.text)
	}
}
