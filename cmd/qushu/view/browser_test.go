package view

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/qushu/qushu/corpus"
	"github.com/qushu/qushu/extract"
	"github.com/qushu/qushu/extract/export"
)

// tab is a page in a real browser, and what it complained of and asked for.
type tab struct {
	*testing.T
	context.Context
	mu         sync.Mutex
	complaints []string
	requests   []string
}

// open opens an address in a headless browser of the machine. QUSHU_BROWSER names one
// that is called otherwise.
func open(t *testing.T, address string, width, height int64) *tab {
	path := browser(t)
	allocated, cancel := chromedp.NewExecAllocator(t.Context(), append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.Flag("lang", "zh-CN"), chromedp.Flag("accept-lang", "zh-CN"), chromedp.Env("LANGUAGE=zh_CN"))...)
	t.Cleanup(cancel)
	ctx, cancel := chromedp.NewContext(allocated)
	t.Cleanup(cancel)
	ctx, cancel = context.WithTimeout(ctx, time.Minute)
	t.Cleanup(cancel)
	b := &tab{T: t, Context: ctx}
	chromedp.ListenTarget(ctx, b.hear)
	b.do(network.Enable(), log.Enable(), runtime.Enable(), emulation.SetDeviceMetricsOverride(width, height, 1, width < 600),
		emulation.SetLocaleOverride().WithLocale("zh-CN"), chromedp.Navigate(address), chromedp.WaitReady("html[data-ready]"))
	return b
}

func browser(t *testing.T) string {
	for _, name := range []string{os.Getenv("QUSHU_BROWSER"), "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "headless-shell"} {
		if path, err := exec.LookPath(name); name != "" && err == nil {
			return path
		}
	}
	t.Skip("no browser is found: install chromium, or name one by QUSHU_BROWSER, to test the page in it")
	return ""
}

func (b *tab) hear(event any) {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch e := event.(type) {
	case *runtime.EventExceptionThrown:
		b.complaints = append(b.complaints, e.ExceptionDetails.Error())
	case *runtime.EventConsoleAPICalled:
		b.complaints = append(b.complaints, fmt.Sprint(e.Type, e.Args))
	case *log.EventEntryAdded:
		b.complaints = append(b.complaints, e.Entry.Text)
	case *network.EventRequestWillBeSent:
		b.requests = append(b.requests, e.Request.URL)
	}
}

func (b *tab) do(actions ...chromedp.Action) {
	b.Helper()
	require.NoError(b, chromedp.Run(b.Context, actions...))
}

// eval is the value of an expression on the page, as text.
func (b *tab) eval(js string) string {
	b.Helper()
	var v any
	b.do(chromedp.Evaluate(js, &v))
	if s, ok := v.(string); ok {
		return s
	}
	out, err := json.Marshal(v)
	require.NoError(b, err)
	return string(out)
}

// until waits for an expression to be as wanted.
func (b *tab) until(want, js string) {
	b.Helper()
	got := ""
	for range 100 {
		if got = b.eval(js); got == want {
			return
		}
		time.Sleep(30 * time.Millisecond)
	}
	require.Equal(b, want, got, js)
}

// clean wants a page that complained of nothing and asked for nothing but what lies
// below an address.
func (b *tab) clean(below string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	assert.Empty(b, b.complaints)
	for _, r := range b.requests {
		assert.True(b, strings.HasPrefix(r, below) || strings.HasPrefix(r, "data:"), "the page asked for %s", r)
	}
}

// shot writes a picture of the page into the folder QUSHU_SHOTS, for people to look at.
func (b *tab) shot(name string) {
	dir := os.Getenv("QUSHU_SHOTS")
	if dir == "" {
		return
	}
	var png []byte
	b.do(chromedp.Sleep(300*time.Millisecond), chromedp.CaptureScreenshot(&png))
	require.NoError(b, os.WriteFile(filepath.Join(dir, name+".png"), png, 0o644))
}

// document opens a document by its row in the list of documents.
func (b *tab) document(doc string) {
	b.Helper()
	b.do(chromedp.Evaluate(`document.getElementById('tab-docs').click()`, nil))
	row := `[...document.querySelectorAll('#docrows .row')].find((r) => r.children[5]?.textContent === ` + quoted(doc) + `)`
	b.until("true", `String(!!`+row+`)`)
	b.do(chromedp.Evaluate(row+`.click()`, nil))
	b.until("true", `String(document.querySelector('#text .meta')?.textContent.startsWith(`+quoted(doc)+`))`)
}

