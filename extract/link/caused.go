package link

import "github.com/qushu/qushu/extract/segment"

// caused takes off a phrase the verb of who brought about what it tells: 吸引群众应聘1.1万
// 人次 counts 群众应聘. A verb that governs a noun alone stays: 组织培训.
func (c *context) caused(p *phrase) {
	n := c.words.Causes.BeginsAt(c.r, p.a)
	if n == 0 || p.b-p.a < n+4 || c.insideToken(p.a+n) || c.posBefore(p.a+n, p.b) != "v" {
		return
	}
	t, ok := c.s.TokenAt(p.b - 1)
	if !ok || c.words.Others.BeginsAt(c.r, p.a+n) > 0 || segment.IsList(c.r[t.Start-1]) {
		return
	}
	if pos := c.posBefore(p.a+n, t.Start); pos != "" && (pos[0] == 'n' || pos == "v") {
		p.a += n
	}
}
