package audit_test

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/qushu/qushu/extract"
	"github.com/qushu/qushu/extract/audit"
	"github.com/qushu/qushu/extract/fact"
	"github.com/qushu/qushu/extract/sink"
	"github.com/qushu/qushu/rules"
)

// engine is that of the built-in rules, loaded once for all tests.
var engine = sync.OnceValues(func() (*extract.Engine, error) {
	set, err := rules.Default()
	if err != nil {
		return nil, err
	}
	return extract.New(set)
})

// texts are documents by name. A name that begins with a year and an area, 2032岚州市,
// gives the day of publication, the area and the year before as that reported on.
type texts map[string]string

// folder extracts documents into the folder of a run.
func (d texts) folder(t testing.TB) string {
	e, err := engine()
	require.NoError(t, err)
	dir := t.TempDir()
	var facts, documents strings.Builder
	names := make([]string, 0, len(d))
	for name := range d {
		names = append(names, name)
	}
	sort.Strings(names)
	for _, name := range names {
		published, area := name[:4], strings.TrimRight(name[4:], "0123456789")
		r, err := e.Bytes(name+".txt", []byte(d[name]), extract.Options{Published: published + "-02-03", Area: area, Year: yearBefore(published)})
		require.NoError(t, err)
		require.NoError(t, sink.Lines(&facts, r.Facts))
		require.NoError(t, sink.Lines(&documents, []fact.Summary{r.Summary}))
	}
	require.NoError(t, os.WriteFile(filepath.Join(dir, "facts.jsonl"), []byte(facts.String()), 0o644))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "documents.jsonl"), []byte(documents.String()), 0o644))
	return dir
}

func yearBefore(year string) int {
	n := 0
	for _, r := range year {
		n = 10*n + int(r-'0')
	}
	return n - 1
}

func audited(t testing.TB, dir string, o audit.Options) []audit.Finding {
	e, err := engine()
	require.NoError(t, err)
	a, err := extract.Auditor(e.Set)
	require.NoError(t, err)
	found, err := a.Run(dir, o)
	require.NoError(t, err)
	return found
}

// lines are findings in short: level, kind and the sum.
func lines(found []audit.Finding) []string {
	out := []string{}
	for _, f := range found {
		out = append(out, f.Level+" "+f.Kind+": "+f.Sum)
	}
	return out
}

const city = "2032岚州市"