// reportFile writes a report and gives its address.
func reportFile(t testing.TB, r *export.Run) string {
	path := filepath.Join(t.TempDir(), "report.html")
	require.NoError(t, os.WriteFile(path, []byte(reported(t, r)), 0o644))
	return "file://" + path
}

// served serves a run with the documents of a folder.
func served(t testing.TB, r *export.Run, in string) (*Server, string) {
	s, err := NewServer(r)
	require.NoError(t, err)
	t.Cleanup(func() { s.Close() })
	if in != "" {
		e, err := engine()
		require.NoError(t, err)
		words, err := extract.PageWords(e.Set)
		require.NoError(t, err)
		s.Open = func(doc string) ([]byte, error) { return os.ReadFile(filepath.Join(in, doc)) }
		s.Read = func(doc string, data []byte) (*corpus.Document, error) { return corpus.Read(doc, data, words) }
	}
	h := httptest.NewServer(s.Handler())
	t.Cleanup(h.Close)
	return s, h.URL
}

const samples = "../../../corpus/samples"

func TestReportInABrowser(t *testing.T) {
	browser(t)
	r := ran(t, samples)
	walk(t, r, "report", reportFile(t, r), "file://")
}

func TestServedInABrowser(t *testing.T) {
	browser(t)
	r := ran(t, samples)
	_, address := served(t, r, samples)
	walk(t, r, "serve", address, address)
}

// walk goes through the page as a reader does: from a figure to its row and back, by
// filter, by key, in the other language.
func walk(t *testing.T, r *export.Run, name, address, below string) {
	b := open(t, address, 1360, 850)
	b.until("true", `String(document.getElementById('found').textContent.endsWith('在 12 个文档'))`)
	assert.Equal(t, "zh-CN", b.eval(`document.documentElement.lang`))
	// From the figure to its row …
	b.until("true", `String(!!document.querySelector('#text mark.level'))`)
	b.do(chromedp.Evaluate(`[...document.querySelectorAll('#text mark')].find((m) => m.textContent === '58.73亿元').click()`, nil))
	b.until("58.73亿元", `document.querySelector('#rows .row.on')?.children[1].textContent.replace('⚑ ', '') || ''`)
	b.until("true", `String(document.querySelector('#card').textContent.includes('地区生产总值'))`)
	assert.Contains(t, b.eval(`document.querySelector('#card').textContent`), "58.73 × 亿元 → 5,873,000,000 CNY")
	assert.Contains(t, b.eval(`document.querySelector('#card').textContent`), "35 38 2e 37 33 e4 ba bf e5 85 83", "the raw bytes")
	b.shot(name + "-desktop")
	// … and by keys from row to row and to the text.
	b.do(chromedp.Focus("#rows"), chromedp.KeyEvent(kb.ArrowDown))
	b.until("5.9%", `document.querySelector('#text mark.on')?.textContent || ''`)
	b.do(chromedp.KeyEvent(kb.Enter), chromedp.KeyEvent(kb.ArrowRight), chromedp.KeyEvent(kb.ArrowRight))
	b.until("text", `document.activeElement.id`)
	b.until("1.6个百分点", `document.querySelector('#text mark.on')?.textContent || ''`)
	b.until("1.6个百分点", `document.querySelector('#rows .row.on')?.children[1].textContent.replace('⚑ ', '') || ''`)
	id := b.eval(`document.querySelector('#card a').textContent`)
	// A filter lets through what it says.
	b.do(chromedp.KeyEvent(kb.Escape), chromedp.KeyEvent("/"))
	b.until("f-q", `document.activeElement.id`)
	b.do(chromedp.Evaluate(`{ const i = document.getElementById('f-q'); i.value = '粮食'; i.dispatchEvent(new Event('input', {bubbles: true})) }`, nil))
	rows, docs := stating(t, r, "粮食")
	b.until(fmt.Sprintf("%d 条，在 %d 个文档", rows, docs), `document.getElementById('found').textContent`)
	b.do(chromedp.Evaluate(`document.getElementById('f-q').value = ''; const i = document.getElementById('f-indicator'); i.value = '税收'; i.dispatchEvent(new Event('input', {bubbles: true}))`, nil))
	b.until("true", `String([...document.querySelectorAll('#rows .row')].length > 0 && [...document.querySelectorAll('#rows .row')].every((r) => r.children[0].textContent.includes('税收')))`)
	// A row leads to another document.
	b.do(chromedp.Evaluate(`[...document.querySelectorAll('#rows .row')].at(-1).click()`, nil))
	b.until("true", `String(document.querySelector('#rows .row.on').children[1].textContent.includes(document.querySelector('#text mark.on')?.textContent.trim()))`)
	threeDocuments(b, name)
	// Charts follow the filter.
	b.do(chromedp.Evaluate(`document.getElementById('tab-charts').click()`, nil))
	b.until("2", `String(document.querySelectorAll('#charts svg').length)`)
	b.shot(name + "-charts")
	b.do(chromedp.Evaluate(`document.getElementById('lang').click()`, nil))
	b.until("Charts", `document.getElementById('tab-charts').textContent`)
	// A fact has an address.
	fact := address + "#f=" + id
	if name == "serve" {
		fact = address + "/fact/" + id
	}
	b.do(chromedp.Navigate("about:blank"), chromedp.Navigate(fact), chromedp.WaitReady("html[data-ready]"))
	b.until("1.6个百分点", `document.querySelector('#text mark.on')?.textContent || ''`)
	b.clean(below)
}

