package indicator

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/qushu/qushu/rules"
)

const (
	indicatorColumns = "words\tid\tdimensions\tnature\tfield\tparent\n"
	dimensionTable   = "dimension\tkind\tunits\nmoney\tmoney\t*\nprice\trate\tCNY/*\npercent\tpercent\t*\n"
	partTable        = "part\trole\tas\n规上\tform\t规模以上\n全市\tlead\n总量\ttail\n增速\tfacet\tgrowth\n"
)

// load builds a lexicon of tables as they stand in files.
func load(indicators, dimensions, parts string) (*Lexicon, error) {
	var tables []rules.Table
	for _, f := range [][2]string{{"indicators", indicators}, {"dimensions", dimensions}, {"indicator-parts", parts}} {
		t, err := rules.ParseTable(f[0], f[0]+".tsv", []byte(f[1]))
		if err != nil {
			return nil, err
		}
		tables = append(tables, t)
	}
	return New(Tables{tables[0], tables[1], tables[2]}, fold)
}

func TestFaultsHaveTheirPlace(t *testing.T) {
	tests := []struct{ name, rows, want string }{
		{"name twice", "茶叶产值\ttea\tmoney\tflow\tfarm\n桑叶产值 茶叶产值\tmulberry\tmoney\tflow\tfarm\n",
			"indicators.tsv:3: found the name 茶叶产值 of mulberry, line 2 has it for tea"},
		{"name twice by its forms", "规上茶叶产值 规模以上茶叶产值\ttea\tmoney\tflow\tfarm\n",
			"indicators.tsv:2: found the name 规模以上茶叶产值 of tea, line 2 has it for tea"},
		{"name without letters", "…\ttea\tmoney\tflow\tfarm\n",
			"indicators.tsv:2: found the name \"…\" of tea, wanted one with letters"},
		{"id twice", "茶叶产值\ttea\tmoney\tflow\tfarm\n桑叶产值\ttea\tmoney\tflow\tfarm\n",
			"indicators.tsv:3: found the id tea a second time, line 2 has it for 茶叶产值"},
		{"id form", "茶叶产值\tTea.value\tmoney\tflow\tfarm\n",
			"indicators.tsv:2: found the id \"Tea.value\", wanted lower-case letters, figures and hyphens, its parts joined by dots"},
		{"id with the end of a facet", "茶叶产值\ttea.growth\tmoney\tflow\tfarm\n",
			"indicators.tsv:2: found the id tea.growth, wanted one that does not end in growth, which is a facet"},
		{"unknown dimension", "茶叶产值\ttea\tmony\tflow\tfarm\n",
			"indicators.tsv:2: found the dimension mony of tea, wanted one of dimensions.tsv"},
		{"no dimension", "茶叶产值\ttea\t\tflow\tfarm\n",
			"indicators.tsv:2: found tea without a dimension, wanted one of dimensions.tsv"},
		{"nature", "茶叶产值\ttea\tmoney\tlevel\tfarm\n",
			"indicators.tsv:2: found the nature \"level\" of tea, wanted stock or flow"},
		{"no field", "茶叶产值\ttea\tmoney\tflow\n",
			"indicators.tsv:2: found tea without a field"},
		{"unknown parent", "茶叶产值\ttea\tmoney\tflow\tfarm\tplants\n",
			"indicators.tsv:2: found the parent plants of tea, wanted the id of an indicator"},
		{"circle", "茶叶产值\ttea\tmoney\tflow\tfarm\tleaf\n叶产值\tleaf\tmoney\tflow\tfarm\ttea\n",
			"indicators.tsv:2: found tea among the indicators above itself\nindicators.tsv:3: found leaf among the indicators above itself"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := load(indicatorColumns+tt.rows, dimensionTable, partTable)
			assert.EqualError(t, err, tt.want)
		})
	}
}

func TestFaultsOfTheOtherTables(t *testing.T) {
	tests := []struct{ name, dimensions, parts, want string }{
		{"dimension without units", "dimension\tkind\tunits\nmoney\tmoney\n", partTable,
			"dimensions.tsv:2: found the dimension money without a kind or units, wanted both; * is any unit"},
		{"unknown role", dimensionTable, "part\trole\tas\n全市\tfront\n",
			"indicator-parts.tsv:2: found the part 全市 as front \"\", wanted form or facet with what it is, or lead, tail or skip without"},
		{"form of nothing", dimensionTable, "part\trole\tas\n规上\tform\n",
			"indicator-parts.tsv:2: found the part 规上 as form \"\", wanted form or facet with what it is, or lead, tail or skip without"},
		{"part without letters", dimensionTable, "part\trole\tas\n…\tlead\n",
			"indicator-parts.tsv:2: found the part …, wanted one with letters"},
		{"a word to skip", dimensionTable, "part\trole\tas\n之的\tskip\n",
			"indicator-parts.tsv:2: found the part 之的 to skip, wanted one letter and nothing that it is"},
		{"missing column", "dimension\tkind\nmoney\tmoney\n", partTable,
			"dimensions.tsv: found no column units, wanted the columns dimension kind units"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := load(indicatorColumns, tt.dimensions, tt.parts)
			assert.EqualError(t, err, tt.want)
		})
	}
}

func TestLongestFormHolds(t *testing.T) {
	l, err := load(indicatorColumns+"第一产业产值\tprimary\tmoney\tflow\tfarm\n", dimensionTable,
		"part\trole\tas\n第一产业\tform\t第一产业\n一产\tform\t第一产业\n")
	require.NoError(t, err)
	for _, name := range []string{"一产产值", "第一产业产值"} {
		k, ok := l.Find(name)
		require.True(t, ok, name)
		assert.Equal(t, "primary", k.ID())
	}
}

// A name of any length is looked up without going through it again and again.
func TestFindOfALongName(t *testing.T) {
	l := builtin(t)
	_, ok := l.Find(strings.Repeat("全市", 100_000) + "地区生产总值")
	assert.False(t, ok)
}

// Whatever the tables hold, the loader returns a lexicon that finds its names, or faults
// that have a place.
func FuzzNew(f *testing.F) {
	f.Add(indicatorColumns+"茶叶产值 茶产值\ttea\tmoney\tflow\tfarm\n", dimensionTable, partTable)
	f.Add(indicatorColumns+"全市\ttea\tmoney\tflow\tfarm\ttea\n", dimensionTable, partTable)
	f.Add("words\tid\n", "dimension\n", "part\n")
	f.Add(indicatorColumns+"\xff\ttea\n", dimensionTable, "part\trole\tas\n全\tform\t全全\n")
	f.Fuzz(func(t *testing.T, indicators, dimensions, parts string) {
		l, err := load(indicators, dimensions, parts)
		if err != nil {
			assert.Contains(t, err.Error(), ".tsv:")
			return
		}
		for _, i := range l.All {
			for _, name := range i.Names {
				if len(l.parts.key(name)) > maxKey {
					continue
				}
				k, ok := l.Find(name)
				require.True(t, ok, name)
				require.Equal(t, i.ID, k.ID())
			}
		}
	})
}
