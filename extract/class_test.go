package extract

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// The bounds of a class of things are no facts; what is said of the class is.
func TestClassBounds(t *testing.T) {
	for _, c := range []struct {
		text  string
		facts int
	}{
		{"2023年，单户授信总额1000万元及以下的小微企业贷款余额19亿元。", 1},
		{"2023年，200万元以下的住宅只须缴付100元定额税款。", 1},
		{"2023年，年薪由60万元至90万元的纳税人增加至31.5万人。", 1},
		{"2023年，投资2000万元以上的技改项目开工30个。", 1},
		{"2023年，对违者处以50万元以上的罚款。", 1},
		{"2023年，岗位薪资达到5000元以上的水平。", 1},
	} {
		n := 0
		for _, f := range read(t, c.text, Options{}).Facts {
			if f.Measure != "" {
				n++
			}
		}
		assert.Equal(t, c.facts, n, c.text)
	}
	f := find(t, read(t, "2023年，措施令逾70万人每年少缴税款。", Options{}), "逾70万人")
	assert.Equal(t, "count", string(f.Kind))
}