// threeDocuments goes through the documents that state what the filter lets through, and
// from one to the next in the order of the run.
func threeDocuments(b *tab, name string) {
	b.do(chromedp.Evaluate(`document.getElementById('tab-docs').click()`, nil))
	b.until("true", `String(document.querySelectorAll('#docrows .row').length >= 3)`)
	assert.Equal(b, b.eval(`document.getElementById('found').textContent.match(/\d+/g)[1]`), b.eval(`document.querySelector('#docrows').getAttribute('aria-rowcount')`))
	b.shot(name + "-documents")
	seen := map[string]bool{}
	for i := range 3 {
		b.do(chromedp.Evaluate(`document.getElementById('tab-docs').click()`, nil), chromedp.Evaluate(fmt.Sprintf(`document.querySelectorAll('#docrows .row')[%d].click()`, i), nil))
		b.until("reader", `document.getElementById('main').dataset.tab`)
		b.until("true", fmt.Sprintf(`String(document.querySelector('#text .meta').textContent.startsWith(document.querySelectorAll('#docrows .row')[%d].children[5].textContent))`, i))
		assert.Equal(b, "true", b.eval(`String([...document.querySelectorAll('#text p')].some((p) => p.textContent.includes('税收')))`))
		seen[b.eval(`document.querySelector('#text .meta').textContent`)] = true
	}
	assert.Len(b, seen, 3)
	was := b.eval(`document.querySelector('#text .meta').textContent`)
	b.do(chromedp.Evaluate(`document.getElementById('before').click()`, nil))
	b.until("true", `String(document.querySelector('#text .meta').textContent !== `+quoted(was)+`)`)
	b.do(chromedp.Evaluate(`document.getElementById('after').click()`, nil))
	b.until(was, `document.querySelector('#text .meta').textContent`)
}

func quoted(s string) string {
	out, _ := json.Marshal(s)
	return string(out)
}

// stating counts the facts whose sentence, indicator or subject has a word, and their
// documents.
func stating(t *testing.T, r *export.Run, word string) (n, docs int) {
	seen := map[string]bool{}
	for f, err := range r.Facts() {
		require.NoError(t, err)
		if strings.Contains(f.Sentence.Text+"\n"+f.Indicator+"\n"+f.Subject, word) {
			n++
			seen[f.Doc] = true
		}
	}
	require.Greater(t, len(seen), 2)
	return n, len(seen)
}

func TestPageOnAPhone(t *testing.T) {
	browser(t)
	r := ran(t, samples)
	_, address := served(t, r, samples)
	onAPhone(t, "report", reportFile(t, r), "file://")
	onAPhone(t, "serve", address, address)
}

func onAPhone(t *testing.T, name, address, below string) {
	b := open(t, address, 390, 800)
	b.shot(name + "-phone-list")
	assert.Equal(t, "true", b.eval(`String(document.documentElement.scrollWidth <= 390)`), "the page is wider than the phone")
	b.do(chromedp.Evaluate(`[...document.querySelectorAll('#rows .row')][3].click()`, nil))
	b.until("true", `String(!!document.querySelector('#text mark.on') && document.querySelector('#text').offsetHeight > 100)`)
	b.shot(name + "-phone-text")
	b.do(chromedp.Evaluate(`document.getElementById('tab-docs').click()`, nil))
	b.until("12", `String(document.querySelectorAll('#docrows .row').length)`)
	b.shot(name + "-phone-documents")
	b.do(chromedp.Evaluate(`document.getElementById('tab-charts').click()`, nil))
	b.until("2", `String(document.querySelectorAll('#charts svg').length)`)
	b.shot(name + "-phone-charts")
	assert.Equal(t, "true", b.eval(`String(document.documentElement.scrollWidth <= 390)`))
	b.clean(below)
}

