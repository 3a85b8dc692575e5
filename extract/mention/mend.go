package mention

import (
	"slices"
	"strings"
	"unicode"

	"github.com/qushu/qushu/extract/fact"
	"github.com/qushu/qushu/extract/segment"
	"github.com/qushu/qushu/normalize/number"
)

// The runes that stand for what damage put into a number while it is read.
const (
	noise  = '\uE000' // a stray letter, left out
	hidden = '■'      // a sign in the place of a digit
)

// maxNoise is the most letters that damage puts between two digits: those of a syllable.
const maxNoise = 6

// mend returns the runes of a sentence with letters that were read for digits put
// right, stray letters between digits marked as noise, and signs that hide digits all
// alike; or r itself where no number is damaged. Only a number that is plainly a
// quantity is touched, as one with a scale, of money or in percent is: 5G, 4K60 and
// 2×66 are names and products.
func (sc *Scanner) mend(r []rune) []rune {
	out := r
	for i := 0; i < len(r); i++ {
		if !intrudes(r[i]) {
			if right := sc.misread(r, i); right != 0 {
				out = owned(out, r)
				out[i] = right
			}
			continue
		}
		j := i + 1
		for j < len(r) && intrudes(r[j]) && letter(r[j]) == letter(r[i]) {
			j++
		}
		if put := sc.intruder(out, i, j); put != 0 {
			out = owned(out, r)
			for k := i; k < j; k++ {
				if out[k] = put; put == '0' {
					out[k] = lookalike(r[k])
				}
			}
		}
		i = j - 1
	}
	return out
}

// owned is out, or a copy of it where it is still r itself.
func owned(out, r []rune) []rune {
	if &out[0] == &r[0] {
		return slices.Clone(r)
	}
	return out
}

// misread is the scale that the character at i was taken for, between a figure and the
// unit of money: 82.6忆元. It is 0 for any other.
func (sc *Scanner) misread(r []rune, i int) rune {
	if i == 0 || !number.IsDigit(r[i-1]) || !segment.IsHan(r[i]) {
		return 0
	}
	for k := 0; k+1 < len(sc.v.Misread); k += 2 {
		if r[i] == sc.v.Misread[k] {
			if kind, scaled := sc.quantity(r, i+1); kind == Money && !scaled {
				return sc.v.Misread[k+1]
			}
		}
	}
	return 0
}

// intrudes reports whether r is a letter or a sign that damage puts into numbers.
func intrudes(r rune) bool {
	if r > 'z' {
		return r == '×'
	}
	return segment.IsLatin(r) || r == '*'
}

// letter reports a letter that is no mark of a hidden digit.
func letter(r rune) bool { return segment.IsLatin(r) && r != 'x' && r != 'X' }

// lookalike is the digit that a letter looks like, or 0.
func lookalike(r rune) rune {
	switch r {
	case 'O', 'o':
		return '0'
	case 'l', 'I':
		return '1'
	}
	return 0
}

// intruder is what to put for the runes [i, j) of a number: '0' for the digits that
// they look like, noise, hidden, or 0 where nothing is damaged.
func (sc *Scanner) intruder(r []rune, i, j int) rune {
	from, to := numberStart(r, i), numberEnd(r, j)
	before, after := from < i, to > j && (r[j] != '.' || to > j+1)
	if !before && !after || from > 0 && !opensNumber(r[from-1]) {
		return 0
	}
	kind, scaled := sc.quantity(r, to)
	sum := kind == Money || kind == Percent
	switch {
	case !letter(r[i]):
		if before && (sum || j-i > 1 && kind != "") {
			return hidden
		}
	case !sum && !scaled:
	case all(r[i:j], func(x rune) bool { return lookalike(x) != 0 }) && (after || lookalike(r[i]) == '0') && (before || j-i == 1 && lookalike(r[i]) == '1'):
		return '0'
	case before && after && j-i <= maxNoise && all(r[i:j], isLower) && !sc.unitAt(r, i, j):
		return noise
	}
	return 0
}

// opensNumber reports whether a number can begin behind r.
func opensNumber(r rune) bool {
	return segment.IsHan(r) || segment.IsComma(r) || segment.IsList(r) || r == ' '
}

func isLower(r rune) bool { return 'a' <= r && r <= 'z' }

