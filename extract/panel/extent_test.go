package panel

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// figure is a statement of a figure as a document has it.
func figure(value, number, bound, kind string) *statement {
	return &statement{Value: value, Raw: value, Number: number, Bound: bound, Kind: kind, Unit: "CNY"}
}

func TestExtents(t *testing.T) {
	tests := []struct {
		name   string
		of     *statement
		lo, hi float64
	}{
		{"221.3亿", figure("22130000000", "221.3", "exact", "money"), 22125000000, 22135000000},
		{"超过200亿", figure("20000000000", "200", "over", "money"), 20000000000, 40000000000},
		{"两万亿", figure("2000000000000", "两", "exact", "money"), 1500000000000, 2500000000000},
		{"1,234家", figure("1234", "1,234", "exact", "count"), 1233.5, 1234.5},
		{"近50万", figure("500000", "50", "nearly", "count"), 450000, 500000},
		{"约9.3亿", figure("930000000", "9.3", "about", "money"), 883500000, 976500000},
		{"不足30", figure("30", "30", "under", "count"), 15, 30},
		{"下降3%以上", figure("-3", "3", "at_least", "percent"), -6, -3},
		{"第2位", figure("2", "第2", "exact", "rank"), 2, 2},
		{"4.5%—5%", figure("[4.5,5]", "4.5%—5", "exact", "percent"), 4.5, 5},
		{"1/4", figure("25", "1/4", "exact", "fraction"), 22.5, 27.5},
		{"9.8m2, 9.8万 repaired", &statement{Value: "9.8", Raw: "9.8", Number: "9.8", Repaired: "98000", Bound: "exact", Kind: "measure"}, 97999.95, 98000.05},
	}
	for _, tt := range tests {
		got := tt.of.extents()
		if assert.Len(t, got, 1, tt.name) {
			assert.InDelta(t, tt.lo, got[0].lo, 1e-6*max(1, -tt.lo, tt.lo), tt.name)
			assert.InDelta(t, tt.hi, got[0].hi, 1e-6*max(1, -tt.hi, tt.hi), tt.name)
		}
	}
	assert.Empty(t, figure("null", "", "exact", "number").extents())
	assert.Empty(t, figure(`"2020"`, "", "exact", "number").extents())
	assert.Len(t, figure("[5.2,47.6,47.2]", "5.2:47.6:47.2", "exact", "ratio").extents(), 3)
}

func TestAgree(t *testing.T) {
	exact := func(value, number string) *statement { return figure(value, number, "exact", "money") }
	percent := figure("33.2", "33.2", "exact", "percent")
	tests := []struct {
		name string
		a, b *statement
		want bool
	}{
		{"221.3亿, 超过200亿", exact("22130000000", "221.3"), figure("20000000000", "200", "over", "money"), true},
		{"221.3亿, 超过230亿", exact("22130000000", "221.3"), figure("23000000000", "230", "over", "money"), false},
		{"221.3亿, 超过20亿", exact("22130000000", "221.3"), figure("2000000000", "20", "over", "money"), false},
		{"12.4亿, 12.36亿", exact("1240000000", "12.4"), exact("1236000000", "12.36"), true},
		{"12.4亿, 12.3亿", exact("1240000000", "12.4"), exact("1230000000", "12.3"), false},
		{"58.1亿, 60亿", exact("5810000000", "58.1"), exact("6000000000", "60"), false},
		{"63家, 64家", figure("63", "63", "exact", "count"), figure("64", "64", "exact", "count"), false},
		{"近1/3, 33.2%", figure("33.333333", "1/3", "nearly", "fraction"), percent, true},
		{"1/3, 33.2%", figure("33.333333", "1/3", "exact", "fraction"), percent, true},
		{"1/3, 1/4", figure("33.333333", "1/3", "exact", "fraction"), figure("25", "1/4", "exact", "fraction"), false},
		{"第1, 第1", figure("1", "第1", "exact", "rank"), figure("1", "第一", "exact", "rank"), true},
		{"第1, 第2", figure("1", "第1", "exact", "rank"), figure("2", "第2", "exact", "rank"), false},
		{"5%左右, 5%—5.5%", figure("5", "5", "about", "percent"), figure("[5,5.5]", "5%—5.5", "exact", "percent"), true},
		{"-3%以上, -3.4%", figure("-3", "3", "at_least", "percent"), figure("-3.4", "3.4", "exact", "percent"), true},
		{"a ratio, one number", figure("[1,2]", "1:2", "exact", "ratio"), exact("1", "1"), false},
		{"nothing", figure("null", "", "exact", "money"), figure("null", "", "exact", "money"), false},
	}
	for _, tt := range tests {
		assert.Equal(t, tt.want, agree(tt.a.extents(), tt.b.extents()), tt.name)
		assert.Equal(t, tt.want, agree(tt.b.extents(), tt.a.extents()), tt.name)
	}
}
