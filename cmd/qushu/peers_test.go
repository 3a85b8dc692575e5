package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/qushu/qushu/corpus"
	"github.com/qushu/qushu/extract"
)

// mostPeerText is how much text the peers read: the slowest takes a minute a megabyte.
const mostPeerText = 128 << 10

// BenchmarkPeers reads the same text with qushu and, where they are installed, with
// Recognizers-Text (npm install @microsoft/recognizers-text-suite in a folder that
// NODE_PATH leads to) and JioNLP (pip install jionlp for the python3 on the PATH), in one
// run, without loading. The text is that of the folder that CORPUS names, or of the
// samples.
func BenchmarkPeers(b *testing.B) {
	e, err := loaded()
	require.NoError(b, err)
	var text strings.Builder
	for _, f := range benchFiles(b) {
		data, err := os.ReadFile(f.OS)
		require.NoError(b, err)
		clean, err := e.Clean(f.Path, data, corpus.Options{})
		require.NoError(b, err)
		if text.Len()+len(clean) <= mostPeerText {
			text.WriteString(clean)
		}
	}
	b.Run("qushu", func(b *testing.B) {
		b.SetBytes(int64(text.Len()))
		for b.Loop() {
			_, err := e.Bytes("a.txt", []byte(text.String()), extract.Options{})
			require.NoError(b, err)
		}
	})
	for _, peer := range []struct {
		name string
		run  []string
	}{
		{"recognizers-text", []string{"node", "testdata/peers/recognizers.js"}},
		{"jionlp", []string{"python3", "testdata/peers/jionlp_extract.py"}},
	} {
		b.Run(peer.name, func(b *testing.B) { benchPeer(b, peer.run, text.String()) })
	}
}

func benchPeer(b *testing.B, run []string, text string) {
	path, err := exec.LookPath(run[0])
	if err != nil {
		b.Skipf("%s is not installed", run[0])
	}
	script, err := filepath.Abs(run[1])
	require.NoError(b, err)
	for b.Loop() {
		var errs bytes.Buffer
		cmd := exec.Command(path, script)
		cmd.Stdin, cmd.Stderr = strings.NewReader(text), &errs
		out, err := cmd.Output()
		if err != nil {
			b.Skipf("%s does not run: %s", run[1], strings.TrimSpace(errs.String()))
		}
		lines := strings.Split(strings.TrimSpace(string(out)), "\n")
		seconds, err := strconv.ParseFloat(strings.Fields(lines[len(lines)-1])[0], 64)
		require.NoError(b, err)
		b.ReportMetric(float64(len(text))/seconds/1e6, "MB/s-without-loading")
	}
}
