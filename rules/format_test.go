package rules

import (
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestFormatKeepsCanonical(t *testing.T) {
	src, err := os.ReadFile("testdata/set/share.rule")
	require.NoError(t, err)
	got, err := Format(src, "share.rule")
	require.NoError(t, err)
	assert.Equal(t, strings.Replace(string(src), "<value:percent>，<noun>+", "<value:percent> ， <noun>+", 1), string(got))
}

func TestFormatMends(t *testing.T) {
	src := "\n# top\nrule a.b  \n  doc one\n\tdoc two\n\n\n  # why\n match   甲<value:count>\n  fact level status=target\n  # shown\n  case  甲5家\n      # right\n      level 甲   5 家\n      growth 甲乙   3.0 %\n# next\nrule a.c\n  doc\n  match <value>\n  fact level\n  case 5\n    nothing\n\n"
	want := `# top
rule a.b
    doc one
    doc two

    # why
    match  甲 <value:count>
    fact   level  status=target

    # shown
    case   甲5家
           # right
           level   甲    5 家
           growth  甲乙  +3.0 %

# next
rule a.c
    doc
    match  <value>
    fact   level

    case   5
           nothing
`
	got, err := Format([]byte(src), "a.rule")
	require.NoError(t, err)
	assert.Equal(t, want, string(got))
}

func TestFormatRefusesFaults(t *testing.T) {
	_, err := Format([]byte("rule a.b\n"), "a.rule")
	assert.ErrorContains(t, err, "a.rule:1:6")
}

// requireFormat checks that formatting keeps the meaning and, done twice, changes
// nothing.
func requireFormat(t *testing.T, src []byte) {
	t.Helper()
	before, err := Parse("a.rule", src)
	if err != nil {
		return
	}
	once, err := Format(src, "a.rule")
	require.NoError(t, err)
	after, err := Parse("a.rule", once)
	require.NoError(t, err, string(once))
	require.Equal(t, withoutPos(before), withoutPos(after), string(once))
	twice, err := Format(once, "a.rule")
	require.NoError(t, err)
	require.Equal(t, string(once), string(twice))
}

func withoutPos(rules []Rule) []Rule {
	for i := range rules {
		r := &rules[i]
		r.Pos = Pos{}
		for _, m := range r.Match {
			for j := range m {
				m[j].Pos = Pos{}
			}
		}
		for j := range r.Yields {
			r.Yields[j].Pos = Pos{}
		}
		for j := range r.Cases {
			r.Cases[j].Pos = Pos{}
			for k := range r.Cases[j].Want {
				r.Cases[j].Want[k].Pos = Pos{}
			}
		}
	}
	return rules
}

// TestFormatProperty shuffles white space, comments and blank lines into good rules.
func TestFormatProperty(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	noise := []string{"", "\n", "# c\n", "      # c\n", "               # c\n", "\n\n", "   # c\n\n"}
	for range 500 {
		var b strings.Builder
		for _, l := range strings.SplitAfter("rule a.b\n d\n d2\n match 甲 <value> [a|b]?\n fact level\n fact share scope=x\n case 甲5\n  level 甲 5\n  growth 乙丙 5 %\n case 6\n  nothing\nrule a.c\n d\n match <value>\n fact level\n case 5\n  nothing\n", "\n") {
			b.WriteString(noise[r.IntN(len(noise))])
			b.WriteString(l)
		}
		_, err := Parse("a.rule", []byte(b.String()))
		require.NoError(t, err)
		requireFormat(t, []byte(b.String()))
	}
}

func FuzzParse(f *testing.F) {
	src, err := os.ReadFile("testdata/set/share.rule")
	require.NoError(f, err)
	f.Add(strings.ReplaceAll(string(src), "share.", "a."))
	f.Add("rule a.b\n  doc\n  match  甲?…，[乙|丙]? @up+ <value:money|count> \\?\n  fact level scope=`x y`\n  # c\n  case x\n    todo date 2020-01-01 “1日”\n")
	f.Fuzz(func(t *testing.T, s string) { requireFormat(t, []byte(s)) })
}
