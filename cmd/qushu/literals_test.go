package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"
)

// mayHoldHan are the places where Chinese characters may stand in Go: the characters
// that numbers are made of, the marks by which a layout is known, the segmenter, the
// characters a judge of two indicators overlooks, tests.
func mayHoldHan(path string) bool {
	return strings.HasSuffix(path, "_test.go") || strings.HasPrefix(path, "normalize/number/") ||
		strings.HasPrefix(path, "corpus/layout") || strings.HasPrefix(path, "extract/segment/") || path == "golden/judge.go"
}

// TestWordsAreData wants no word in Go: vocabulary is for rules/ and those who know it.
func TestWordsAreData(t *testing.T) {
	root := filepath.Join("..", "..")
	require.NoError(t, filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		path, _ := filepath.Rel(root, name)
		path = filepath.ToSlash(path)
		switch {
		case err != nil:
			return err
		case d.IsDir() && strings.HasPrefix(d.Name(), ".") && path != ".":
			return filepath.SkipDir
		case filepath.Ext(name) == ".go" && !mayHoldHan(path):
			for _, place := range hanLiterals(t, name) {
				t.Errorf("%s: words belong in rules/lexicon", place)
			}
		}
		return nil
	}))
}

// hanLiterals lists the string and character literals of a file that hold Han.
func hanLiterals(t *testing.T, name string) (places []string) {
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, name, nil, 0)
	require.NoError(t, err)
	ast.Inspect(file, func(n ast.Node) bool {
		lit, ok := n.(*ast.BasicLit)
		if !ok || lit.Kind != token.STRING && lit.Kind != token.CHAR {
			return true
		}
		text, err := strconv.Unquote(lit.Value)
		require.NoError(t, err)
		if strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.Han, r) }) {
			places = append(places, set.Position(lit.Pos()).String()+": "+lit.Value)
		}
		return true
	})
	return places
}
