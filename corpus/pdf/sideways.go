package pdf

import "math"

// direction is where a text goes on the page as shown.
type direction int

const (
	nowhere direction = iota // to no neighbour that is near enough to tell
	right
	down
	up
	left
)

const (
	nextChar  = 1.4 // of the size of the font: how far the next character of a line is at most
	leastSide = 8   // characters of a page that does not stand upright
)

// lay turns the text of a page that was set sideways, as wide tables are, or upside down,
// so that its lines run from left to right; what stands upright on the page, its number, stays. The boxes of
// what was turned count on the page as it lies when the text is read.
func lay(glyphs []glyph, width, height float64) {
	ways := directions(glyphs)
	count := map[direction]int{}
	for _, w := range ways {
		count[w]++
	}
	way := down
	for _, w := range []direction{up, left} {
		if count[w] > count[way] {
			way = w
		}
	}
	if count[way] < leastSide || count[way] <= count[right] {
		return
	}
	for i, w := range ways {
		if w != way {
			continue
		}
		g := &glyphs[i]
		g.side = true
		switch way {
		case down:
			g.box = box{height - g.top, g.left, height - g.bottom, g.right}
		case up:
			g.box = box{g.bottom, width - g.right, g.top, width - g.left}
		case left:
			g.box = box{width - g.right, height - g.top, width - g.left, height - g.bottom}
		}
	}
}

// directions tells for each character where its line goes: to the next one of the file, or
// for the last of a line as it went before.
func directions(glyphs []glyph) []direction {
	ways := make([]direction, len(glyphs))
	for i := range glyphs {
		if i+1 < len(glyphs) {
			ways[i] = glyphs[i].to(glyphs[i+1])
		}
		if ways[i] == nowhere && i > 0 {
			ways[i] = glyphs[i-1].to(glyphs[i])
		}
	}
	return ways
}

// to is the direction from one character to the next.
func (g glyph) to(next glyph) direction {
	dx, dy := (next.left+next.right-g.left-g.right)/2, next.middle()-g.middle()
	near := nextChar * max(g.size, next.size, 1)
	switch {
	case math.Abs(dx) > near || math.Abs(dy) > near:
		return nowhere
	case dx > 2*math.Abs(dy):
		return right
	case -dx > 2*math.Abs(dy):
		return left
	case dy > 2*math.Abs(dx):
		return up
	case -dy > 2*math.Abs(dx):
		return down
	}
	return nowhere
}
