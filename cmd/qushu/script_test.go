package main

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/stretchr/testify/require"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"qushu": main})
}

func TestScripts(t *testing.T) {
	samples, err := filepath.Abs("../../corpus/samples")
	require.NoError(t, err)
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		Deadline:            time.Now().Add(8 * time.Minute),
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"status":  status,
			"oneline": oneLine,
			"bytes":   writeBytes,
			"same":    sameFolders,
		},
		Condition: func(cond string) (bool, error) {
			if cond != "root" {
				return false, errors.New("no such condition")
			}
			return os.Geteuid() == 0, nil
		},
		Setup: func(env *testscript.Env) error {
			env.Setenv("SAMPLES", samples)
			env.Setenv("XDG_CACHE_HOME", filepath.Join(os.TempDir(), "qushu-script-tests"))
			return nil
		},
	})
}

// status N COMMAND… runs a command and wants the exit status N.
func status(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: status N COMMAND…")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	var failed *exec.ExitError
	if err := ts.Exec(args[1], args[2:]...); errors.As(err, &failed) {
		got = failed.ExitCode()
	} else {
		ts.Check(err)
	}
	if got != want {
		ts.Fatalf("found the exit status %d, wanted %d", got, want)
	}
}

// oneline FILE BYTES writes a file of one line of about that many bytes.
func oneLine(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: oneline FILE BYTES")
	}
	n, err := strconv.Atoi(args[1])
	ts.Check(err)
	clause := []byte("青屿区全年实现税收3.5亿元，增长4.2%，")
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), bytes.Repeat(clause, n/len(clause)+1), 0o644))
}

// bytes FILE TEXT writes a file of a Go string without its quotes: \xff, \x00.
func writeBytes(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: bytes FILE TEXT")
	}
	text, err := strconv.Unquote(`"` + args[1] + `"`)
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(text), 0o644))
}

// same A B wants two folders with the same files of the same bytes.
func sameFolders(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: same A B")
	}
	a, err := os.ReadDir(ts.MkAbs(args[0]))
	ts.Check(err)
	b, err := os.ReadDir(ts.MkAbs(args[1]))
	ts.Check(err)
	if len(a) == 0 || len(a) != len(b) {
		ts.Fatalf("%s holds %d files, %s %d", args[0], len(a), args[1], len(b))
	}
	for _, f := range a {
		if ts.ReadFile(filepath.Join(args[0], f.Name())) != ts.ReadFile(filepath.Join(args[1], f.Name())) {
			ts.Fatalf("%s differs", f.Name())
		}
	}
}
