package area

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestAt(t *testing.T) {
	g := gazetteer(t)
	for _, c := range []struct {
		text string // read from its first character after |, or from 0
		name string
		full bool
		weak bool
		one  string // the full name, where it means one area today
	}{
		{"重庆市江北区实现", "重庆市江北区", true, false, "重庆市江北区"},
		{"重庆江北区实现", "重庆江北区", true, false, "重庆市江北区"},
		{"重庆江北实现", "重庆江北", false, false, "重庆市江北区"},
		{"四川省成都市青羊区、大邑县", "四川省成都市青羊区", true, false, "四川省成都市青羊区"},
		{"成都青羊区", "成都青羊区", true, false, "四川省成都市青羊区"},
		{"四川德阳", "四川德阳", false, false, "四川省德阳市"},
		{"江北区实现", "江北区", true, false, ""},
		{"江北实现", "江北", false, true, ""},
		{"德阳实现", "德阳", false, false, "四川省德阳市"},
		{"重庆的", "重庆", false, false, "重庆市"},
		{"沙坪坝增长", "沙坪坝", false, false, "重庆市沙坪坝区"},
		{"重庆市政府", "重庆市", true, false, "重庆市"},
		{"重庆市民营经济", "重庆市", true, false, "重庆市"},
		{"重庆市场繁荣", "重庆", false, false, "重庆市"},
		{"成都市完成", "成都市", true, false, "四川省成都市"},
		{"吉林省吉林市", "吉林省吉林市", true, false, "吉林省吉林市"},
		{"内蒙古包头", "内蒙古包头", false, false, "内蒙古自治区包头市"},
		{"广西壮族自治区南宁市", "广西壮族自治区南宁市", true, false, "广西壮族自治区南宁市"},
		{"广西南宁", "广西南宁", false, false, "广西壮族自治区南宁市"},
		{"山东日照", "山东日照", false, false, "山东省日照市"},
		{"日照市", "日照市", true, false, "山东省日照市"},
		{"重庆忠县", "重庆忠县", true, false, "重庆市忠县"},
		{"香港特区政府", "香港特区", false, false, "香港特别行政区"},
		{"四川省会", "四川", false, false, "四川省"},
		{"日照时数", "", false, false, ""},
		{"平安建设", "", false, false, ""},
		{"和县级", "", false, false, ""},
		{"城区面积", "", false, false, ""},
		{"新城区建设", "", false, false, ""},
		{"重庆大学", "", false, false, ""},
		{"沿|江北上", "", false, false, ""},
		{"长|江南岸", "", false, false, ""},
		{"江北岸线", "", false, false, ""},
		{"形|成都市圈", "", false, false, ""},
		{"新|增城市绿地", "", false, false, ""},
		{"增长", "", false, false, ""},
		{"", "", false, false, ""},
	} {
		s, i := cursor(c.text)
		m := g.At(s, i)
		if !assert.Equal(t, c.name, string(s[i:i+m.N]), c.text) || m.N == 0 {
			continue
		}
		assert.Equal(t, c.full, m.Full, c.text)
		assert.Equal(t, c.weak, m.Weak, c.text)
		got := ""
		if a := g.Choose(m, nil, 0); a != nil {
			got = a.Full()
		}
		assert.Equal(t, c.one, got, c.text)
	}
}

// cursor takes the | out of the text and returns where it stood.
func cursor(text string) ([]rune, int) {
	s := []rune(text)
	for i, r := range s {
		if r == '|' {
			return append(s[:i:i], s[i+1:]...), i
		}
	}
	return s, 0
}

