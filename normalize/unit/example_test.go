package unit_test

import (
	"fmt"

	"github.com/qushu/qushu/normalize/number"
	"github.com/qushu/qushu/normalize/unit"
)

func small() *unit.Table {
	t, err := unit.New([][]string{
		{"元 块钱", "money", "CNY", "", "", ""},
		{"亩", "measure", "亩", "", "m2", "2000/3"},
		{"平方米 m2", "measure", "m2", "", "", ""},
	}, func(s string) []rune { return []rune(s) })
	if err != nil {
		panic(err)
	}
	return t
}

func ExampleNew() {
	_, err := unit.New([][]string{{"亩", "measure", "亩", "many", "", ""}}, func(s string) []rune { return []rune(s) })
	fmt.Println(err)
	// Output: a factor is a positive number or fraction, not "many"
}

func ExampleTable_Match() {
	u, n := small().Match([]rune("亩，"))
	fmt.Println(u.Kind, u.Code, u.Base, u.BaseFactor, n)
	// Output: measure 亩 m2 2000/3 1
}

func ExamplePer() {
	yuan, _ := small().Match([]rune("元"))
	mu, _ := small().Match([]rune("亩"))
	fmt.Println(unit.Per(yuan, "", mu).Code, unit.Per(yuan, "千", mu).Code)
	// Output: CNY/亩 CNY/千亩
}

func ExampleOne() {
	one := unit.One()
	fmt.Println(one.Kind, one.Code, number.Format(one.Factor))
	// Output: number 1 1
}
