package corpus

import (
	"bytes"
	"sync"
	"unicode/utf8"

	"golang.org/x/text/encoding"
)

// once makes the table of an encoding when it is first needed.
func once(e encoding.Encoding) func() *pairs {
	return sync.OnceValue(func() *pairs { return tableOf(e) })
}

// sample is how much of a file is looked at to tell its encoding.
const sample = 1 << 18

// detect tells the encoding by content, validity first, and the length of the byte
// order mark. What a page declares of itself is not asked: pages that declare gb2312
// and are UTF-8 are common.
func detect(data []byte) (name string, bom int) {
	switch {
	case bytes.HasPrefix(data, []byte("\xEF\xBB\xBF")):
		return utf8Name, 3
	case bytes.HasPrefix(data, []byte("\xFF\xFE")):
		return leName, 2
	case bytes.HasPrefix(data, []byte("\xFE\xFF")):
		return beName, 2
	}
	b := data[:min(len(data), sample)]
	if name := zeroPattern(b); name != "" {
		return name, 0
	}
	if likelyUTF8(b) {
		return utf8Name, 0
	}
	if name := hanUTF16(b); name != "" {
		return name, 0
	}
	if big5Score(b) > gbScore(b) {
		return big5Name, 0
	}
	return gbName, 0
}

// zeroPattern knows UTF-16 by the zero bytes of its ASCII characters, which all
// stand at even or all at odd places.
func zeroPattern(b []byte) string {
	var zeros [2]int
	for i, c := range b {
		if c == 0 {
			zeros[i%2]++
		}
	}
	few, many := min(zeros[0], zeros[1]), max(zeros[0], zeros[1])
	if many < 2 || few*20 > many || many*8 < len(b) && !sane16(b, zeros[0] > zeros[1]) {
		return ""
	}
	if zeros[0] > zeros[1] {
		return beName
	}
	return leName
}

// sane16 reports whether the bytes read well as UTF-16 of that byte order: Han
// characters, their punctuation, ASCII.
func sane16(b []byte, big bool) bool {
	good, all := 0, len(b)/2
	lo := 0
	if big {
		lo = 1
	}
	for i := 0; i+1 < len(b); i += 2 {
		switch hi, l := b[i+1-lo], b[i+lo]; {
		case hi >= 0x4E && hi <= 0x9F, hi == 0x30, hi == 0xFF, hi == 0x20:
			good++
		case hi == 0 && (l >= ' ' || l == '\n' || l == '\r' || l == '\t'):
			good++
		}
	}
	return all > 0 && good*100 >= all*95
}

// hanUTF16 knows UTF-16 without a mark and nearly without ASCII.
func hanUTF16(b []byte) string {
	le, be := sane16(b, false), sane16(b, true)
	switch {
	case le && !be:
		return leName
	case be && !le:
		return beName
	}
	return ""
}

// likelyUTF8 allows for damage: a few lost bytes among many characters of several
// bytes. Text of another encoding has hardly any such character by chance.
func likelyUTF8(b []byte) bool {
	multi, bad := 0, 0
	for i := 0; i < len(b); {
		r, n := utf8.DecodeRune(b[i:])
		switch {
		case r == utf8.RuneError && n == 1 && len(b)-i >= utf8.UTFMax:
			bad++
		case n > 1:
			multi++
		}
		i += n
	}
	return bad == 0 || multi > 4*bad
}

// gbScore and big5Score count characters that are frequent in text of the encoding:
// those of its first plane, which holds the common ones, and five that no text is
// without. They are shares of all pairs, in thousandths.
func gbScore(b []byte) int {
	return score(b, func(hi, lo byte) int {
		switch uint(hi)<<8 | uint(lo) {
		case 0xA3AC, 0xA1A3, 0xB5C4, 0xD2BB, 0xC4EA:
			return 3
		}
		if lo >= 0xA1 && (hi >= 0xB0 && hi <= 0xD7 || hi >= 0xA1 && hi <= 0xA3) {
			return 1
		}
		return 0
	})
}

func big5Score(b []byte) int {
	return score(b, func(hi, lo byte) int {
		switch uint(hi)<<8 | uint(lo) {
		case 0xA141, 0xA143, 0xAABA, 0xA440, 0xA67E:
			return 3
		}
		if hi >= 0xA1 && hi <= 0xC6 && (lo >= 0x40 && lo <= 0x7E || lo >= 0xA1) {
			return 1
		}
		return 0
	})
}

func score(b []byte, of func(hi, lo byte) int) int {
	sum, all := 0, 0
	for i := 0; i < len(b); i++ {
		if b[i] < 0x81 {
			continue
		}
		all++
		if i+1 < len(b) && b[i+1] >= 0x30 {
			sum += of(b[i], b[i+1])
			i++
		}
	}
	return sum * 1000 / max(all, 1)
}
