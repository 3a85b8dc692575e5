package mention_test

import (
	"strings"
	"testing"

	"github.com/qushu/qushu/extract/segment"
)

const (
	// without holds no number and no time.
	without = "河湾镇沿着老街修缮了旧戏台和石板路，居民们说夜里散步的人比从前多了，孩子在广场边放风筝，茶馆的灯亮到很晚；" +
		"镇上的木匠师傅带着徒弟给祠堂换梁，雨水顺着瓦沟流进荷塘，荷塘边新栽的柳树已经发芽，来拍照的游客常常向店家打听哪里能买到当地的米酒。"
	// plain is prose as newspapers print it: a figure here and there.
	plain = without + "据镇里介绍，修缮工程投入资金1260万元，于2024年9月完工。" + without
	// dense is a report, in which every clause states a figure.
	dense = "全镇完成工业产值23.6亿元，增长7.2%，占全县的三分之一；新增企业48家，带动就业近5000人，改造道路12.5公里；" +
		"2024年1—9月接待游客86.4万人次，同比增长约15%，民宿收入突破4000万元。"
)

func benchmark(b *testing.B, text string) {
	sc := scanner(b)
	var list []*segment.Sentence
	for _, s := range strings.SplitAfter(text, "。") {
		if s != "" {
			list = append(list, sentence(s))
		}
	}
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	b.ResetTimer()
	for b.Loop() {
		for _, s := range list {
			sc.Scan(s)
		}
	}
}

func BenchmarkScanWithoutNumbers(b *testing.B) { benchmark(b, without) }
func BenchmarkScanPlain(b *testing.B)          { benchmark(b, plain) }
func BenchmarkScanReport(b *testing.B)         { benchmark(b, dense) }
