// Package schema holds the JSON Schemas (draft 2020-12) of the files that are written.
package schema

import (
	"embed"
	"fmt"
	"slices"
	"strings"
)

//go:embed *.schema.json
var files embed.FS

// Names are the files that have a schema: facts, documents and ledger for a line of
// facts.jsonl, documents.jsonl and ledger.jsonl, findings for one of qushu audit --json,
// run for run.json, panel for a line of qushu panel --format jsonl.
var Names = []string{"facts", "documents", "ledger", "findings", "run", "panel"}

// Of is the schema of a name, as JSON text. The name of a file (facts.jsonl) is as good.
func Of(name string) ([]byte, error) {
	known, _, _ := strings.Cut(name, ".")
	if !slices.Contains(Names, known) {
		return nil, fmt.Errorf("there is no schema %q, wanted one of %s", name, strings.Join(Names, ", "))
	}
	return files.ReadFile(known + ".schema.json")
}
