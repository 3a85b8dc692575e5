package segment

// Marks of the folded sentence. Folding makes full-width commas, colons, semicolons
// and brackets ASCII; the Chinese full stop and the enumeration comma stay.

// IsComma reports whether r separates clauses: , ; : and their like.
func IsComma(r rune) bool {
	return r == ',' || r == ';' || r == ':' || r == '。' || r == '!' || r == '?'
}

// IsList reports whether r joins the members of a list: 、
func IsList(r rune) bool { return r == '、' }

// IsOpen and IsClose report round brackets.
func IsOpen(r rune) bool { return r == '(' || r == '【' || r == '[' }

// IsClose reports a closing bracket.
func IsClose(r rune) bool { return r == ')' || r == '】' || r == ']' }

// IsQuote reports a quotation mark or the mark of a title.
func IsQuote(r rune) bool {
	switch r {
	case '“', '”', '‘', '’', '"', '《', '》', '〈', '〉':
		return true
	}
	return false
}

// HasStop reports whether a text holds a clause boundary.
func HasStop(r []rune) bool {
	for _, x := range r {
		if IsComma(x) {
			return true
		}
	}
	return false
}

// LongestQuote is the most runes between a mark and the one that closes it.
const LongestQuote = 60

// Closing is the mark that closes an opening one, and how far away it may stand: a
// quotation longer than a name is speech, a title may be long.
func Closing(r rune) (rune, int) {
	switch r {
	case '“':
		return '”', 40
	case '‘':
		return '’', 40
	case '《':
		return '》', LongestQuote
	}
	return 0, 0
}

// IsHan reports a Chinese character.
func IsHan(r rune) bool {
	return r >= 0x4e00 && r <= 0x9fff || r >= 0x3400 && r <= 0x4dbf || r == '〇'
}

// IsLatin reports an ASCII letter.
func IsLatin(r rune) bool { return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' }

// IsDash reports a folded dash, as ranges are written with.
func IsDash(r rune) bool { return r == '-' || r == '~' }
