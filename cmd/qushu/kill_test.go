package main

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// program is a run of qushu in a process of its own.
func program(args ...string) (*exec.Cmd, *bytes.Buffer) {
	self, err := os.Executable()
	if err != nil {
		panic(err)
	}
	var errs bytes.Buffer
	return &exec.Cmd{Path: self, Args: append([]string{"qushu"}, args...), Stderr: &errs}, &errs
}

// reports writes a folder of n invented documents.
func reports(t testing.TB, n int) string {
	dir := t.TempDir()
	for i := range n {
		var b strings.Builder
		for k := range 30 {
			fmt.Fprintf(&b, "岚州市青屿区第%d产业实现增加值%d.%d亿元，同比增长%d.%d%%；新增就业%d万人，占全市的1/%d。\n", k%3+1, i+k+1, k%10, k%9+1, i%10, i%50+1, k%7+2)
		}
		require.NoError(t, os.WriteFile(filepath.Join(dir, fmt.Sprintf("%04d.txt", i)), []byte(b.String()), 0o600))
	}
	return dir
}

// table reads the files of a table; nil where there is none.
func table(t testing.TB, dir string) map[string]string {
	var out map[string]string
	for _, name := range []string{"facts.jsonl", "documents.jsonl", "ledger.jsonl", "run.json"} {
		data, err := os.ReadFile(filepath.Join(dir, name))
		if os.IsNotExist(err) {
			continue
		}
		require.NoError(t, err)
		if out == nil {
			out = map[string]string{}
		}
		out[name] = string(data)
	}
	return out
}

// TestKilledRunsAreResumed kills runs at random moments, each going on where the one
// before stood: OUT holds no table until the last ends, which has the bytes of a run
// that nobody disturbed.
func TestKilledRunsAreResumed(t *testing.T) {
	kills, docs := 20, 700
	if testing.Short() {
		kills, docs = 4, 200
	}
	in, want, out := reports(t, docs), filepath.Join(t.TempDir(), "want"), filepath.Join(t.TempDir(), "out")
	cmd, errs := program("run", "-o", want, "-j", "1", in)
	require.NoError(t, cmd.Run(), errs)
	rnd := rand.New(rand.NewPCG(uint64(os.Getpid()), 1))
	for killed := 0; killed < kills; killed++ {
		cmd, errs := program("run", "-o", out, "-j", "1", "--resume", in)
		require.NoError(t, cmd.Start())
		time.Sleep(400*time.Millisecond + time.Duration(rnd.IntN(500))*time.Millisecond)
		require.NoError(t, cmd.Process.Kill())
		if cmd.Wait() == nil {
			t.Logf("run %d ended before it was killed: %s", killed, errs)
			require.Equal(t, table(t, want), table(t, out))
			require.NoError(t, os.RemoveAll(out))
			continue
		}
		if found := table(t, out); len(found) > 0 {
			require.DirExists(t, filepath.Join(out, ".qushu-done"), "part of a table stands without the rest")
		}
	}
	cmd, errs = program("run", "-o", out, "--resume", in)
	require.NoError(t, cmd.Run(), errs)
	t.Log(errs)
	assert.Equal(t, table(t, want), table(t, out))
	entries, err := os.ReadDir(out)
	require.NoError(t, err)
	assert.Len(t, entries, 4)
}

// written is how much of documents.jsonl an unfinished run has written.
func written(out string) int64 {
	info, err := os.Stat(filepath.Join(out, ".qushu-run", "documents.jsonl"))
	if err != nil {
		return 0
	}
	return info.Size()
}

// TestInterruptedRunsAreResumed sends the signals of Ctrl-C and of a machine that shuts
// down.
func TestInterruptedRunsAreResumed(t *testing.T) {
	in, want, out := reports(t, 400), filepath.Join(t.TempDir(), "want"), filepath.Join(t.TempDir(), "out")
	cmd, errs := program("run", "-o", want, in)
	require.NoError(t, cmd.Run(), errs)
	for _, sig := range []os.Signal{os.Interrupt, syscall.SIGTERM} {
		cmd, errs := program("run", "-o", out, "-j", "1", "--resume", in)
		require.NoError(t, cmd.Start())
		before := written(out)
		require.Eventually(t, func() bool { return written(out) > before }, 20*time.Second, 5*time.Millisecond)
		require.NoError(t, cmd.Process.Signal(sig))
		require.Error(t, cmd.Wait())
		assert.Equal(t, exitMisuse, cmd.ProcessState.ExitCode())
		assert.Regexp(t, `qushu: interrupted after \d+ documents; .*out is as it was, and what was done is kept: --resume goes on\n$`, errs.String())
		assert.Empty(t, table(t, out))
	}
	cmd, errs = program("run", "-o", out, "--resume", in)
	require.NoError(t, cmd.Run(), errs)
	assert.Regexp(t, `\d+ documents were taken over from before`, errs.String())
	assert.Equal(t, table(t, want), table(t, out))
}
