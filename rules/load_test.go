package rules

import (
	"os"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestDefault(t *testing.T) {
	set, err := Default()
	require.NoError(t, err)
	assert.Len(t, set.Hash, 64)
}

func TestLoad(t *testing.T) {
	set, err := Load(os.DirFS("testdata/set"))
	require.NoError(t, err)
	assert.Len(t, set.Rules, 2)
	assert.Equal(t, []string{"达", "达到", "为", "超过"}, set.Lists["reach"].Words)
	assert.Equal(t, "lexicon/words.tsv", set.Lists["reach"].File)
	assert.Equal(t, []string{"元", "块钱", "%"}, set.Lists["units"].Words)
	units := set.Tables["units"]
	assert.Equal(t, []string{"%", "percent", ""}, units.Rows[1].Cells)
	assert.Equal(t, "CNY", units.Cell(units.Rows[0], "unit"))
	assert.Empty(t, units.Cell(units.Rows[0], "factor"))
	assert.Equal(t, "lexicon/units.tsv:3", units.Rows[1].Pos.String())
}

func TestHashFollowsNamesAndContents(t *testing.T) {
	load := func(name, data string) string {
		set, err := Load(fstest.MapFS{name: {Data: []byte(data)}})
		require.NoError(t, err)
		return set.Hash
	}
	same := load("lexicon/a.tsv", "code\n1\n")
	assert.Equal(t, same, load("lexicon/a.tsv", "code\n1\n"))
	assert.NotEqual(t, same, load("lexicon/b.tsv", "code\n1\n"))
	assert.NotEqual(t, same, load("lexicon/a.tsv", "code\n2\n"))
}

func TestLoadErrors(t *testing.T) {
	rule := func(name, match string) string {
		return "rule " + name + "\n  doc\n  match " + match + "\n  fact level\n  case 5\n    nothing\n"
	}
	words := "list\tword\nreach\t达 达到\n"
	tests := []struct {
		name  string
		files map[string]string
		want  string
	}{
		{"no files", nil, "found no rule set, wanted *.rule and lexicon/*.tsv"},
		{"unknown list", map[string]string{"a.rule": rule("a.b", "@reahc <value>"), "lexicon/words.tsv": words},
			"a.rule:3:9: found the list @reahc, which the lexicon does not have; did you mean @reach?"},
		{"duplicate rule", map[string]string{"a.rule": rule("a.b", "<value>") + rule("a.b", "<value>")},
			"a.rule:7:6: found the rule a.b a second time, the first is at a.rule:1:6"},
		{"duplicate word", map[string]string{"lexicon/words.tsv": words + "reach\t达\n"},
			"lexicon/words.tsv:3: found 达 a second time in the list reach, which has it from line 2"},
		{"duplicate row", map[string]string{"lexicon/u.tsv": "word\tnote\n达\ta\n达\tb\n达\ta\n"},
			"lexicon/u.tsv:4: found 达 a second time, line 2 says the same"},
		{"duplicate list", map[string]string{"lexicon/words.tsv": words, "lexicon/reach.tsv": "word\n到\n"},
			"lexicon/words.tsv: found the list reach, which lexicon/reach.tsv has already"},
		{"columns", map[string]string{"lexicon/words.tsv": "name\tword\n"}, "lexicon/words.tsv: found the columns name word, wanted list word note"},
		{"cells", map[string]string{"lexicon/u.tsv": "# c\nword\n\na\tb\n"}, "lexicon/u.tsv:4: found 2 cells, wanted at most 1: word"},
		{"empty word", map[string]string{"lexicon/words.tsv": "list\tword\nreach\n"}, "lexicon/words.tsv:2: found the list reach without a word"},
		{"empty cell", map[string]string{"lexicon/u.tsv": "word\tnote\n\tb\n"}, "lexicon/u.tsv:2: found an empty cell in the column word"},
		{"no header", map[string]string{"lexicon/u.tsv": "# c\n"}, "lexicon/u.tsv: found no header"},
		{"column twice", map[string]string{"lexicon/u.tsv": "word\tword\n"}, "lexicon/u.tsv:1: found the column word twice"},
		{"rule faults", map[string]string{"a.rule": "rule a.b\n"}, "a.rule:1:6: found the rule a.b without a case"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			fsys := fstest.MapFS{}
			for name, data := range tt.files {
				fsys[name] = &fstest.MapFile{Data: []byte(data)}
			}
			_, err := Load(fsys)
			require.Error(t, err)
			assert.Contains(t, err.Error(), tt.want)
		})
	}
}

func TestCodesMayRepeat(t *testing.T) {
	set, err := Load(fstest.MapFS{"lexicon/a.tsv": {Data: []byte("code\tname\r\n1\ta\r\n1\tb\r\n2\tc\r\n")}})
	require.NoError(t, err)
	assert.Equal(t, []string{"1", "2"}, set.Lists["a"].Words)
	assert.Equal(t, "b", set.Tables["a"].Rows[1].Cells[1])
}

func FuzzParseTable(f *testing.F) {
	f.Add("# c\nword\tnote\n甲\t乙\n丙\n")
	f.Add("list\tword\nreach\t达 达到\n")
	f.Fuzz(func(t *testing.T, s string) {
		table, err := ParseTable("a", "lexicon/a.tsv", []byte(s))
		for _, r := range table.Rows {
			require.Len(t, r.Cells, len(table.Cols))
			require.NotEmpty(t, r.Cells[0])
		}
		if err == nil {
			require.NotEmpty(t, table.Cols)
			var errs faults
			wordEntries(table, &errs)
			listOf(table)
		}
	})
}
