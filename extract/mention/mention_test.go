package mention_test

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/qushu/qushu/extract/mention"
	"github.com/qushu/qushu/normalize/number"
	"github.com/qushu/qushu/normalize/period"
)

var march2024 = period.Context{Year: 2024, Now: 2024, Month: 3}

// show writes a mention as text=kind value unit bound, a time resolved against March 2024.
func show(text string, m mention.Mention) string {
	if m.Kind == mention.None {
		return string([]rune(text)[m.Start:m.End]) + "=" + m.Why
	}
	value := ""
	if m.IsTime() {
		value = m.Time.Resolve(march2024)
	}
	for i, v := range m.Value {
		if i > 0 {
			value += ","
		}
		value += number.Format(v)
	}
	out := string([]rune(text)[m.Start:m.End]) + "=" + m.Kind + " " + value
	if m.Unit.Code != "" && m.Kind != mention.Number {
		out += " " + m.Unit.Code
	}
	if m.Bound != "exact" {
		out += " " + m.Bound
	}
	return out
}

func TestScan(t *testing.T) {
	sc := scanner(t)
	for _, c := range []struct{ text, want string }{
		// numbers without a unit
		{"两千三百零八", "两千三百零八=number 2308"},
		{"答案是四不是五", "四=number 4; 五=number 5"},
		{"负三点一四", "负三点一四=number -3.14"},
		{"大于10且小于20的数", "10=number 10 over; 20=number 20 under"},
		{"100与200之间", "100与200之间=number 100,200"},
		{"十五", "十五=number 15"},
		{"两两", "两两=phrase"},
		{"指数为100.4（上年=100）。", "100.4=number 100.4; 上年=100=name"},
		// counts and ranges
		{"请给我一到五个梨", "一到五个=count 1,5 个"},
		{"走访3至5家", "3至5家=count 3,5 家"},
		{"配备三、五名社工", "三、五名=count 3,5 名"},
		{"最多100最少20个", "最多100=count 100 个 at_most; 最少20个=count 20 个 at_least"},
		{"建成一座水厂，形成一批项目", "一座=count 1 座; 一批=article"},
		{"接待近50万人次", "近50万人次=count 500000 人次 nearly"},
		{"走访十几个村", "十几个=phrase"},
		{"召开以来的近一年时间里", "近一年=duration 1 a nearly"},
		{"签约项目88个，其中5亿元以上12个", "88个=count 88 个; 5亿元以上=filter; 12个=count 12 个"},
		{"其中产值超十亿元企业12户", "超十亿元=filter; 12户=count 12 户"},
		{"完成投资超10亿元新建学校12所", "超10亿元=money 1000000000 CNY over; 12所=count 12 所"},
		{"一个40平方米的单位", "一个=article; 40平方米=filter"},
		{"前五名客户合计", "五名=filter"},
		{"每10股派现金红利1.8元", "10股=filter; 1.8元=money 1.8 CNY"},
		{"居全市9个县(市、区)第3位", "9个=filter; 第3位=rank 3 rank"},
		{"连跨两个百亿台阶", "两个=filter; 百亿=filter"},
		{"连跨3个千亿元台阶", "3个=filter; 千亿元=phrase"},
		{"连跨5万亿元、6万亿元两个大台阶", "5万亿元=money 5000000000000 CNY; 6万亿元=money 6000000000000 CNY; 两个=filter"},
		{"登上300个台阶", "300个=count 300 个 over"},
		{"形成一批万亿级产业集群", "一批=article; 万亿级=filter"},
		{"2个千亿级、11个百亿级项目", "2个=count 2 个; 千亿级=filter; 11个=count 11 个; 百亿级=filter"},
		{"年营收百亿级的企业", "百亿级=money 10000000000 CNY about"},
		{"分别高于全国12.7个、12个百分点", "12.7个=points 12.7 pp; 12个百分点=points 12 pp"},
		{"推出六张城市名片", "六张=phrase"},
		// money
		{"收费3元5角", "3元5角=money 3.5 CNY"},
		{"十二块五", "十二块五=money 12.5 CNY"},
		{"五块六到五块七毛八", "五块六到五块七毛八=money 5.6,5.78 CNY"},
		{"玖仟陆佰陆拾伍圆壹角捌分", "玖仟陆佰陆拾伍圆壹角捌分=money 9665.18 CNY"},
		{"两美元又三美分", "两美元又三美分=money 2.03 USD"},
		{"9000元日币", "9000元日币=money 9000 JPY"},
		{"新台币 177.1 亿元", "新台币 177.1 亿元=money 17710000000 TWD"},
		{"CNY 1.25", "CNY 1.25=money 1.25 CNY"},
		{"十八至三十万日元", "十八至三十万日元=money 180000,300000 JPY"},
		{"1万(含)-5万元", "1万(含)-5万元=money 10000,50000 CNY"},
		{"新增地块3块，", "3块=count 3 块"},
		{"发行总额（亿元）10.5", "亿元=phrase; 10.5=money 1050000000 CNY"},
		// measures
		{"两米半", "两米半=measure 2.5 m"},
		{"零下摄氏11度半", "零下摄氏11度半=measure -11.5 °C"},
		{"华氏温度98.6度", "华氏温度98.6度=measure 98.6 °F"},
		{"十千米每小时", "十千米每小时=rate 10 km/h"},
		{"每小时三十到三百一十一千米", "每小时三十到三百一十一千米=rate 30,311 km/h"},
		{"优质茶每斤卖到800元", "800元=rate 800 CNY/斤"},
		{"亩均投资5000元/平方米", "5000元/平方米=rate 5000 CNY/m2"},
		{"两万两", "两万两=measure 20000 两"},
		{"一千欧元", "一千欧元=money 1000 EUR"},
		{"3.6万千瓦", "3.6万千瓦=measure 36000 kW"},
		// parts
		{"百分之三十到四十一", "百分之三十到四十一=percent 30,41 %"},
		{"负的百分之六十", "负的百分之六十=percent -60 %"},
		{"六成五", "六成五=percent 65 %"},
		{"推出七五折补贴", "七五折=fraction 0.75 1"},
		{"一又二分之一", "一又二分之一=fraction 1.5 1"},
		{"比分定格在七十八比九十六", "七十八比九十六=ratio 78,96 1"},
		{"溢价在-44.56%到-35.40%之间", "-44.56%到-35.40%=percent -44.56,-35.4 %"},
		// durations and times
		{"一个半月", "一个半月=duration 1.5 mo"},
		{"1分半", "1分半=duration 1.5 min"},
		{"审批在30日内办结", "30日内=duration 30 d at_most"},
		{"28日晚间发布", "28日=date 2024-03-28"},
		{"9月27日、28日举行", "9月27日=date 2024-09-27; 28日=date 2024-09-28"},
		{"2021 年 3 月 5 日", "2021 年 3 月 5 日=date 2021-03-05"},
		{"十四五期间", "十四五期间=period 2021/2025"},
		{"某区统计局 2024年3月20日", "2024年3月20日=boilerplate"},
		// spaces and scripts
		{"7 万5 千4 百", "7 万5 千4 百=number 75400"},
		{"一 百 五 十 个 百 分 点", "一 百 五 十 个 百 分 点=points 150 pp"},
		{"負四十五億零四百零四萬", "負四十五億零四百零四萬=number -4504040000"},
		{"為四十九兆九千五百九十二億元，", "四十九兆九千五百九十二億元=money 49959200000000 CNY"},
		// names
		{"覆盖5G基站", "5=name"},
		{"轨道10号线开通", "10号线=name"},
		{"1688平台入驻", "1688=name"},
	} {
		var got []string
		for _, m := range sc.Scan(sentence(c.text)) {
			got = append(got, show(c.text, m))
		}
		assert.Equal(t, c.want, strings.Join(got, "; "), c.text)
	}
}

