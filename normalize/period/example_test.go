package period_test

import (
	"fmt"

	"github.com/qushu/qushu/normalize/period"
)

func small() *period.Grammar {
	g, err := period.New([][]string{
		{"macro", "%Y", `(?P<Y>20\d\d)`, ""},
		{"macro", "%M", `(?P<M>1[0-2]|[1-9])`, ""},
		{"macro", "%D", `(?P<D>3[01]|[12]\d|[1-9])`, ""},
		{"year", "%Y年", "abs", ""},
		{"year", "%Y", "abs-bare", ""},
		{"year", "去年", "rel -1", ""},
		{"part", "%M月", "month", "yes"},
		{"part", "%M月%D日", "day", "yes"},
		{"part", "%D日", "rel-day", "yes"},
		{"part", "前三季度", "span 1 9", "yes"},
	})
	if err != nil {
		panic(err)
	}
	return g
}

func scan(s string) period.Expr {
	e, _ := small().Scan([]rune(s))
	return e
}

var context = period.Context{Year: 2023, Now: 2024, Month: 3}

func ExampleNew() {
	_, err := period.New([][]string{{"year", "今年", "sometime", ""}})
	fmt.Println(err)
	// Output: pattern "今年": "sometime" is no meaning this program knows
}

func ExampleGrammar_Scan() {
	e, ok := small().Scan([]rune("2022年11月到去年3月，"))
	fmt.Println(e.N, ok, e.Resolve(context))
	// Output: 13 true 2022-11/2023-03
}

func ExampleGrammar_Begins() {
	fmt.Println(small().Begins('去'), small().Begins('猫'))
	// Output: true false
}

func ExampleGrammar_BareYear() {
	e, ok := small().BareYear([]rune("2021，"))
	fmt.Println(e.Resolve(context), ok)
	// Output: 2021 true
}

func ExampleExpr_Resolve() {
	fmt.Println(scan("前三季度").Resolve(context), scan("去年5月2日").Resolve(context), scan("2月30日").Resolve(context) == "")
	// Output: 2023-01/2023-09 2023-05-02 true
}

func ExampleExpr_YearIn() {
	fmt.Println(scan("去年").YearIn(context), scan("5月").YearIn(context))
	// Output: 2023 2023
}

func ExampleExpr_LastMonth() {
	fmt.Println(scan("前三季度").LastMonth())
	// Output: 9
}

func ExampleExpr_InMonthOf() {
	fmt.Println(scan("28日").InMonthOf(scan("9月27日")).Resolve(context))
	// Output: 2023-09-28
}
