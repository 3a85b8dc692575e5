package extract

import "strings"

// tidy is a text with single spaces for its white space and none at its ends.
func tidy(s string) string {
	if neat(s) {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}

// neat reports whether tidy leaves s as it is, as it does most: there is no white space
// but single spaces between words. It is in doubt at bytes that white space may begin
// with.
func neat(s string) bool {
	before := byte(' ')
	for i := 0; i < len(s); i++ {
		switch b := s[i]; {
		case b > ' ' && b < 0x80, b > 0xE3, b > 0x80 && b < 0xC2, b > 0xC2 && b < 0xE1, b == 0x80:
		case b == ' ' && before != ' ':
		case b == 0xE2 && i+1 < len(s) && s[i+1] > 0x81, b == 0xE2 && i+2 < len(s) && s[i+1] == 0x80 && s[i+2] > 0x8A && s[i+2] < 0xA8:
		case b == 0xE3 && i+2 < len(s) && (s[i+1] != 0x80 || s[i+2] != 0x80):
		default:
			return false
		}
		before = s[i]
	}
	return before != ' ' || s == ""
}