func TestResolve(t *testing.T) {
	g := gazetteer(t)
	for _, c := range []struct {
		name, context string
		year          int
		want          string
	}{
		{"江北区", "重庆市", 2020, "重庆市江北区"},
		{"江北区", "重庆市渝中区", 2020, "重庆市江北区"},
		{"江北区", "浙江省宁波市", 2020, "浙江省宁波市江北区"},
		{"江北区", "", 2020, ""},
		{"江北", "重庆市江北区", 2020, "重庆市江北区"},
		{"江北", "", 2020, ""},
		{"鼓楼区", "江苏省南京市", 2020, "江苏省南京市鼓楼区"},
		{"鼓楼区", "江苏省", 2020, ""},
		{"鼓楼区", "浙江省", 2020, ""},
		{"朝阳区", "北京市海淀区", 2020, "北京市朝阳区"},
		{"南岸", "重庆市江北区", 2020, "重庆市南岸区"},
		{"重庆", "重庆市江北区", 2020, "重庆市"},
		{"德阳", "重庆市江北区", 2020, "四川省德阳市"},
		{"吉林", "", 2020, "吉林省"},
		{"海南", "", 2020, "海南省"},
		{"长沙", "", 2020, "湖南省长沙市"},
		{"昆山", "", 2020, "江苏省苏州市昆山市"},
		{"江津", "重庆市", 1999, "重庆市江津市"},
		{"江津", "重庆市", 2020, "重庆市江津区"},
		{"江津", "重庆市", 2006, "重庆市江津区"},
		{"不是地名", "重庆市", 2020, ""},
		{"", "", 0, ""},
	} {
		got := ""
		if a := g.Resolve(c.name, g.Resolve(c.context, nil, c.year), c.year); a != nil {
			got = a.Full()
		}
		assert.Equal(t, c.want, got, "%s in %q, %d", c.name, c.context, c.year)
	}
}

func TestCodeIsThatOfTheYear(t *testing.T) {
	g := gazetteer(t)
	for _, c := range []struct {
		full string
		year int
		want string
	}{
		{"重庆市江北区", 2020, "500105"},
		{"重庆市", 2020, "500000"},
		{"重庆市", 1990, "510200"},
		{"重庆市江津区", 2020, "500116"},
		{"重庆市江津区", 2003, "500381"},
		{"湖北省襄阳市", 2005, "420600"},
		{"四川省成都市青羊区", 0, "510105"},
		{"某州市某岭区", 2020, ""},
		{"江北区", 2020, ""},
	} {
		assert.Equal(t, c.want, g.Code(c.full, c.year), "%s %d", c.full, c.year)
	}
}

func TestPattern(t *testing.T) {
	g := gazetteer(t)
	for _, c := range []struct{ text, want string }{
		{"岚州市青屿区2023年", "岚州市青屿区"},
		{"沅岭市统计局", "沅岭市"},
		{"位于|沅岭市东部", "沅岭市"},
		{"白鹿川县委", "白鹿川县"},
		{"白鹭苗族自治县人民政府", "白鹭苗族自治县"},
		{"岚州市场", ""},
		{"主城都市区", ""},
		{"高新区", ""},
		{"开发区建设", ""},
		{"经济强县", ""},
		{"战略联盟", ""},
		{"中心城区", ""},
		{"全市", ""},
		{"上市公司", ""},
		{"在岚|州市青屿区", ""},
		{"示范区", ""},
		{"", ""},
	} {
		s, i := cursor(c.text)
		assert.Equal(t, c.want, string(s[i:i+g.Pattern(s, i)]), c.text)
	}
}

func FuzzAt(f *testing.F) {
	g := gazetteer(f)
	f.Add("重庆市江北区与四川省成都市青羊区", 0)
	f.Add("长江南岸市场", 1)
	f.Add("a\xff江北", -1)
	f.Fuzz(func(t *testing.T, text string, i int) {
		s := []rune(text)
		m, n := g.At(s, i), g.Pattern(s, i)
		for _, n := range []int{m.N, n} {
			if n < 0 || n > 0 && (i < 0 || i+n > len(s)) {
				t.Fatalf("read %d runes at %d of %d", n, i, len(s))
			}
		}
		if m.N > 0 && len(m.Areas) == 0 {
			t.Fatal("a match without an area")
		}
		if len(s) < 50 {
			g.Resolve(text, nil, i)
			g.Code(text, i)
		}
	})
}

func BenchmarkAt(b *testing.B) {
	g := gazetteer(b)
	s := []rune("江北区统筹推进发展，与四川省德阳市、成都市青羊区签订协议，重庆市场规模达到三千亿元，比上年增长百分之五。")
	b.SetBytes(int64(len(string(s))))
	for b.Loop() {
		for i := range s {
			g.At(s, i)
		}
	}
}
