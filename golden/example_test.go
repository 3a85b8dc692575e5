package golden_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"sync"

	"github.com/qushu/qushu/extract"
	"github.com/qushu/qushu/extract/fact"
	"github.com/qushu/qushu/golden"
	"github.com/qushu/qushu/rules"
)

var engine = sync.OnceValue(func() *extract.Engine {
	set, err := rules.Default()
	if err != nil {
		panic(err)
	}
	engine, err := extract.New(set)
	if err != nil {
		panic(err)
	}
	return engine
})

// facts reads a text.
func facts(text string) []fact.Fact {
	result, err := engine().Bytes("tea.txt", []byte(text), extract.Options{})
	if err != nil {
		panic(err)
	}
	return result.Facts
}

// What is extracted is proposed, a person accepts it, and from then on it is compared.
func ExampleRecord() {
	text := "2031年，全省茶叶产值12.5亿元，增长3.6%。\n"
	f := golden.Record("tea.txt", fmt.Sprintf("%x", sha256.Sum256([]byte(text))), nil, facts(text))
	fmt.Println(f.Proposed(), "lines proposed")
	if _, err := f.Accept(); err != nil {
		panic(err)
	}
	_, lines, _ := bytes.Cut(f.Format(), []byte("\n\n"))
	fmt.Printf("%s", lines)
	fmt.Println("as it should be:", golden.Compare(f, facts(text)).OK())
	// Output:
	// 3 lines proposed
	// > 2031年，全省茶叶产值12.5亿元，增长3.6%。
	// period  2031                      “2031年”
	// level   茶叶产值  1250000000 CNY  “12.5亿元”  period=2031
	// growth  茶叶产值  +3.6 %          “3.6%”      basis=yoy period=2031
	// as it should be: true
}

// A golden is a text that is written by hand, too.
func ExampleCompare() {
	f, err := golden.Parse("tea.golden", []byte(`doc     tea.txt
sha256  0000000000000000000000000000000000000000000000000000000000000000

> 2031年，全省茶叶产值12.5亿元，增长3.6%。
period  2031                      “2031年”
level   茶叶产值  1250000000 CNY  “12.5亿元”  period=2031
growth  茶叶产值  +4.6 %          “3.6%”      basis=yoy period=2031
`))
	if err != nil {
		panic(err)
	}
	report := golden.Compare(f, facts("2031年，全省茶叶产值12.5亿元，增长3.6%。\n"))
	fmt.Println(report.OK())
	for _, d := range report.Differences {
		fmt.Println(d.Kind, d.Fields)
	}
	// Output:
	// false
	// differs [value]
}

// Two runs are compared fact by fact.
func ExampleDiff() {
	before, after := facts("2031年，全省茶叶产值12.5亿元。\n"), facts("2031年，全省茶叶产值12.6亿元。\n")
	for _, c := range golden.Diff(before, after) {
		for _, field := range c.Fields {
			if field.Name == "value" {
				fmt.Println(field.Before, "before,", field.After, "now")
			}
		}
	}
	// Output:
	// 1250000000 before, 1260000000 now
}

// Facts are scored against a folder of goldens or of annotated gold.
func ExampleScore() {
	dir, err := os.MkdirTemp("", "gold")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(dir)
	text := "2031年，全省茶叶产值12.5亿元，增长3.6%。\n"
	f := golden.Record("tea.txt", fmt.Sprintf("%x", sha256.Sum256([]byte(text))), nil, facts(text))
	if _, err := f.Accept(); err != nil {
		panic(err)
	}
	for name, data := range map[string][]byte{"tea.txt": []byte(text), "tea.golden": f.Format()} {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
			panic(err)
		}
	}
	var lines bytes.Buffer
	enc := json.NewEncoder(&lines)
	for _, x := range facts(text) {
		if err := enc.Encode(x); err != nil {
			panic(err)
		}
	}
	scores, err := golden.Score(&lines, dir, "")
	if err != nil {
		panic(err)
	}
	for _, name := range []string{"mention", "core", "fact"} {
		fmt.Println(name, scores.Named()[name])
	}
	// Output:
	// mention P 1.000  R 1.000  F1 1.000
	// core P 1.000  R 1.000  F1 1.000
	// fact P 1.000  R 1.000  F1 1.000
}
