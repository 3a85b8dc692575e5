package corpus_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/qushu/qushu/corpus"
)

// A page comes out as its text in order; what is left out of the reading stays, marked.
func ExampleRead() {
	page := `<html><head><title>岚州市茶业简报</title></head><body>
<ul><li><a href="/">首页</a></li><li><a href="/news">新闻</a></li></ul>
<h1>岚州市茶业简报</h1>
<p>全市茶园面积<b>26.9</b>万亩，&#x8336;叶产量1.2万吨，比上年增长3.6%。</p>
</body></html>`
	d, err := corpus.Read("brief.html", []byte(page), corpus.Words{})
	if err != nil {
		panic(err)
	}
	fmt.Println(d.Source.Format, d.Source.Encoding, d.Given.Title)
	for _, b := range d.Blocks {
		text := strings.TrimSpace(d.Text[b.Span.Start:b.Span.End])
		if b.Kept() && text != "" {
			fmt.Println(b.Role, text)
		}
	}
	fmt.Println("left out but there:", strings.Contains(d.Text, "首页"), strings.Contains(d.Clean(), "首页"))
	// Output:
	// html utf-8 岚州市茶业简报
	// title 岚州市茶业简报
	// body 全市茶园面积26.9万亩，茶叶产量1.2万吨，比上年增长3.6%。
	// left out but there: true false
}

// Every stretch of the text leads back to the bytes of the file, and those to the text.
func ExampleDocument_Raw() {
	page := []byte(`<p>茶园面积<b>26.9</b>万亩，&#x8336;叶产量1.2万吨。</p>`)
	d, err := corpus.Read("brief.html", page, corpus.Words{})
	if err != nil {
		panic(err)
	}
	at := strings.Index(d.Text, "茶叶")
	raw := d.Raw(corpus.Span{Start: at, End: at + len("茶叶")})
	for _, s := range raw {
		fmt.Printf("bytes %d to %d: %s\n", s.Start, s.End, page[s.Start:s.End])
	}
	back, ok := d.Inverse().Text(raw[0])
	fmt.Println(d.Text[back.Start:back.End], ok)
	// Output:
	// bytes 35 to 46: &#x8336;叶
	// 茶叶 true
}

// Files are found in folders, in the order of their paths, and those that cannot be are
// named.
func ExampleFind() {
	dir, err := os.MkdirTemp("", "reports")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(dir)
	for _, name := range []string{"b.txt", "a.txt"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("茶园26.9万亩。"), 0o644); err != nil {
			panic(err)
		}
	}
	files, problems := corpus.Find([]string{dir, filepath.Join(dir, "c.txt")})
	for _, f := range files {
		corpus.Members(f, func(m corpus.Member) bool {
			fmt.Println(filepath.Base(m.Path), len(m.Data), "bytes")
			return true
		})
	}
	fmt.Println(len(problems), "cannot be read")
	// Output:
	// a.txt 19 bytes
	// b.txt 19 bytes
	// 1 cannot be read
}
