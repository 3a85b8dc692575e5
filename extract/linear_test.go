package extract

import (
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// work is what reading a text took.
type work struct {
	allocs, bytes float64
	took          time.Duration
}

// workOf reads a text three times and keeps the least of each: a machine busy with other
// things adds to some, a square to all.
func workOf(t *testing.T, text string) work {
	least := work{1e18, 1e18, time.Hour}
	for range 3 {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		begun := time.Now()
		read(t, text, Options{})
		took := time.Since(begun)
		runtime.ReadMemStats(&after)
		least = work{min(least.allocs, float64(after.Mallocs-before.Mallocs)), min(least.bytes, float64(after.TotalAlloc-before.TotalAlloc)), min(least.took, took)}
	}
	return least
}

// TestDocumentsAreLinear reads documents of n bytes and of twice and four times as many:
// a path whose cost is the square of its input would allocate four times as much in the
// second, or take sixteen times as long in the third.
func TestDocumentsAreLinear(t *testing.T) {
	const size = 64 << 10
	for name, unit := range map[string]string{
		"report":            "全区实现税收41.3亿元，增长5.8%，总量居全市第三；新建改造道路12条，惠及居民3.2万人。\n",
		"one paragraph":     "全区实现税收41.3亿元，增长5.8%，总量居全市第三；新建改造道路12条，惠及居民3.2万人。",
		"without a stop":    "全区实现税收41.3亿元，增长5.8%，",
		"places":            "石门县新增企业12家，河口镇建成学校3所，北京市引进项目5个。\n",
		"times":             "2023年3月至5月，2024年上半年，去年全年接待游客5万人次。\n",
		"rows":              "指标\t单位\t2023年\n税收\t亿元\t21.4\n投资\t亿元\t30.5\n",
		"figures":           "12 34.5 6% 78亿元 ",
		"lists":             "学校、医院、图书馆分别为12所、3家、5座，",
		"without a numeral": "居民们说夜里散步的人比从前多了，孩子在广场边放风筝。\n",
		"markup":            "<p>全区税收<b>41.3</b>亿元，增长5.8%。</p><table><tr><td>投资<td>30.5</table>\n",
	} {
		t.Run(name, func(t *testing.T) {
			text := strings.Repeat(unit, size/len(unit))
			one, two, four := workOf(t, text), workOf(t, text+text), workOf(t, text+text+text+text)
			const noise = 1 << 20 // bytes
			require.Less(t, two.bytes, 2.5*one.bytes+noise, "bytes allocated")
			require.Less(t, two.allocs, 2.3*one.allocs+1000, "allocations")
			require.Less(t, four.took, 10*one.took+300*time.Millisecond, "time")
		})
	}
}
