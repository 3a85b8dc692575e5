package extract_test

import (
	"fmt"
	"sync"

	"github.com/qushu/qushu/extract"
	"github.com/qushu/qushu/rules"
)

// An engine is made once, of a rule set, and reads any number of documents.
func ExampleEngine_Bytes() {
	set, err := rules.Default()
	if err != nil {
		panic(err)
	}
	engine, err := extract.New(set)
	if err != nil {
		panic(err)
	}
	report := []byte("2031年，全区税收52.7亿元，同比增长近6%。第7届茶节开幕。\n")
	result, err := engine.Bytes("report.txt", report, extract.Options{Area: "岚州市青屿区"})
	if err != nil {
		panic(err)
	}
	for _, f := range result.Facts {
		if f.Measure == "" {
			continue // a mention of a time
		}
		fmt.Println(f.Area, f.Period, f.Indicator, f.Measure, f.Bound, string(f.Value), f.Unit, string(report[f.Span.Start:f.Span.End]))
	}
	for _, e := range result.Ledger {
		fmt.Println("no fact:", e.Text, e.Reason)
	}
	// Output:
	// 岚州市青屿区 2031 税收 level exact 5270000000 CNY 52.7亿元
	// 岚州市青屿区 2031 税收 growth nearly 6 % 近6%
	// no fact: 第7届 edition
}

// Options say what the reader knows and the text does not.
func ExampleEngine_Text() {
	engine := engineOf()
	result, _ := engine.Text("note", "全区税收52.7亿元。", extract.Options{Year: 2031, Area: "岚州市青屿区"})
	for _, f := range result.Facts {
		fmt.Println(f.Indicator, f.Period, f.How.Period, f.Area, f.How.Area, f.Rule)
	}
	// Output:
	// 税收 2031 default 岚州市青屿区 stated level.plain
}

// Explain tells how a sentence came to be read so.
func ExampleEngine_Explain() {
	engine := engineOf()
	for _, sentence := range engine.Explain("粮食产量94.6万吨。", extract.Options{Year: 2031}) {
		for _, m := range sentence.Mentions {
			fmt.Println(m.Text, m.Kind, string(m.Value), m.Unit)
		}
		for _, f := range sentence.Facts {
			fmt.Println(f.Fact.Indicator, f.Value)
			fmt.Println("period:", f.Period)
		}
	}
	// Output:
	// 94.6万吨 measure 946000 t
	// 粮食产量 94.6 × 万(10^4) 吨 → 946000 t = 946000000 kg
	// period: 2031, the period of the document
}

// engineOf makes an engine of the rules that the program was built with.
var engineOf = sync.OnceValue(func() *extract.Engine {
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