// inconsistencies are seeded documents with what is found in them, each with a twin in
// which it all holds, or may hold.
var inconsistencies = []struct {
	name        string
	docs, twins texts
	want        []string
}{
	{
		"two values in one report",
		texts{city: "2031年，全市新增市场主体1.54万户。\n\n推进改革，2031年新增市场主体2.34万户，减免租金4000万元。"},
		texts{city: "2031年，全市新增市场主体2.3万户。\n\n推进改革，2031年新增市场主体2.34万户，减免租金4000万元。"},
		[]string{"error contradiction: 1.54万户 ≠ 2.34万户"},
	},
	{
		"two values in two documents",
		texts{city: "2031年，全市减税降费58.1亿元。", city + "2": "2031年，全市实施减税降费60亿元。"},
		texts{city: "2031年，全市减税降费58.1亿元。", city + "2": "2031年，全市实施减税降费近60亿元。"},
		[]string{"warning contradiction: 58.1亿元 ≠ 60亿元"},
	},
	{
		"more than is there",
		texts{city: "2031年，全市税收收入221.3亿元。", city + "2": "2031年，全市税收收入超过230亿元。"},
		texts{city: "2031年，全市税收收入221.3亿元。", city + "2": "2031年，全市税收收入超过200亿元。"},
		[]string{"warning contradiction: 221.3亿元 ≠ >230亿元"},
	},
	{
		"shares of two years",
		texts{city: "2031年，全市金融资产规模占全省的1/3。\n\n2031年，全市金融资产规模占全省的四分之一。"},
		texts{city: "2030年，全市金融资产规模占全省的1/3。\n\n2031年，全市金融资产规模占全省的四分之一。"},
		[]string{"error contradiction: 1/3 ≠ 四分之一"},
	},
	{
		"a growth that the levels do not have",
		texts{city: "2030年，全市进出口总额400亿元。\n\n2031年，全市进出口总额480亿元，同比增长12%。"},
		texts{city: "2030年，全市进出口总额400亿元。\n\n2031年，全市进出口总额480亿元，同比增长20%。"},
		[]string{"warning growth: 480亿元 ÷ 400亿元 − 1 = 19.725 … 20.275 % ≠ 12%"},
	},
	{
		"a growth that the level of the report before does not have",
		texts{"2031岚州市": "2030年，全市进出口总额400亿元。", city: "2031年，全市进出口总额480亿元，同比增长12%。"},
		texts{"2031岚州市": "2030年，全市进出口总额40亿元。", city: "2031年，全市进出口总额480亿元，同比增长12%。"}, // another thing
		[]string{"note growth: 480亿元 ÷ 400亿元 − 1 = 19.725 … 20.275 % ≠ 12%"},
	},
	{
		"a value that a later report has revised",
		texts{city: "2031年，全市减税降费58.1亿元。", "2033岚州市": "2031年，全市减税降费60亿元。"},
		texts{city: "2031年，全市减税降费58.1亿元。", "2033岚州市": "2032年，全市减税降费60亿元。"},
		[]string{"note contradiction: 58.1亿元 ≠ 60亿元"},
	},
	{
		"two places of one thing",
		texts{city: "2031年，全市进出口总额居全省第二位。\n\n2031年，全市进出口总额居全省第三位。"},
		texts{city: "2031年，全市进出口总额居全省第二位。\n\n2031年，全市进出口总额由全省第三位上升到第二位。"},
		[]string{"error contradiction: 第二位 ≠ 第三位"},
	},
	{
		"a growth at constant prices",
		texts{city: "2030年，全市进出口总额400亿元。\n\n2031年，全市进出口总额480亿元，同比增长12%。"},
		texts{city: "2030年，全市地区生产总值4000亿元。\n\n2031年，全市地区生产总值4800亿元，同比增长6.2%。"},
		[]string{"warning growth: 480亿元 ÷ 400亿元 − 1 = 19.725 … 20.275 % ≠ 12%"},
	},
	{
		"a change that is not that of the growth beside it",
		texts{city: "2031年，全市常住人口512万人，比上年增加12万人，增长5.1%。"},
		texts{city: "2031年，全市常住人口512万人，比上年增加12万人，增长2.4%。"},
		[]string{"error delta: 12万人 ÷ (512万人 − 12万人) = 2.2954 … 2.505 % ≠ 5.1%"},
	},
	{
		"a change that is not that of the levels",
		texts{city: "2030年末，全市常住人口503万人。\n\n2031年末，全市常住人口512万人，比上年增加6万人。"},
		texts{city: "2030年末，全市常住人口503万人。\n\n2031年末，全市常住人口512万人，比上年增加9万人。"},
		[]string{"warning delta: 512万人 − 503万人 = 8 … 10万人 ≠ 6万人"},
	},
	{
		"a multiple that the levels do not have",
		texts{city: "2025年，全市技术合同成交额20亿元。\n\n2031年，全市技术合同成交额92亿元，是2025年的3.6倍。"},
		texts{city: "2025年，全市技术合同成交额20亿元。\n\n2031年，全市技术合同成交额92亿元，是2025年的4.6倍。"},
		[]string{"warning multiple: 92亿元 ÷ 20亿元 = 4.4634 … 4.7436 ≠ 3.6倍"},
	},
	{
		"three sectors that are not the whole",
		texts{city: "2031年，全市地区生产总值1000亿元。\n\n2031年，第一产业增加值100亿元，第二产业增加值400亿元，第三产业增加值600亿元。"},
		texts{city: "2031年，全市地区生产总值1000亿元。\n\n2031年，第一产业增加值100.2亿元，第二产业增加值400亿元，第三产业增加值500亿元。"},
		[]string{"error sum: 100亿元 + 400亿元 + 600亿元 = 1098.5 … 1101.5亿元 ≠ 1000亿元"},
	},
	{
		"exports and imports that are not the trade",
		texts{city: "2031年，全市进出口总额480亿元，其中出口300亿元、进口210亿元。"},
		texts{city: "2031年，全市进出口总额480亿元，其中出口300亿元、进口180亿元，对东盟出口190亿元。"},
		[]string{"error sum: 300亿元 + 210亿元 = 509 … 511亿元 ≠ 480亿元"},
	},
	{
		"a part that is more than its whole",
		texts{city: "2031年，全市新开工项目120个，其中工业项目150个。"},
		texts{city: "2031年，全市新开工项目120个，其中工业项目50个；新签约项目150个。"},
		[]string{"warning part: 150个 > 120个"},
	},
	{
		"parts that all but make up the whole",
		texts{city: "2031年，全市接待游客18284万人次，其中入境游客97万人次，国内游客18157万人次。"},
		texts{city: "2031年，全市接待游客18284万人次，其中入境游客97万人次，过夜游客8100万人次。"},
		[]string{"warning sum: 97万人次 + 18157万人次 = 18253 … 18255万人次 ≠ 18284万人次"},
	},
	{
		"a structure that is not a hundred",
		texts{city: "2031年，全市三次产业结构为6.1:55.0:40.9。"},
		texts{city: "2031年，全市三次产业结构为6.1:55.0:38.9。"},
		[]string{"warning shares: 6.1 + 55 + 40.9 = 102 ≠ 100"},
	},
	{
		"shares of all parts that are not a hundred",
		texts{city: "2031年，全市第一产业增加值占地区生产总值的6.1%，第二产业增加值占地区生产总值的55%，第三产业增加值占地区生产总值的42.9%。"},
		texts{city: "2031年，全市第一产业增加值占地区生产总值的6.1%，第二产业增加值占地区生产总值的55%，第三产业增加值占地区生产总值的38.9%。"},
		[]string{"error shares: 6.1% + 55% + 42.9% = 103.4 … 104.6 ≠ 100"},
	},
	{
		"a share that is not that of the part",
		texts{city: "2031年，全市一般公共预算支出500亿元。\n\n2031年，全市教育支出100亿元，教育支出占一般公共预算支出的25%。"},
		texts{city: "2031年，全市一般公共预算支出500亿元。\n\n2031年，全市教育支出100亿元，教育支出占一般公共预算支出的20%。"},
		[]string{"warning share: 500亿元 × 25% = 122.3775 … 127.6275亿元 ≠ 100亿元"},
	},
	{
		"a value per head that is not that of all",
		texts{city: "2031年，全市地区生产总值4800亿元。\n\n2031年末，全市常住人口512万人。\n\n2031年，全市人均地区生产总值12.5万元。"},
		texts{city: "2031年，全市地区生产总值4800亿元。\n\n2031年末，全市常住人口512万人。\n\n2031年，全市人均地区生产总值9.5万元。"},
		[]string{"warning per_capita: 4800亿元 ÷ 512万人 = 9.3649 … 9.3851万元 ≠ 12.5万元"},
	},
	{
		"a place that two provinces claim",
		texts{"2032江苏省": "2031年，全省进出口总额居全国第3位。", "2032浙江省": "2031年，全省进出口总额居全国第3位。"},
		texts{"2032江苏省": "2031年，全省进出口总额居全国第3位。", "2032江苏省苏州市": "2031年，全市进出口总额居全国第3位。", "2032浙江省": "2031年，全省进出口总额居全国第4位。"},
		[]string{"warning rank: 江苏省 第3位 = 浙江省 第3位"},
	},
	{
		"a figure that has lost its scale",
		texts{city: "2031年，全市征收房屋26.9m2，整治路面18m2，收储楼宇30m2。"},
		texts{city: "2031年，全市征收房屋26.9万m2，整治路面18万m2，收储楼宇30m2。"},
		[]string{"warning magnitude: 26.9m2 → 269000 m2", "warning magnitude: 18m2 → 180000 m2", "warning magnitude: 30m2 → 300000 m2"},
	},
	{
		"a figure that has lost its scale beside its peers",
		peersOf("3412吨"), peersOf("3412万吨"),
		[]string{"warning magnitude: 3412吨 × 10000 ~ 3500万吨 (湖南省)"},
	},
	{
		"a target that was missed",
		texts{"2031岚州市": "2031年，全市力争城镇新增就业6万人以上。", city: "2031年，全市城镇新增就业5.2万人。"},
		texts{"2031岚州市": "2032年，全市力争城镇新增就业6万人以上。", city: "2031年，全市城镇新增就业5.2万人。"},
		[]string{"note outcome: 6万人以上 → 5.2万人: missed"},
	},
	{
		"a ceiling that was kept to",
		texts{"2031岚州市": "2031年，全市居民消费价格涨幅力争控制在2%以内。", city: "2031年，全市居民消费价格上涨0.6%。"},
		texts{city: "2031年，全市居民消费价格上涨0.6%。"},
		[]string{"note outcome: 2%以内 → 0.6%: met"},
	},
	{
		"what was expected and came otherwise",
		texts{"2031岚州市": "2031年，全市地区生产总值预计增长3.5%。", city: "2031年，全市地区生产总值增长3.9%。"},
		texts{"2031岚州市": "2031年，全市地区生产总值预计增长3.9%左右。", city: "2031年，全市地区生产总值增长3.9%。"},
		[]string{"note expected: 3.5% → 3.9%"},
	},
	{
		"an indicator in a unit of another",
		texts{city: "2031年，全市地区生产总值25亩。"},
		texts{city: "2031年，全市地区生产总值25亿元。"},
		[]string{"note unit: 地区生产总值 ≠ 25亩"},
	},
	{
		"figures that run into each other",
		texts{city: "2031年，全市游客量、旅游收入分别增长78%113%。"},
		texts{city: "2031年，全市游客量、旅游收入分别增长78%、113%。"},
		[]string{"note damage: 78%: fused", "note damage: 113%: fused"},
	},
}

