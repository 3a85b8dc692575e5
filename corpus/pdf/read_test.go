package pdf

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/qushu/qushu/corpus/variant"
)

// tooLong is a sentence that takes more than one line.
const tooLong = "青湾县全年实现地区生产总值123.4亿元，按可比价格计算，比上年增长5.6%。其中，第一产业增加值20.1亿元，增长3.2%；第二产业增加值45.0亿元，增长7.8%。"

func TestReadParagraphs(t *testing.T) {
	got, err := Read(variant.PDF("青湾县统计公报\n" + tooLong + "\nGross output of Qingwan rose by 5.6 percent."))
	require.NoError(t, err)
	assert.Equal(t, "青湾县统计公报"+tooLong+"Gross output of Qingwan rose by 5.6 percent.", strings.ReplaceAll(got.Text, "\n", ""))
	require.Len(t, got.Lines, 4)
	first := got.Lines[0]
	assert.Equal(t, "青湾县统计公报", got.Text[first.Start:first.End])
	assert.Equal(t, Line{Start: 0, End: 21, Page: 1, Box: first.Box, Size: 12}, first)
	assert.InDelta(t, 94, first.Box[0], 0.5)
	assert.InDelta(t, 94+7*12, first.Box[2], 0.5)
	assert.Less(t, got.Lines[1].Box[3], first.Box[3])
}

func TestReadColumns(t *testing.T) {
	left := []string{strings.Repeat("左栏讲农业的事情，", 12), strings.Repeat("左栏再讲粮食产量。", 8)}
	right := []string{strings.Repeat("右栏讲工业的事情，", 10), strings.Repeat("右栏再讲钢材产量。", 6)}
	got, err := Read(variant.PDFColumns(left, right))
	require.NoError(t, err)
	assert.Equal(t, strings.Join(left, "")+strings.Join(right, ""), strings.ReplaceAll(got.Text, "\n", ""))
}

func TestReadColumnsBetweenWideLines(t *testing.T) {
	var lines []variant.PDFLine
	put := func(x, y float64, s string) { lines = append(lines, variant.PDFLine{X: x, Y: y, Text: s}) }
	put(150, 760, "这是一条横跨两栏的大标题，居中排在上面")
	for i := range 5 {
		put(310, 720-float64(i)*20-4, fmt.Sprintf("右边第%d行十六个字排得满满当当啊", i))
		put(70, 720-float64(i)*20, fmt.Sprintf("左边第%d行十六个字排得满满当当啊", i))
	}
	put(280, 40, "- 12 -")
	got, err := Read(variant.PDFLines(lines))
	require.NoError(t, err)
	var order []string
	for _, l := range strings.Split(got.Text, "\n") {
		order = append(order, string([]rune(l)[:4]))
	}
	assert.Equal(t, []string{"这是一条", "左边第0", "左边第1", "左边第2", "左边第3", "左边第4", "右边第0", "右边第1", "右边第2", "右边第3", "右边第4", "- 12"}, order)
}

func TestReadTable(t *testing.T) {
	got, err := Read(variant.PDFTable([][]string{
		{"指标", "单位", "绝对数", "增长"},
		{"粮食总产量", "万吨", "12.3", "4.5"},
		{"规模以上工业增加值", "亿元", "1,234.5", "-6.7"},
		{"年末常住人口", "万人", "", "0.8"},
	}))
	require.NoError(t, err)
	assert.Equal(t, "指标\t单位\t绝对数\t增长\n粮食总产量\t万吨\t12.3\t4.5\n规模以上工业增加值\t亿元\t1,234.5\t-6.7\n年末常住人口\t万人\t0.8", got.Text)
	var cells []string
	for _, c := range got.Lines[2].Cells {
		cells = append(cells, got.Text[c[0]:c[1]])
	}
	assert.Equal(t, []string{"规模以上工业增加值", "亿元", "1,234.5", "-6.7"}, cells)
}

func TestReadPages(t *testing.T) {
	got, err := Read(variant.PDFLines([]variant.PDFLine{{Page: 0, X: 70, Y: 700, Text: "一"}, {Page: 2, X: 70, Y: 700, Text: "三"}}))
	require.NoError(t, err)
	require.Equal(t, "一\f\f三", got.Text)
	assert.Equal(t, 3, got.Lines[1].Page)
}

func TestReadLoneCharacters(t *testing.T) {
	var lines []variant.PDFLine
	x := 70.0
	for _, r := range "县内产量12吨" {
		lines = append(lines, variant.PDFLine{X: x, Y: 700, Text: string(r)})
		x += 6
		if r > '9' {
			x += 6
		}
	}
	got, err := Read(variant.PDFLines(lines))
	require.NoError(t, err)
	assert.Equal(t, "县内产量12吨", got.Text)
}

