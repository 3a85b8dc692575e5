package number

import "math/big"

// span is a low and a high value that are computed together; high is nil where the two
// are one.
type span struct{ low, high *big.Rat }

func single(n int64) span { return span{low: ratOf(n)} }

func (a span) plus(b span) span {
	if a.high == nil && b.high == nil {
		return span{low: new(big.Rat).Add(a.low, b.low)}
	}
	return span{new(big.Rat).Add(a.low, b.low), new(big.Rat).Add(a.top(), b.top())}
}

func (a span) times(n int64) span {
	out := span{low: mul(a.low, n)}
	if a.high != nil {
		out.high = mul(a.high, n)
	}
	return out
}

func (a span) top() *big.Rat {
	if a.high != nil {
		return a.high
	}
	return a.low
}

// group is a finished part of a number with the scale it ends in: the 3亿 of 3亿5600万.
type group struct {
	value span
	scale int64
}

// reader is the state of reading a number: finished groups of falling scale, the
// section below 万 in progress, and the digit or figure that waits for its scale.
type reader struct {
	s       []rune
	i       int
	groups  [8]group
	n       int // groups
	section span
	inside  bool  // the section holds something
	ten     int64 // the scale read last in the section, 0 for none
	pending span
	kind    byte  // of what is pending: 'h' a Chinese digit, 'a' a figure, 0 nothing
	last    int64 // the scale read last, 0 before the first
	touch   bool  // that scale stands right before
	zero    bool  // a 零 stands since
	point   bool
	short   bool // the figure that waits has one digit
	out     Number
}

// read reads a number that may have scales. Where a further group turns out not to fit
// (三万五万), the number ends before it.
func read(s []rune) (Number, bool) {
	r := &reader{s: s, section: single(0), out: Number{Han: !IsDigit(s[0])}}
	var safe reader // before the digit that waits
	saved := false
	for r.i < len(s) {
		before := *r
		ok, fits := r.step()
		if !fits {
			if !saved {
				break
			}
			*r = safe
			break
		}
		if !ok {
			break
		}
		if before.kind == 0 && r.kind != 0 && before.i > 0 {
			safe, saved = before, true
		} else if r.kind == 0 {
			saved = false
		}
	}
	if r.i == 0 {
		return Number{}, false
	}
	return r.finish(), true
}

// step reads the next part. ok is false where the number ends, fits where what was read
// before turns out to belong to the next number.
func (r *reader) step() (ok, fits bool) {
	c := r.s[r.i]
	switch {
	case IsDigit(c):
		return r.figure(), true
	case c == '点':
		return r.decimals(), true
	case isTen(c):
		return r.tenScale(tens[c])
	case isBig(c):
		return r.bigScale(bigs[c])
	case isTwenty(c):
		return r.score(twenty[c]), true
	case c == '个' && r.kind != 0 && at(r.s, r.i+1) == '亿' && at(r.s, r.i+2) != '元' && at(r.s, r.i+2) != '级':
		r.i++ // 3.2个亿
		return true, true
	case isMore(c) && r.i > 0 && isScale(at(r.s, r.i+1)):
		r.out.More = true
		r.i++
		return true, true
	}
	if d := digitAt(r.s, r.i); d >= 0 {
		return r.digit(d), true
	}
	return false, true
}

func (r *reader) took(n int) { r.i, r.touch = r.i+n, false }

// digit takes a Chinese digit: 零, one that waits for its scale, or the second of an
// approximate pair.
func (r *reader) digit(d int64) bool {
	switch {
	case r.point:
		return false
	case d == 0 && r.kind == 0 && r.i > 0:
		if r.zero || !r.afterZero() {
			return false
		}
		r.zero = true
	case r.s[r.i] == '两' && r.i > 0 && !r.countsOn():
		return false
	case r.kind == 0:
		r.pending, r.kind = single(d), 'h'
		r.out.Bare = false
	case r.kind == 'h' && r.pending.high == nil && isPair(r.pending.low, d):
		r.pending.high = ratOf(d)
	case r.kind == 'h' && r.pending.low.Sign() == 0 && r.i == 1 && d > 0:
		r.pending = single(d)
	default:
		return false
	}
	r.took(1)
	return true
}

