package corpus

import (
	"bytes"
	"encoding/base64"
	"strings"
	"testing"

	"github.com/qushu/qushu/corpus/variant"
)

// The property of every reader: whatever the bytes, it ends, and a document that it makes
// holds together: its pieces tile its text and the raw bytes of each character decode to
// it. Each target fuzzes what its format is made of, inside the packing that a mutation
// would only break.

// readsWell reads a file and all documents in it.
func readsWell(t *testing.T, path string, data []byte) {
	u := &unpacker{yield: func(m Member) bool {
		if m.Err == nil {
			if d, err := Read(m.Path, m.Data, pageWords()); err == nil {
				checkDocument(t, d)
			}
		}
		return true
	}}
	u.stream(path, bytes.NewReader(data))
}

func FuzzText(f *testing.F) {
	f.Add("云溪县2031年公报\n\n全县税收 35.2 亿元，占全\n县的 1 / 12 。\n")
	f.Add("增长40%。产值\n● 数字产业\n5%。税收\n● 丙\n")
	f.Fuzz(func(t *testing.T, text string) { readsWell(t, "a.txt", []byte(text)) })
}

func FuzzHTML(f *testing.F) {
	f.Add("<title>云溪</title><td class=t_f id=postmessage_1>增长<b>8</b>&#37;<br>一。</td>")
	f.Add("<ul><li class=a><i>1楼</i><b class=c>甲，乙。</b><li class=a><i>2楼</i><b class=c>丙，丁。</b><li class=a><i>3楼</i><b class=c>戊。</b></ul>")
	f.Add("<table><tr><th rowspan=2>甲<th colspan=2>乙<tr><td>1 <td>&nbsp;2 %</table><p hidden>三")
	f.Fuzz(func(t *testing.T, text string) { readsWell(t, "a.html", []byte("<html>"+text)) })
}

func FuzzMarkdown(f *testing.F) {
	f.Add("title: 云溪\ndate: 2031-05-02", "# 甲\n\n**乙** 3.2 亿元。\n\n| 甲 | 乙 |\n|-|-|\n| 丙 | 1 |\n")
	f.Fuzz(func(t *testing.T, front, text string) {
		readsWell(t, "a.md", []byte("---\n"+front+"\n---\n"+text))
	})
}

func FuzzCSV(f *testing.F) {
	f.Add("地区,产值,说明\n云溪,35.2,\"含\"\"两区\"\"\"\n岚州,7,\n")
	f.Add("甲;乙\n\"一\n二\";1\n三;2\n")
	f.Fuzz(func(t *testing.T, text string) { readsWell(t, "a.csv", []byte(text)) })
}

func FuzzDOCX(f *testing.F) {
	f.Add(wordText("全县税收 35.2 亿元。"))
	f.Add(`<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/><w:vMerge w:val="restart"/></w:tcPr>` + wordText("甲") + `</w:tc></w:tr><w:tr><w:tc>` + wordText("1") + `</w:tc></w:tr></w:tbl>`)
	f.Fuzz(func(t *testing.T, body string) { readsWell(t, "a.docx", variant.Word(body)) })
}

func FuzzXLSX(f *testing.F) {
	f.Add("收入", "税收", "35.2", "1", "2")
	f.Fuzz(func(t *testing.T, sheet, a, b, c, d string) {
		readsWell(t, "a.xlsx", variant.XLSX(sheet, [][]string{{a, b}, {c, d}}))
	})
}

func FuzzPDF(f *testing.F) {
	f.Add("云溪县2031年公报\n\n税收  投资\n35.2  41\n")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) < 400 {
			readsWell(t, "a.pdf", variant.PDF(text))
		}
	})
}

func FuzzMail(f *testing.F) {
	f.Add("text/html; charset=gb2312", "quoted-printable", "<p>=D4=C6=CF=AA 35=")
	f.Add("multipart/related; boundary=B", "", "--B\r\nContent-Type: text/plain\r\n\r\n一\r\n--B--")
	f.Fuzz(func(t *testing.T, kind, coding, body string) {
		readsWell(t, "a.eml", []byte(mailText+"Content-Type: "+kind+"\r\nContent-Transfer-Encoding: "+coding+"\r\n\r\n"+body))
		readsWell(t, "a.mht", []byte(mailText+"Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\n"+base64.StdEncoding.EncodeToString([]byte(body))))
	})
}

func FuzzJSON(f *testing.F) {
	f.Add(`{"text":"一\u4e8c 35.2\\n","title":"三"}`, "text")
	f.Add("{\"a\":{\"b\":\"云\"}}\n{\"text\":\"\\ud83d\\ude00 1\"}\n", "b")
	f.Fuzz(func(t *testing.T, text, field string) {
		readsWell(t, "a.json", []byte(text))
		if d, err := (Options{TextField: field}).Read("a.json", []byte(text), pageWords()); err == nil {
			checkDocument(t, d)
		}
	})
}

func FuzzWARC(f *testing.F) {
	f.Add("response", "http://a.example/", "text/html", "<p>一，二。</p>")
	f.Fuzz(func(t *testing.T, kind, uri, media, body string) {
		one := []byte(warcRecord(kind, uri, httpOf(media, body)))
		readsWell(t, "a.warc", append(one, one...))
		readsWell(t, "a.warc.gz", append(gzipOf(t, one), gzipOf(t, one)...))
	})
}

func FuzzArchive(f *testing.F) {
	f.Add("年报/a.txt", []byte("全县税收35.2亿元。"))
	f.Add("../a.html", []byte("<p>一"))
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		packed := variant.Raw(strings.TrimRight(name, "/"), string(data))
		readsWell(t, "a.zip", packed)
		readsWell(t, "b.zip", variant.Raw("in.zip", string(packed)))
		readsWell(t, "a.tgz", gzipOf(t, data))
	})
}
