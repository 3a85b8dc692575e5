package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// cluster stands in for Spark's rdd.pipe and Hadoop Streaming: it splits the lines into
// partitions as it likes, starts a qushu pipe for each, tries partitions again whose process
// was killed, lets a second try of some run beside the first, and hands the answers back in
// any order.
type cluster struct {
	t     *testing.T
	r     *rand.Rand
	kills int // tries that are killed
}

func (c *cluster) run(questions []string, most int) (answers []string) {
	for len(questions) > 0 {
		n := min(1+c.r.IntN(most), len(questions))
		answers = append(answers, c.partition(questions[:n])...)
		questions = questions[n:]
	}
	c.r.Shuffle(len(answers), func(i, j int) { answers[i], answers[j] = answers[j], answers[i] })
	return answers
}

// partition is a task: what a try that was killed has said is dropped.
func (c *cluster) partition(questions []string) []string {
	if c.kills > 0 {
		c.kills--
		c.killed(questions)
	}
	got := c.try(questions)
	if c.r.IntN(3) == 0 { // speculative execution, its answers kept as well where nothing commits
		got = append(got, c.try(questions)...)
	}
	return got
}

// try runs a partition to its end: as many answers as questions, in their order.
func (c *cluster) try(questions []string) []string {
	cmd, errs := program("pipe")
	cmd.Stdin = strings.NewReader(strings.Join(questions, "\n") + "\n")
	out, err := cmd.Output()
	require.NoError(c.t, err, errs)
	assert.Empty(c.t, errs.String())
	answers := strings.Split(strings.TrimSuffix(string(out), "\n"), "\n")
	require.Len(c.t, answers, len(questions))
	return answers
}

// killed kills the process of a partition after some of its answers.
func (c *cluster) killed(questions []string) {
	cmd, errs := program("pipe")
	in, err := cmd.StdinPipe()
	require.NoError(c.t, err)
	out, err := cmd.StdoutPipe()
	require.NoError(c.t, err)
	require.NoError(c.t, cmd.Start())
	_, err = io.WriteString(in, strings.Join(questions, "\n")+"\n")
	require.NoError(c.t, err)
	_, err = bufio.NewReader(out).ReadString('\n')
	require.NoError(c.t, err, errs)
	require.NoError(c.t, cmd.Process.Kill())
	require.Error(c.t, cmd.Wait(), "the cluster must see that the try failed")
}

// questions are texts whose answers would tell if one line had a say in the next, with
// lines that cannot be read and texts full of what ends a line elsewhere.
func questions(n int) (lines []string) {
	for i := range n {
		text := fmt.Sprintf("%d年，岚州市税收%d.%d亿元，同比增长%d%%。\t其中青屿区%d万元。\u2028今年投资增长%d%%。\r\n", 2026+i%5, i+1, i%10, i%9, 100+i, i%8)
		line, _ := json.Marshal(map[string]any{"id": fmt.Sprintf("%04d", i), "text": text, "year": 2026 + i%5, "area": []string{"", "岚州市"}[i%2]})
		switch i % 11 {
		case 7:
			line = []byte(fmt.Sprintf(`{"id":"%04d","text":7}`, i))
		case 9:
			line = []byte(fmt.Sprintf(`{"id":"%04d","text":"年初`, i))
		}
		lines = append(lines, string(line))
	}
	return lines
}

// TestPipeOnACluster wants of any splitting, retrying and reordering the answers of one
// process: each line is answered for itself, and the same wherever it is asked.
func TestPipeOnACluster(t *testing.T) {
	e, err := loaded()
	require.NoError(t, err)
	asked := questions(120)
	var out bytes.Buffer
	require.NoError(t, pipe(e, strings.NewReader(strings.Join(asked, "\n")), &out))
	want := strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n")
	for _, line := range want {
		require.NotContains(t, line, "\t", "Hadoop Streaming would take what stands before for a key")
		require.NotContains(t, line, "\r")
		require.NotContains(t, line, "\u2028")
	}
	c := &cluster{t, rand.New(rand.NewPCG(3, 5)), 1}
	got := c.run(asked, 60)
	slices.Sort(got)
	got = slices.Compact(got) // by id, or by the line: a second answer has the bytes of the first
	slices.Sort(want)
	assert.Equal(t, slices.Compact(want), got)
}
