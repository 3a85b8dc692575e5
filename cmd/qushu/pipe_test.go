package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/qushu/qushu/extract"
	"github.com/qushu/qushu/extract/fact"
	"github.com/qushu/qushu/rules"
)

// loaded is an engine with the rules built in, made once for all tests.
var loaded = sync.OnceValues(func() (*extract.Engine, error) {
	set, err := rules.Default()
	if err != nil {
		return nil, err
	}
	return extract.New(set)
})

// FuzzPipe wants of any input: one line of JSON out for each line in, and mentions whose
// offsets are those of their text.
func FuzzPipe(f *testing.F) {
	e, err := loaded()
	require.NoError(f, err)
	f.Add([]byte(`{"id":1,"text":"税收3.5亿元，增长4.2%。","date":"2031-03-01"}` + "\n\n[]\n{\"text\":\"\\u0000１２③½\\ud800\"}"))
	f.Add([]byte("\xEF\xBB\xBF{\"id\":[],\"text\":\"9\\n九\",\"year\":\"2\"}\r\n{"))
	f.Fuzz(func(t *testing.T, in []byte) {
		var out bytes.Buffer
		require.NoError(t, pipe(e, bytes.NewReader(in), &out))
		questions := bytes.Split(in, []byte("\n"))
		if n := len(questions); len(questions[n-1]) == 0 {
			questions = questions[:n-1]
		}
		answers := strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n")
		if len(questions) == 0 {
			assert.Empty(t, out.String())
			return
		}
		require.Len(t, answers, len(questions))
		for i, line := range answers {
			checkAnswer(t, questions[i], line)
		}
	})
}

func checkAnswer(t *testing.T, asked []byte, line string) {
	var got struct {
		Mentions []extract.Found
		Facts    []fact.Fact
		Error    string
	}
	require.NoError(t, json.Unmarshal([]byte(line), &got), line)
	assert.NotContains(t, got.Error, "defect")
	q, err := parseQuestion(asked)
	assert.Equal(t, err == nil, got.Error == "", line)
	for _, m := range got.Mentions {
		assert.Equal(t, q.text[m.Start:m.End], m.Text, "%q", q.text)
	}
	for _, f := range got.Facts {
		assert.Equal(t, q.text[f.Span.Start:f.Span.End], f.Text, "%q", q.text)
	}
}

func TestLongLinesOfPipe(t *testing.T) {
	e, err := loaded()
	require.NoError(t, err)
	long := `{"id":"long","text":"` + strings.Repeat("税收3.5亿元。", 200_000) + `"}`
	tooLong := `{"id":"too long","text":"` + strings.Repeat("x", longestLine) + `"}`
	var out bytes.Buffer
	require.NoError(t, pipe(e, strings.NewReader(long+"\n"+tooLong+"\n"+`{"id":"after","text":"x"}`), &out))
	lines := strings.Split(strings.TrimSpace(out.String()), "\n")
	require.Len(t, lines, 3)
	assert.Equal(t, 200_000, strings.Count(lines[0], `"doc":"long"`))
	assert.Equal(t, `{"error":"the line is longer than 64 MB"}`, lines[1])
	assert.Equal(t, `{"id":"after","mentions":[],"facts":[]}`, lines[2])
}

// TestPipeAnswersEachLineAtOnce asks the next question only when the last is answered, and
// wants that no more is read than is asked for.
func TestPipeAnswersEachLineAtOnce(t *testing.T) {
	e, err := loaded()
	require.NoError(t, err)
	asked, ask := io.Pipe()
	answers, answer := io.Pipe()
	ended := make(chan error, 1)
	go func() { ended <- pipe(e, asked, answer) }()
	lines := bufio.NewScanner(answers)
	for _, q := range []string{`{"id":1,"text":"税收3.5亿元。"}`, `broken`, `{"id":3,"text":"好"}`} {
		_, err := io.WriteString(ask, q+"\n")
		require.NoError(t, err)
		require.True(t, lines.Scan())
		require.Equal(t, q == "broken", strings.Contains(lines.Text(), `"error"`))
	}
	require.NoError(t, ask.Close())
	require.NoError(t, <-ended)
}

// TestPipeEndsWithItsReader closes the reading end of the output: the program ends by
// itself and says nothing.
func TestPipeEndsWithItsReader(t *testing.T) {
	cmd, errs := program("pipe")
	in, err := cmd.StdinPipe()
	require.NoError(t, err)
	out, err := cmd.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, cmd.Start())
	question := `{"id":1,"text":"税收3.5亿元。"}` + "\n"
	_, err = io.WriteString(in, question)
	require.NoError(t, err)
	_, err = bufio.NewReader(out).ReadString('\n')
	require.NoError(t, err)
	require.NoError(t, out.Close())
	for err == nil { // until the program is gone
		_, err = io.WriteString(in, question)
	}
	require.Error(t, cmd.Wait())
	assert.Empty(t, errs.String())
}
