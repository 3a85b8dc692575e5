package indicator

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/qushu/qushu/extract/segment"
	"github.com/qushu/qushu/rules"
)

func fold(r rune) rune { return segment.Fold(r, true) }

// builtin is the lexicon that the program comes with.
func builtin(t testing.TB) *Lexicon {
	set, err := rules.Default()
	require.NoError(t, err)
	l, err := New(Tables{set.Tables["indicators"], set.Tables["dimensions"], set.Tables["indicator-parts"]}, fold)
	require.NoError(t, err)
	return l
}

func TestFind(t *testing.T) {
	l := builtin(t)
	tests := []struct{ name, want string }{
		{"地区生产总值", "gdp"},
		{"GDP", "gdp"},
		{"ＧＤＰ", "gdp"},
		{"国内生产总值", "gdp"},
		{"地區生產總值", "gdp"},
		{"人均GDP", "gdp.per-capita"},
		{"单位GDP能耗", "energy.intensity"},
		{"一产增加值", "gdp.primary"},
		{"第一产业增加值", "gdp.primary"},
		{"规上工业增加值", "industry.va"},
		{"工业增加值", "va.industry"},
		{"全市规模以上工业增加值", "industry.va"},
		{"全年累计社零总额", "retail.total"},
		{"社会消费品的零售总额", "retail.total"},
		{"研究与试验发展（R&D）经费投入", "rd.expenditure"},
		{"“新三样”产品出口", "trade.new-three"},
		{"新三样产品出口", "trade.new-three"},
		{"居民消费价格指数（CPI）", "cpi"},
		{"进出口规模", "trade.total"},
		{"常住人口总量", "population.resident"},
		{"GDP增速", "gdp.growth"},
		{"民间投资占比", "investment.private.share"},
		{"规上工业增加值同比增速", "industry.va.growth"},
		{"公司净利润", "co.profit.net"},
		{"利得稅收入", "hk.tax.profits"},

		{"新增普惠贷款", ""},
		{"芯片企业进出口", ""},
		{"棠川茶厂产能", ""},
		{"全市", ""},
		{"增速", ""},
		{"的", ""},
		{"", ""},
	}
	for _, tt := range tests {
		got := ""
		if k, ok := l.Find(tt.name); ok {
			got = k.ID()
		}
		assert.Equal(t, tt.want, got, tt.name)
	}
}

func TestAgrees(t *testing.T) {
	l := builtin(t)
	tests := []struct {
		name, measure, kind, unit string
		want                      bool
	}{
		{"地区生产总值", "level", "money", "CNY", true},
		{"地区生产总值", "level", "measure", "亩", false},
		{"地区生产总值", "level", "percent", "%", false},
		{"地区生产总值", "growth", "percent", "%", true},
		{"地区生产总值", "rank", "rank", "rank", true},
		{"地区生产总值", "rank", "count", "个", false},
		{"地区生产总值", "share", "fraction", "1", true},
		{"地区生产总值", "delta", "points", "pp", false},
		{"地区生产总值", "delta", "money", "CNY", true},
		{"地区生产总值", "difference", "percent", "%", true},
		{"地区生产总值增速", "delta", "points", "pp", true},
		{"地区生产总值增速", "level", "percent", "%", true},
		{"地区生产总值增速", "level", "money", "CNY", false},
		{"城镇登记失业率", "delta", "points", "pp", true},
		{"城镇登记失业率", "level", "percent", "%", true},
		{"城镇登记失业率", "level", "count", "人", false},
		{"三次产业结构", "ratio", "ratio", "1", true},
		{"地区生产总值", "ratio", "ratio", "1", false},
		{"最低工资标准", "level", "rate", "CNY/mo", true},
		{"最低工资标准", "level", "rate", "人/km2", false},
		{"人口密度", "level", "rate", "人/km2", true},
		{"常住人口", "level", "count", "人", true},
		{"常住人口", "level", "count", "户", false},
		{"粮食产量", "level", "measure", "斤", true},
	}
	for _, tt := range tests {
		k, ok := l.Find(tt.name)
		require.True(t, ok, tt.name)
		assert.Equal(t, tt.want, l.Agrees(k, tt.measure, tt.kind, tt.unit), "%s %s %s %s", tt.name, tt.measure, tt.kind, tt.unit)
	}
}

func TestLexiconIsWhole(t *testing.T) {
	l := builtin(t)
	assert.GreaterOrEqual(t, len(l.All), 800)
	fields := map[string]int{}
	for _, i := range l.All {
		fields[i.Field]++
	}
	for _, f := range []string{"accounts", "industry", "output", "agriculture", "investment", "domestic-trade", "foreign-trade", "budget", "finance",
		"population", "employment", "income", "prices", "energy", "environment", "transport", "post", "tourism", "science", "education",
		"health", "culture", "social-security", "housing", "construction", "urban", "enterprises", "safety", "company", "hong-kong"} {
		assert.NotZero(t, fields[f], f)
		delete(fields, f)
	}
	assert.Empty(t, fields, "fields that are not listed here")
}

// Every name finds its own indicator, however it is folded and whatever stands around it
// that says nothing.
func TestEveryNameFindsItsIndicator(t *testing.T) {
	l := builtin(t)
	for _, i := range l.All {
		require.Same(t, i, l.ByID(i.ID))
		for _, name := range i.Names {
			for _, written := range []string{name, "“" + name + "”", "全市" + name, "全年" + name, wide(name), "《" + name + "》"} {
				k, ok := l.Find(written)
				require.True(t, ok, written)
				require.Equal(t, i.ID, k.ID(), written)
			}
		}
	}
}

// wide writes letters and figures in their full-width form.
func wide(s string) string {
	out := []rune(s)
	for i, r := range out {
		if r > ' ' && r <= '~' {
			out[i] = r + '！' - '!'
		}
	}
	return string(out)
}

func BenchmarkFind(b *testing.B) {
	l := builtin(b)
	names := []string{"全市规上工业增加值同比增速", "农村居民人均可支配收入", "解决企业诉求", "新引进全国性金融和总部机构"}
	b.ReportAllocs()
	for n := 0; b.Loop(); n++ {
		l.Find(names[n%len(names)])
	}
}

func BenchmarkNew(b *testing.B) {
	set, err := rules.Default()
	require.NoError(b, err)
	for b.Loop() {
		_, err := New(Tables{set.Tables["indicators"], set.Tables["dimensions"], set.Tables["indicator-parts"]}, fold)
		require.NoError(b, err)
	}
}
