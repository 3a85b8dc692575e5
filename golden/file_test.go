package golden

import (
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/qushu/qushu/rules"
)

func teaGolden(t testing.TB) File {
	t.Helper()
	src, err := os.ReadFile("testdata/tea.golden")
	require.NoError(t, err)
	f, err := Parse("tea.golden", src)
	require.NoError(t, err)
	return f
}

func TestParse(t *testing.T) {
	f := teaGolden(t)
	assert.Equal(t, "samples/tea.txt", f.Doc)
	assert.Equal(t, "0123abcd", f.SHA256)
	assert.Equal(t, "gold 2032-02-01", f.Review)
	assert.Equal(t, []rules.KV{{Key: "published", Value: "2032-01-20"}, {Key: "year", Value: "2031"}, {Key: "area", Value: "云泽省"}}, f.Given)
	assert.Equal(t, []string{"# read twice"}, f.Notes)
	require.Len(t, f.Sections, 3)
	assert.Equal(t, []string{"# the goal stands in the plan"}, f.Sections[0].Notes)
	assert.Len(t, f.Sections[0].Lines, 4)
	assert.True(t, f.Sections[0].Lines[3].Todo)
	assert.Equal(t, "tea.golden:12:1", f.Sections[0].Lines[3].Pos.String())
	assert.True(t, f.Sections[1].Lines[0].Proposed)
	assert.True(t, f.Sections[2].Nothing)
}

func TestParseErrors(t *testing.T) {
	tests := []struct{ name, src, want string }{
		{"no doc", "> a\nnothing\n", "x.golden: found no document"},
		{"keyword", "doc a\nshaa b\n", `x.golden:2:1: found "shaa" above the first sentence`},
		{"twice", "doc a\ndoc b\n", "x.golden:2:1: found doc twice"},
		{"no value", "doc a\nreview\n", "x.golden:2:1: found review without a value"},
		{"given", "doc a\ngiven yeer=2020\n", `x.golden:2:7: found the key "yeer", did you mean year?`},
		{"line", "doc a\n> s\n  levle a 5\n", `x.golden:3:3: found the measure "levle", did you mean level?`},
		{"empty section", "doc a\n> s\n> t\nnothing\n", "x.golden:2:1: found a sentence without a fact line"},
		{"both", "doc a\n> s\nlevel a 5\nnothing\n", "x.golden:2:1: found both nothing and facts"},
		{"nothing twice", "doc a\n> s\nnothing\nnothing\n", "x.golden:4:1: found nothing twice"},
		{"encoding", "doc \xff", "x.golden: found bytes that are not UTF-8"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Parse("x.golden", []byte(tt.src))
			require.Error(t, err)
			assert.Contains(t, err.Error(), tt.want)
		})
	}
}

// requireRoundTrip checks that Parse reads back what Format wrote.
func requireRoundTrip(t *testing.T, f File) {
	t.Helper()
	text := f.Format()
	again, err := Parse("x", text)
	require.NoError(t, err, string(text))
	require.Equal(t, withoutPos(f), withoutPos(again))
	require.Equal(t, string(text), string(again.Format()))
}

func withoutPos(f File) File {
	for i := range f.Sections {
		f.Sections[i].Pos, f.Sections[i].NothingPos = rules.Pos{}, rules.Pos{}
		for j := range f.Sections[i].Lines {
			f.Sections[i].Lines[j].Pos = rules.Pos{}
		}
	}
	return f
}

func TestFormatRoundTrip(t *testing.T) { requireRoundTrip(t, teaGolden(t)) }

func FuzzParse(f *testing.F) {
	src, err := os.ReadFile("testdata/tea.golden")
	require.NoError(f, err)
	f.Add(src)
	f.Add([]byte("doc a\n>\n?nothing\n> b\n? date 2020-01-01\n"))
	f.Fuzz(func(t *testing.T, src []byte) {
		if file, err := Parse("x", src); err == nil {
			requireRoundTrip(t, file)
		}
	})
}
