package audit

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/qushu/qushu/normalize/indicator"
	"github.com/qushu/qushu/rules"
)

// known is a lexicon of a whole and two parts.
func known(t *testing.T) *indicator.Lexicon {
	parse := func(name, src string) rules.Table {
		table, err := rules.ParseTable(name, name+".tsv", []byte(src))
		require.NoError(t, err)
		return table
	}
	l, err := indicator.New(indicator.Tables{
		Indicators: parse("indicators", "words\tid\tdimensions\tnature\tfield\tparent\n总量\twhole\tmoney\tflow\ta\n甲量\twhole.one\tmoney\tflow\ta\n乙量\tother\tmoney\tflow\ta\n"),
		Dimensions: parse("dimensions", "dimension\tkind\tunits\nmoney\tmoney\t*\n"),
		Parts:      parse("indicator-parts", "part\trole\tas\n的\tskip\n"),
	}, func(r rune) rune { return r })
	require.NoError(t, err)
	return l
}

func TestLawsAreRefused(t *testing.T) {
	for _, c := range []struct{ row, want string }{
		{"sum\twhole\twhole.one", `arithmetic.tsv:2: found whole from ["whole.one"], wanted at least 2 ids`},
		{"sum\twhole\twhole.one none", "arithmetic.tsv:2: found none, wanted the id of an indicator"},
		{"quotient\twhole\tother whole.one\tfew", `arithmetic.tsv:2: found the quotient whole of ["other" "whole.one"] within "few" percent, wanted two ids and a number`},
		{"real\tnone", "arithmetic.tsv:2: found none, which no indicator's id is or begins with"},
		{"scope\t全省\t\t3", "arithmetic.tsv:2: found the scope 全省 with \"3\" digits, wanted 0, 2, 4 or 6 of the code of an area"},
		{"product\twhole", "arithmetic.tsv:2: found the law product, wanted sum, quotient, real, varied, ceiling, change or scope"},
	} {
		table, err := rules.ParseTable(lawsTable, "arithmetic.tsv", []byte("law\tof\tfrom\tleeway\n"+c.row+"\n"))
		require.NoError(t, err)
		_, err = newLaws(table, known(t))
		assert.EqualError(t, err, c.want)
	}
}

func TestLawsHoldForWhatIsBelow(t *testing.T) {
	table, err := rules.ParseTable(lawsTable, "arithmetic.tsv", []byte("law\tof\nreal\twhole\n"))
	require.NoError(t, err)
	l, err := newLaws(table, known(t))
	require.NoError(t, err)
	assert.True(t, l.real.hold("whole"))
	assert.True(t, l.real.hold("whole.one"))
	assert.False(t, l.real.hold("wholesale"))
}

func TestLabelsAreRefused(t *testing.T) {
	for _, c := range []struct{ rows, want string }{
		{"sums\t甲\tone\n", "findings.tsv:2: found the kind sums, wanted one of contradiction growth delta multiple sum part shares share per_capita rank magnitude unit damage outcome expected agreement"},
		{"sum\t甲\n", "findings.tsv:2: found the kind sum without what it means, wanted the columns en and zh filled"},
		{"sum\t甲\tone\nsum\t乙\ttwo\n", "findings.tsv:3: found the kind sum a second time"},
		{"sum\t甲\tone\n", "findings.tsv: found no line for the kind contradiction"},
	} {
		table, err := rules.ParseTable(labelsTable, "findings.tsv", []byte("kind\tzh\ten\n"+c.rows))
		require.NoError(t, err)
		_, err = newLabels(table)
		assert.EqualError(t, err, c.want)
	}
}