// TestPageAtTwiceTheSize reads at 200 %: a window half as wide and high in its own
// pixels.
func TestPageAtTwiceTheSize(t *testing.T) {
	b := open(t, reportFile(t, ran(t, samples)), 680, 425)
	assert.Equal(t, "true", b.eval(`String(document.documentElement.scrollWidth <= 680)`))
	assert.Equal(t, "true", b.eval(`String(document.querySelector('#rows').offsetHeight > 150)`), "no room for rows")
	b.shot("zoom")
	b.clean("file://")
}

func TestHostileDocumentsInABrowser(t *testing.T) {
	browser(t)
	in := hostileFolder(t)
	// One line of 10 MB, with thousands of marks.
	clause := "青屿区全年实现税收3.5亿元<script>window.harmed=1</script>，增长4.2%，" + strings.Repeat("茶园更美，", 1000)
	long := strings.Repeat(clause, 10<<20/len(clause)+1)
	require.NoError(t, os.WriteFile(filepath.Join(in, "long.txt"), []byte(long), 0o644))
	r := ran(t, in)
	_, address := served(t, r, in)
	for name, at := range map[string]string{"report": reportFile(t, r), "serve": address} {
		b := open(t, at, 1360, 850)
		for doc := range hostile {
			b.document(doc)
			b.do(chromedp.Evaluate(`document.querySelector('#text mark')?.click()`, nil))
		}
		assert.Equal(t, "undefined", b.eval(`String(window.harmed)`), "a document ran a script")
		assert.Equal(t, "0", b.eval(`String(document.querySelectorAll('#text img, #text script, #card img, .row img, #charts img, #charts svg svg').length)`))
		b.document("long.txt")
		b.until("true", `String(document.querySelectorAll('#text mark').length > 100)`)
		began := time.Now()
		b.do(chromedp.Focus("#rows"), chromedp.KeyEvent(kb.End))
		b.until("true", `String(!!document.querySelector('#text mark.on'))`)
		t.Logf("%s: the last fact of a line of 10 MB was shown in %v", name, time.Since(began))
		assert.Equal(t, "undefined", b.eval(`String(window.harmed)`))
		if name == "serve" {
			b.clean(address)
		} else {
			b.clean("file://")
		}
	}
}

// TestManyFacts opens a report of 100 documents with 20,000 facts. The times are logged
// and only held to bounds that a loaded machine keeps.
func TestManyFacts(t *testing.T) {
	browser(t)
	in := t.TempDir()
	for i := range 100 {
		var text strings.Builder
		for k := range 100 {
			fmt.Fprintf(&text, "%d年，青屿区第%d季度实现税收%d.%d亿元，工业总产值增长%d.2%%。\n", 2010+k%20, k%4+1, i+3, k, k%9+1)
		}
		require.NoError(t, os.WriteFile(filepath.Join(in, fmt.Sprintf("%03d.txt", i)), []byte(text.String()), 0o644))
	}
	r := ran(t, in)
	b := open(t, reportFile(t, r), 1360, 850)
	opened := b.eval(`document.documentElement.dataset.ready`)
	b.do(chromedp.Evaluate(`{ const i = document.getElementById('f-q'); i.value = '工业总产值'; i.dispatchEvent(new Event('input', {bubbles: true})) }`, nil))
	b.until("true", `String(Number(document.documentElement.dataset.filtered) > 0)`)
	time.Sleep(200 * time.Millisecond)
	t.Logf("%s; opened in %s ms, filtered in %s ms", b.eval(`document.getElementById('sum').textContent`), opened, b.eval(`document.documentElement.dataset.filtered`))
	assert.Equal(t, "true", b.eval(`String(Number(document.documentElement.dataset.ready) < 10000 && Number(document.documentElement.dataset.filtered) < 1000)`))
	assert.Equal(t, "true", b.eval(`String(document.querySelectorAll('#rows .row').length < 60)`), "rows out of sight were made")
}
