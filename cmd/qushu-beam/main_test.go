package main

import (
	"archive/zip"
	"bytes"
	"context"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/stretchr/testify/require"

	"github.com/qushu/qushu/corpus/variant"
)

// TestMain makes the program of the tests a worker where a pool of theirs starts it as one.
func TestMain(m *testing.M) {
	register()
	registerLanes()
	registerBucket()
	flag.Parse()
	if err := boot(context.Background()); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(exitMisuse)
	}
	beam.Init()
	var err error
	if programs, err = os.MkdirTemp("", "qushu-test-"); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(exitMisuse)
	}
	status := m.Run()
	os.RemoveAll(programs)
	os.Exit(status)
}

// program builds a program of the project once.
func program(t *testing.T, name string, args ...string) string {
	t.Helper()
	path := filepath.Join(programs, name)
	if _, err := os.Stat(path); err == nil {
		return path
	}
	cmd := exec.Command("go", append([]string{"build", "-o", path}, args...)...)
	cmd.Dir = filepath.Join("..", name)
	out, err := cmd.CombinedOutput()
	require.NoError(t, err, "%s", out)
	return path
}

var programs string // the folder of those that were built

// static is qushu-beam as make beam-worker builds it.
func static(t *testing.T) string {
	return program(t, "qushu-beam", "-trimpath", "-tags", "netgo,osusergo", "-ldflags", `-s -w -linkmode external -extldflags "-static"`)
}

// documentsIn writes n documents of a few sites into a folder, and beside them what a crawl
// holds: archives, lines of JSON, files that are no documents.
func documentsIn(t *testing.T, n int) string {
	t.Helper()
	dir := t.TempDir()
	put := func(name string, data []byte) {
		path := filepath.Join(dir, filepath.FromSlash(name))
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
		require.NoError(t, os.WriteFile(path, data, 0o644))
	}
	for i := range n {
		if i%3 == 0 {
			put(fmt.Sprintf("site-%d/%05d.html", i%7, i), page(i))
		} else {
			put(fmt.Sprintf("site-%d/%05d.txt", i%7, i), []byte(text(i)))
		}
	}
	put("more/reports.zip", archive(t, n))
	put("more/crawl.warc", crawl(n))
	put("more/report.pdf", variant.PDF(text(n+9)))
	put("more/report.docx", variant.DOCX(strings.Split(text(n+10), "\n")))
	put("more/lines.jsonl", []byte(fmt.Sprintf("{\"text\":%q}\n{\"text\":%q}\n{broken\n", text(n+7), text(n+8))))
	put("more/picture.png", []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR"))
	put("more/empty.txt", nil)
	return dir
}

// text is a report. All of them speak of one indicator of one area, as the reports of a
// country do.
func text(i int) string {
	return fmt.Sprintf("岚州统计信息网\n首页 数据发布 统计公报\n\n岚州市青屿区%d年统计公报\n\n"+
		"初步核算，全区地区生产总值%d.%d亿元，比上年增长%d.%d%%。其中，第一产业增加值%d亿元，增长3.1%%。\n\n"+
		"粮食产量%d.5万吨，占全市的1/%d。新建学校%d所，投资约%d万元。\n\n岚州市统计局版权所有\n",
		2028+i%4, 50+i%400, i%10, i%9, i%10, 3+i%11, 20+i%90, 2+i%8, 1+i%30, 500+i)
}

func page(i int) []byte {
	body := strings.ReplaceAll(strings.TrimSpace(text(i)), "\n\n", "</p>\n<p>")
	return []byte("<html><head><title>统计公报</title></head><body>\n<p>" + body + "</p>\n</body></html>\n")
}

func archive(t *testing.T, n int) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := range 3 {
		w, err := z.Create(fmt.Sprintf("reports/%d.txt", i))
		require.NoError(t, err)
		_, err = w.Write([]byte(text(n + i)))
		require.NoError(t, err)
	}
	require.NoError(t, z.Close())
	return b.Bytes()
}

func crawl(n int) []byte {
	var b bytes.Buffer
	for i := range 4 {
		body := page(n + 3 + i)
		http := fmt.Sprintf("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n%s", len(body), body)
		fmt.Fprintf(&b, "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://tjj.example/%d.html\r\nContent-Type: application/http\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", i, len(http), http)
	}
	return b.Bytes()
}

// wanted is the output of qushu run, the lines of each table sorted.
func wanted(t *testing.T, args ...string) map[string][]string {
	t.Helper()
	out := t.TempDir()
	cmd := exec.Command(program(t, "qushu"), append([]string{"run", "-q", "-o", out}, args...)...)
	errs, err := cmd.CombinedOutput()
	if e := (*exec.ExitError)(nil); err != nil {
		require.ErrorAs(t, err, &e)
		require.Equal(t, 1, e.ExitCode(), "%s", errs) // some documents failed
	}
	tables := map[string][]string{}
	for _, name := range []string{factsTable, documentsTable, ledgerTable} {
		tables[name] = lines(t, filepath.Join(out, name+".jsonl"))
	}
	require.NotEmpty(t, tables[factsTable])
	return tables
}

// written is the output of qushu-beam, alike.
func written(t *testing.T, out string) map[string][]string {
	t.Helper()
	tables := map[string][]string{}
	for _, name := range []string{factsTable, documentsTable, ledgerTable} {
		tables[name] = lines(t, filepath.Join(out, name+"-*.jsonl"))
	}
	return tables
}

// lines are the lines of files, sorted.
func lines(t *testing.T, pattern string) []string {
	t.Helper()
	names, err := filepath.Glob(pattern)
	require.NoError(t, err)
	var all []string
	for _, name := range names {
		data, err := os.ReadFile(name)
		require.NoError(t, err)
		if len(data) > 0 {
			require.Equal(t, byte('\n'), data[len(data)-1], "%s ends in the middle of a line", name)
			all = append(all, strings.Split(strings.TrimSuffix(string(data), "\n"), "\n")...)
		}
	}
	slices.Sort(all)
	return all
}

// same wants two outputs to be the same, byte for byte, and says where they are not.
func same(t *testing.T, want, got map[string][]string) {
	t.Helper()
	for name := range want {
		require.Equal(t, len(want[name]), len(got[name]), "lines of %s", name)
		for i := range want[name] {
			require.Equal(t, want[name][i], got[name][i], "%s", name)
		}
	}
}

func write1(t *testing.T, name, text string) {
	t.Helper()
	require.NoError(t, os.WriteFile(name, []byte(text), 0o644))
}

func contents(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	require.NoError(t, err)
	return string(data)
}
