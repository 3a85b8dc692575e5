package main

import (
	"bufio"
	"bytes"
	"os/exec"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const module = "github.com/qushu/qushu/"

// layers are the packages in the order in which they may import each other: a package
// imports its own layer and those above it. DESIGN: imports run one way.
var layers = [][]string{
	{"corpus/pdf", "corpus/variant"},
	{"corpus", "rules", "normalize/number", "normalize/pattern"},
	{"normalize/unit", "normalize/period", "normalize/area", "normalize/indicator"},
	{"extract/fact", "extract/segment", "extract/words", "extract/mention"},
	{"extract/match", "extract/link", "extract/table", "extract/audit", "extract/sink", "extract/schema", "extract/export"},
	{"extract/panel"},
	{"extract", "extract/run"},
	{"golden", "cmd/qushu/view"},
	{"cmd/qushu"},
}

// importsOf lists what each package of the project imports, tests aside.
func importsOf(t *testing.T) map[string][]string {
	cmd := exec.Command("go", "list", "-f", `{{.ImportPath}} {{join .Imports " "}}`, module+"...")
	var errs bytes.Buffer
	cmd.Stderr = &errs
	out, err := cmd.Output()
	require.NoError(t, err, errs.String())
	imports := map[string][]string{}
	for lines := bufio.NewScanner(bytes.NewReader(out)); lines.Scan(); {
		words := strings.Fields(lines.Text())
		imports[strings.TrimPrefix(words[0], module)] = words[1:]
	}
	require.Contains(t, imports, "cmd/qushu")
	return imports
}

func layerOf(pkg string) int {
	return slices.IndexFunc(layers, func(l []string) bool { return slices.Contains(l, pkg) })
}

func TestImportsRunOneWay(t *testing.T) {
	for pkg, imports := range importsOf(t) {
		mine := layerOf(pkg)
		if !assert.GreaterOrEqual(t, mine, 0, "%s is in no layer: give it one here", pkg) {
			continue
		}
		for _, i := range imports {
			if other, ours := strings.CutPrefix(i, module); ours {
				assert.LessOrEqual(t, layerOf(other), mine, "%s imports %s, which is below it", pkg, other)
			}
		}
	}
}

func TestImportsOfOneKind(t *testing.T) {
	for pkg, imports := range importsOf(t) {
		assert.NotContains(t, []string{"util", "common", "helpers", "types"}, path.Base(pkg))
		for _, i := range imports {
			other, ours := strings.CutPrefix(i, module)
			switch {
			case ours && (pkg == "corpus" || pkg == "rules") && other != pkg+"/pdf":
				assert.Fail(t, pkg+" imports "+other+", wanted nothing of ours but its own reader of PDF")
			case other == "golden":
				assert.Equal(t, "cmd/qushu", pkg, "golden is imported")
			case strings.Contains(i, "gojieba"):
				assert.Equal(t, "extract/segment", pkg, "gojieba is imported")
			}
		}
	}
}
