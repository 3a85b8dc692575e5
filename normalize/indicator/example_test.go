package indicator_test

import (
	"fmt"

	"github.com/qushu/qushu/normalize/indicator"
	"github.com/qushu/qushu/rules"
)

// small is a lexicon of one indicator.
func small() *indicator.Lexicon {
	table := func(name, text string) rules.Table {
		t, _ := rules.ParseTable(name, name+".tsv", []byte(text))
		return t
	}
	l, _ := indicator.New(indicator.Tables{
		Indicators: table("indicators", "words\tid\tdimensions\tnature\tfield\tparent\n茶叶产值 茶产业产值\ttea.output\tmoney\tflow\tfarm\n"),
		Dimensions: table("dimensions", "dimension\tkind\tunits\nmoney\tmoney\t*\n"),
		Parts:      table("indicator-parts", "part\trole\tas\n的\tskip\n全市\tlead\n增速\tfacet\tgrowth\n"),
	}, func(r rune) rune { return r })
	return l
}

func ExampleLexicon_Find() {
	l := small()
	for _, name := range []string{"全市茶产业的产值", "茶叶产值增速", "茶园面积"} {
		if k, ok := l.Find(name); ok {
			fmt.Println(k.ID())
		} else {
			fmt.Println("none")
		}
	}
	// Output:
	// tea.output
	// tea.output.growth
	// none
}

func ExampleLexicon_Agrees() {
	l := small()
	k, _ := l.Find("茶叶产值")
	fmt.Println(l.Agrees(k, "level", "money", "CNY"), l.Agrees(k, "level", "measure", "亩"), l.Agrees(k, "growth", "percent", "%"))
	// Output: true false true
}