func all(r []rune, is func(rune) bool) bool {
	return !slices.ContainsFunc(r, func(x rune) bool { return !is(x) })
}

// maxDigits is how far the digits of a damaged number are looked for.
const maxDigits = 20

// numberStart is where the number begins whose rest begins at i.
func numberStart(r []rune, i int) int {
	for k := i; ; k-- {
		if k == 0 || i-k > maxDigits || !inNumber(r[k-1]) && r[k-1] != noise && r[k-1] != hidden {
			return k
		}
	}
}

// numberEnd is where the number ends that goes on at j, letters like digits taken in.
func numberEnd(r []rune, j int) int {
	for k := j; ; k++ {
		if k == len(r) || k-j > maxDigits || !inNumber(r[k]) && lookalike(r[k]) == 0 {
			return k
		}
	}
}

func inNumber(r rune) bool { return number.IsDigit(r) || r == '.' }

// quantity is the kind of the unit at i, behind scales.
func (sc *Scanner) quantity(r []rune, i int) (kind string, scaled bool) {
	k := i
	for k < len(r) && number.IsScale(r[k]) {
		k++
	}
	if k == len(r) {
		return "", k > i
	}
	if u, n := sc.Units.Match(r[k:]); n > 0 {
		kind = u.Kind
	}
	return kind, k > i
}

// unitAt reports whether the letters [i, j) are a unit: 5m2.
func (sc *Scanner) unitAt(r []rune, i, j int) bool {
	_, n := sc.Units.Match(r[i:])
	return n >= j-i
}

// flagMended flags the mentions in which a sentence was mended.
func flagMended(list []Mention, r, mended []rune) {
	for i := range list {
		m := &list[i]
		if m.Kind == None {
			continue
		}
		for k := m.Start; k < m.End; k++ {
			switch {
			case r[k] == mended[k] || mended[k] == hidden:
			case mended[k] == noise:
				m.addFlag(fact.Noise)
			default:
				m.addFlag(fact.OCR)
			}
		}
	}
}

func (m *Mention) addFlag(name string) {
	if !slices.Contains(m.Flags, name) {
		m.Flags = append(m.Flags, name)
	}
}

// masks are the signs that stand for digits made unreadable; the stars may be marks of
// emphasis or of a list as well.
const masks = "■□▇█*＊"

// unreadable widens figures over the digits before them of which signs or bytes that
// could not be read leave nothing: in 出口1■5亿元 the figure is 1■5亿元, and not what is
// exported. Its value is that of what can be read.
func (c *cursor) unreadable() {
	kept := c.out[:0]
	for _, m := range c.out {
		if flag := c.spoiled(m.Start, m.End); flag != "" && m.IsValue() {
			m.addFlag(flag)
			m.Start = c.spoiltFrom(m.Start)
			for len(kept) > 0 && kept[len(kept)-1].Kind == None && kept[len(kept)-1].Start >= m.Start {
				kept = kept[:len(kept)-1]
			}
			if n := len(kept); n > 0 {
				m.Start = max(m.Start, kept[n-1].End)
			}
		}
		kept = append(kept, m)
	}
	c.out = kept
}

// spoiled is the flag of a figure [i, end) that has unreadable digits before it, or "".
// Signs that begin the text are the marks of a list, and those on both sides set a
// figure off.
func (c *cursor) spoiled(i, end int) string {
	switch {
	case i == 0:
	case c.r[i-1] == unicode.ReplacementChar:
		return fact.Torn
	case strings.ContainsRune(masks, c.r[i-1]) && (end == len(c.r) || c.r[end] != c.r[i-1]):
		k := i - 1
		for k > 0 && i-k < maxDigits && c.r[k-1] == c.r[i-1] {
			k--
		}
		if k > 0 && c.r[k-1] != ' ' {
			return fact.Masked
		}
	}
	return ""
}

// spoiltFrom is where the figure begins whose readable digits begin at i.
func (c *cursor) spoiltFrom(i int) int {
	k := i
	for k > 0 && i-k < maxDigits && (inNumber(c.r[k-1]) || c.r[k-1] == unicode.ReplacementChar || strings.ContainsRune(masks, c.r[k-1])) {
		k--
	}
	return k
}