// peersOf are the harvests of provinces, one of them as given.
func peersOf(one string) texts {
	out := texts{"2032湖北省": "2031年，全省粮食产量" + one + "。"}
	for area, output := range map[string]string{"湖南省": "3500万吨", "江西省": "2200万吨", "安徽省": "4100万吨", "河北省": "3800万吨", "四川省": "3600万吨", "广东省": "1300万吨"} {
		out["2032"+area] = "2031年，全省粮食产量" + output + "。"
	}
	return out
}

func TestWhatDoesNotHold(t *testing.T) {
	for _, c := range inconsistencies {
		t.Run(c.name, func(t *testing.T) {
			assert.Equal(t, c.want, lines(audited(t, c.docs.folder(t), audit.Options{})))
			assert.Empty(t, lines(audited(t, c.twins.folder(t), audit.Options{})), "the twin")
		})
	}
}

// TestEveryKindIsFound wants a seeded document of every kind of finding.
func TestEveryKindIsFound(t *testing.T) {
	seen := map[string]bool{audit.Agreement: true} // by TestAgreements
	for _, c := range inconsistencies {
		for _, w := range c.want {
			_, kind, _ := strings.Cut(w, " ")
			seen[strings.SplitN(kind, ":", 2)[0]] = true
		}
	}
	for _, k := range audit.Kinds {
		assert.True(t, seen[k], k)
	}
}

