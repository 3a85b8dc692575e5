package pattern_test

import (
	"fmt"

	"github.com/qushu/qushu/normalize/pattern"
)

func compile(src string) pattern.Pattern {
	var m pattern.Macros
	m.Add("%C", "[一二三四五六七八九十]+")
	p, err := m.Compile(src)
	if err != nil {
		panic(err)
	}
	return p
}

func ExampleMacros_Add() {
	var m pattern.Macros
	m.Add("%C", "[一二三]")
	m.Add("%K", "第%C") // a macro may use those before
	p, _ := m.Compile("%K届")
	_, ok := p.Match("第三届")
	fmt.Println(ok)
	// Output: true
}

func ExampleMacros_Compile() {
	_, err := new(pattern.Macros).Compile("(一")
	fmt.Println(err != nil)
	// Output: true
}

func ExamplePattern_Match() {
	m, ok := compile("{(?P<n>%C)}线城市").Match("三线城市")
	fmt.Println(m.N, m.Groups.Text("n"), ok) // the braces hold what is consumed
	// Output: 1 三 true
}

func ExampleGroups_Text() {
	groups := pattern.Groups{{Name: "Y", Text: "2031"}, {Name: "M", Text: "3"}}
	fmt.Printf("%q %q\n", groups.Text("M"), groups.Text("D"))
	// Output: "3" ""
}

func ExampleNewSet() {
	set := pattern.NewSet([]pattern.Pattern{compile("%C届"), compile("上半年")})
	fmt.Println(set.Begins('上'), set.Begins('下'))
	// Output: true false
}

func ExampleSet_May() {
	set := pattern.NewSet([]pattern.Pattern{compile("%C届"), compile("上半年"), compile("上月")})
	may, any := set.May([]rune("上半年增长"))
	fmt.Println(any, may.Has(0), may.Has(1), may.Has(2))
	// Output: true false true false
}

func ExampleSet_Begins() {
	fmt.Println(pattern.NewSet([]pattern.Pattern{compile("%C届")}).Begins('五'))
	// Output: true
}

func ExampleBits_Has() {
	b := pattern.Bits{1 << 3}
	fmt.Println(b.Has(3), b.Has(4))
	// Output: true false
}

func ExampleBits_Each() {
	b := pattern.Bits{1<<3 | 1, 1}
	b.Each(func(i int) { fmt.Print(i, " ") })
	// Output: 0 3 64
}

func ExampleText() {
	fmt.Println(len([]rune(pattern.Text(make([]rune, 100)))) == pattern.Window)
	// Output: true
}