// afterZero reports whether something follows a 零 that it can stand before.
func (r *reader) afterZero() bool {
	next := at(r.s, r.i+1)
	return digitAt(r.s, r.i+1) > 0 || isTen(next) || IsDigit(next) || isTwenty(next) || isMore(next) && isScale(at(r.s, r.i+2))
}

// countsOn reports whether the 两 at hand is a digit and not the weight: 两万两千, 一两个
// against 两万两, 一两.
func (r *reader) countsOn() bool {
	next := at(r.s, r.i+1)
	return isScale(next) || r.kind == 'h' && next >= 0x4e00 && next != '以' && next != '重'
}

// isPair reports whether two digits side by side are an approximation: 七八, 三五.
func isPair(a *big.Rat, b int64) bool {
	n := a.Num().Int64()
	return n > 0 && (b == n+1 || n == 3 && b == 5)
}

// figure takes Arabic figures: at the beginning, or behind a scale that they are
// smaller than (3亿5600万, 1万600).
func (r *reader) figure() bool {
	n := figures(r.s[r.i:])
	if r.kind != 0 || r.point || r.i > 0 && !r.follows(n) {
		return false
	}
	v, hasPoint := parseFigure(r.s[r.i : r.i+n])
	if r.i > 0 && v.Cmp(ratOf(r.last)) >= 0 {
		return false
	}
	r.pending, r.kind, r.out.Point, r.short = span{low: v}, 'a', hasPoint, n == 1
	r.out.Bare = false
	r.took(n)
	return true
}

// follows reports whether n figures behind a scale go on with the number: they have a
// scale of their own, or are whole and dated or measured by nothing.
func (r *reader) follows(n int) bool {
	if r.last == 0 {
		return false
	}
	next := at(r.s, r.i+n)
	if isScale(next) || isMore(next) && isScale(at(r.s, r.i+n+1)) {
		return true
	}
	if run(r.s[r.i:]) != n || n > 7 || n > 1 && r.s[r.i] == '0' {
		return false
	}
	return next != '年' && next != '月' && next != '日' && next != '%' && next != '-' && next != '.' && next != '/' && next != ':'
}

// tenScale takes 十, 百 or 千, which must be smaller than the one before in its section.
func (r *reader) tenScale(scale int64) (ok, fits bool) {
	if r.point && r.kind == 0 && scale > 10 { // 五点五千
		r.section, r.point = r.section.times(scale), false
		r.ten, r.last, r.zero = 10, scale, false
		r.took(1)
		return true, true
	}
	if r.point || r.ten > 0 && scale >= r.ten || r.kind == 0 && r.i > 0 && r.touch && r.ten == 0 {
		return false, true
	}
	d := single(1)
	if r.kind != 0 {
		d = r.pending
	} else if r.i == 0 && scale > 10 {
		r.out.Bare = true
	}
	r.section, r.inside = r.section.plus(d.times(scale)), true
	r.ten, r.last, r.zero, r.kind = scale, scale, false, 0
	r.took(1)
	r.touch = true
	return true, true
}

// score takes 廿 and 卅.
func (r *reader) score(v int64) bool {
	if r.kind != 0 || r.point || r.ten > 0 && r.ten <= 10 {
		return false
	}
	r.section, r.inside = r.section.plus(single(v)), true
	r.ten, r.last, r.zero = 10, 10, false
	r.took(1)
	return true
}

