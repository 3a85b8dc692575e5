package extract

import (
	"github.com/qushu/qushu/extract/segment"
	"github.com/qushu/qushu/normalize/number"
)

// hasNumeral reports whether a sentence holds a digit or a Chinese numeral.
func hasNumeral(r []rune) bool {
	for _, x := range r {
		if number.IsDigit(x) || number.IsHan(x) || number.IsVulgar(x) {
			return true
		}
	}
	return false
}

// numerals lists the runs of digits (with their separators) and of Chinese numerals of
// a folded text: each must end as a fact, a time or a line of the ledger.
func numerals(r []rune) [][2]int {
	var out [][2]int
	for i := 0; i < len(r); {
		n := run(r[i:])
		if n == 0 {
			i++
			continue
		}
		out = append(out, [2]int{i, i + n})
		i += n
	}
	return out
}

func run(r []rune) int {
	same := func(x rune) bool { return number.IsHan(x) }
	if number.IsDigit(r[0]) {
		same = number.IsDigit
	} else if number.IsVulgar(r[0]) {
		return 1
	} else if !number.IsHan(r[0]) {
		return 0
	}
	n := 0
	for n < len(r) && (same(r[n]) || same(r[max(0, n-1)]) && isPoint(r[n]) && n+1 < len(r) && same(r[n+1]) && number.IsDigit(r[0])) {
		n++
	}
	return n
}

func isPoint(r rune) bool { return r == '.' || r == ',' || r == '·' }

// foldText folds a stretch of clean text outside any sentence.
func foldText(text string) (runes []rune, off []int) {
	for i, r := range text {
		runes = append(runes, segment.Fold(r, false))
		off = append(off, i)
	}
	return runes, append(off, len(text))
}