func TestReadTurnedPage(t *testing.T) {
	data := variant.PDFLines([]variant.PDFLine{{X: 70, Y: 700, Text: "转"}})
	turned, err := Read(bytes.Replace(data, []byte("/Type /Page /"), []byte("/Type /Page /Rotate 180 /"), 1))
	require.NoError(t, err)
	require.Len(t, turned.Lines, 1)
	assert.InDelta(t, 595-70, turned.Lines[0].Box[2], 0.5)
	assert.InDelta(t, 842-700, turned.Lines[0].Box[3], 3)
}

func TestReadRefuses(t *testing.T) {
	good := variant.PDF("文字")
	locked := bytes.Replace(good, []byte("/Root 1 0 R"), []byte("/Root 1 0 R /ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <"+
		strings.Repeat("11", 32)+"> /U <"+strings.Repeat("22", 32)+"> >>"), 1)
	for name, c := range map[string]struct {
		data []byte
		says string
	}{
		"empty":     {nil, "is empty"},
		"no PDF":    {[]byte("全县粮食产量"), "is a broken PDF or none at all"},
		"cut short": {good[:60], "is a broken PDF or none at all"},
		"encrypted": {locked, "is an encrypted PDF: a password is needed"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Read(c.data)
			assert.ErrorContains(t, err, c.says)
		})
	}
}

func TestReadLimits(t *testing.T) {
	data := variant.PDFLines([]variant.PDFLine{{Page: 1, X: 70, Y: 700, Text: "二"}})
	set(t, &mostPages, 1)
	_, err := Read(data)
	assert.EqualError(t, err, "is a PDF of 2 pages: PDF documents over 1 pages are not read")
	set(t, &mostBytes, 10)
	_, err = Read(data)
	assert.ErrorContains(t, err, "are not read")
}

func TestReadStopsInTime(t *testing.T) {
	_, err := Read(variant.PDF("先启动")) // compiling is no part of the time
	require.NoError(t, err)
	lines := make([]variant.PDFLine, 40000) // one call reads the page, and takes seconds
	for i := range lines {
		lines[i] = variant.PDFLine{X: 70, Y: float64(i % 700), Text: "县县县"}
	}
	data := variant.PDFLines(lines)
	t.Run("late", func(t *testing.T) {
		set(t, &timeLimit, 50*time.Millisecond)
		for range 2*mostInstances + 1 { // no place in the pool is lost
			begun := time.Now()
			_, err := Read(data)
			assert.EqualError(t, err, "is a PDF that takes more than 50ms to read")
			assert.Less(t, time.Since(begun), 5*time.Second)
		}
	})
	got, err := Read(variant.PDF("再读"))
	require.NoError(t, err)
	assert.Equal(t, "再读", got.Text)
}

// set changes a bound for the time of a test.
func set[T any](t *testing.T, v *T, to T) {
	was := *v
	*v = to
	t.Cleanup(func() { *v = was })
}

func TestReadIsDeterministic(t *testing.T) {
	data := variant.PDF(strings.Repeat(tooLong+"\n", 20))
	want, err := Read(data)
	require.NoError(t, err)
	done := make(chan *Text)
	for range 3 {
		go func() { got, _ := Read(data); done <- got }()
	}
	for range 3 {
		assert.Equal(t, want, <-done)
	}
}

// holds checks what is true of every text.
func holds(t *testing.T, got *Text) {
	assert.True(t, utf8.ValidString(got.Text))
	at := 0
	for _, l := range got.Lines {
		assert.LessOrEqual(t, at, l.Start)
		assert.Empty(t, strings.Trim(got.Text[at:l.Start], "\n\f"))
		assert.Less(t, l.Start, l.End)
		assert.Equal(t, l.Page, 1+strings.Count(got.Text[:l.Start], "\f"))
		at = l.End
	}
	assert.Empty(t, strings.Trim(got.Text[at:], "\f"))
}

func FuzzRead(f *testing.F) {
	tiny := variant.PDF("产量5吨")
	f.Add(tiny)
	f.Add(tiny[:len(tiny)/2])
	f.Add(bytes.Replace(tiny, []byte("Tm"), []byte("Td"), 1))
	f.Fuzz(func(t *testing.T, data []byte) {
		if got, err := Read(data); err == nil {
			holds(t, got)
		}
	})
}

func BenchmarkRead(b *testing.B) {
	for _, pages := range []int{1, 100} {
		data := variant.PDF(strings.TrimSpace(strings.Repeat(strings.Repeat("县", 34)+"\n", 35*pages)))
		b.Run(fmt.Sprintf("pages=%d", pages), func(b *testing.B) {
			for b.Loop() {
				_, err := Read(data)
				require.NoError(b, err)
			}
		})
	}
}
