package mention_test

import (
	"fmt"

	"github.com/qushu/qushu/extract/mention"
	"github.com/qushu/qushu/normalize/number"
)

func ExampleScanner_Scan() {
	sc, err := build()
	if err != nil {
		panic(err)
	}
	for _, m := range sc.Scan(sentence("2023年新建5G基站近3.2万座，投资3亿5600万元。")) {
		switch {
		case m.Kind == mention.None:
			fmt.Println("none:", m.Why)
		case m.IsTime():
			fmt.Println(m.Kind, m.Time.Resolve(march2024))
		default:
			fmt.Println(m.Kind, number.Format(m.Value[0]), m.Unit.Code, m.Bound)
		}
	}
	// Output:
	// period 2023
	// none: name
	// count 32000 座 nearly
	// money 356000000 CNY exact
}

func ExampleNewNames() {
	names, err := mention.NewNames([][]string{{"macro %C", "[一二三四五]+"}, {"{%C}线城市", "name"}})
	n, why, _ := names.Match([]rune("三线城市"), 0)
	fmt.Println(n, why, err)
	// Output: 1 name <nil>
}

func ExampleNewValues() {
	values, err := mention.NewValues([][]string{{"翻了?一番", "multiple", "2", "x", "exact", ""}})
	m, n := values.Match([]rune("翻一番"), 0)
	fmt.Println(m.Kind, number.Format(m.Value[0]), n, err)
	// Output: multiple 2 3 <nil>
}
