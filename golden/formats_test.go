package golden

import (
	"encoding/json"
	"encoding/xml"
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func outcomes(t *testing.T) []Outcome {
	facts := teaFacts()
	facts[2].Value = json.RawMessage("36")
	return []Outcome{
		{Path: "tea.golden", Report: Compare(teaGolden(t), facts)},
		{Path: "a,b.golden", Err: errors.New("a,b.golden: its document has\nchanged by 5%")},
	}
}

func TestJUnit(t *testing.T) {
	var b, again strings.Builder
	require.NoError(t, WriteJUnit(&b, outcomes(t)))
	require.NoError(t, WriteJUnit(&again, outcomes(t)))
	assert.Equal(t, b.String(), again.String())
	var s junitSuites
	require.NoError(t, xml.Unmarshal([]byte(b.String()), &s))
	assert.Equal(t, []int{1, 1}, []int{s.Failures, s.Errors})
	require.Len(t, s.Suites, 2)
	failed := 0
	for _, c := range s.Suites[0].Cases {
		for _, f := range c.Failure {
			failed++
			assert.Equal(t, "differs in value", f.Message)
			assert.Contains(t, f.Text, "got   growth")
			assert.Equal(t, "tea.golden", c.File)
			assert.Positive(t, c.Line)
		}
	}
	assert.Equal(t, 1, failed)
	assert.Greater(t, s.Suites[0].Tests, 1, "sentences that hold are tests too")
	assert.Contains(t, s.Suites[1].Cases[0].Error.Message, "has\nchanged")
}

func TestAnnotations(t *testing.T) {
	var b strings.Builder
	require.NoError(t, WriteAnnotations(&b, outcomes(t)))
	lines := strings.Split(strings.TrimSuffix(b.String(), "\n"), "\n")
	require.Len(t, lines, 2)
	assert.Regexp(t, `^::error file=tea.golden,line=\d+,title=differs in value::.*%0Awant  growth .*%0Agot   growth .*\+36 %25`, lines[0])
	assert.Equal(t, "::error file=a%2Cb.golden,title=cannot be checked::a,b.golden: its document has%0Achanged by 5%25", lines[1])
}
