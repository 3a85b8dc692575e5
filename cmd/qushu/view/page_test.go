package view

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"
)

// TestReviewInABrowser marks a fact wrong with its right line, and a number missing.
func TestReviewInABrowser(t *testing.T) {
	browser(t)
	in := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(in, "tea.txt"), []byte("2031年，青屿区实现税收3.5亿元，增长4.2%。第7届茶节在青屿开幕。\n"), 0o644))
	s, address := served(t, ran(t, in), in)
	said := make(chan Verdict, 9)
	s.Review = func(v Verdict) (string, error) { said <- v; return "tea.golden", nil }
	s.Token = "token"
	b := open(t, address, 1360, 850)
	b.do(chromedp.Evaluate(`[...document.querySelectorAll('#text mark')].find((m) => m.textContent === '3.5亿元').click()`, nil))
	b.until("2", `String(document.querySelectorAll('#card .review button').length)`)
	b.do(chromedp.Evaluate(`document.querySelector('#card .review input').value = 'level  税收  360000000 CNY  “3.5亿元”'; document.querySelectorAll('#card .review button')[1].click()`, nil))
	b.until("已写入 tea.golden", `document.querySelector('#card .review small').textContent`)
	v := <-said
	assert.Equal(t, "wrong", v.Says)
	assert.Equal(t, "3.5亿元", v.Fact.Text)
	assert.Equal(t, "level  税收  360000000 CNY  “3.5亿元”", v.Line)
	b.do(chromedp.Evaluate(`document.querySelectorAll('#card .review button')[0].click()`, nil))
	assert.Equal(t, "right", (<-said).Says)
	b.do(chromedp.Evaluate(`document.querySelector('#text mark.left').click()`, nil))
	b.until("1", `String(document.querySelectorAll('#card .review button').length)`)
	assert.Contains(t, b.eval(`document.querySelector('#card').textContent`), "原始字节")
	b.do(chromedp.Evaluate(`document.querySelector('#card .review button').click()`, nil))
	v = <-said
	assert.Equal(t, "missing", v.Says)
	assert.Nil(t, v.Fact)
	b.clean(address)
}

// TestPageOnPaper prints the table of what the filter lets through, and nothing of the
// controls.
func TestPageOnPaper(t *testing.T) {
	browser(t)
	r := ran(t, samples)
	b := open(t, reportFile(t, r), 794, 1100)
	rows, _ := stating(t, r, "粮食")
	b.do(chromedp.Evaluate(`{ const i = document.getElementById('f-q'); i.value = '粮食'; i.dispatchEvent(new Event('input', {bubbles: true})) }`, nil))
	b.until(fmt.Sprint(rows), `document.querySelector('#rows').getAttribute('aria-rowcount')`)
	b.do(chromedp.Evaluate(`dispatchEvent(new Event('beforeprint'))`, nil), emulation.SetEmulatedMedia().WithMedia("print"))
	b.until(fmt.Sprint(rows), `String(document.querySelectorAll('#print tbody tr').length)`)
	assert.Equal(t, "0 0 0", b.eval(`[...document.querySelectorAll('#filter, #tabs, #rows')].map((e) => e.offsetHeight).join(' ')`))
	assert.Equal(t, "true", b.eval(`String(document.documentElement.scrollWidth <= 794 && [...document.querySelectorAll('#print th')].every((th) => th.offsetWidth > 60))`))
	b.shot("paper")
	b.clean("file://")
}

// TestCardShowsThePlace reads a workbook: the card of a figure names its cell.
func TestCardShowsThePlace(t *testing.T) {
	browser(t)
	book := excelize.NewFile()
	defer book.Close()
	for i, row := range [][]any{{"指标", "单位", "2031年"}, {"税收", "亿元", 52.7}} {
		require.NoError(t, book.SetSheetRow("Sheet1", fmt.Sprint("A", i+1), &row))
	}
	in := t.TempDir()
	require.NoError(t, book.SaveAs(filepath.Join(in, "tea.xlsx")))
	b := open(t, reportFile(t, ran(t, in)), 1360, 850)
	b.do(chromedp.Evaluate(`[...document.querySelectorAll('#text mark')].find((m) => m.textContent === '52.7').click()`, nil))
	b.until("true", `String(document.querySelector('#card').textContent.includes('位置sheet Sheet1, cell C2'))`)
	assert.Contains(t, b.eval(`document.querySelector('#card').textContent`), "52.7 × 亿元 → 5,270,000,000 CNY")
	b.clean("file://")
}
