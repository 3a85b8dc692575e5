package area

import (
	"os"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// rows reads a table as the rule loader does: a header, comments, tabs.
func rows(t testing.TB, file string) [][]string {
	b, err := os.ReadFile("../../rules/lexicon/" + file)
	require.NoError(t, err)
	var out [][]string
	for _, l := range strings.Split(string(b), "\n")[1:] {
		if l != "" && l[0] != '#' {
			out = append(out, strings.Split(l, "\t"))
		}
	}
	return out
}

var (
	once   sync.Once
	shared *Gazetteer
)

func gazetteer(t testing.TB) *Gazetteer {
	once.Do(func() {
		var err error
		shared, err = New(rows(t, "areas.tsv"), rows(t, "areas-extra.tsv"))
		require.NoError(t, err)
	})
	return shared
}

func TestNamesOfAnArea(t *testing.T) {
	g := gazetteer(t)
	for _, c := range []struct {
		code        string
		year        int
		full, short string
	}{
		{"500105", 0, "重庆市江北区", "江北"},
		{"510600", 0, "四川省德阳市", "德阳"},
		{"510105", 0, "四川省成都市青羊区", "青羊"},
		{"150000", 0, "内蒙古自治区", "内蒙古"},
		{"450000", 0, "广西壮族自治区", "广西"},
		{"650000", 0, "新疆维吾尔自治区", "新疆"},
		{"640000", 0, "宁夏回族自治区", "宁夏"},
		{"540000", 0, "西藏自治区", "西藏"},
		{"810000", 0, "香港特别行政区", "香港"},
		{"710000", 0, "台湾省", "台湾"},
		{"500233", 0, "重庆市忠县", "忠县"},
		{"500243", 0, "重庆市彭水苗族土家族自治县", "彭水"},
		{"222400", 0, "吉林省延边朝鲜族自治州", "延边"},
		{"429021", 0, "湖北省神农架林区", "神农架"},
		{"659001", 0, "新疆维吾尔自治区石河子市", "石河子"},
		{"420600", 2005, "湖北省襄樊市", "襄樊"},
		{"420600", 2015, "湖北省襄阳市", "襄阳"},
	} {
		a := g.ByCode(c.code, c.year)
		if assert.NotNil(t, a, c.code) {
			assert.Equal(t, c.full, a.Full())
			assert.Equal(t, c.short, a.Short())
		}
	}
}

func TestEveryNameInUseResolvesToItsCode(t *testing.T) {
	g := gazetteer(t)
	for _, a := range g.areas {
		if a.To == 0 {
			assert.Equal(t, a.Code, g.Code(a.Full(), 0), a.Full())
		}
	}
}

func TestNewSaysWhatIsWrong(t *testing.T) {
	for _, c := range []struct {
		areas, extra [][]string
		want         string
	}{
		{[][]string{{"11", "x"}}, nil, "a code of six digits"},
		{[][]string{{"110000", "北京市", "", "7", "1981"}}, nil, "wanted 1, 2 or 3"},
		{[][]string{{"110000", "北京市", "", "1", "early"}}, nil, "wanted a year"},
		{[][]string{{"110101", "东城区", "110000", "3", "1981"}}, nil, "wanted an area of a higher level"},
		{nil, [][]string{{"stopp", "平安"}}, "extra row 1: found the kind"},
		{nil, [][]string{{"stop"}}, "found no word"},
		{nil, [][]string{{"alias", "京", "110000"}}, "no area has the code"},
	} {
		_, err := New(c.areas, c.extra)
		assert.ErrorContains(t, err, c.want)
	}
}
