package main

import (
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// port is one that nobody listens at.
func port(t *testing.T) string {
	l, err := net.Listen("tcp", "localhost:0")
	require.NoError(t, err)
	defer l.Close()
	return strconv.Itoa(l.Addr().(*net.TCPAddr).Port)
}

// start starts a server, which ends with the test, and waits until it listens.
func start(t *testing.T, cmd *exec.Cmd, port string) {
	t.Helper()
	log, err := os.Create(filepath.Join(t.TempDir(), "log"))
	require.NoError(t, err)
	cmd.Stdout, cmd.Stderr = log, log
	if cmd.SysProcAttr == nil {
		cmd.SysProcAttr = &syscall.SysProcAttr{}
	}
	cmd.SysProcAttr.Setpgid = true
	require.NoError(t, cmd.Start())
	t.Cleanup(func() {
		syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL)
		cmd.Wait()
		if text, _ := os.ReadFile(log.Name()); t.Failed() {
			t.Logf("%s: %s", cmd, text[max(0, len(text)-4000):])
		}
	})
	require.Eventually(t, func() bool {
		c, err := net.Dial("tcp", "localhost:"+port)
		if err == nil {
			c.Close()
		}
		return err == nil
	}, time.Minute, 50*time.Millisecond, "%s does not listen", cmd)
}

// prismServer starts Prism as a process of its own.
func prismServer(t *testing.T) (endpoint string) {
	p := port(t)
	start(t, exec.Command(static(t), "prism", p), p)
	return "localhost:" + p
}

// TestPrismWithTwoWorkers runs a job on a job server with two worker processes, each of
// which extracts a part of the shards.
func TestPrismWithTwoWorkers(t *testing.T) {
	dir, out := documentsIn(t, 1000), t.TempDir()
	pool := newPool(t)
	p, s := beam.NewPipelineWithRoot()
	buildLanes(s, options(out, 16), inputs([]string{dir}, ""), 2)
	result, err := submitLanes(t, p, prismServer(t), pool.address)
	require.NoError(t, err)
	want := wanted(t, dir)
	same(t, want, written(t, out))
	assert.Len(t, pool.workers, 2)
	assert.EqualValues(t, 2, counter(result, "engines"), "each worker loads one engine, and both extract")
	assert.EqualValues(t, len(want[documentsTable]), counter(result, "documents"))
}

// children are the processes that a process has started.
func children(t *testing.T, pid int) (pids []int) {
	all, err := filepath.Glob("/proc/[0-9]*/stat")
	require.NoError(t, err)
	for _, name := range all {
		data, _ := os.ReadFile(name)
		fields := strings.Fields(string(data[strings.LastIndexByte(string(data), ')')+1:]))
		if len(fields) > 1 && fields[1] == strconv.Itoa(pid) && fields[0] != "Z" {
			child, _ := strconv.Atoi(filepath.Base(filepath.Dir(name)))
			pids = append(pids, child)
		}
	}
	return pids
}

// TestAKilledWorker kills a worker in the middle of a job. Prism gives such a job up, which
// other runners do not: what it leaves are whole parts, each fact once. Submitted again, the
// job writes what one that nobody disturbed does.
func TestAKilledWorker(t *testing.T) {
	dir, out := documentsIn(t, 3000), t.TempDir()
	t.Setenv("TMPDIR", t.TempDir()) // where a worker that is killed leaves its files
	want, endpoint, workers := wanted(t, dir), prismServer(t), port(t)
	pool := exec.Command(static(t), "pool", workers)
	start(t, pool, workers)

	job := func(attempts int) *exec.Cmd {
		return exec.Command(static(t), "--endpoint", endpoint, "--environment_type", "EXTERNAL", "--environment_config", "localhost:"+workers,
			"--output", out, "--shards", "64", "--attempts", fmt.Sprint(attempts), dir)
	}
	kill := func() {
		require.Eventually(t, func() bool { return len(children(t, pool.Process.Pid)) == 1 }, time.Minute, 10*time.Millisecond)
		require.Eventually(t, func() bool {
			parts, _ := filepath.Glob(filepath.Join(out, "facts-*"))
			return len(parts) >= 5
		}, time.Minute, time.Millisecond)
		for _, pid := range children(t, pool.Process.Pid) {
			require.NoError(t, syscall.Kill(pid, syscall.SIGKILL))
		}
	}

	first := job(1)
	require.NoError(t, first.Start())
	kill()
	require.Error(t, first.Wait(), "Prism gives the job up")
	left := written(t, out)
	assert.Less(t, len(left[factsTable]), len(want[factsTable]))
	assert.Subset(t, want[factsTable], left[factsTable])
	for i := 1; i < len(left[factsTable]); i++ {
		require.NotEqual(t, left[factsTable][i-1], left[factsTable][i], "a fact is there twice")
	}
	assert.NoFileExists(t, filepath.Join(out, "run.json"))

	for _, name := range []string{"facts-*", "documents-*", "ledger-*"} { // so that kill sees new ones
		parts, _ := filepath.Glob(filepath.Join(out, name))
		for _, part := range parts {
			require.NoError(t, os.Remove(part))
		}
	}
	second := job(2)
	require.NoError(t, second.Start())
	kill()
	err := second.Wait()
	require.Equal(t, exitDiffers, second.ProcessState.ExitCode(), "done, with documents that cannot be read: %v", err)
	same(t, want, written(t, out))
	assert.FileExists(t, filepath.Join(out, "run.json"))
	assert.NoDirExists(t, filepath.Join(out, partFolder))
}