func TestTextWithoutNumbersAllocatesNothing(t *testing.T) {
	sc := scanner(t)
	s := sentence(without)
	sc.Scan(s)
	require.Zero(t, testing.AllocsPerRun(100, func() { sc.Scan(s) }))
}

func TestScanIsLinear(t *testing.T) {
	sc := scanner(t)
	for _, unit := range []string{"3", "三", "百", "万", "1万", "三点", "第", "“", "（", "年", "2020年", "5元", "1-", "、3", " ", "每", "3和", "单位：", "1:", "5个", "“5个”", "3 ", "单位：亿元5，", "五个人", "—", "-3", "零下", "摄氏", "零下摄氏", "负", "+", "5%到", "5亿元以上12个", "前五名客户", "一个40平方米的", "居9个第3位", "全市(行政区)", "1O", "3x5亿元", "1a2万", "l万", "*1", "■5", "O", "3a"} {
		spend := func(n int) time.Duration {
			s := sentence("单位：亿元，" + strings.Repeat(unit, n))
			start := time.Now()
			sc.Scan(s)
			return time.Since(start)
		}
		spend(200)
		small, large := spend(2000), spend(20000)
		for range 3 { // a machine busy with other things slows one run, a square slows all
			small, large = max(small, spend(2000)), min(large, spend(20000))
		}
		require.Less(t, large, 30*small+100*time.Millisecond, unit)
	}
}

func FuzzScan(f *testing.F) {
	sc := scanner(f)
	for _, s := range []string{"3元5角", "零下5度", "百分之三十到四十一", "2021 年 3 月", "最多100最少20个", "单位：亿元，产值5", "“十四五”", "三、五名", "每斤卖到800元", "1O5亿", "3a5.2万元", "3××5亿元"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		s := sentence(text)
		end := 0
		for _, m := range sc.Scan(s) {
			require.LessOrEqual(t, end, m.Start)
			require.LessOrEqual(t, m.Start, m.Core[0]+len(s.Runes))
			require.Less(t, m.Start, m.End)
			require.LessOrEqual(t, m.End, len(s.Runes))
			if m.IsTime() {
				m.Time.Resolve(march2024)
			} else if m.IsValue() {
				require.NotEmpty(t, m.Value)
			}
			end = m.End
		}
	})
}
