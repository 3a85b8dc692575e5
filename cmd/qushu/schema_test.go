package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// schemaOf compiles what qushu schema prints.
func schemaOf(t *testing.T, name string) *jsonschema.Schema {
	var out, errs bytes.Buffer
	require.Equal(t, exitDone, Main(context.Background(), []string{"schema", name}, strings.NewReader(""), &out, &errs), errs.String())
	doc, err := jsonschema.UnmarshalJSON(&out)
	require.NoError(t, err)
	c := jsonschema.NewCompiler()
	require.NoError(t, c.AddResource(name, doc))
	s, err := c.Compile(name)
	require.NoError(t, err)
	return s
}

func holds(t *testing.T, s *jsonschema.Schema, line string) error {
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(line))
	require.NoError(t, err, line)
	return s.Validate(doc)
}

// runs writes the runs to check: of the samples as they are and with what a user may say
// of them, and of documents of which one fails.
func runs(t *testing.T) (dirs []string) {
	bad := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(bad, "a.txt"), []byte("2031年，全区实现税收3.5亿元。"), 0o644))
	require.NoError(t, os.WriteFile(filepath.Join(bad, "b.txt"), nil, 0o644))
	for _, args := range [][]string{{"../../corpus/samples"}, {"--year", "2031", "--date", "2032-01-20", "--area", "岚州市", "../../corpus/samples"}, {bad}} {
		dir := t.TempDir()
		var out, errs bytes.Buffer
		status := Main(context.Background(), append([]string{"run", "-o", dir}, args...), strings.NewReader(""), &out, &errs)
		require.Less(t, status, exitMisuse, errs.String())
		dirs = append(dirs, dir)
	}
	return dirs
}

func TestRunsHoldToTheirSchemas(t *testing.T) {
	for _, dir := range runs(t) {
		for _, name := range []string{"facts", "documents", "ledger"} {
			s := schemaOf(t, name)
			data, err := os.ReadFile(filepath.Join(dir, name+".jsonl"))
			require.NoError(t, err)
			for line := range strings.Lines(string(data)) {
				assert.NoError(t, holds(t, s, line), line)
			}
		}
		var out, errs bytes.Buffer
		require.Equal(t, exitDone, Main(context.Background(), []string{"panel", "--format", "jsonl", dir}, strings.NewReader(""), &out, &errs), errs.String())
		s := schemaOf(t, "panel")
		for line := range strings.Lines(out.String()) {
			assert.NoError(t, holds(t, s, line), line)
		}
		data, err := os.ReadFile(filepath.Join(dir, "run.json"))
		require.NoError(t, err)
		assert.NoError(t, holds(t, schemaOf(t, "run"), string(data)))
	}
}

func TestSchemasRefuse(t *testing.T) {
	good := `{"id":"0123456789abcdef","doc":"a.txt","span":{"start":0,"end":7},"text":"3.5亿元","kind":"money","value":350000000,"unit":"CNY"}`
	s := schemaOf(t, "facts")
	require.NoError(t, holds(t, s, good))
	for _, change := range [][2]string{
		{`"a.txt"`, `""`}, {`"value":350000000`, `"value":"350000000"`}, {`"value":350000000`, `"value":[350000000]`},
		{`"kind":"money"`, `"kind":"cash"`}, {`"kind":"money"`, `"kind":"period"`}, {`"start":0`, `"start":-1`},
		{`"unit":"CNY"`, `"currency":"CNY"`}, {`"unit":"CNY"`, `"measure":"level"`}, {`"unit":"CNY"`, `"flags":["odd"]`},
		{`"unit":"CNY"`, `"period":"last year"`}, {`"doc":"a.txt",`, ``},
	} {
		bad := strings.Replace(good, change[0], change[1], 1)
		require.NotEqual(t, good, bad)
		assert.Error(t, holds(t, s, bad), bad)
	}
}
