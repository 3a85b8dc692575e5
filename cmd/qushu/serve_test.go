package main

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// output is standard error that can be read while a command writes it.
type output struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (o *output) Write(p []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.b.Write(p)
}

func (o *output) String() string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.b.String()
}

// serving starts qushu serve and gives its address.
func serving(t *testing.T, args ...string) string {
	ctx, stop := context.WithCancel(t.Context())
	errs := &output{}
	done := make(chan int)
	go func() {
		done <- Main(ctx, append([]string{"serve", "--address", "127.0.0.1:0"}, args...), strings.NewReader(""), &bytes.Buffer{}, errs)
	}()
	t.Cleanup(func() {
		stop()
		assert.Equal(t, exitDone, <-done, errs.String())
	})
	said := regexp.MustCompile(`http://\S+`)
	require.Eventually(t, func() bool { return said.MatchString(errs.String()) }, 20*time.Second, 20*time.Millisecond, errs.String())
	return strings.TrimSuffix(said.FindString(errs.String()), "/")
}

func must(t *testing.T, status int, args ...string) string {
	var out, errs bytes.Buffer
	require.Equal(t, status, Main(t.Context(), args, strings.NewReader(""), &out, &errs), errs.String())
	return out.String()
}

// TestReviewWritesGoldens marks facts right, wrong and missing on a served page and reads
// the golden that comes of it.
func TestReviewWritesGoldens(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	require.NoError(t, os.Mkdir("in", 0o755))
	require.NoError(t, os.WriteFile("in/tea.txt", []byte("2031年，青屿区实现税收3.5亿元，增长4.2%，占全市的1/9。\n粮食产量94.6万吨。\n"), 0o644))
	must(t, exitDone, "run", "-o", "out", "in")
	address := serving(t, "out", "--golden", "goldens")
	page, err := http.Get(address)
	require.NoError(t, err)
	defer page.Body.Close()
	var body bytes.Buffer
	_, err = body.ReadFrom(page.Body)
	require.NoError(t, err)
	token := regexp.MustCompile(`data-token="(\w{20,})"`).FindStringSubmatch(body.String())[1]
	say := func(verdict string, n int, line string) (int, string) {
		data, err := json.Marshal(map[string]any{"verdict": verdict, "n": n, "doc": "tea.txt", "line": line, "span": map[string]int{"start": 30, "end": 33}})
		require.NoError(t, err)
		r, err := http.NewRequest("POST", address+"/api/review", bytes.NewReader(data))
		require.NoError(t, err)
		r.Header.Set("X-Qushu-Token", token)
		a, err := http.DefaultClient.Do(r)
		require.NoError(t, err)
		defer a.Body.Close()
		var answer bytes.Buffer
		_, err = answer.ReadFrom(a.Body)
		require.NoError(t, err)
		return a.StatusCode, answer.String()
	}
	status, answer := say("right", 1, "")
	require.Equal(t, http.StatusOK, status, answer)
	status, answer = say("wrong", 2, "growth  税收  +4.3 %  “4.2%”  basis=yoy")
	require.Equal(t, http.StatusOK, status, answer)
	status, answer = say("wrong", 4, "")
	require.Equal(t, http.StatusOK, status, answer)
	status, answer = say("missing", -1, "count  税收户数  3 户  “3”")
	assert.Equal(t, http.StatusBadRequest, status, answer)
	assert.Contains(t, answer, "line:1:")
	status, answer = say("missing", -1, "level  税收户数  3 户  “3”")
	require.Equal(t, http.StatusOK, status, answer)
	for _, bad := range []func() (int, string){
		func() (int, string) { return say("missing", -1, "") },
		func() (int, string) { return say("fine", 1, "") },
		func() (int, string) { return say("right", 99, "") },
		func() (int, string) { return say("right", 4, "") },
	} {
		status, answer = bad()
		assert.Equal(t, http.StatusBadRequest, status, answer)
	}
	got, err := os.ReadFile(filepath.Join("goldens", "tea.golden"))
	require.NoError(t, err)
	_, sections, _ := strings.Cut(string(got), "\n\n")
	assert.Equal(t, `> 2031年，青屿区实现税收3.5亿元，增长4.2%，占全市的1/9。
? period     2031                     “2031年”
level        税收      350000000 CNY  “3.5亿元”  area=青屿区
todo growth  税收      +4.3 %         “4.2%”     basis=yoy
? share      税收      0.111111       “1/9”      scope=全市 area=青屿区
todo level   税收户数  3 户           “3”

> 粮食产量94.6万吨。
nothing
`, sections)
	assert.Contains(t, string(got), "doc      in/tea.txt\n")
	must(t, exitDiffers, "golden", "check", "goldens") // the fact that was said to be wrong is still found
}
