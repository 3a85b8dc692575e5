package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestInAnEmptyRoot runs launcher and workers where there is nothing but the program, a
// folder for temporary files and the name of localhost, and the documents.
func TestInAnEmptyRoot(t *testing.T) {
	dir, root := documentsIn(t, 50), t.TempDir()
	want := wanted(t, dir)
	for _, folder := range []string{"tmp", "etc"} {
		require.NoError(t, os.MkdirAll(filepath.Join(root, folder), 0o755))
	}
	write1(t, filepath.Join(root, "etc", "hosts"), "127.0.0.1 localhost\n")
	require.NoError(t, os.Rename(dir, filepath.Join(root, "in")))
	copyProgram(t, static(t), filepath.Join(root, "qushu-beam"))

	workers := port(t)
	endpoint := prismServer(t)
	pool := inRoot(root, "pool", workers)
	start(t, pool, workers)
	job := inRoot(root, "--endpoint", endpoint, "--environment_type", "EXTERNAL", "--environment_config", "localhost:"+workers, "--output", "/out", "--shards", "5", "/in")
	out, _ := job.CombinedOutput()
	require.Equal(t, exitDiffers, job.ProcessState.ExitCode(), "done, with documents that cannot be read: %s", out)
	same(t, want, written(t, filepath.Join(root, "out")))
	assert.NoDirExists(t, filepath.Join(root, "proc"))
}

// inRoot is the program in a root of its own. Whoever is not root becomes it in a name space.
func inRoot(root string, args ...string) *exec.Cmd {
	cmd := exec.Command("/qushu-beam", args...)
	cmd.Dir, cmd.Env = "/", []string{"HOME=/", "USER=qushu"} // without them and /etc/passwd Beam panics before main
	cmd.SysProcAttr = &syscall.SysProcAttr{Chroot: root}
	if uid := os.Geteuid(); uid != 0 {
		cmd.SysProcAttr.Cloneflags = syscall.CLONE_NEWUSER
		cmd.SysProcAttr.UidMappings = []syscall.SysProcIDMap{{ContainerID: 0, HostID: uid, Size: 1}}
		cmd.SysProcAttr.GidMappings = []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getegid(), Size: 1}}
	}
	return cmd
}

func copyProgram(t *testing.T, from, to string) {
	data, err := os.ReadFile(from)
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(to, data, 0o755))
}
