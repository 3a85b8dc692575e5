package rules

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// pack is a layer of files by name.
func pack(dir string, files ...string) Layer {
	fsys := fstest.MapFS{}
	for i := 0; i < len(files); i += 2 {
		fsys[files[i]] = &fstest.MapFile{Data: []byte(files[i+1])}
	}
	return Layer{Dir: dir, FS: fsys}
}

func ruleText(name, doc string) string {
	return "rule " + name + "\n    " + doc + "\n    match  <value>\n    fact   level\n\n    case   无\n           nothing\n"
}

func TestPacksAddAndOverride(t *testing.T) {
	set, err := WithPacks(
		pack("one", "mine.rule", ruleText("mine.new", "甲"), "level.rule", ruleText("level.plain", "乙"),
			"lexicon/words.tsv", "list\tword\nreach\t直抵 为\nplace\t-位\n",
			"lexicon/hedges.tsv", "word\tplace\tbound\n约莫着\tbefore\tabout\n近\tbefore\tabout\n-将近\tbefore\t\n"),
		pack("x/two", "mine.rule", ruleText("mine.new", "丙")))
	require.NoError(t, err)
	byName := map[string]Rule{}
	for _, r := range set.Rules {
		require.Empty(t, byName[r.Name].Name, r.Name)
		byName[r.Name] = r
	}
	assert.Equal(t, "丙", byName["mine.new"].Doc, "the later pack holds")
	assert.Equal(t, "x/two", byName["mine.new"].Pack)
	assert.Equal(t, "乙", byName["level.plain"].Doc)
	assert.Equal(t, "one/level.rule:1:6", byName["level.plain"].Pos.String())
	assert.Empty(t, byName["growth.rise"].Pack)
	reach := set.Lists["reach"].Words
	assert.Equal(t, "直抵", reach[len(reach)-1], "what the list has already is not added again")
	assert.NotContains(t, set.Lists["place"].Words, "位")
	rows := set.Tables["hedges"].Rows
	assert.Equal(t, []string{"约莫着", "before", "about"}, rows[0].Cells)
	assert.Equal(t, "one/lexicon/hedges.tsv:2", rows[0].Pos.String())
	assert.Equal(t, []string{"近", "before", "about"}, rows[1].Cells)
	assert.NotContains(t, set.Lists["hedges"].Words, "将近")

	base, err := Default()
	require.NoError(t, err)
	assert.NotEqual(t, base.Hash, set.Hash)
	require.Len(t, set.Packs, 2)
	assert.Equal(t, "two", set.Packs[1].Name)
	alone, err := WithPacks(pack("elsewhere/two", "mine.rule", ruleText("mine.new", "丙")))
	require.NoError(t, err)
	assert.Equal(t, set.Packs[1], alone.Packs[0], "a pack's hash is that of its files alone")
}

// TestPackOfTheBuiltIn lays the whole rule set over itself: nothing may change.
func TestPackOfTheBuiltIn(t *testing.T) {
	base, err := Default()
	require.NoError(t, err)
	set, err := WithPacks(Layer{Dir: "rules", FS: os.DirFS(".")})
	require.NoError(t, err)
	require.Len(t, set.Rules, len(base.Rules))
	for name, l := range base.Lists {
		assert.Equal(t, l.Words, set.Lists[name].Words, name)
	}
	for name, table := range base.Tables {
		if name == wordsFile {
			continue
		}
		require.Len(t, set.Tables[name].Rows, len(table.Rows), name)
		for i, r := range table.Rows {
			require.Equal(t, r.Cells, set.Tables[name].Rows[i].Cells, name)
		}
	}
}

func TestMacrosStandBeforeWhatAPackAdds(t *testing.T) {
	set, err := WithPacks(pack("p", "lexicon/names.tsv", "pattern\treason\nmacro %Q\t[甲乙]\n第%Q号\tname\n"))
	require.NoError(t, err)
	cells := func(i int) string { return set.Tables["names"].Rows[i].Cells[0] }
	for i := range set.Tables["names"].Rows {
		if cells(i) == "第%Q号" {
			assert.Equal(t, "macro %Q", cells(i-1))
			assert.True(t, strings.HasPrefix(cells(i-2), "macro"))
			return
		}
	}
	t.Error("the row of the pack is missing")
}

func TestPackErrors(t *testing.T) {
	for _, tt := range []struct {
		name string
		pack Layer
		want string
	}{
		{"empty", pack("p"), "p: found no rule set, wanted *.rule and lexicon/*.tsv"},
		{"broken rule", pack("p", "a.rule", "rule a.b\n"), "p/a.rule:1:6: found the rule a.b without an explanation"},
		{"rule twice", pack("p", "a.rule", ruleText("a.b", "甲")+ruleText("a.b", "甲")), "p/a.rule:8:6: found the rule a.b a second time"},
		{"unknown column", pack("p", "lexicon/hedges.tsv", "word\twhere\n近\tbefore\n"), "p/lexicon/hedges.tsv:2: found the column where, which the table hedges does not have: word place bound"},
		{"unknown table", pack("p", "lexicon/unit.tsv", "word\n斛\n"), "p/lexicon/unit.tsv: found the list unit, which nothing reads; did you mean units?"},
		{"unknown list", pack("p", "lexicon/words.tsv", "list\tword\nreachh\t直抵\n"), "p/lexicon/words.tsv:2: found the list reachh, which nothing reads; did you mean reach?"},
		{"no such word", pack("p", "lexicon/words.tsv", "list\tword\nreach\t-直抵\n"), "p/lexicon/words.tsv:2: found -直抵, which the list reach does not have"},
		{"no such row", pack("p", "lexicon/values.tsv", "pattern\n-翻了天\n"), "p/lexicon/values.tsv:2: found -翻了天, which the table values does not have"},
		{"a table as a list", pack("p", "lexicon/words.tsv", "list\tword\nunits\t斛\n"), "found the list units, which lexicon/units.tsv has already"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := WithPacks(tt.pack)
			require.Error(t, err)
			assert.Contains(t, err.Error(), tt.want)
		})
	}
}

func TestAPackMayBringItsOwnList(t *testing.T) {
	rule := strings.Replace(ruleText("a.b", "甲"), "<value>", "@crops <value>", 1)
	set, err := WithPacks(pack("p", "a.rule", rule, "lexicon/crops.tsv", "word\n粟\n"))
	require.NoError(t, err)
	assert.Equal(t, []string{"粟"}, set.Lists["crops"].Words)
}
