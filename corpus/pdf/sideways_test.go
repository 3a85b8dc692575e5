package pdf

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// setAt is a text of two lines and a number below, its characters 10 points wide and high.
func setAt(at func(x, y float64) box) []glyph {
	var out []glyph
	for y, line := range []string{"全县粮食产量十二万吨", "比上年增长"} {
		for x, r := range []rune(line) {
			out = append(out, glyph{box: at(float64(100+x*10), float64(400-y*20)), char: r, size: 10})
		}
	}
	return out
}

func TestTextThatDoesNotStandUpright(t *testing.T) {
	const width, height = 600, 500
	for name, at := range map[string]func(x, y float64) box{
		"upright":     func(x, y float64) box { return box{x, y, x + 10, y + 10} },
		"downwards":   func(x, y float64) box { return box{y, height - x - 10, y + 10, height - x} },
		"upwards":     func(x, y float64) box { return box{width - y - 10, x, width - y, x + 10} },
		"upside down": func(x, y float64) box { return box{width - x - 10, height - y - 10, width - x, height - y} },
	} {
		t.Run(name, func(t *testing.T) {
			glyphs := append(setAt(at), glyph{box: box{300, 20, 305, 30}, char: '7', size: 10})
			lay(glyphs, width, height)
			var lines []string
			for _, r := range arrange(glyphs, func() bool { return false }) {
				lines = append(lines, r[0].text)
			}
			assert.Equal(t, []string{"全县粮食产量十二万吨", "比上年增长", "7"}, lines)
			assert.Equal(t, name != "upright", glyphs[0].side)
			assert.False(t, glyphs[len(glyphs)-1].side, "the number of the page stands")
			assert.Equal(t, 100.0, glyphs[0].left)
		})
	}
}

func TestCharactersBelowOneAnotherAreNotSideways(t *testing.T) {
	var glyphs []glyph
	for i, r := range []rune("指标和单位以及增长率") { // a narrow column of a table
		y := float64(400 - i*15)
		glyphs = append(glyphs, glyph{box: box{100, y, 110, y + 10}, char: r, size: 10})
	}
	lay(glyphs, 600, 500)
	assert.False(t, glyphs[0].side)
	assert.Len(t, arrange(glyphs, func() bool { return false }), 10)
	assert.Empty(t, arrange(glyphs, func() bool { return true }), "it is late")
}