func TestAgreements(t *testing.T) {
	docs := texts{city: "2031年，全市税收收入221.3亿元。", city + "2": "2031年，全市税收收入超过200亿元。", city + "3": "2031年，全市税收收入221.3亿元。"}
	dir := docs.folder(t)
	assert.Empty(t, audited(t, dir, audit.Options{}))
	assert.Equal(t, []string{"note agreement: 221.3亿元 = >200亿元 = 221.3亿元"}, lines(audited(t, dir, audit.Options{Agreements: true})))
}

// TestTheOrderOfLinesMakesNoDifference permutes the facts of all documents in one folder.
func TestTheOrderOfLinesMakesNoDifference(t *testing.T) {
	all := texts{}
	for n, c := range inconsistencies {
		for name, text := range c.docs {
			all[name+strings.Repeat("0", n+1)] = text
		}
	}
	dir := all.folder(t)
	want := audited(t, dir, audit.Options{Agreements: true})
	require.NotEmpty(t, want)
	name := filepath.Join(dir, "facts.jsonl")
	data, err := os.ReadFile(name)
	require.NoError(t, err)
	rows := strings.SplitAfter(strings.TrimSuffix(string(data), "\n")+"\n", "\n")
	for seed := range uint64(20) {
		shuffled := slices.Clone(rows)
		rand.New(rand.NewPCG(seed, 1)).Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		require.NoError(t, os.WriteFile(name, []byte(strings.Join(shuffled, "")), 0o644))
		require.Equal(t, want, audited(t, dir, audit.Options{Agreements: true}))
	}
}
