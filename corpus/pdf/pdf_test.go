package pdf

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/qushu/qushu/corpus/variant"
)

func TestLinesOfABrokenFile(t *testing.T) {
	data := variant.PDF("云溪县完成投资35.6亿元，增长8.2%。")
	r := rand.New(rand.NewPCG(1, 2))
	for range 60 {
		broken := append([]byte(nil), data...)
		for range 1 + r.IntN(30) {
			broken[r.IntN(len(broken))] = byte(r.IntN(256))
		}
		_, _ = Lines(broken) // an error or lines, never a panic
	}
	lines, err := Lines(data)
	require.NoError(t, err)
	assert.Equal(t, "云溪县完成投资35.6亿元，增长8.2%。", lines[1].Cells[0].Text)
}

func FuzzLines(f *testing.F) {
	f.Add(variant.PDF("云溪县完成投资35.6亿元。"))
	f.Add(variant.PDFTable([][]string{{"税收", "35.2"}}))
	f.Fuzz(func(t *testing.T, data []byte) {
		lines, err := Lines(data)
		if err != nil {
			return
		}
		for _, l := range lines {
			require.NotEmpty(t, l.Cells)
			require.Positive(t, l.Page)
		}
	})
}

func BenchmarkLines(b *testing.B) {
	text := ""
	for range 400 {
		text += "云溪县完成投资35.6亿元，增长8.2%，其中工业投资12.4亿元，比上年增长9.6%，占全部投资的三分之一以上。\n"
	}
	data := variant.PDF(text)
	_, err := Lines(data)
	require.NoError(b, err)
	for b.Loop() {
		lines, err := Lines(data)
		require.NoError(b, err)
		b.ReportMetric(float64(lines[len(lines)-1].Page), "pages")
	}
}
