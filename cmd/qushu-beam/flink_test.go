package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// The job server that is tested with: a Flink of its own is in it.
const (
	flinkGroup   = "org.apache.beam"
	flinkJob     = "beam-runners-flink-2.0-job-server"
	flinkVersion = "2.75.0"
)

// flinkJar is the job server: what FLINK_JOB_SERVER names, or of Maven Central.
func flinkJar(t *testing.T) string {
	if jar := os.Getenv("FLINK_JOB_SERVER"); jar != "" {
		return jar
	}
	for _, name := range []string{"java", "mvn"} {
		if _, err := exec.LookPath(name); err != nil {
			t.Skipf("Flink is not tested: there is no %s here; install it, or name the jar of a job server by FLINK_JOB_SERVER", name)
		}
	}
	dir := t.TempDir()
	artifact := flinkGroup + ":" + flinkJob + ":" + flinkVersion
	out, err := exec.Command("mvn", "-q", "-B", "dependency:copy", "-Dartifact="+artifact, "-DoutputDirectory="+dir).CombinedOutput()
	if err != nil {
		t.Skipf("Flink is not tested: Maven Central cannot be reached here or does not hand out %s; FLINK_JOB_SERVER may name the jar: %s", artifact, out[:min(len(out), 600)])
	}
	return filepath.Join(dir, flinkJob+"-"+flinkVersion+".jar")
}

// TestFlink runs a job of 1,000 documents on Flink with a pool of workers.
func TestFlink(t *testing.T) {
	jar, dir, out := flinkJar(t), documentsIn(t, 1000), t.TempDir()
	jobs, workers := port(t), port(t)
	start(t, exec.Command("java", "-jar", jar, "--flink-master=[local]", "--job-host=localhost", "--job-port="+jobs,
		"--artifact-port="+port(t), "--expansion-port="+port(t), "--artifacts-dir="+t.TempDir()), jobs)
	start(t, exec.Command(static(t), "pool", workers), workers)
	job := exec.Command(static(t), "--runner=flink", "--endpoint", "localhost:"+jobs, "--environment_type", "EXTERNAL",
		"--environment_config", "localhost:"+workers, "--parallelism", "2", "--output", out, "--shards", "16", dir)
	log, _ := job.CombinedOutput()
	require.Equal(t, exitDiffers, job.ProcessState.ExitCode(), "done, with documents that cannot be read: %s", log)
	same(t, wanted(t, dir), written(t, out))
}
