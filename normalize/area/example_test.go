package area_test

import (
	"fmt"
	"os"
	"strings"

	"github.com/qushu/qushu/normalize/area"
)

func table(file string) [][]string {
	b, err := os.ReadFile("../../rules/lexicon/" + file)
	if err != nil {
		panic(err)
	}
	var out [][]string
	for _, l := range strings.Split(string(b), "\n")[1:] {
		if l != "" && l[0] != '#' {
			out = append(out, strings.Split(l, "\t"))
		}
	}
	return out
}

func gazetteer() *area.Gazetteer {
	g, err := area.New(table("areas.tsv"), table("areas-extra.tsv"))
	if err != nil {
		panic(err)
	}
	return g
}

func ExampleNew() {
	_, err := area.New([][]string{{"x"}}, nil)
	fmt.Println(err != nil)
	// Output: true
}

func ExampleGazetteer_At() {
	m := gazetteer().At([]rune("在四川省成都市举办"), 1)
	fmt.Println(m.N, m.Full, m.Areas[0].Full())
	// Output: 6 true 四川省成都市
}

func ExampleGazetteer_Resolve() {
	fmt.Println(gazetteer().Resolve("成都", nil, 2023).Full())
	// Output: 四川省成都市
}

func ExampleGazetteer_Choose() {
	g := gazetteer()
	fmt.Println(g.Choose(g.At([]rune("成都市"), 0), nil, 2023).Name)
	// Output: 成都市
}

func ExampleGazetteer_Code() {
	fmt.Println(gazetteer().Code("四川省成都市", 2023))
	// Output: 510100
}

func ExampleGazetteer_ByCode() {
	fmt.Println(gazetteer().ByCode("510100", 2023).Full())
	// Output: 四川省成都市
}

func ExampleGazetteer_Pattern() {
	fmt.Println(gazetteer().Pattern([]rune("云湖市望澜区"), 0))
	// Output: 6
}

func ExampleArea_Full() {
	fmt.Println(gazetteer().ByCode("510105", 2023).Full())
	// Output: 四川省成都市青羊区
}

func ExampleArea_Short() {
	fmt.Println(gazetteer().ByCode("510105", 2023).Short())
	// Output: 青羊
}

func ExampleArea_In() {
	a := gazetteer().ByCode("510105", 2023)
	fmt.Println(a.In(2020), a.In(0))
	// Output: true true
}

func ExampleArea_Within() {
	g := gazetteer()
	fmt.Println(g.ByCode("510105", 2023).Within(g.ByCode("510000", 2023)))
	// Output: true
}
