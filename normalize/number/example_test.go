package number_test

import (
	"fmt"
	"math/big"

	"github.com/qushu/qushu/normalize/number"
)

func ExampleScan() {
	for _, s := range []string{"3亿5600万元", "七八百人", "10多亿元", "两万零五"} {
		n, _ := number.Scan([]rune(s))
		high := "-"
		if n.High != nil {
			high = number.Format(n.High)
		}
		fmt.Println(number.Format(n.Value), high, n.More, n.N)
	}
	// Output:
	// 356000000 - false 7
	// 700 800 false 3
	// 1000000000 - true 4
	// 20005 - false 4
}

func ExampleFormat() {
	fmt.Println(number.Format(big.NewRat(-139, 10)), number.Format(big.NewRat(1, 3)))
	// Output: -13.9 0.333333
}

func ExampleHan() {
	fmt.Println(number.Han(20305), number.Han(10), number.Han(1e8+1))
	// Output: 二万零三百零五 十 一亿零一
}

func ExampleCapital() {
	fmt.Println(number.Capital(20305))
	// Output: 贰万零叁佰零伍
}

func ExampleStacked() {
	fmt.Println(number.Stacked(356000000))
	// Output: 3亿5600万
}

func ExampleOrdinal() {
	v, n := number.Ordinal([]rune("倒数第二位"))
	fmt.Println(v, n)
	// Output: -2 4
}

func ExamplePart() {
	v, of, n := number.Part([]rune("百分之九十八点五"))
	fmt.Println(number.Format(v), of, n)
	// Output: 0.985 100 8
}

func ExampleMixed() {
	v, n := number.Mixed([]rune("一又二分之一"))
	fmt.Println(number.Format(v), n)
	// Output: 1.5 6
}

func ExampleVersus() {
	parts, n := number.Versus([]rune("三比一"))
	fmt.Println(len(parts), n)
	// Output: 2 3
}

func ExampleSlash() {
	v, n := number.Slash([]rune("1/8"))
	fmt.Println(number.Format(v), n)
	// Output: 0.125 3
}

func ExampleVulgar() {
	fmt.Println(number.Format(number.Vulgar('½')), number.Vulgar('x') == nil)
	// Output: 0.5 true
}

func ExampleIsVulgar() {
	fmt.Println(number.IsVulgar('¾'), number.IsVulgar('3'))
	// Output: true false
}

func ExampleRatio() {
	parts, n := number.Ratio([]rune("6.01:55.04:38.95"))
	fmt.Println(number.Format(parts[0]), number.Format(parts[2]), n)
	// Output: 6.01 38.95 16
}

func ExampleUntil() {
	fmt.Println(number.Until([]rune("至5家")), number.Until([]rune("~16")), number.Until([]rune("和5")))
	// Output: 1 1 0
}

func ExampleBoth() {
	fmt.Println(number.Both([]rune("与20之间")))
	// Output: 1
}

func ExampleAmid() {
	fmt.Println(number.Amid([]rune("之间")), number.Amid([]rune("间")))
	// Output: 2 1
}

func ExampleJoint() {
	fmt.Println(number.Joint('/'), number.Joint('元'))
	// Output: true false
}

func ExampleAnd() {
	fmt.Println(number.And('零'), number.And('和'))
	// Output: true false
}

func ExampleLiteral() {
	v, ok := number.Literal([]rune("九八"))
	fmt.Println(v, ok)
	// Output: 98 true
}

func ExampleEach() {
	fmt.Println(number.Each([]rune("每千人")))
	// Output: 1 1
}

func ExampleOpens() {
	fmt.Println(number.Opens('第'), number.Opens('每'), number.Opens('人'))
	// Output: true true false
}

func ExampleVague() {
	fmt.Println(number.Vague([]rune("十几万")), number.Vague([]rune("十多万")))
	// Output: true false
}

func ExampleHalf() {
	fmt.Println(number.Half('半'))
	// Output: true
}

func ExampleBegins() {
	fmt.Println(number.Begins('7'), number.Begins('七'), number.Begins('人'))
	// Output: true true false
}

func ExampleIsHan() {
	fmt.Println(number.IsHan('亿'), number.IsHan('半'), number.IsHan('8'))
	// Output: true true false
}

func ExampleIsDigit() {
	fmt.Println(number.IsDigit('8'), number.IsDigit('八'))
	// Output: true false
}

func ExampleIsScale() {
	fmt.Println(number.IsScale('万'), number.IsScale('三'))
	// Output: true false
}

func ExampleIsCapital() {
	fmt.Println(number.IsCapital('伍'), number.IsCapital('五'))
	// Output: true false
}
