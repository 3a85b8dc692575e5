package view

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/qushu/qushu/extract/fact"
	"github.com/qushu/qushu/extract/schema"
)

// press presses keys one after the other.
func (b *tab) press(keys ...string) {
	b.Helper()
	for _, k := range keys {
		b.do(chromedp.KeyEvent(k))
	}
}

// tabTo goes on by the tabulator until an element has the focus.
func (b *tab) tabTo(id string) {
	b.Helper()
	seen := []string{}
	for range 40 {
		b.press(kb.Tab)
		at := b.eval(`document.activeElement.id`)
		if at == id {
			// What has the focus shows it.
			require.NotEqual(b, "none", b.eval(`getComputedStyle(document.activeElement).outlineStyle`), id)
			return
		}
		seen = append(seen, at)
	}
	require.Fail(b, "the keyboard does not lead to "+id, strings.Join(seen, " "))
}

// TestPageByKeyboard does with keys alone all that the page is for, in a wide window and
// in one as narrow as a wide one at 200 %.
func TestPageByKeyboard(t *testing.T) {
	browser(t)
	r := ran(t, samples)
	address := reportFile(t, r)
	rows, docs := stating(t, r, "粮食")
	for _, width := range []int64{1360, 680} {
		t.Run(fmt.Sprint(width), func(t *testing.T) {
			b := open(t, address, width, 850)
			b.press("/")
			b.until("f-q", `document.activeElement.id`)
			b.do(chromedp.Evaluate(`document.activeElement.value = ''`, nil)) // the driver types the / too
			b.do(input.InsertText("粮食"))                                      // as an input method does
			b.until(fmt.Sprintf("%d 条，在 %d 个文档", rows, docs), `document.getElementById('found').textContent`)
			b.tabTo("f-measure")
			b.press("水") // the option 水平
			b.until("level", `document.activeElement.value`)
			b.tabTo("copy")
			b.tabTo("rows")
			b.press(kb.ArrowDown, kb.ArrowDown)
			b.until("rows", `document.activeElement.id`)
			b.until("2", `document.querySelector('#rows .row.on')?.getAttribute('aria-rowindex') || ''`)
			assert.Equal(t, "true", b.eval(`String(document.getElementById(document.querySelector('#rows').getAttribute('aria-activedescendant')) === document.querySelector('#rows .row.on'))`))
			b.press(kb.Enter)
			b.until("text", `document.activeElement.id`)
			mark := b.eval(`document.querySelector('#text mark.on').textContent`)
			assert.Contains(t, b.eval(`document.querySelector('#card h3').textContent`), mark)
			assert.Equal(t, "true", b.eval(`(() => { const m = document.querySelector('#text mark.on').getBoundingClientRect(), t = document.querySelector('#text').getBoundingClientRect(); return String(m.top >= t.top && m.bottom <= t.bottom) })()`), "the mark is out of sight")
			b.press(kb.ArrowRight)
			b.until("true", `String(document.querySelector('#text mark.on').textContent !== `+quoted(mark)+`)`)
			b.tabTo("card")
			b.press(kb.Escape)
			b.until("rows", `document.activeElement.id`)
			// To the list of documents and into one.
			b.do(chromedp.Focus(`#tabs [aria-selected=true]`))
			for range 4 {
				if b.eval(`document.activeElement.id`) != "tab-docs" {
					b.press(kb.ArrowRight)
				}
			}
			b.until("tab-docs", `document.activeElement.id`)
			b.tabTo("docrows")
			b.press(kb.ArrowDown, kb.Enter)
			b.until("text", `document.activeElement.id`)
			// To the charts, and by a bar to a filter.
			b.do(chromedp.Focus(`#tabs [aria-selected=true]`))
			for range 4 {
				if b.eval(`document.activeElement.id`) != "tab-charts" {
					b.press(kb.ArrowRight)
				}
			}
			b.press(kb.Tab)
			b.until("true", `String(document.activeElement.id === 'lang')`)
			b.do(chromedp.Focus(`#by-year g`))
			b.press(kb.Enter)
			b.until("true", `String(document.querySelector('#f-period').value === document.querySelector('#by-year g').dataset.name)`)
			b.clean("file://")
		})
	}
}

// TestEveryControlHasAName wants a name for whatever can have the focus, in both languages.
func TestEveryControlHasAName(t *testing.T) {
	b := open(t, reportFile(t, ran(t, samples)), 1360, 850)
	for _, language := range []string{"zh-CN", "en"} {
		b.until(language, `document.documentElement.lang`)
		assert.Equal(t, "[]", b.eval(`[...document.querySelectorAll('button, input, select, [tabindex], svg g')].filter((e) => !(e.getAttribute('aria-label') || e.textContent.trim() || e.labels?.[0]?.textContent.trim())).map((e) => e.id || e.outerHTML)`), language)
		b.do(chromedp.Evaluate(`document.getElementById('lang').click()`, nil))
	}
}

// TestLabelsCoverTheWords wants Chinese words for all that a fact may say.
func TestLabelsCoverTheWords(t *testing.T) {
	labels := asset("labels.js")
	chinese, english, ok := strings.Cut(labels, "\n  en: {")
	require.True(t, ok)
	group := func(name string) string {
		m := regexp.MustCompile(name + `: \{([^}]*)\}`).FindStringSubmatch(chinese)
		require.NotNil(t, m, name)
		return m[1]
	}
	has := func(name string, words ...string) {
		require.NotEmpty(t, words)
		for _, w := range words {
			assert.Regexp(t, `(^|[ ,])`+w+`: '`, group(name), "%s: %s", name, w)
		}
	}
	for _, f := range fact.Flags {
		has("meanings", f.Name)
	}
	has("reasons", fact.Reasons...)
	for name, property := range map[string]string{"measures": "measure", "kinds": "kind", "bounds": "bound", "statuses": "status"} {
		has(name, enumOf(t, property)...)
	}
	key := regexp.MustCompile(`(?:^|[ {])(\w+): '`)
	for _, m := range key.FindAllStringSubmatch(regexp.MustCompile(`\{[^{}]*\}`).ReplaceAllString(chinese, ""), -1) {
		assert.Regexp(t, `[ {]`+m[1]+`: '`, english, "no English for %s", m[1])
	}
}

// enumOf are the words that the schema of facts lets a field have.
func enumOf(t *testing.T, property string) []string {
	text, err := schema.Of("facts")
	require.NoError(t, err)
	m := regexp.MustCompile(`"` + property + `":\s*\{[^{}]*"enum":\s*\[([^\]]*)\]`).FindSubmatch(text)
	require.NotNil(t, m, property)
	var out []string
	for _, q := range regexp.MustCompile(`"(\w+)"`).FindAllSubmatch(m[1], -1) {
		out = append(out, string(q[1]))
	}
	return out
}

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
