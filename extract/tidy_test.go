package extract

import (
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"
)

func TestTidy(t *testing.T) {
	for in, want := range map[string]string{
		"": "", " ": "", "全县": "全县", " 全县": "全县", "全县 ": "全县", "全县  增长": "全县 增长", "全县\t增长": "全县 增长",
		"全县　增长": "全县 增长", "“全县”、增长—5%…": "“全县”、增长—5%…", "全县\u00a0增长\u2029": "全县 增长", "a b": "a b", "\xe3\x80": "\xe3\x80",
	} {
		require.Equal(t, want, tidy(in), "%q", in)
	}
}

// TestTidyAsFields wants what the fields of a text joined by spaces are, of every rune.
func TestTidyAsFields(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		for _, s := range []string{string(r), "甲" + string(r) + "乙", "a " + string(r), string(r) + " b"} {
			if got := tidy(s); got != strings.Join(strings.Fields(s), " ") {
				t.Fatalf("%q became %q", s, got)
			}
		}
	}
	require.True(t, neat("一般公共预算支出32.6亿元，增长4.5%。"), "the quick way is taken")
}
