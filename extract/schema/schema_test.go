package schema

import (
	"encoding/json"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/qushu/qushu/extract/audit"
	"github.com/qushu/qushu/extract/fact"
	"github.com/qushu/qushu/rules"
)

// node is as much of a schema as the tests read.
type node struct {
	Schema     string          `json:"$schema"`
	Properties map[string]node `json:"properties"`
	Items      *node           `json:"items"`
	Enum       []string        `json:"enum"`
}

func parsed(t *testing.T, name string) (n node) {
	src, err := Of(name)
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(src, &n))
	return n
}

func TestNames(t *testing.T) {
	for _, name := range Names {
		assert.Equal(t, "https://json-schema.org/draft/2020-12/schema", parsed(t, name).Schema, name)
	}
	_, err := Of("facts.jsonl")
	require.NoError(t, err)
	_, err = Of("goldens")
	require.EqualError(t, err, `there is no schema "goldens", wanted one of facts, documents, ledger, findings, run, panel`)
}

// TestSchemasNameEveryField holds the schemas to the types that are written.
func TestSchemasNameEveryField(t *testing.T) {
	for name, written := range map[string]any{"facts": fact.Fact{}, "documents": fact.Summary{}, "ledger": fact.Entry{}, "findings": audit.Finding{}} {
		assert.ElementsMatch(t, fieldsOf(written), slices.Collect(maps.Keys(parsed(t, name).Properties)), "describe them in %s.schema.json", name)
	}
	how := parsed(t, "facts").Properties["how"]
	assert.ElementsMatch(t, fieldsOf(fact.Hows{}), slices.Collect(maps.Keys(how.Properties)))
}

func fieldsOf(v any) (names []string) {
	for _, f := range reflect.VisibleFields(reflect.TypeOf(v)) {
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		names = append(names, name)
	}
	return names
}

// TestSchemasNameEveryWord holds the closed lists of the schema to those of the program.
func TestSchemasNameEveryWord(t *testing.T) {
	p := parsed(t, "facts").Properties
	var flags []string
	for _, f := range fact.Flags {
		flags = append(flags, f.Name)
	}
	assert.ElementsMatch(t, flags, p["flags"].Items.Enum)
	assert.ElementsMatch(t, rules.Measures, p["measure"].Enum)
	assert.ElementsMatch(t, rules.Kinds, p["kind"].Enum)
	assert.ElementsMatch(t, rules.Bounds, p["bound"].Enum)
	f := parsed(t, "findings").Properties
	assert.Equal(t, audit.Levels, f["level"].Enum)
	assert.Equal(t, audit.Kinds, f["kind"].Enum)
}