// bigScale takes 万, 亿 or 兆. It multiplies the section and every group of a smaller
// scale: 三百五十万亿, 一万二千亿; two of the same side by side multiply (万万).
func (r *reader) bigScale(scale int64) (ok, fits bool) {
	v, filled, n, product := r.section, r.inside, r.n, scale
	if r.kind != 0 {
		v, filled = v.plus(r.pending), true
	}
	for n > 0 && (r.groups[n-1].scale < scale || !filled && r.touch && r.groups[n-1].scale == scale) {
		n--
		v, filled = v.plus(r.groups[n].value), true
		product = times(product, r.groups[n].scale)
	}
	if n > 0 && (!filled || r.groups[n-1].scale <= product) || n == len(r.groups) {
		return false, r.kind == 0
	}
	if !filled {
		v = single(1)
		r.out.Bare = r.i == 0
	}
	r.groups[n] = group{v.times(scale), product}
	r.n, r.section, r.inside = n+1, single(0), false
	r.ten, r.last, r.zero, r.kind, r.point = 0, scale, false, 0, false
	r.took(1)
	r.touch = true
	return true, true
}

// times multiplies two scales, at most the largest that matters.
func times(a, b int64) int64 {
	if a > 1e18/b {
		return 1e18
	}
	return a * b
}

// decimals takes 点 and the digits behind it. 三点五十 and 三点一刻 are times of day.
func (r *reader) decimals() bool {
	if r.i == 0 || r.point || r.out.Point || r.out.Bare || r.pending.high != nil && r.kind != 0 || r.zero && r.kind == 0 {
		return false
	}
	n := r.i + 1
	step, v := big.NewRat(1, 1), new(big.Rat)
	for n < len(r.s) {
		d := digitAt(r.s, n)
		if IsDigit(r.s[n]) {
			d = int64(r.s[n] - '0')
		}
		if d < 0 || r.s[n] == '两' {
			break
		}
		step = new(big.Rat).Quo(step, ratOf(10))
		v.Add(v, mul(step, d))
		n++
	}
	next := at(r.s, n)
	if n == r.i+1 || next == '十' || next == '拾' || next == '刻' || next == '点' || next == '分' && !isWord(at(r.s, n+1)) {
		return false
	}
	if r.kind != 0 {
		r.section = r.section.plus(r.pending)
	}
	r.section, r.inside, r.kind = r.section.plus(span{low: v}), true, 0
	r.point, r.out.Point, r.last = true, true, 1
	r.took(n - r.i)
	return true
}

// isWord reports whether r makes a word with 分 that is no minute of a time of day: 分钟, 分之, 分米.
func isWord(r rune) bool { return r == '钟' || r == '之' || r == '米' || r == '贝' }

// finish adds up what was read. A digit that ends it stands for the scale below the
// last one: 三万五 is 35000, 三万零五 is 30005.
func (r *reader) finish() Number {
	v := r.section
	for _, g := range r.groups[:r.n] {
		v = v.plus(g.value)
	}
	if r.kind != 0 {
		d := r.pending
		if r.last >= 100 && !r.zero && (r.kind == 'h' || r.short) { // 三万五, 1万5
			d = d.times(r.last / 10)
		}
		v = v.plus(d)
	}
	out := r.out
	out.Value, out.High, out.N = v.low, v.high, r.i
	out.Step = ratOf(1)
	r.writeScale(&out)
	if k := at(r.s, r.i); k == '多' && at(r.s, r.i+1) != '于' || k == '余' || k == '来' && isTen(at(r.s, r.i-1)) || k == '几' && at(r.s, r.i-1) == '十' {
		out.More = true
		out.N++
	}
	return out
}

// writeScale splits the text into figures and the scale that ends it.
func (r *reader) writeScale(out *Number) {
	end := r.i
	for end > 0 && isScale(r.s[end-1]) && (isBig(r.s[end-1]) || !out.Han) {
		out.Step = mul(out.Step, tens[r.s[end-1]]+bigs[r.s[end-1]])
		end--
	}
	if end == r.i && end > 1 && tens[r.s[end-1]] >= 100 {
		out.Step = ratOf(tens[r.s[end-1]])
	}
	out.Scale = string(r.s[end:r.i])
	out.Digits = figureText(r.s[:end])
}
